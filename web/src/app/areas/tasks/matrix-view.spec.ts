import { describe, expect, it } from '@jest/globals';
import type { TaskMatrixRow } from '../../api-client/models/task-matrix-row.js';
import type { TaskState } from '../../api-client/models/task-state.js';
import { wordingOf } from '../../../testing/wording.js';
import { matrixCounts, matrixFiltersOf, matrixFinding, matrixRows } from './matrix-view.js';

function row(
  unitId: string,
  level: TaskMatrixRow['level'],
  regionId: string | null,
  states: readonly (TaskState | null)[],
): TaskMatrixRow {
  const cells = states.map((state) => ({ state, asOf: null }));
  return { unitId, nameVi: unitId, nameEn: unitId, shortNameVi: unitId, level, regionId, cells };
}

const ROWS = [
  row('bo-cong-an', 'ministry', null, ['done', null]),
  row('ha-noi', 'province', 'red-river-delta', ['overdue', null]),
  row('da-nang', 'province', 'central', ['no_status', null]),
];
const ask = (level?: string, region?: string, state?: string) =>
  matrixRows(ROWS, matrixFiltersOf({ level, region, state })).map(({ unitId }) => unitId);

describe('the matrix', () => {
  it('is filtered by level, region and state', () => {
    expect(ask()).toHaveLength(3);
    expect(ask('province')).toEqual(['ha-noi', 'da-nang']);
    expect(ask('province', 'central')).toEqual(['da-nang']);
    expect(ask(undefined, undefined, 'overdue')).toEqual(['ha-noi']);
    expect(ask('nation', undefined, 'late')).toHaveLength(3);
  });

  it('counts cells, and not those that no task speaks to', () => {
    expect(matrixCounts(ROWS)).toEqual([
      { state: 'overdue', count: 1 },
      { state: 'no_status', count: 1 },
      { state: 'done', count: 1 },
    ]);
    expect(matrixFinding(ROWS, wordingOf('vi'))).toBe(
      '3 đơn vị, 3 đầu việc phần B: 1 hoàn thành, 1 quá hạn, 1 chưa báo cáo',
    );
  });
});
