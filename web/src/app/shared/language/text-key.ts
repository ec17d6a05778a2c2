import type vi from './texts/vi.js';

export type LanguageCode = 'vi' | 'en';

/** A key that the Vietnamese dictionary has; the compiler refuses any other, in templates too. */
export type TextKey = keyof typeof vi;

export type TextParams = Readonly<Record<string, string | number>>;

/** Looks a text up: what pure functions take in order to write a sentence. */
export type Translate = (key: TextKey, params?: TextParams) => string;
