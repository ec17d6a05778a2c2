import type { AspectState } from '../../api-client/models/aspect-state.js';
import type { Inventory } from '../../api-client/models/inventory.js';
import type { InventoryAction } from '../../api-client/models/inventory-action.js';
import { parseDay } from '../../shared/format/day.js';
import type { StepRequest } from './database-client.js';

export interface FindingDraft {
  readonly aspect: string;
  readonly state: AspectState;
  /** As typed: "97,5". */
  readonly figure: string;
  readonly figureUnit: string;
  readonly note: string;
}

/** A step as it is being written. */
export interface StepDraft {
  readonly action: InventoryAction;
  readonly actor: string;
  readonly day: string;
  readonly reference: string;
  readonly note: string;
  readonly reason: string;
  readonly findings: readonly FindingDraft[];
}

/** A new step; a verification begins with what the owner reported. */
export function stepDraft(inventory: Inventory, action: InventoryAction, today: string): StepDraft {
  return {
    action,
    actor: '',
    day: today,
    reference: '',
    note: '',
    reason: '',
    findings: inventory.findings.map(({ aspect, reported }) => ({
      aspect,
      state: reported?.state ?? 'no_data',
      figure: reported?.figure == null ? '' : String(reported.figure).replace('.', ','),
      figureUnit: reported?.figureUnit ?? '',
      note: '',
    })),
  };
}

/** Thousands in groups of three, as they are written here: 1.234.567,8. */
const GROUPED = /^[1-9]\d{0,2}(?:[.\s]\d{3})+(?:,\d+)?$/;

/** A number as it is typed, 1.234,5 or 1234.5; null where it is none, or less than nothing. */
export function parseFigure(text: string): number | null {
  const typed = text.trim();
  const plain = GROUPED.test(typed) ? typed.replaceAll(/[.\s]/g, '') : typed;
  return /^\d+(?:[.,]\d+)?$/.test(plain) ? Number(plain.replace(',', '.')) : null;
}

/** Fields that still lack something, before the server is asked. */
export function draftFaults(draft: StepDraft, needs: readonly string[]): readonly string[] {
  const empty = (field: 'reference' | 'note' | 'reason') =>
    needs.includes(field) && draft[field].trim() === '';
  return [
    ...(draft.actor.trim() === '' ? ['actor'] : []),
    ...(parseDay(draft.day) === null ? ['doneOn'] : []),
    ...(['reference', 'note', 'reason'] as const).filter(empty),
    ...(needs.includes('findings') && draft.findings.some((finding) => !findingFits(finding))
      ? ['findings']
      : []),
  ];
}

export function findingFits({ figure, figureUnit }: Pick<FindingDraft, 'figure' | 'figureUnit'>): boolean {
  if (figure.trim() === '') return figureUnit.trim() === '';
  const value = parseFigure(figure);
  return value !== null && figureUnit.trim() !== '' && (figureUnit.trim() !== '%' || value <= 100);
}

/** The step as the server takes it; what was left blank is left out. */
export function stepRequest(draft: StepDraft, needs: readonly string[]): StepRequest {
  const given = (text: string) => (text.trim() === '' ? undefined : text.trim());
  return {
    action: draft.action,
    actor: draft.actor.trim(),
    doneOn: parseDay(draft.day) ?? '',
    reference: given(draft.reference),
    note: given(draft.note),
    reason: needs.includes('reason') ? given(draft.reason) : undefined,
    findings: needs.includes('findings')
      ? draft.findings.map((finding) => ({
          aspect: finding.aspect,
          state: finding.state,
          figure:
            given(finding.figure) === undefined ? undefined : (parseFigure(finding.figure) ?? undefined),
          figureUnit: given(finding.figureUnit),
          note: given(finding.note),
        }))
      : undefined,
  };
}
