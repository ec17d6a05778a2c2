import type { ChartLook } from '../app/shared/charts/chart-look.js';

/** A look with colours that name themselves, for specs of options. */
export const LOOK: ChartLook = {
  ink: 'ink',
  ink2: 'ink2',
  ink3: 'ink3',
  line: 'line',
  lineStrong: 'lineStrong',
  surface: 'surface',
  sunk: 'sunk',
  accent: 'accent',
  accentSoft: 'accentSoft',
  ramp: ['ramp1', 'ramp2', 'ramp3', 'ramp4', 'ramp5'],
  words: 'Be Vietnam Pro',
  text: 13,
  narrow: false,
  still: false,
};
