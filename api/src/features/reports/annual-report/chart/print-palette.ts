import { FONT } from '../page.js';

/** Black and greys: the report is printed and copied. Lines, fills and places differ, never the hue. */
export const INK = '#000000';
export const STRONG = '#333333';
export const MEDIUM = '#9a9a9a';
export const FAINT = '#cfcfcf';

export const LABEL = { fontFamily: FONT, fontSize: 10, color: INK } as const;
