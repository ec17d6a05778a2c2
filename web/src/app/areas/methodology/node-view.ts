import type { FrameworkTreeNode } from '../../api-client/models/framework-tree-node.js';
import type { LegalBasis } from '../../api-client/models/legal-basis.js';
import type { TextKey } from '../../shared/language/text-key.js';
import type { Wording } from '../../shared/language/wording.js';
import { formulaCases, formulaWords } from './words/formula-words.js';
import { aggregationWords, clampWords, normaliseWords, type Said, unitWords } from './words/rule-words.js';

/**
 * The code of a basis whose words can be read clause by clause. Rows of the annex and activities of the guidance
 * are cited by their codes and have pages of their own.
 */
export function readableClause({ clause, standing }: LegalBasis): string | null {
  return clause === null || standing === 'guidance' || /^[ABC]\./.test(clause) ? null : clause;
}

/** What a node is, point by point; what it does not say is left out, but for the absence of a source. */
export function nodeSaid(node: FrameworkTreeNode, parent: boolean, wording: Wording): readonly Said[] {
  const { t, formats } = wording;
  const own = (vi: string | null, en: string | null): string =>
    vi === null ? '' : wording.name({ nameVi: vi, nameEn: en ?? vi });
  const said: readonly (readonly [TextKey, string])[] = [
    ['methodology.definition', own(node.definitionVi, node.definitionEn)],
    ...(parent
      ? ([['methodology.rule.aggregation', aggregationWords(node.aggregation, wording)]] as const)
      : leafSaid(node, wording)),
    ['methodology.points', node.points === null ? '' : formats.number(node.points, 0)],
    ['methodology.rule.notApplicable', own(node.notApplicableRuleVi, node.notApplicableRuleEn)],
    ['methodology.evidence', own(node.evidenceVi, node.evidenceEn)],
    [
      'methodology.automaticSource',
      own(node.automaticSourceVi, node.automaticSourceEn) ||
        (parent || node.evidenceVi === null ? '' : t('methodology.automaticSource.none')),
    ],
    ['methodology.note', node.note ?? ''],
  ];
  return said.flatMap(([label, text]) => (text === '' ? [] : { label: t(label), text }));
}

function leafSaid(node: FrameworkTreeNode, wording: Wording): readonly (readonly [TextKey, string])[] {
  const { t } = wording;
  return [
    ['methodology.formula', node.formula === null ? '' : formulaWords(node.formula, wording)],
    ['methodology.cases', node.formula === null ? '' : formulaCases(node.formula, wording).join(' ')],
    ['methodology.unit', unitWords(node.unit, wording)],
    ['methodology.direction', node.direction === null ? '' : t(`methodology.direction.${node.direction}`)],
    ['methodology.normalise', normaliseWords(node, wording)],
    ['methodology.clamp', clampWords(node, wording)],
  ];
}
