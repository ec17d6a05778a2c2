import type { Formats } from '../format/formats.js';
import type { Translate } from './text-key.js';

/** What a sentence is written with: texts, formats, and the names in the language on screen. */
export interface Wording {
  readonly t: Translate;
  readonly formats: Formats;
  readonly unitName: (unit: { readonly shortNameVi: string; readonly nameEn: string }) => string;
  /** The name of anything named in both languages: a region, an index, a group. */
  readonly name: (named: { readonly nameVi: string; readonly nameEn: string }) => string;
}
