import { describe, expect, it } from '@jest/globals';
import { checkFigureDto } from './check-figure.js';
import type { CheckFigure } from './edition.entity.js';

const FIGURE: CheckFigure = {
  editionCode: 'dti-2021',
  revision: 1,
  position: 0,
  frameworkVersion: 'dti-922-ministry',
  groupCode: 'without_public_service',
  dataElement: 'dti.total',
  statistic: 'mean',
  value: 0.2151,
  decimals: 4,
  confidence: 'high',
  sourceIds: [],
};

const group = (expected: number | null) => ({ nameVi: 'Nhóm', nameEn: 'Group', expected });

describe('checkFigureDto', () => {
  it('does not set a mean of five units against the published mean of eight or nine', () => {
    const five = [0.4736, 0.4192, 0.2737, 0.2046, 0.1394];
    expect(checkFigureDto(FIGURE, five, group(null))).toMatchObject({
      recomputed: null,
      agrees: null,
      held: 5,
    });
    expect(checkFigureDto(FIGURE, five, group(9))).toMatchObject({ recomputed: null, agrees: null });
  });

  it('agrees, or not, when the group is complete', () => {
    expect(checkFigureDto(FIGURE, [0.2151, 0.21509], group(2))).toMatchObject({
      recomputed: 0.2151,
      agrees: true,
    });
    expect(checkFigureDto(FIGURE, [0.3, 0.2], group(2))).toMatchObject({ recomputed: 0.25, agrees: false });
  });
});
