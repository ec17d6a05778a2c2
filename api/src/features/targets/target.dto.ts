import { z } from 'zod';
import { dataSetQuery } from '../../platform/http/data-set.js';
import { pageOf, pageQuery } from '../../platform/http/page.js';
import { legalBasisSchema } from '../law/law.dto.js';
import { levelSchema } from '../units/unit.dto.js';
import { measureStateRuleSchema } from './measure-state-rule.js';

export const DEFAULT_PROGRAMME = 'strategy-2030';

export const measureKindSchema = z.enum(['printed', 'carried', 'no_figure']).meta({
  id: 'MeasureKind',
  description: 'Printed by the clause; carried by a printed figure; or "toàn bộ" without a figure',
});
export const measureStateSchema = z
  .enum(['met', 'on_course', 'behind', 'at_risk', 'no_data', 'not_applicable'])
  .meta({ id: 'MeasureState' });
const stateReasonSchema = z
  .enum([
    'target_reached',
    'on_the_path',
    'below_the_path',
    'far_below_the_path',
    'without_figure',
    'too_few_reported',
    'no_number',
    'no_need',
  ])
  .meta({ id: 'MeasureStateReason' });
const scoreStateSchema = z
  .enum(['scored', 'not_collected', 'missing', 'not_applicable', 'incomplete', 'not_scored', 'undetermined'])
  .describe('Why there is a value, or none');

const named = { nameVi: z.string(), nameEn: z.string() };
const judged = {
  state: measureStateSchema,
  reason: stateReasonSchema,
  path: z.number().nullable().describe('Value of the straight path in the period: an assumption'),
  distance: z.number().nullable().describe('What is left to the target, in the unit of the measure'),
};
const valued = {
  value: z.number().nullable().describe('Percent, count, or 1 for yes'),
  scoreState: scoreStateSchema,
  numerator: z.number().nullable(),
  denominator: z.number().nullable(),
};

export const measureFigureSchema = z
  .object({
    period: z.string(),
    ...valued,
    reported: z.int().describe('Units with a figure; of a list, its items'),
    notApplicable: z.int().describe('Units for which there is nothing to count'),
    expected: z.int().describe('Units asked'),
    ...judged,
  })
  .meta({ id: 'MeasureFigure', description: 'The national figure of a measure in a period' });

export const measureSchema = z
  .object({
    code: z.string(),
    targetCode: z.string(),
    kind: measureKindSchema,
    words: z.string().describe('The words of the clause'),
    ...named,
    comparator: z.enum(['at_least', 'more_than']).nullable(),
    target: z.number().nullable().describe('The figure to reach, in the unit of the measure'),
    unit: z.enum(['percent', 'count', 'yes_no']),
    numeratorVi: z.string().nullable(),
    numeratorEn: z.string().nullable(),
    denominatorVi: z.string().nullable(),
    denominatorEn: z.string().nullable(),
    definition: z
      .enum(['stated', 'proposed', 'to_be_defined'])
      .nullable()
      .describe(
        'Whether numerator and denominator follow from the words, are ours, or must still be defined',
      ),
    definitionNoteVi: z.string().nullable(),
    definitionNoteEn: z.string().nullable(),
    exclusionWords: z.string().nullable(),
    exclusionVi: z.string().nullable(),
    exclusionEn: z.string().nullable(),
    freshness: z.enum(['real_time', 'timely']).nullable(),
    freshnessWords: z.string().nullable(),
    levels: z.array(levelSchema).describe('Where it is collected'),
    rollUp: z
      .enum(['sum_over_sum', 'share_of_yes', 'share_of_list', 'reported_for_nation'])
      .nullable()
      .describe('How the national figure arises; null for history'),
    notApplicableRule: z.enum(['none', 'no_need', 'nothing_to_count']).nullable(),
    notApplicableStanding: z.enum(['stated', 'proposed']).nullable(),
    notApplicableNoteVi: z.string().nullable(),
    notApplicableNoteEn: z.string().nullable(),
    dataElements: z.array(z.object({ code: z.string(), ...named }).meta({ id: 'MeasureElement' })),
    baseline: z
      .object({ year: z.int(), value: z.number() })
      .nullable()
      .describe('Where the straight path begins: an assumption of the operator'),
    figure: measureFigureSchema,
  })
  .meta({ id: 'Measure' });

const ownerSchema = z
  .object({
    unitId: z.string(),
    ...named,
    role: z.enum(['leads', 'guides']),
    legalBasis: z.string().describe('document#clause'),
    partVi: z.string().nullable(),
    partEn: z.string().nullable(),
    successors: z.array(z.object({ id: z.string(), ...named })).describe('What the unit became'),
  })
  .meta({ id: 'TargetOwner' });

const conditionSchema = z
  .object({
    code: z.string(),
    words: z.string(),
    ...named,
    status: z.string().nullable().describe('done, partly, not_yet; null = nothing reported'),
    note: z.string().nullable(),
  })
  .meta({ id: 'TargetCondition', description: 'What the clause asks for without a number' });

export const targetSchema = z
  .object({
    programme: z.string(),
    code: z.string(),
    groupCode: z.string(),
    ...named,
    due: z.string().describe('A year, or a month'),
    legalBasis: z.array(z.string()).describe('document#clause; the first is the target itself'),
    eachUnitBasis: z.string().nullable().describe('The clause by which every unit answers for its own part'),
    owners: z.array(ownerSchema),
    ownerNoteVi: z.string().nullable(),
    ownerNoteEn: z.string().nullable(),
    trackingVi: z.string().nullable().describe('Who follows it'),
    trackingEn: z.string().nullable(),
    trackingBasis: z.string().nullable().describe('Null where the operator set it'),
    conditions: z.array(conditionSchema),
    measures: z.array(measureSchema),
  })
  .meta({ id: 'Target' });

const countsSchema = z
  .object({
    kind: measureKindSchema,
    total: z.int(),
    met: z.int(),
    onCourse: z.int(),
    behind: z.int(),
    atRisk: z.int(),
    noData: z.int(),
    notApplicable: z.int(),
  })
  .meta({ id: 'MeasureCounts' });

const about = {
  programme: z.string(),
  period: z.string(),
  periods: z.array(z.string()).describe('Periods with a figure of the programme, oldest first'),
  dataSet: z.string(),
  sample: z.boolean().describe('Invented figures: never to be taken for real'),
  rule: measureStateRuleSchema.meta({ id: 'MeasureStateRule' }),
  ruleProposed: z.boolean().describe('Nobody has decided the rule yet'),
};

export const targetPageSchema = pageOf(targetSchema, 'TargetList')
  .extend({
    ...about,
    due: z.string().describe('The year by which the programme is to be met'),
    groups: z.array(
      z.object({ code: z.string(), clause: z.string().nullable(), ...named }).meta({ id: 'TargetGroup' }),
    ),
    counts: z.array(countsSchema).describe('Of all measures of the programme, whatever the filter'),
  })
  .meta({ id: 'TargetPage' });

export const targetDetailSchema = targetSchema
  .extend({
    ...about,
    legalBases: z.array(legalBasisSchema).describe('What `legalBasis` leads to, and whether it still holds'),
    history: z
      .array(
        z
          .object({ measure: z.string(), figures: z.array(measureFigureSchema) })
          .meta({ id: 'MeasureHistory' }),
      )
      .describe('Figures of every period in which there is one, oldest first'),
  })
  .meta({ id: 'TargetDetail' });

export const unitFigureSchema = z
  .object({
    unitId: z.string(),
    ...named,
    level: levelSchema,
    measure: z.string(),
    ...valued,
    ...judged,
  })
  .meta({ id: 'MeasureUnitFigure' });

export const unitFigurePageSchema = pageOf(unitFigureSchema, 'MeasureUnitFigureList')
  .extend(about)
  .meta({ id: 'MeasureUnitFigurePage' });

const year = z.string().regex(/^\d{4}$/, 'a year');
const place = {
  programme: z.string().max(80).default(DEFAULT_PROGRAMME),
  period: year.optional().describe('A year; the newest with a figure that is over when absent'),
  ...dataSetQuery,
};

const targetFilter = {
  ...place,
  group: z.string().max(40).optional(),
  state: measureStateSchema.optional().describe('Targets with a measure in this state'),
  kind: measureKindSchema.optional().describe('Targets with a measure of this kind'),
  owner: z.string().max(80).optional().describe('Id of a unit; its successor finds it too'),
};
export const targetQuerySchema = z.object({ ...targetFilter, ...pageQuery });
export const targetTableQuerySchema = z.object({ ...targetFilter, lang: z.enum(['vi', 'en']).default('vi') });
export const targetPlaceSchema = z.object(place);
export const unitFigureQuerySchema = z.object({
  ...place,
  measure: z.string().max(80).optional(),
  level: levelSchema.optional(),
  state: measureStateSchema.optional(),
  ...pageQuery,
});

export type MeasureDto = z.infer<typeof measureSchema>;
export type MeasureFigureDto = z.infer<typeof measureFigureSchema>;
export type TargetDto = z.infer<typeof targetSchema>;
export type TargetPageDto = z.infer<typeof targetPageSchema>;
export type TargetDetailDto = z.infer<typeof targetDetailSchema>;
export type UnitFigureDto = z.infer<typeof unitFigureSchema>;
export type UnitFigurePageDto = z.infer<typeof unitFigurePageSchema>;
export type MeasureCountsDto = z.infer<typeof countsSchema>;
export type TargetQuery = z.infer<typeof targetQuerySchema>;
export type TargetFilter = z.infer<typeof targetTableQuerySchema>;
export type TargetPlace = z.infer<typeof targetPlaceSchema>;
export type UnitFigureQuery = z.infer<typeof unitFigureQuerySchema>;
