import type { FrameworkChange } from '../../../api-client/models/framework-change.js';
import type { TextKey } from '../../../shared/language/text-key.js';
import type { Wording } from '../../../shared/language/wording.js';

/** One difference between two versions, ready to read. */
export interface ChangeRow {
  /** The node, or null of the version itself. */
  readonly code: string | null;
  readonly name: string;
  readonly kind: FrameworkChange['kind'];
  readonly what: string;
  readonly before: string;
  readonly after: string;
}

const FIELDS = [
  'aggregation',
  'automatic_source',
  'availability',
  'bounds',
  'confidence',
  'definition',
  'direction',
  'element',
  'evidence',
  'formula',
  'impute',
  'input',
  'issued',
  'kind',
  'legal_basis',
  'legal_basis_text',
  'level',
  'missing',
  'name',
  'normalise',
  'not_applicable',
  'not_applicable_rule',
  'note',
  'periods',
  'points',
  'proposed',
  'published',
  'rank',
  'scored',
  'screen',
  'source',
  'status',
  'status_reason',
  'treat',
  'unit',
  'version',
  'weight',
  'weights',
] as const;

/** Differences line by line; nodes by the names of either version. */
export function changeRows(
  changes: readonly FrameworkChange[],
  names: ReadonlyMap<string, string>,
  wording: Wording,
): readonly ChangeRow[] {
  return changes.map((change) => ({
    code: change.node,
    name:
      change.node === null
        ? wording.t('methodology.change.version')
        : (names.get(change.node) ?? change.node),
    kind: change.kind,
    what: change.kind === 'changed' ? fieldWords(change.field ?? '', wording) : kindWords(change, wording),
    before: valueWords(stated(change, change.before), wording),
    after: valueWords(stated(change, change.after), wording),
  }));
}

/** A node is scored unless its file says otherwise. */
function stated({ field, kind }: FrameworkChange, value: unknown): unknown {
  return kind === 'changed' && field === 'scored' ? (value ?? true) : value;
}

function kindWords({ kind }: FrameworkChange, { t }: Wording): string {
  return t(`methodology.change.${kind}`);
}

/** The key of a framework file in words; one that is not known here as it is written. */
export function fieldWords(field: string, { t }: Wording): string {
  const bare = field.replace(/^method\./, '');
  const known = FIELDS.find((each) => each === bare);
  return known === undefined ? field : t(`methodology.field.${known}` as TextKey);
}

const LONGEST = 400;

/** A value of a framework file: a text in the language on screen, a number, a list, or a rule as it is written. */
export function valueWords(value: unknown, wording: Wording): string {
  const { t, formats, name } = wording;
  if (value === null || value === undefined) return '–';
  if (typeof value === 'number') return formats.number(value, 6);
  if (typeof value === 'boolean') return t(value ? 'methodology.yes' : 'methodology.no');
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return value.map((item: unknown) => valueWords(item, wording)).join(', ');
  const texts = value as { readonly vi?: unknown; readonly en?: unknown };
  if (typeof texts.vi === 'string') {
    return name({ nameVi: texts.vi, nameEn: typeof texts.en === 'string' ? texts.en : texts.vi });
  }
  const written = ruleText(value);
  return written.length > LONGEST ? `${written.slice(0, LONGEST)}…` : written;
}

/** `method: percentile_rank, constant: undetermined`. */
function ruleText(value: object): string {
  return Object.entries(value)
    .map(([key, inner]: [string, unknown]) => `${key}: ${inline(inner)}`)
    .join(', ');
}

function inline(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(inline).join(', ')}]`;
  if (typeof value === 'object' && value !== null) return `{ ${ruleText(value)} }`;
  return String(value);
}
