import { describe, expect, it } from '@jest/globals';
import { bodyOf, type ChangeDraft, emptyDraft, NO_UNIT } from './change-draft.js';

const draft = (own: Partial<ChangeDraft> = {}): ChangeDraft => ({
  ...emptyDraft('merger', undefined),
  units: ['cao-bang', 'lang-son'],
  made: [
    {
      ...NO_UNIT,
      vi: ' Tỉnh Cao Lạng ',
      shortVi: 'Cao Lạng',
      en: 'Cao Lang',
      codes: { gso: '98', 'iso3166-2': '', 'e-id': '' },
    },
  ],
  day: '01/01/2027',
  number: '99/2026/QH16',
  date: '15/10/2026',
  ...own,
});
const legalBasis = { number: '99/2026/QH16', date: '2026-10-15' };

describe('what a form says', () => {
  it('is a merger into a new unit as the server takes it', () => {
    expect(bodyOf('merger', draft()).change).toEqual({
      kind: 'merger',
      predecessors: ['cao-bang', 'lang-son'],
      successor: {
        new: {
          unitKind: 'province',
          name: { vi: 'Tỉnh Cao Lạng', shortVi: 'Cao Lạng', en: 'Cao Lang' },
          codes: [{ scheme: 'gso', code: '98' }],
        },
      },
      effectiveDate: '2027-01-01',
      legalBasis,
    });
  });

  it('is a merger into a unit that is there, by a clause that is held', () => {
    const own = {
      into: 'existing',
      successor: 'ha-noi',
      basis: 'held',
      document: 'decision-142-2024',
      clause: 'IV.3',
    } as const;
    expect(bodyOf('merger', draft(own)).change).toMatchObject({
      successor: { unit: 'ha-noi' },
      legalBasis: { reference: 'decision-142-2024#IV.3' },
    });
  });

  it('is a correction with open days', () => {
    const period = { fact: 'code', key: 'gso', from: null, to: '2025-06-30' } as const;
    const own = { ...emptyDraft('correction', 'hue'), period, until: '30/09/2025' };
    expect(bodyOf('correction', own).change).toEqual({
      kind: 'correction',
      unit: 'hue',
      fact: 'code',
      key: 'gso',
      recorded: { from: null, to: '2025-06-30' },
      validFrom: null,
      validTo: '2025-09-30',
    });
  });
});

describe('what is still to be filled in', () => {
  it.each([
    [
      'merger',
      {},
      [
        'predecessors',
        'successor.new.name.vi',
        'successor.new.name.en',
        'effectiveDate',
        'legalBasis.number',
        'legalBasis.date',
      ],
    ],
    [
      'split',
      {},
      [
        'unit',
        'parts.0.name.vi',
        'parts.0.name.en',
        'parts.1.name.vi',
        'parts.1.name.en',
        'effectiveDate',
        'legalBasis.number',
        'legalBasis.date',
      ],
    ],
    ['alias', {}, ['unit', 'text']],
    ['alias', { day: '31/02/2026' }, ['unit', 'text', 'effectiveDate']],
    ['end', { basis: 'held' }, ['unit', 'effectiveDate', 'legalBasis.reference']],
    ['code', {}, ['unit', 'code', 'effectiveDate']],
    ['correction', {}, ['unit', 'recorded']],
  ] as const)('of %s with %j is %j', (kind, own, missing) => {
    expect(bodyOf(kind, { ...emptyDraft(kind, undefined), ...own })).toEqual({ change: null, missing });
  });
});
