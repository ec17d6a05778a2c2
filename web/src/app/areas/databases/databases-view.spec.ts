import { describe, expect, it } from '@jest/globals';
import { wordingOf } from '../../../testing/wording.js';
import type { DatabaseOwner } from '../../api-client/models/database-owner.js';
import type { DatabasesOverview } from './databases-store.js';
import {
  asOfText,
  classRows,
  clausesOf,
  databasesHeadline,
  databasesTiles,
  figureText,
  ownerLine,
  pageText,
  yearChoices,
  yearOf,
} from './databases-view.js';

const vi = wordingOf('vi');
const term = (code: string, nameVi: string, group: number) => ({ code, nameVi, nameEn: code, group });

function overviewOf(meetingAll: number, withData: number): DatabasesOverview {
  return {
    national: { count: 6, meetingAll, withData, period: '2026' },
    summary: {
      period: '2026',
      open: 1234,
      closed: 2,
      units: 40,
      sent: 900,
      verified: 300,
      sentLate: 5,
      openObstacles: 7,
      services: 12,
      byClass: [
        { class: 'national', count: 6 },
        { class: 'unknown', count: 0 },
      ],
    },
    terms: { classes: [term('national', 'Cơ sở dữ liệu quốc gia', 1)] },
  } as unknown as DatabasesOverview;
}

describe('the answer', () => {
  it('says how many of the six meet all three conditions', () => {
    expect(databasesHeadline(overviewOf(4, 6), vi)).toBe(
      '4/6 cơ sở dữ liệu quốc gia đạt cả ba điều kiện năm 2026',
    );
  });

  it('says of how many that is known, and that nothing is', () => {
    expect(databasesHeadline(overviewOf(1, 3), vi)).toContain('3 cơ sở dữ liệu có đủ số liệu');
    expect(databasesHeadline(overviewOf(0, 0), vi)).toMatch(/^Chưa có số liệu/);
  });

  it('stands in four tiles; without an entry no share of inventories is sent', () => {
    expect(databasesTiles(overviewOf(1, 3), vi).map(({ value }) => value)).toEqual([
      '1/6',
      '1.234',
      '900/1.234',
      '7',
    ]);
    const none = overviewOf(0, 0);
    const empty = { ...none, summary: { ...none.summary, open: 0, sent: 0 } };
    expect(databasesTiles(empty, vi)[2]?.value).toBe('–');
  });

  it('counts the databases of each class, and names one that it does not know by its code', () => {
    expect(classRows(overviewOf(0, 0), vi)).toMatchObject([
      { label: 'Cơ sở dữ liệu quốc gia', group: 1, count: '6' },
      { label: 'unknown', count: '0', share: 0 },
    ]);
  });
});

describe('an owner', () => {
  const unit = (nameVi: string, endedOn: string | null, heirs: readonly string[] = []) => ({
    unitId: nameVi,
    nameVi,
    nameEn: nameVi,
    endedOn,
    successors: heirs.map((name) => ({ unitId: name, nameVi: name, nameEn: name, from: '2025-03-01' })),
  });
  const owner = (own: Partial<DatabaseOwner>): DatabaseOwner => ({
    standing: 'implied',
    unit: null,
    recollected: null,
    unverified: true,
    legalBasis: [],
    noteVi: 'Suy ra',
    noteEn: 'Implied',
    reference: null,
    setAt: null,
    setBy: null,
    ...own,
  });

  it('that is no more is named as the document names it, with who took over', () => {
    const line = ownerLine(owner({ unit: unit('Bộ A', '2025-02-28', ['Bộ B']) }), vi);
    expect(line).toMatchObject({ name: 'Bộ A', ended: '28/02/2025', unverified: true, note: 'Suy ra' });
    expect(line.heirs).toEqual([{ unitId: 'Bộ B', name: 'Bộ B', from: '01/03/2025' }]);
  });

  it('that no document states is nobody, and recollection is told apart', () => {
    const line = ownerLine(
      owner({ standing: 'not_stated', unverified: false, recollected: unit('BHXH', '2025-02-28', ['Bộ C']) }),
      vi,
    );
    expect(line).toMatchObject({ name: null, recollected: 'BHXH → Bộ C', unverified: false });
  });

  it('that was set is told with its document', () => {
    const line = ownerLine(owner({ standing: 'set', unit: unit('Bộ D', null), reference: '1/QĐ' }), vi);
    expect(line).toMatchObject({ name: 'Bộ D', note: '1/QĐ', ended: null });
  });
});

describe('words and figures', () => {
  it.each([
    [{ figure: 97.5, figureUnit: '%' }, '97,5%'],
    [{ figure: 1_456_551, figureUnit: 'doanh nghiệp' }, '1.456.551 doanh nghiệp'],
    [{ figure: 0, figureUnit: 'bản ghi' }, '0 bản ghi'],
    [{ figure: null, figureUnit: null }, null],
  ])('%j is %j', (given, text) => expect(figureText(given, vi)).toBe(text));

  it('a month and a day', () => {
    expect([asOfText('2022-11', vi), asOfText('2022-12-29', vi)]).toEqual(['11/2022', '29/12/2022']);
  });

  it('a year of an address, or this one', () => {
    expect(['2024', undefined, '24', '1999', 'x'].map((year) => yearOf(year, '2026'))).toEqual([
      '2024',
      '2026',
      '2026',
      '2026',
      '2026',
    ]);
    expect(yearChoices('2026', '2020')).toEqual(['2026', '2025', '2024', '2023', '2020']);
  });

  it('which part of the register is shown', () => {
    expect(pageText({ page: 3, size: 50, total: 1120 }, vi)).toBe('101–150 trong 1.120');
    expect(pageText({ page: 1, size: 50, total: 4 }, vi)).toBe('1–4 trong 4');
  });

  it('clauses that can be opened', () => {
    expect(clausesOf(['decision-142-2024#III.2.đ', 'data-year-2023'])).toEqual([
      { document: 'decision-142-2024', code: 'III.2.đ' },
    ]);
  });
});
