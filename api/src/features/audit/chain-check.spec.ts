import { describe, expect, it } from '@jest/globals';
import { BEGINNING, eventHash, sealHash, type ChainedEvent, type Seal } from './chain.js';
import { ChainWalk, sealFaults, type KnownOfChain } from './chain-check.js';
import { readSealLines, sealLine } from './seal-lines.js';

const at = (number: number) => `2026-11-22T08:00:${String(number).padStart(2, '0')}.000000Z`;

function chained(event: Omit<ChainedEvent, 'hash'>): ChainedEvent {
  const draft = { ...event, hash: '' };
  return { ...draft, hash: eventHash(draft) };
}

/** A sound chain of so many events. */
function chainOf(length: number): ChainedEvent[] {
  const events: ChainedEvent[] = [];
  for (let number = 1; number <= length; number += 1) {
    events.push(
      chained({
        number,
        previousHash: events.at(-1)?.hash ?? BEGINNING,
        at: at(number),
        actor: 'operator',
        personId: null,
        keyId: null,
        role: 'operator',
        roleUnitId: null,
        action: 'setting.decide',
        object: `setting:${number}`,
        unitId: null,
        outcome: 'done',
        before: null,
        after: `{"value":${number}}`,
        address: '127.0.0.1',
        requestId: '00000000-0000-4000-8000-000000000000',
      }),
    );
  }
  return events;
}

function sealed(day: string, events: readonly ChainedEvent[], before?: Seal): Seal {
  const last = events.at(-1);
  const draft = {
    day,
    firstNumber: events[0]?.number ?? null,
    lastNumber: last?.number ?? before?.lastNumber ?? 0,
    count: events.length,
    headHash: last?.hash ?? before?.headHash ?? BEGINNING,
    previousHash: before?.hash ?? BEGINNING,
    sealedAt: '2026-11-23T00:00:05.000000Z',
    hash: '',
  };
  return { ...draft, hash: sealHash(draft) };
}

function faultsOf(events: readonly ChainedEvent[], known: Partial<KnownOfChain> = {}) {
  const walk = new ChainWalk({ seals: [], head: null, ...known });
  for (const event of events) walk.step(event);
  return walk.end().faults;
}

const headOf = (events: readonly ChainedEvent[]) => {
  const last = events.at(-1);
  return { number: last?.number ?? 0, hash: last?.hash ?? BEGINNING };
};

describe('the text that is hashed', () => {
  it('is the one that the guide describes, letter by letter', () => {
    const event = chained({
      number: 7,
      previousHash: BEGINNING,
      at: '2026-11-22T08:00:00.123456Z',
      actor: 'unit_lead@hue',
      personId: null,
      keyId: null,
      role: 'unit_lead',
      roleUnitId: 'hue',
      action: 'database.register',
      object: 'database:1',
      unitId: 'hue',
      outcome: 'done',
      before: null,
      after: '{"nameVi":"Đất"}',
      address: null,
      requestId: '00000000-0000-4000-8000-000000000000',
    });
    // Worked out apart from this program, by the script of docs/guides/audit.md.
    expect(event.hash).toBe('8be6ac59658ee60725685bdc7c4d9cbe4487dc81ab41704825d2229f1529f0d8');
  });

  it('tells a null from an empty text, and columns apart whatever they hold', () => {
    const [event] = chainOf(1);
    if (event === undefined) throw new Error('no event');
    const hashes = [
      event,
      { ...event, unitId: '' },
      { ...event, unitId: '-' },
      { ...event, actor: 'operator\n-', personId: null },
      { ...event, role: null, roleUnitId: 'operator' },
      { ...event, before: event.after, after: null },
    ].map(eventHash);
    expect(new Set(hashes).size).toBe(hashes.length);
  });
});

describe('a walk along the chain', () => {
  const sound = chainOf(9);

  it('finds nothing where nothing was done', () => {
    expect(faultsOf(sound, { head: headOf(sound) })).toEqual([]);
    expect(faultsOf([], { head: { number: 0, hash: BEGINNING } })).toEqual([]);
  });

  it('begins anywhere, after the event before', () => {
    const before = { number: 4, hash: sound[3]?.hash ?? '' };
    expect(faultsOf(sound.slice(4), { head: headOf(sound), before })).toEqual([]);
  });

  it('names removed events, and nothing else', () => {
    const left = sound.filter(({ number }) => number !== 4 && number !== 5);
    expect(faultsOf(left, { head: headOf(sound) })).toEqual([{ code: 'EVENTS_REMOVED', from: 4, to: 5 }]);
    expect(faultsOf(sound.slice(1))).toEqual([{ code: 'EVENTS_REMOVED', from: 1, to: 1 }]);
  });

  it.each([
    ['after', { after: '{"value":40}' }],
    ['who', { personId: '00000000-0000-4000-8000-000000000001' }],
    ['outcome', { outcome: 'refused' }],
    ['time', { at: at(59) }],
    ['address', { address: null }],
  ])('names an event whose %s was altered, and nothing else', (_what, change) => {
    const altered = sound.map((event) => (event.number === 4 ? { ...event, ...change } : event));
    expect(faultsOf(altered, { head: headOf(sound) })).toEqual([
      { code: 'EVENT_ALTERED', number: 4, at: altered[3]?.at },
    ]);
  });

  it('names the place where an event was altered and hashed anew', () => {
    const forged = sound.map((event) => (event.number === 4 ? chained({ ...event, actor: 'cli' }) : event));
    expect(faultsOf(forged, { head: headOf(sound) })).toEqual([
      { code: 'CHAIN_BROKEN', number: 5, at: at(5) },
    ]);
  });

  it('names events that changed places', () => {
    const swapped = sound.map((event) => {
      const other = { 4: sound[4], 5: sound[3] }[event.number];
      return other === undefined ? event : { ...other, number: event.number };
    });
    expect(faultsOf(swapped)).toEqual([
      { code: 'EVENT_MISPLACED', number: 4, at: at(5) },
      { code: 'EVENT_MISPLACED', number: 5, at: at(4) },
      { code: 'CHAIN_BROKEN', number: 6, at: at(6) },
    ]);
  });

  it('names an event that was put in behind the head', () => {
    const longer = chainOf(10);
    expect(faultsOf(longer, { head: headOf(sound) })).toEqual([
      { code: 'EVENT_INSERTED', number: 10, at: at(10) },
    ]);
  });

  it('names a tail that was cut off, by the head or by a seal when the head was set back too', () => {
    const cut = sound.slice(0, 6);
    expect(faultsOf(cut, { head: headOf(sound) })).toEqual([
      { code: 'TAIL_REMOVED', from: 7, to: 9, day: null },
    ]);
    const seals = [sealed('2026-11-22', sound)];
    expect(faultsOf(cut, { head: headOf(cut), seals })).toEqual([
      { code: 'TAIL_REMOVED', from: 7, to: 9, day: '2026-11-22' },
    ]);
  });

  it('names the day whose seal does not hold when the whole chain was made anew', () => {
    const anew = chainOf(9).map((event) => event);
    let previousHash = BEGINNING;
    for (const [index, event] of anew.entries()) {
      anew[index] = chained({ ...event, previousHash, ...(index === 3 ? { actor: 'cli' } : {}) });
      previousHash = anew[index].hash;
    }
    expect(faultsOf(anew, { head: headOf(anew), seals: [sealed('2026-11-22', sound)] })).toEqual([
      { code: 'SEALED_EVENT_DIFFERS', day: '2026-11-22', number: 9 },
    ]);
  });

  it('tells the first faults and counts the rest', () => {
    const walk = new ChainWalk({ seals: [], head: null });
    for (let number = 2; number <= 2_000; number += 2) walk.step({ ...chainOf(1)[0]!, number });
    const { faults, faultCount } = walk.end();
    expect([faults.length, faultCount]).toEqual([200, 2_000]);
  });
});

describe('seals', () => {
  const events = chainOf(5);
  const first = sealed('2026-11-20', events.slice(0, 3));
  const empty = sealed('2026-11-21', [], first);
  const last = sealed('2026-11-22', events.slice(3), empty);
  const seals = [first, empty, last];

  it('are a chain of days, those without events too', () => {
    expect(sealFaults(seals, seals)).toEqual([]);
    expect(empty).toMatchObject({ firstNumber: null, lastNumber: 3, count: 0 });
  });

  it('that were removed, altered or made anew are named by their day', () => {
    expect(sealFaults([first, last], [])).toEqual([{ code: 'SEAL_REMOVED', day: '2026-11-21' }]);
    expect(sealFaults([first, { ...empty, count: 1 }, last], [])).toEqual([
      { code: 'SEAL_ALTERED', day: '2026-11-21' },
    ]);
    expect(sealFaults([first, empty], seals)).toEqual([{ code: 'SEAL_REMOVED', day: '2026-11-22' }]);
    const anew = sealed('2026-11-22', events.slice(3, 4), empty);
    expect(sealFaults([first, empty, anew], seals)).toEqual([{ code: 'SEAL_DIFFERS', day: '2026-11-22' }]);
  });

  it('are read back from the lines that they are printed as', () => {
    const text = `# kept by the auditor\n${seals.map(sealLine).join('\n')}\n\n`;
    expect(readSealLines(text)).toEqual(seals);
    expect(readSealLines(`${sealLine(first)}\nnot a seal`)).toEqual({ badLine: 2 });
  });
});
