import { ChangeDetectionStrategy, Component } from '@angular/core';

@Component({
  selector: 'dti-compare-page',
  template: '',
  host: { class: 'page' },
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ComparePage {}
