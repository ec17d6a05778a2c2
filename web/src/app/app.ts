import { ChangeDetectionStrategy, Component } from '@angular/core';
import { Shell } from './shell/shell.js';

@Component({
  selector: 'dti-root',
  imports: [Shell],
  template: `<dti-shell />`,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class App {}
