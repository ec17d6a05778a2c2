import { bootstrapApplication } from '@angular/platform-browser';
import { applicationConfig } from './app/app.config.js';
import { App } from './app/app.js';

bootstrapApplication(App, applicationConfig).catch((error: unknown) => reportError(error));
