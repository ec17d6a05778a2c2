import { describe, expect, it } from '@jest/globals';
import { wordingOf } from '../../../testing/wording.js';
import { aFigure, aMeasure, aPage, aTarget } from '../../../testing/targets.js';
import {
  stateCounts,
  finding,
  oneOf,
  ownersOf,
  sectionsOf,
  SORTS,
  type TargetChoice,
} from './targets-view.js';

const vi = wordingOf('vi');
const ALL: TargetChoice = {
  group: undefined,
  state: undefined,
  kind: undefined,
  owner: undefined,
  sort: 'document',
};

const owner = (unitId: string, nameVi: string) => ({
  unitId,
  nameVi,
  nameEn: unitId,
  role: 'leads' as const,
  legalBasis: 'decision-142-2024#VIII.2.đ',
  partVi: null,
  partEn: null,
  successors: [],
});
const late = aMeasure({ code: 'III.2.b-1', figure: aFigure({ state: 'at_risk', distance: 90 }) });
const carried = aMeasure({
  code: 'III.2.b-2',
  kind: 'carried',
  figure: aFigure({ state: 'met', distance: 0 }),
});
const page = aPage([
  aTarget({ owners: [owner('b', 'Bộ Y tế'), owner('a', 'Bộ Công an')] }),
  aTarget({
    code: 'III.2.b',
    groupCode: 'III.2',
    owners: [owner('a', 'Bộ Công an')],
    measures: [late, carried],
  }),
]);
const codes = (choice: Partial<TargetChoice>) =>
  sectionsOf(page, { ...ALL, ...choice }, vi).map(({ code, targets }) => [
    code,
    targets.flatMap(({ measures }) => measures.map((measure) => measure.code)),
  ]);

describe('sections', () => {
  it('are the groups in their order, those without a target left out', () => {
    expect(codes({})).toEqual([
      ['III.1', ['III.1.a-1']],
      ['III.2', ['III.2.b-1', 'III.2.b-2']],
    ]);
    expect(codes({ group: 'III.2' })).toEqual([['III.2', ['III.2.b-1', 'III.2.b-2']]]);
  });

  it('hold the measures that are asked for', () => {
    expect(codes({ state: 'at_risk' })).toEqual([['III.2', ['III.2.b-1']]]);
    expect(codes({ kind: 'carried' })).toEqual([['III.2', ['III.2.b-2']]]);
    expect(codes({ owner: 'b' })).toEqual([['III.1', ['III.1.a-1']]]);
    expect(codes({ state: 'no_data' })).toEqual([]);
  });

  it.each(['state', 'distance'] as const)('sorted by %s are one, the worst first', (sort) => {
    expect(codes({ sort })).toEqual([[sort, ['III.2.b-1', 'III.2.b-2', 'III.1.a-1']]]);
  });
});

it('owners are listed once, in the order of the Vietnamese alphabet', () => {
  expect(ownersOf(page, vi).map(({ id }) => id)).toEqual(['a', 'b']);
});

it('a word that is not known asks for nothing', () => {
  expect([oneOf(SORTS, 'state'), oneOf(SORTS, 'colour'), oneOf(SORTS, undefined)]).toEqual([
    'state',
    undefined,
    undefined,
  ]);
});

describe('the answer', () => {
  const counts = (met: number, noData: number) =>
    aPage([], {
      total: 20,
      counts: [
        { kind: 'printed', total: 25, met, onCourse: 3, behind: 2, atRisk: 1, noData, notApplicable: 0 },
        { kind: 'carried', total: 0, met: 0, onCourse: 0, behind: 0, atRisk: 0, noData: 0, notApplicable: 0 },
      ],
    });

  it('says how many are met, on course and late', () => {
    expect(finding(counts(4, 15), vi)).toBe(
      'Năm 2025: 4 trong 25 chỉ tiêu đã đạt, 3 đúng tiến độ, 3 chậm hoặc có nguy cơ không đạt',
    );
  });

  it('says that there are no figures where there are none', () => {
    const none = { met: 0, onCourse: 0, behind: 0, atRisk: 0, notApplicable: 0 };
    const empty = aPage([], { total: 20, counts: [{ ...none, kind: 'printed', total: 25, noData: 25 }] });
    expect(finding(empty, vi)).toBe('20 mục tiêu, 25 chỉ tiêu đến năm 2030: chưa có số liệu');
  });

  it('counts each kind apart, kinds without a measure left out', () => {
    const { kinds, rows, total } = stateCounts(counts(4, 15));
    expect([kinds, total]).toEqual([['printed'], { all: 25, counts: [25] }]);
    expect(rows.map(({ state, all, share }) => [state, all, share])).toEqual([
      ['met', 4, 16],
      ['on_course', 3, 12],
      ['behind', 2, 8],
      ['at_risk', 1, 4],
      ['no_data', 15, 60],
      ['not_applicable', 0, 0],
    ]);
  });
});
