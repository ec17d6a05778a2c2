import { formatsFor } from '../app/shared/format/formats.js';
import type { LanguageCode } from '../app/shared/language/text-key.js';
import type { Wording } from '../app/shared/language/wording.js';
import { dictionaryOf } from './dictionaries.js';

/** The real texts and formats of a language, for specs of what is written on screen. */
export function wordingOf(language: LanguageCode): Wording {
  const texts = dictionaryOf(language);
  const english = language === 'en';
  return {
    t: (key, params = {}) =>
      texts[key].replace(/\{\{(\w+)\}\}/g, (_, name: string) => String(params[name] ?? `{{${name}}}`)),
    formats: formatsFor(language),
    unitName: (unit) => (english ? unit.nameEn : unit.shortNameVi),
    name: (named) => (english ? named.nameEn : named.nameVi),
  };
}
