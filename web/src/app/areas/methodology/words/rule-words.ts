import type { FrameworkTreeNode } from '../../../api-client/models/framework-tree-node.js';
import type { FrameworkVersion } from '../../../api-client/models/framework-version.js';
import type { NodeRule } from '../../../api-client/models/node-rule.js';
import type { TextKey } from '../../../shared/language/text-key.js';
import type { Wording } from '../../../shared/language/wording.js';
import { stepWords } from './formula-words.js';

/** A label and what is said under it. */
export interface Said {
  readonly label: string;
  readonly text: string;
}

const NORMALISATIONS = [
  'ratio_to_maximum',
  'min_max',
  'goalposts',
  'ratio_to_target',
  'distance_to_target',
  'z_score',
  'scaled_z_score',
  'rank',
  'borda',
  'percentile_rank',
  'distance_to_maximum',
  'distance_to_reference',
  'fraction_of_maximum',
  'steps',
  'boolean',
] as const;

/** How a raw value comes onto the common scale, as a sentence. */
export function normaliseWords(
  { normalise, direction, unit }: Pick<FrameworkTreeNode, 'normalise' | 'direction' | 'unit'>,
  wording: Wording,
): string {
  if (normalise === null) return '';
  const method = NORMALISATIONS.find((word) => word === normalise.method);
  if (method === undefined) return normalise.method;
  const lower = direction === 'lower_is_better';
  const key: TextKey =
    method === 'boolean'
      ? lower
        ? 'methodology.normalise.booleanAtMost'
        : 'methodology.normalise.boolean'
      : `methodology.normalise.${method}`;
  const { t, formats } = wording;
  const number = (key: string): string => {
    const value: unknown = normalise.parameters[key];
    return typeof value === 'number' ? formats.number(value) : '–';
  };
  return t(key, {
    from: number('from'),
    upTo: number('upTo'),
    target: number('target'),
    threshold: number('threshold'),
    steps: stepWords(normalise.parameters['steps'], wording),
    unit: unitWords(unit, wording),
  });
}

/** What becomes of a value beyond the scale; empty where the rule has no such case. */
export function clampWords({ clamp }: Pick<FrameworkTreeNode, 'clamp'>, { t }: Wording): string {
  return clamp === null ? '' : t(`methodology.clamp.${clamp}`);
}

const UNITS = ['percent', 'days', 'datasets', 'exchanges', 'per 1000 inhabitants'] as const;

/** The unit of measure in the language on screen; one that is not known here, as the file has it. */
export function unitWords(unit: string | null, { t }: Wording): string {
  if (unit === null) return '';
  const known = UNITS.find((word) => word === unit);
  return known === undefined ? unit : t(`methodology.unit.${known.replaceAll(' ', '_')}` as TextKey);
}

const AGGREGATIONS = [
  'arithmetic',
  'geometric',
  'harmonic',
  'generalised_mean',
  'median',
  'minimum',
  'copeland',
] as const;

export function aggregationWords(rule: NodeRule | null, { t }: Wording): string {
  const method = AGGREGATIONS.find((word) => word === rule?.method);
  return method === undefined ? (rule?.method ?? '') : t(`methodology.aggregation.${method}`);
}

const MISSING = ['no_value', 'zero', 'reweight'] as const;
const NOT_APPLICABLE = ['no_value', 'reweight'] as const;
const RANKS = ['competition', 'dense', 'fractional', 'ordinal'] as const;
const WEIGHTINGS = ['points', 'given', 'equal'] as const;

/** The rules of a version that hold for every node: gaps, what does not apply, combining, ranking. */
export function methodSaid(version: FrameworkVersion, wording: Wording): readonly Said[] {
  const { t, formats } = wording;
  const { rules, method, level } = version;
  const share: unknown = rules['availability'];
  const said = (label: TextKey, text: string): Said => ({ label: t(label), text });
  const root = version.nodes[0];
  return [
    said('methodology.rule.weights', ofWords(WEIGHTINGS, root?.weighting?.method, 'weighting', t)),
    said(
      'methodology.rule.aggregation',
      aggregationWords({ method: method.aggregation, own: false, parameters: {} }, wording),
    ),
    said('methodology.rule.missing', ofWords(MISSING, method.missing, 'missing', t)),
    ...(typeof share === 'number' && share > 0
      ? [
          said(
            'methodology.rule.availability',
            t('methodology.availability', { share: formats.percent(share, 0) }),
          ),
        ]
      : []),
    said('methodology.rule.notApplicable', ofWords(NOT_APPLICABLE, method.notApplicable, 'notApplicable', t)),
    said('methodology.rule.states', t('methodology.states')),
    ...(level === 'nation'
      ? [said('methodology.rule.rank', t('methodology.rank.none'))]
      : [
          said('methodology.rule.rank', ofWords(RANKS, method.rankMethod, 'rank', t)),
          said('methodology.rule.decimals', decimalsWords(method.rankDecimals, wording)),
          said('methodology.rule.ties', tieWords(rules['rank'], wording)),
        ]),
  ];
}

function ofWords<Word extends string>(
  words: readonly Word[],
  word: string | undefined,
  group: 'weighting' | 'missing' | 'notApplicable' | 'rank',
  t: Wording['t'],
): string {
  const known = words.find((each) => each === word);
  return known === undefined ? (word ?? '') : t(`methodology.${group}.${known}` as TextKey);
}

function decimalsWords(decimals: number | null, { t }: Wording): string {
  return decimals === null ? t('methodology.decimals.none') : t('methodology.decimals.some', { decimals });
}

/** How equal scores are told apart; without a rule they share a rank. */
function tieWords(rank: unknown, { t }: Wording): string {
  const breaks = (
    rank as { readonly tieBreaks?: readonly { readonly by: string; readonly node?: string }[] } | undefined
  )?.tieBreaks;
  if (breaks === undefined || breaks.length === 0) return t('methodology.ties.none');
  const by = breaks.map(({ by: kind, node }) =>
    kind === 'node' ? (node ?? '') : t('methodology.ties.code'),
  );
  return t('methodology.ties.by', { by: by.join(', ') });
}
