import type { Routes } from '@angular/router';
import { TaskPage } from './task-page.js';
import { TasksPage } from './tasks-page.js';

export const tasksRoutes: Routes = [
  { path: '', component: TasksPage },
  { path: ':code', component: TaskPage },
];
