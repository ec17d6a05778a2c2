/** The table of docs/guides/data-sub-index.md, made from the files of the draft. */
import { frameworkOf, type FrameworkNode } from '@dti-monitor/scoring';
import { type Framework, type Node, readFrameworks } from './seed-files.ts';

const LEVELS = ['province', 'ministry', 'nation'] as const;
const INITIALS = { province: 'P', ministry: 'M', nation: 'N' } as const;

interface Line {
  readonly code: string;
  readonly name: string;
  readonly how: string;
  readonly bases: string;
  readonly levels: string[];
}

/** One line for each indicator and each way of working it out, with the levels that have it so. */
export function indicatorTable(component: string): string {
  const lines: Line[] = [];
  for (const level of LEVELS) {
    const file = readFrameworks().find(({ code }) => code === `data-2026-draft-${level}`);
    for (const line of file === undefined ? [] : linesOf(file, component)) {
      const same = lines.find(({ code, how, bases }) => code === line.code && how === line.how && bases === line.bases);
      if (same === undefined) lines.push({ ...line, levels: [INITIALS[level]] });
      else same.levels.push(INITIALS[level]);
    }
  }
  return [
    '| Code | Indicator | Levels | How | Rests on |',
    '|---|---|---|---|---|',
    ...lines.map(({ code, name, how, bases, levels }) => `| \`${code}\` | ${name} | ${levels.join(' ')} | ${how} | ${bases} |`),
  ].join('\n');
}

function linesOf(file: Framework, component: string): Omit<Line, 'levels'>[] {
  const outcome = frameworkOf(file);
  if (!outcome.ok) throw new Error(`${file.code} is not read`);
  const rules = new Map(leaves(outcome.value.root).map((leaf) => [leaf.code, leaf]));
  const told = file.tree.children?.find(({ code }) => code === component)?.children ?? [];
  return told.map((node: Node) => ({
    code: short(node.code),
    name: node.name.vi,
    how: howOf(rules.get(node.code)),
    bases: (node.legal_basis ?? []).map(citation).join(', '),
  }));
}

const leaves = (node: FrameworkNode): FrameworkNode[] => node.children?.flatMap(leaves) ?? [node];
const short = (code: string): string => code.replace(/^data\./, '');

function howOf(leaf: FrameworkNode | undefined): string {
  const how = `${formulaOf(leaf)}${scaleOf(leaf)}`;
  return leaf?.scored === false ? `${how}; not scored` : how;
}

function formulaOf(leaf: FrameworkNode | undefined): string {
  const formula = leaf?.formula ?? { kind: 'value', element: leaf?.code ?? '' };
  switch (formula.kind) {
    case 'ratio': {
      const none = typeof formula.nothingToCount === 'object' ? `${formula.nothingToCount.value}` : 'not applicable';
      return `${short(formula.numerator)} ÷ ${short(formula.denominator)}; of none: ${none}`;
    }
    case 'share_of_yes':
      return `share of yes: ${formula.elements.map(short).join(', ')}`;
    case 'yes_no':
      return `yes if all: ${formula.conditions.map(({ element }) => short(element)).join(', ')}`;
    case 'growth':
      return `growth of ${short(formula.element)}`;
    case 'per_head':
      return `${short(formula.element)} per ${formula.per} inhabitants`;
    case 'count_against_target':
      return `${short(formula.element)} ÷ ${typeof formula.target === 'string' ? short(formula.target) : formula.target}, held at 1`;
    case 'value':
      return short(formula.element);
    default:
      return formula.kind;
  }
}

function scaleOf(leaf: FrameworkNode | undefined): string {
  const rule = leaf?.normalise;
  if (rule?.method === 'percentile_rank') return ', percentile rank among peers';
  return rule?.method === 'boolean' ? ` ≤ ${rule.threshold}` : '';
}

/** References as the guide writes them: the Decision by its clause alone. */
function citation(reference: string): string {
  const [document = '', clause = ''] = reference.split('#');
  return document === 'decision-142-2024' ? clause : clause === '' ? document : `${document} ${clause}`;
}
