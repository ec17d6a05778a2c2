import { describe, expect, it } from '@jest/globals';
import { OFFICIAL } from '../../platform/http/data-set.js';
import type { Observation } from '../observations/observation.entity.js';
import { readFile } from './file-reader.js';
import { planImport } from './import-plan.js';
import { uncommittedReport } from './import-report.js';
import { PROVINCES, provinceResolver } from './import-spec.fixture.js';
import { readSourceCell } from './source-cell.js';

const QUERY = { framework: 'dti-922-province', period: '2022', fileName: 'table.csv' };

function stored(unitId: string, dataElement: string, own: Partial<Observation>): Observation {
  const writing = { writtenAt: new Date(0), writtenBy: 'spec', importId: null };
  const about = { id: '1', period: '2022', dataSet: OFFICIAL, ...writing };
  const figure = { value: null, textValue: null, status: 'A' as const, confidence: null, note: null };
  return { ...about, ...figure, unitId, dataElement, sourceIds: ['press'], ...own };
}

function report(text: string, current: readonly Observation[] = []) {
  const file = readFile(Buffer.from(text), PROVINCES, provinceResolver());
  const sourced = file.figures.map((figure) => ({
    figure,
    source: readSourceCell(figure.source, PROVINCES.sourceIds),
  }));
  const units = new Map([['hue', { shortNameVi: 'Huế', nameEn: 'Hue' } as never]]);
  return uncommittedReport(file, QUERY, planImport(file.faults.count > 0 ? [] : sourced, current), units);
}

describe('the report on a file', () => {
  it('lists new and changed cells as text, and counts those that stay', () => {
    const current = [
      stored('hue', 'dti.total', { value: 0.69 }),
      stored('hue', 'dti.group', { textValue: 'province_63' }),
    ];
    const told = report('unit,dti.total,dti.rank,source\nHuế,0.6975,4,press\n', current);
    expect(told).toMatchObject({
      state: 'previewed',
      newCount: 1,
      changedCount: 1,
      unchangedCount: 1,
      unitCount: 1,
    });
    expect(
      told.changes.map(({ unitNameVi, dataElement, change, before, after }) => [
        unitNameVi,
        dataElement,
        change,
        before,
        after,
      ]),
    ).toEqual([
      ['Huế', 'dti.total', 'changed', '0.69', '0.6975'],
      ['Huế', 'dti.rank', 'new', null, '4'],
    ]);
  });

  it('shows a gap by its status', () => {
    const [change] = report('unit,dti.total,source\nHuế,M,press\n', [
      stored('hue', 'dti.total', { value: 0.69 }),
    ]).changes;
    expect(change).toMatchObject({ before: '0.69', after: 'M', status: 'M' });
  });

  it('shows where a figure comes from when that alone has changed', () => {
    const current = [stored('hue', 'dti.total', { value: 0.69, confidence: 'low', note: 'a copy' })];
    const [change] = report('unit,dti.total,source,confidence\nHuế,0.69,official,high\n', current).changes;
    expect(change).toMatchObject({
      change: 'changed',
      before: '0.69 (press; low; a copy)',
      after: '0.69 (official; high; a copy)',
    });
  });

  it('of a refused file has its faults and no changes', () => {
    const told = report('unit,dti.total,source\nHuế,2,press\nĐà Nẵng,0.8,press\n');
    expect(told).toMatchObject({ state: 'refused', faultCount: 1, newCount: 0, changes: [], unitCount: 0 });
    expect(told.file).toMatchObject({ name: 'table.csv', rows: 2, encoding: 'utf-8', delimiter: ',' });
  });
});
