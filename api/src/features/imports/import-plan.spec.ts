import { describe, expect, it } from '@jest/globals';
import { OFFICIAL } from '../../platform/http/data-set.js';
import type { Observation } from '../observations/observation.entity.js';
import type { ReadFigure } from './figures-reader.js';
import { planImport } from './import-plan.js';
import { readSourceCell } from './source-cell.js';

const STORED: Observation = {
  id: '1',
  unitId: 'hue',
  dataElement: 'dti.total',
  period: '2022',
  value: 0.6975,
  textValue: null,
  status: 'A',
  sourceIds: ['press'],
  confidence: 'high',
  note: 'a note',
  writtenAt: new Date(0),
  writtenBy: 'reference-data',
  importId: '1',
  dataSet: OFFICIAL,
};

const FIGURE: ReadFigure = {
  line: 2,
  unitId: 'hue',
  element: 'dti.total',
  value: 0.6975,
  text: null,
  status: 'A',
  fromEmptyCell: false,
  source: 'press',
  confidence: null,
  note: null,
};

function planned(figure: Partial<ReadFigure>, stored: Partial<Observation> | null = {}) {
  const read = { ...FIGURE, ...figure };
  const source = readSourceCell(read.source, new Set(['press', 'official']));
  return planImport([{ figure: read, source }], stored === null ? [] : [{ ...STORED, ...stored }])[0];
}

describe('planImport', () => {
  it.each([
    ['nothing known so far', {}, null, 'new'],
    [
      'an empty cell where nothing is known',
      { value: null, status: 'L', fromEmptyCell: true } as const,
      null,
      'new',
    ],
    ['the same figure', {}, {}, 'unchanged'],
    ['another figure', { value: 0.7 }, {}, 'changed'],
    [
      'an empty cell over a figure',
      { value: null, status: 'L', fromEmptyCell: true } as const,
      {},
      'unchanged',
    ],
    ['a gap that is stated over a figure', { value: null, status: 'L' } as const, {}, 'changed'],
    ['a figure over a gap', {}, { value: null, status: 'O' } as const, 'changed'],
    [
      'another gap over a gap',
      { value: null, status: 'M' } as const,
      { value: null, status: 'O' } as const,
      'changed',
    ],
    ['a figure of another unit', { unitId: 'da-nang' }, {}, 'new'],
    ['the same figure from another source', { source: 'official' }, {}, 'changed'],
    ['the same figure with another confidence', { confidence: 'low' }, {}, 'changed'],
    ['the same figure with another note', { note: 'checked' }, {}, 'changed'],
    ['the same figure, confidence and note', { confidence: 'high', note: 'a note' }, {}, 'unchanged'],
  ])('%s', (_what, figure, stored, change) => {
    expect(planned(figure, stored)?.change).toBe(change);
  });

  it('keeps the confidence and note of a figure that stays, and not those of one that does not', () => {
    expect(planned({ source: 'official' })?.figure).toMatchObject({ confidence: 'high', note: 'a note' });
    expect(planned({ value: 0.7 })?.figure).toMatchObject({ confidence: null, note: null });
  });
});

describe('readSourceCell', () => {
  const known = new Set(['press', 'official']);

  it('finds one source or several by their ids', () => {
    expect(readSourceCell('press', known)).toEqual({ ids: ['press'], added: null });
    expect(readSourceCell(' press;  official ', known)).toEqual({ ids: ['press', 'official'], added: null });
  });

  it('takes any other words for the title of a new source, the same words for the same one', () => {
    const { ids, added } = readSourceCell('Báo cáo 12/BC-STTTT press', known);
    expect(added).toEqual({
      id: ids[0],
      titleVi: 'Báo cáo 12/BC-STTTT press',
      titleEn: 'Báo cáo 12/BC-STTTT press',
      url: null,
      kind: 'unclassified',
      note: null,
      retrieved: null,
    });
    expect(ids).toEqual([expect.stringMatching(/^imported-[0-9a-f]{12}$/)]);
    expect(readSourceCell('Báo cáo 12/BC-STTTT press', known).ids).toEqual(ids);
    expect(readSourceCell('Báo cáo 13/BC-STTTT press', known).ids).not.toEqual(ids);
  });

  it('keeps an address as one only when it is of the web', () => {
    expect(readSourceCell('https://dti.gov.vn/2022', known).added?.url).toBe('https://dti.gov.vn/2022');
    expect(readSourceCell('javascript:alert(1)', known).added?.url).toBeNull();
    expect(readSourceCell('see https://dti.gov.vn', known).added?.url).toBeNull();
  });
});
