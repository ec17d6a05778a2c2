import type { Problem } from '../../model/outcome.js';
import { isRecord, shown } from './shape.js';

/**
 * Whether the options of a function of the door are a set of settings, none of which would be read past:
 * a misspelt one would leave what is usual in force without a word.
 */
export function optionsProblems(options: unknown, known: readonly string[]): readonly Problem[] {
  if (!isRecord(options)) {
    return [{ code: 'OPTIONS_INVALID', path: 'options', params: { found: shown(options) } }];
  }
  return Object.keys(options)
    .filter((key) => !known.includes(key))
    .map((key) => ({ code: 'KEY_UNKNOWN', path: `options.${key}`, params: { key, known: known.join(' ') } }));
}
