import type { FrameworkEvent } from '../../api-client/models/framework-event.js';
import type { FrameworkStatus } from '../../api-client/models/framework-status.js';
import type { Wording } from '../../shared/language/wording.js';
import { statusKey } from './versions-view.js';

/** One step in the life of a version, ready to read. */
export interface LifeRow {
  readonly id: string;
  readonly day: string;
  readonly what: string;
  readonly who: string;
  readonly why: string;
  /** When it was written down, where that is another day. */
  readonly written: string;
}

/** Who did what to a version, when and why; the newest first, as the server tells it. */
export function lifeRows(events: readonly FrameworkEvent[], wording: Wording): readonly LifeRow[] {
  const { t, formats } = wording;
  return events.map((event) => ({
    id: event.id,
    day: formats.date(event.day),
    what: whatWords(event, wording),
    who: event.author,
    why: event.reason ?? '',
    written:
      formats.date(event.writtenAt) === formats.date(event.day)
        ? ''
        : t('methodology.life.written', { date: formats.date(event.writtenAt) }),
  }));
}

function whatWords({ kind, fromStatus, toStatus, changes }: FrameworkEvent, { t }: Wording): string {
  if (kind === 'transition' && fromStatus !== null) {
    return t('methodology.life.transition', { from: t(statusKey(fromStatus)), to: t(statusKey(toStatus)) });
  }
  if (kind === 'created') return t('methodology.life.created', { status: t(statusKey(toStatus)) });
  return t(kind === 'corrected' ? 'methodology.life.corrected' : 'methodology.life.edited', {
    count: changes.length,
  });
}

const NEXT: Readonly<Record<FrameworkStatus, FrameworkStatus | null>> = {
  draft: 'approved',
  approved: 'in_use',
  in_use: 'retired',
  retired: null,
};

/** What a version can become, one step at a time and never back; null at the end of its life. */
export function nextStatus(status: FrameworkStatus): FrameworkStatus | null {
  return NEXT[status];
}

/** A free code for a copy: the original's with a number. */
export function copyCode(code: string, taken: readonly string[]): string {
  const stem = code.replace(/-v\d+$/, '');
  let number = 2;
  while (taken.includes(`${stem}-v${number}`)) number += 1;
  return `${stem}-v${number}`;
}
