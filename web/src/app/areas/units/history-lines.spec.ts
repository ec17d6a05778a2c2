import { describe, expect, it } from '@jest/globals';
import { entryOf, resultOf, unknownResult } from '../../../testing/rankings.js';
import { wordingOf } from '../../../testing/wording.js';
import { historyFinding } from './history-finding.js';
import { historyLines, pointCount } from './history-lines.js';
import { breaksOf, segmentsOf } from './history-chart-options.js';

const vi = wordingOf('vi');
const at = (period: string, framework: string, total: number | null, rank: number | null = 1) =>
  entryOf(period, framework, resultOf('u', { total, rank }));
const own = (...entries: ReturnType<typeof at>[]) =>
  historyLines({ unitId: 'u', entries, predecessors: [] }, 'Huế', vi.name);

describe('lines over the years', () => {
  it('leave out editions of which nothing is known', () => {
    const entries = [entryOf('2021', 'f', unknownResult('u')), at('2022', 'f', 0.7)];
    const lines = historyLines({ unitId: 'u', entries, predecessors: [] }, 'Huế', vi.name);
    expect(lines[0]?.points.map((point) => point.year)).toEqual([2022]);
  });

  it('are one for the unit and one for each predecessor with results', () => {
    const predecessor = (unitId: string, entries: ReturnType<typeof at>[]) => ({
      unitId,
      nameVi: unitId,
      nameEn: unitId,
      entries,
    });
    const lines = historyLines(
      {
        unitId: 'new',
        entries: [],
        predecessors: [predecessor('a', [at('2022', 'f', 0.5)]), predecessor('b', [])],
      },
      'Mới',
      vi.name,
    );
    expect(lines.map((line) => [line.name, line.own])).toEqual([['a', false]]);
  });

  it('do not take a renaming for a predecessor', () => {
    const self = { unitId: 'u', nameVi: 'Huế', nameEn: 'Hue', entries: [at('2022', 'f', 0.5)] };
    const lines = historyLines(
      { unitId: 'u', entries: [at('2022', 'f', 0.5)], predecessors: [self] },
      'Huế',
      vi.name,
    );
    expect(pointCount(lines)).toBe(1);
  });
});

describe('segments', () => {
  const runs = (...entries: ReturnType<typeof at>[]): number[][] =>
    own(...entries).flatMap((line) =>
      segmentsOf(line, 'total').map((segment) => segment.map((point) => point.year)),
    );

  it('join successive years of one framework', () => {
    expect(runs(at('2021', 'f', 0.4), at('2022', 'f', 0.5))).toEqual([[2021, 2022]]);
  });

  it('never join two frameworks', () => {
    expect(runs(at('2020', '1726', 0.4), at('2021', '922', 0.5), at('2022', '922', 0.6))).toEqual([
      [2020],
      [2021, 2022],
    ]);
  });

  it('do not run across a year without a result, nor across one without this measure', () => {
    expect(runs(at('2020', 'f', 0.4), at('2022', 'f', 0.5))).toEqual([[2020], [2022]]);
    expect(runs(at('2020', 'f', 0.4), at('2021', 'f', null), at('2022', 'f', 0.5))).toEqual([[2020], [2022]]);
  });
});

describe('breaks', () => {
  it('stand before the first year of each later framework', () => {
    expect(breaksOf(own(at('2020', '1726', 0.4), at('2022', '922', 0.6), at('2024', '405', 0.6)))).toEqual([
      2021.5, 2023.5,
    ]);
    expect(breaksOf(own(at('2021', '922', 0.4), at('2022', '922', 0.6)))).toEqual([]);
  });
});

describe('what a history says', () => {
  it('is a change within one framework', () => {
    expect(historyFinding(own(at('2021', 'f', 0.4), at('2022', 'f', 0.5)), 'total', vi)).toBe(
      'Từ 0,4000 (năm 2021) đến 0,5000 (năm 2022)',
    );
  });

  it('is no change across frameworks', () => {
    const lines = own(at('2020', '1726', 0.4097, 2), at('2022', '922', 0.6975, 4));
    expect(historyFinding(lines, 'total', vi)).toBe(
      '0,4097 (năm 2020) và 0,6975 (năm 2022): hai bộ chỉ số, không so sánh',
    );
    expect(historyFinding(lines, 'rank', vi)).toBe(
      'Hạng 2 (năm 2020) và hạng 4 (năm 2022): hai bộ chỉ số, không so sánh',
    );
  });

  it('is one value where there is one', () => {
    expect(historyFinding(own(at('2022', 'f', 0.5)), 'total', vi)).toBe(
      'Một kỳ có số liệu: 0,5000 (năm 2022)',
    );
  });

  it('is the span of the predecessors where the unit has none of its own', () => {
    const predecessors = [
      { unitId: 'a', nameVi: 'Quảng Nam', nameEn: '', entries: [at('2022', 'f', 0.5808, 31)] },
      {
        unitId: 'b',
        nameVi: 'Đà Nẵng',
        nameEn: '',
        entries: [at('2020', 'e', 0.4874, 1), at('2022', 'f', 0.8002, 1)],
      },
    ];
    const lines = historyLines({ unitId: 'new', entries: [], predecessors }, 'Đà Nẵng mới', vi.name);
    expect(historyFinding(lines, 'total', vi)).toBe(
      'Năm 2022: Đà Nẵng cao nhất (0,8002), Quảng Nam thấp nhất (0,5808)',
    );
    expect(historyFinding(lines, 'rank', vi)).toBe(
      'Năm 2022: Đà Nẵng cao nhất (hạng 1), Quảng Nam thấp nhất (hạng 31)',
    );
  });
});
