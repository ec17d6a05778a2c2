import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';

/** Strokes on a 24-unit square; drawn here so that no icon font is fetched. */
const STROKES = {
  menu: 'M4 7h16M4 12h16M4 17h16',
  close: 'M6 6l12 12M18 6L6 18',
  chevron: 'M6 9.5l6 6 6-6',
  next: 'M9.5 6l6 6-6 6',
  sun: 'M12 8a4 4 0 100 8 4 4 0 000-8zM12 3v1.5M12 19.5V21M3 12h1.5M19.5 12H21M5.6 5.6l1.1 1.1M17.3 17.3l1.1 1.1M5.6 18.4l1.1-1.1M17.3 6.7l1.1-1.1',
  moon: 'M19.5 14.2A8 8 0 019.8 4.5a8 8 0 109.7 9.7z',
  system: 'M4 5.5h16v11H4zM9 20h6M12 16.5V20',
  overview: 'M4 11.5L12 5l8 6.5M6.5 10v9h11v-9M10 19v-5h4v5',
  ranking: 'M5 19v-5h4v5M10 19V6h4v13M15 19v-8h4v8M3.5 19h17',
  units: 'M4.5 20V9.5L12 5l7.5 4.5V20M3 20h18M8.5 20v-7M12 20v-7M15.5 20v-7',
  duties: 'M4.5 6.5h15v13h-15zM4.5 10.5h15M8.5 4v4M15.5 4v4M9 15l2 2 4-4',
  tasks: 'M4.5 6.5l1.5 1.5 2.5-3M4.5 15.5L6 17l2.5-3M12 7h7.5M12 16h7.5',
  law: 'M6 4.5h12v15H6zM9 8.5h6M9 12h6M9 15.5h3',
  databases: 'M5 6.5c0-4 14-4 14 0s-14 4-14 0zM5 6.5v11c0 4 14 4 14 0v-11M5 12c0 4 14 4 14 0',
  import: 'M12 15.5V5M8 9l4-4 4 4M4.5 15v4.5h15V15',
  editions: 'M6 4.5h9.5L19 8v11.5H6zM9 10h6.5M9 13.5h6.5M9 17h4',
  download: 'M12 4.5V15M8 11l4 4 4-4M4.5 15v4.5h15V15',
  table: 'M4.5 5h15v14h-15zM4.5 10h15M4.5 14.5h15M10 10v9',
  chart: 'M5 5v14h14M9 16v-4M13 16V8M17 16v-6',
  map: 'M9 5.5L4.5 7.5v11L9 16.5l6 2 4.5-2v-11L15 7.5zM9 5.5v11M15 7.5v11',
  bars: 'M5 6.5h13M5 12h9M5 17.5h6',
  check: 'M5 12.5l4.5 4.5L19 7.5',
  warn: 'M12 4.5l8.5 15h-17zM12 10v4.5M12 17v.2',
  bad: 'M12 4a8 8 0 100 16 8 8 0 000-16zM9 9l6 6M15 9l-6 6',
  info: 'M12 4a8 8 0 100 16 8 8 0 000-16zM12 11v5M12 8v.2',
  unknown: 'M12 4a8 8 0 100 16 8 8 0 000-16zM9.7 9.6a2.4 2.4 0 114 1.8c-.9.8-1.7 1.2-1.7 2.4M12 16.6v.2',
  half: 'M12 5a7 7 0 100 14 7 7 0 000-14zM12 5v14M12 8h5M12 12h6.8M12 16h5',
  clock: 'M12 4a8 8 0 100 16 8 8 0 000-16zM12 8v4.5l3 2',
  repeat: 'M5 11a7 7 0 0112.5-3.5L19 9M19 4.5V9h-4.5M19 13a7 7 0 01-12.5 3.5L5 15M5 19.5V15h4.5',
  search: 'M10.5 5a5.5 5.5 0 100 11 5.5 5.5 0 000-11zM15 15l4.5 4.5',
  file: 'M7 4h7l4 4v12H7zM14 4v4h4',
  rise: 'M12 18.5V6M7 11l5-5 5 5',
  fall: 'M12 5.5V18M7 13l5 5 5-5',
  ring: 'M12 5a7 7 0 100 14 7 7 0 000-14z',
  none: 'M6 12h12',
  targets: 'M12 4a8 8 0 100 16 8 8 0 000-16zM12 8.5a3.5 3.5 0 100 7 3.5 3.5 0 000-7z',
  person: 'M12 4.5a3.75 3.75 0 100 7.5 3.75 3.75 0 000-7.5zM4.5 20c.6-4 3.6-5.5 7.5-5.5s6.9 1.5 7.5 5.5',
  people:
    'M9 5a3.25 3.25 0 100 6.5A3.25 3.25 0 009 5zM3 19c.5-3.5 2.8-4.75 6-4.75S14.5 15.5 15 19M15.5 5.4a3.2 3.2 0 010 5.7M17.5 14.6c2 .5 3.2 1.9 3.5 4.4',
  lock: 'M6 10.5h12V20H6zM8.5 10.5V8a3.5 3.5 0 017 0v2.5M12 14v2.5',
  key: 'M8 11.5a4 4 0 100 8 4 4 0 000-8zM11 12.7L19.5 4.2M15.5 8.2l3 3M17.5 6.2l2 2',
  copy: 'M9 9h10v10.5H9zM15 9V4.5H5V15h4',
  settings: 'M4.5 7h8M16.5 7h3M14.5 5v4M4.5 12h3M11.5 12h8M9.5 10v4M4.5 17h8M16.5 17h3M14.5 15v4',
  window: 'M4.5 5.5h15v13h-15zM4.5 9h15M7.5 7.3h.2M10 7.3h.2',
  record: 'M6 4.5h12v15H6zM9 8.5h6M9 12h2.5M13 15.2l1.4 1.4 2.6-3',
  merge: 'M6 4.5v4c0 3 6 3 6 6.5v4.5M18 4.5v4c0 3-6 3-6 6.5M9.5 17l2.5 2.5 2.5-2.5',
  leave: 'M13.5 8V4.5h-9v15h9V16M9.5 12H20M17 9l3 3-3 3',
  device: 'M4.5 5.5h15v10h-15zM2.5 18.5h19',
  phone: 'M8 3.5h8v17H8zM11 17.7h2',
  language: 'M12 4a8 8 0 100 16 8 8 0 000-16zM4 12h16M12 4c4 4.5 4 11.5 0 16M12 4c-4 4.5-4 11.5 0 16',
  sort: 'M8 10l4-4 4 4M8 14l4 4 4-4',
} as const;

export type IconName = keyof typeof STROKES;

/** A decorative stroke icon, as tall as the text beside it; the word beside it carries the meaning. */
@Component({
  selector: 'dti-icon',
  template: `<svg viewBox="0 0 24 24" aria-hidden="true" focusable="false"><path [attr.d]="path()" /></svg>`,
  styles: `
    :host {
      display: inline-flex;
      flex: none;
    }
    svg {
      width: 1.25em;
      height: 1.25em;
      fill: none;
      stroke: currentColor;
      stroke-width: 1.75;
      stroke-linecap: round;
      stroke-linejoin: round;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Icon {
  readonly name = input.required<IconName>();
  protected readonly path = computed(() => STROKES[this.name()]);
}
