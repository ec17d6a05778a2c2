import type { Measure } from '../app/api-client/models/measure.js';
import type { MeasureFigure } from '../app/api-client/models/measure-figure.js';
import type { Target } from '../app/api-client/models/target.js';
import type { TargetPage } from '../app/api-client/models/target-page.js';

/** A figure of 60 % in 2025, for specs. */
export function aFigure(own: Partial<MeasureFigure> = {}): MeasureFigure {
  return {
    period: '2025',
    value: 60,
    scoreState: 'scored',
    numerator: 60,
    denominator: 100,
    reported: 1,
    notApplicable: 0,
    expected: 1,
    state: 'on_course',
    reason: 'on_the_path',
    path: 50,
    distance: 40,
    ...own,
  };
}

export function aMeasure(own: Partial<Measure> = {}): Measure {
  return {
    code: 'III.1.a-1',
    targetCode: 'III.1.a',
    kind: 'printed',
    words: '100%',
    nameVi: 'Tỷ lệ',
    nameEn: 'Rate',
    comparator: 'at_least',
    target: 100,
    unit: 'percent',
    numeratorVi: 'Số đạt',
    numeratorEn: 'Those that do',
    denominatorVi: 'Tổng số',
    denominatorEn: 'All',
    definition: 'stated',
    definitionNoteVi: null,
    definitionNoteEn: null,
    exclusionWords: null,
    exclusionVi: null,
    exclusionEn: null,
    freshness: null,
    freshnessWords: null,
    levels: ['nation'],
    rollUp: 'reported_for_nation',
    notApplicableRule: 'none',
    notApplicableStanding: null,
    notApplicableNoteVi: null,
    notApplicableNoteEn: null,
    dataElements: [],
    baseline: { year: 2023, value: 0 },
    figure: aFigure(),
    ...own,
  };
}

export function aTarget(own: Partial<Target> = {}): Target {
  return {
    programme: 'strategy-2030',
    code: 'III.1.a',
    groupCode: 'III.1',
    nameVi: 'Kết nối các trung tâm dữ liệu',
    nameEn: 'Data centres connected',
    due: '2030',
    legalBasis: ['decision-142-2024#III.1.a'],
    eachUnitBasis: null,
    owners: [],
    ownerNoteVi: null,
    ownerNoteEn: null,
    trackingVi: null,
    trackingEn: null,
    trackingBasis: null,
    conditions: [],
    measures: [aMeasure()],
    ...own,
  };
}

export function aPage(items: Target[], own: Partial<TargetPage> = {}): TargetPage {
  const none = { met: 0, onCourse: 0, behind: 0, atRisk: 0, noData: 0, notApplicable: 0 };
  return {
    items,
    total: items.length,
    page: 1,
    size: 500,
    programme: 'strategy-2030',
    period: '2025',
    periods: ['2025'],
    dataSet: 'official',
    sample: false,
    due: '2030',
    groups: [
      { code: 'III.1', clause: 'III.1', nameVi: 'Hạ tầng', nameEn: 'Infrastructure' },
      { code: 'III.2', clause: 'III.2', nameVi: 'Chính phủ số', nameEn: 'Digital government' },
    ],
    counts: [
      { ...none, kind: 'printed', total: 25 },
      { ...none, kind: 'carried', total: 5 },
      { ...none, kind: 'no_figure', total: 2 },
    ],
    rule: {
      baselineYear: 2023,
      baselineValue: 0,
      baselines: {},
      onCourseFrom: 1,
      behindFrom: 0.75,
      coverageFrom: 0.5,
      unmetWithoutFigure: 'behind',
    },
    ruleProposed: true,
    ...own,
  };
}
