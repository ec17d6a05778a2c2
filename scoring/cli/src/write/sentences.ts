import type { Problem } from '@dti-monitor/scoring';
import { OF_COMPARISONS } from './sentences/comparisons.js';
import { OF_DATA } from './sentences/data.js';
import { OF_FILES } from './sentences/files.js';
import { OF_FRAMEWORKS } from './sentences/frameworks.js';
import { OF_SIMULATIONS } from './sentences/simulations.js';
import { OF_STAGES } from './sentences/stages.js';
import { OF_USES } from './sentences/uses.js';

/** A sentence for each code, with the names of parameters in braces. */
export const SENTENCES: Readonly<Record<string, string>> = {
  ...OF_FILES,
  ...OF_FRAMEWORKS,
  ...OF_STAGES,
  ...OF_DATA,
  ...OF_SIMULATIONS,
  ...OF_USES,
  ...OF_COMPARISONS,
};

type Params = Problem['params'];

/** A problem in English; one whose code has no sentence is told by its parameters. */
export function sentenceOf({ code, params }: Problem): string {
  const template = Object.hasOwn(SENTENCES, code) ? SENTENCES[code] : undefined;
  return [template === undefined ? listed(params) : filled(template, params), ...hints(params)].join(' ');
}

function filled(template: string, params: Params): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => shown(params[name]));
}

function shown(value: Params[string] | undefined): string {
  return value === null || value === undefined ? 'nothing' : String(value);
}

function listed(params: Params): string {
  return Object.entries(params)
    .map(([name, value]) => `${name}: ${shown(value)}`)
    .join(', ');
}

/** What helps, where the problem knows it. */
function hints({ suggestion, known, hint, looksLike }: Params): readonly string[] {
  return [
    ...(typeof suggestion === 'string' ? [`Did you mean "${suggestion}"?`] : []),
    ...(typeof known === 'string' && known !== '' ? [`Known here: ${known.split(/[ ,]+/).join(', ')}.`] : []),
    ...(typeof hint === 'string' ? [`${hint.charAt(0).toUpperCase()}${hint.slice(1)}.`] : []),
    ...(typeof looksLike === 'string' ? [`It looks like ${looksLike}: save it as UTF-8.`] : []),
  ];
}
