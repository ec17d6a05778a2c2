import { groupBy } from '../../platform/group-by.js';
import { BEGINNING, eventHash, sealHash, type ChainedEvent, type Seal } from './chain.js';

/** What is wrong with the trail, by the number or the day where it shows. */
export type ChainFault =
  /** Numbers `from` to `to` are not there, though what follows them is. */
  | { readonly code: 'EVENTS_REMOVED'; readonly from: number; readonly to: number }
  /** The event is not what was written under this number. */
  | { readonly code: 'EVENT_ALTERED'; readonly number: number; readonly at: string }
  /** The event is sound in itself, but the one before it is not the one that it followed. */
  | { readonly code: 'CHAIN_BROKEN'; readonly number: number; readonly at: string }
  /** Neither is it what was written, nor does it follow the one before it: moved, or put in. */
  | { readonly code: 'EVENT_MISPLACED'; readonly number: number; readonly at: string }
  /** It stands behind what the head says is the last. */
  | { readonly code: 'EVENT_INSERTED'; readonly number: number; readonly at: string }
  /** The head, or the seal of `day`, knew events up to `to`. */
  | { readonly code: 'TAIL_REMOVED'; readonly from: number; readonly to: number; readonly day: string | null }
  /** The last event is not the one that the head knows. */
  | { readonly code: 'HEAD_DIFFERS'; readonly number: number }
  /** The event that ended the day is not the one that was sealed. */
  | { readonly code: 'SEALED_EVENT_DIFFERS'; readonly day: string; readonly number: number }
  | { readonly code: 'SEAL_ALTERED'; readonly day: string }
  | { readonly code: 'SEAL_REMOVED'; readonly day: string }
  /** The seal that was kept elsewhere is another than the one that is stored. */
  | { readonly code: 'SEAL_DIFFERS'; readonly day: string };

/** Faults that are told one by one; beyond them they are counted. */
const TOLD = 200;

export interface ChainHead {
  readonly number: number;
  readonly hash: string;
}

/** What is known of the trail beside its events. */
export interface KnownOfChain {
  /** Seals as stored and as kept elsewhere. */
  readonly seals: readonly Pick<Seal, 'day' | 'lastNumber' | 'headHash'>[];
  /** The head as stored; null where the walk ends before it. */
  readonly head: ChainHead | null;
  /** The event before the first that is walked. */
  readonly before?: ChainHead;
}

/** Walks a chain event by event in constant memory; the caller brings them in the order of their numbers. */
export class ChainWalk {
  private readonly sealed: ReadonlyMap<number, readonly KnownOfChain['seals'][number][]>;
  private last: ChainHead;
  private readonly found: ChainFault[] = [];
  private faultCount = 0;
  private walked = 0;

  constructor(private readonly known: KnownOfChain) {
    this.last = known.before ?? { number: 0, hash: BEGINNING };
    this.sealed = groupBy(known.seals, ({ lastNumber }) => lastNumber);
  }

  step(event: ChainedEvent): void {
    const { number, at, hash } = event;
    const follows = this.last.number + 1;
    if (number > follows) this.fault({ code: 'EVENTS_REMOVED', from: follows, to: number - 1 });
    const sound = eventHash(event) === hash;
    // Across a gap there is nothing to compare with: the gap is what is told.
    const linked = number > follows || event.previousHash === this.last.hash;
    if (!sound) this.fault({ code: linked ? 'EVENT_ALTERED' : 'EVENT_MISPLACED', number, at });
    else if (!linked) this.fault({ code: 'CHAIN_BROKEN', number, at });
    if (this.known.head !== null && number > this.known.head.number)
      this.fault({ code: 'EVENT_INSERTED', number, at });
    for (const seal of this.sealed.get(number) ?? []) {
      if (seal.headHash !== hash) this.fault({ code: 'SEALED_EVENT_DIFFERS', day: seal.day, number });
    }
    this.last = { number, hash };
    this.walked += 1;
  }

  /** What was found, when the last event has been walked. */
  end(): { checked: number; last: number; faults: readonly ChainFault[]; faultCount: number } {
    const { number } = this.last;
    if (this.known.head !== null) {
      const { head } = this.known;
      if (head.number > number)
        this.fault({ code: 'TAIL_REMOVED', from: number + 1, to: head.number, day: null });
      if (head.number === number && head.hash !== this.last.hash)
        this.fault({ code: 'HEAD_DIFFERS', number });
      for (const seal of this.known.seals) {
        if (seal.lastNumber > number)
          this.fault({ code: 'TAIL_REMOVED', from: number + 1, to: seal.lastNumber, day: seal.day });
      }
    }
    return { checked: this.walked, last: number, faults: this.found, faultCount: this.faultCount };
  }

  private fault(fault: ChainFault): void {
    this.faultCount += 1;
    if (this.found.length < TOLD) this.found.push(fault);
  }
}

/** Whether the stored seals are a chain of days without a gap, and the same as those kept elsewhere. */
export function sealFaults(stored: readonly Seal[], kept: readonly Seal[]): readonly ChainFault[] {
  const faults: ChainFault[] = [];
  let before: Seal | undefined;
  for (const seal of stored) {
    for (let day = before?.day; day !== undefined && dayAfter(day) < seal.day; day = dayAfter(day))
      faults.push({ code: 'SEAL_REMOVED', day: dayAfter(day) });
    const adjacent = before === undefined || dayAfter(before.day) === seal.day;
    if (sealHash(seal) !== seal.hash || (adjacent && seal.previousHash !== (before?.hash ?? BEGINNING)))
      faults.push({ code: 'SEAL_ALTERED', day: seal.day });
    before = seal;
  }
  const byDay = new Map(stored.map((seal) => [seal.day, seal]));
  for (const seal of kept) {
    const own = byDay.get(seal.day);
    if (own === undefined) faults.push({ code: 'SEAL_REMOVED', day: seal.day });
    else if (own.hash !== seal.hash) faults.push({ code: 'SEAL_DIFFERS', day: seal.day });
  }
  return faults;
}

function dayAfter(day: string): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + 1);
  return date.toISOString().slice(0, 10);
}
