import { z } from 'zod';

const baseline = z.object({
  year: z.int().min(2000).max(2100),
  value: z.number().min(0).describe('In the unit of the measure'),
});

/**
 * How the state of a measure is judged. Nothing of it is in Decision 142, which gives neither a baseline nor
 * an interim value (B6): it is the operator's, and shown beside every state.
 */
export const measureStateRuleSchema = z
  .strictObject({
    baselineYear: z.int().min(2000).max(2100).describe('Year in which the straight path begins'),
    baselineValue: z.number().min(0).describe('Value there, where a measure has no baseline of its own'),
    baselines: z
      .record(z.string(), baseline)
      .describe('Baselines of single measures, by code; a year and a value'),
    onCourseFrom: z.number().min(0).max(2).describe('Share of the planned gain from which it is on course'),
    behindFrom: z
      .number()
      .min(0)
      .max(2)
      .describe('Share of the planned gain from which it is behind, not at risk'),
    coverageFrom: z
      .number()
      .min(0)
      .max(1)
      .describe('Share of the units asked that must have reported before the nation is judged'),
    unmetWithoutFigure: z
      .enum(['on_course', 'behind', 'at_risk'])
      .describe('State of a measure without a figure that is answered with no'),
  })
  .refine(({ behindFrom, onCourseFrom }) => behindFrom <= onCourseFrom, {
    path: ['behindFrom'],
    message: 'not above onCourseFrom',
  });

export type MeasureStateRule = z.infer<typeof measureStateRuleSchema>;

/** The proposal that holds until the operator decides: from nothing in 2023, straight to the target. */
export const PROPOSED_STATE_RULE: MeasureStateRule = {
  baselineYear: 2023,
  baselineValue: 0,
  baselines: {},
  onCourseFrom: 1,
  behindFrom: 0.75,
  coverageFrom: 0.5,
  unmetWithoutFigure: 'behind',
};
