import { z } from 'zod';
import { legalBasisSchema } from '../law/law.dto.js';

/** A line of text as somebody typed it: trimmed, composed, not empty. */
export const line = (maximum = 300) => z.string().normalize('NFC').trim().min(1).max(maximum);

export const aspectStateSchema = z
  .enum(['yes', 'partly', 'no', 'no_data'])
  .describe('no_data is not no: nothing has been said')
  .meta({ id: 'AspectState' });

/** A figure that goes with a state: never negative, and a percentage at most 100. */
export const figureFields = {
  figure: z.number().min(0).max(1e15).optional(),
  figureUnit: line(60).optional().describe('What the figure counts, or %'),
};

interface FigureGiven {
  readonly figure?: number | undefined;
  readonly figureUnit?: string | undefined;
}

export const figureHasUnit = ({ figure, figureUnit }: FigureGiven): boolean =>
  (figure === undefined) === (figureUnit === undefined);
export const percentageFits = ({ figure = 0, figureUnit }: FigureGiven): boolean =>
  figureUnit !== '%' || figure <= 100;

export const termSchema = z
  .object({
    code: z.string(),
    parent: z.string().nullable().describe('The condition or assessment that an aspect belongs to'),
    nameVi: z.string(),
    nameEn: z.string(),
    text: z.string().nullable().describe("The source's own words, unless standing is own"),
    standing: z.enum(['printed', 'own']),
    legalBasis: z.array(z.string()).describe('References document#clause, or a document alone'),
    levels: z.array(z.string()),
    needs: z.array(z.string()),
    actor: z.enum(['owner', 'it_unit']).nullable(),
    group: z.int().nullable(),
    sourceIds: z.array(z.string()),
    confidence: z.string(),
  })
  .meta({ id: 'DatabaseTerm' });

export const termsSchema = z
  .object({
    conditions: z.array(termSchema),
    conditionAspects: z.array(termSchema),
    qualities: z.array(termSchema),
    classes: z.array(termSchema),
    marks: z.array(termSchema),
    assessments: z.array(termSchema),
    assessmentAspects: z.array(termSchema),
    steps: z.array(termSchema),
    bases: z.array(legalBasisSchema).describe('Every legal basis that a term names, once'),
  })
  .meta({ id: 'DatabaseTerms', description: 'The words of the documents about databases' });

export const yearSchema = z.string().regex(/^(19|20)\d{2}$/, 'a year, such as 2026');

export type TermDto = z.infer<typeof termSchema>;
export type TermsDto = z.infer<typeof termsSchema>;
