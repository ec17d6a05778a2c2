import { z } from 'zod';
import { day, pageOf, pageQuery } from '../../platform/http/page.js';
import { sourceSchema } from '../observations/observation.dto.js';

export const documentKindSchema = z
  .enum(['law', 'decree', 'decision', 'resolution', 'plan', 'draft', 'slides', 'dispatch'])
  .meta({ id: 'LegalDocumentKind' });
export const standingSchema = z.enum(['binding', 'guidance', 'plan', 'draft', 'history']).meta({
  id: 'LegalStanding',
  description: 'Only binding is law; a draft was never in force, history is over',
});
export const validityStateSchema = z.enum(['in_force', 'not_yet', 'lapsed', 'unverified', 'not_law']).meta({
  id: 'ValidityState',
  description:
    'On the day in Viet Nam; unverified = law whose first day is not known; not_law = anything that is not binding',
});
export const textCheckSchema = z.enum(['as_printed', 'mended', 'damaged']).meta({
  id: 'TextCheck',
  description: 'mended = faults of text recognition mended by us; damaged = check the official text',
});
export const confidenceSchema = z.enum(['high', 'medium-high', 'medium']);

const validity = {
  validFrom: day.nullable().describe('First day, inclusive; null = not known'),
  validTo: day.nullable().describe('Last day, inclusive; null = none known'),
};

export const legalBasisSchema = z
  .object({
    reference: z.string().describe('document or document#clause'),
    document: z.string(),
    clause: z.string().nullable(),
    citationVi: z.string(),
    citationEn: z.string(),
    standing: standingSchema,
    ...validity,
    lapsed: z.boolean().describe('Its last day is before today in Viet Nam'),
    successor: z.string().nullable().describe('Reference of what took its place'),
    successorCitationVi: z.string().nullable(),
    successorCitationEn: z.string().nullable(),
  })
  .meta({ id: 'LegalBasis', description: 'What something rests on, and whether that still holds' });

export const legalDocumentSchema = z
  .object({
    id: z.string(),
    number: z.string().nullable().describe('As printed: 142/QĐ-TTg'),
    kind: documentKindSchema,
    titleVi: z.string(),
    titleEn: z.string(),
    citationVi: z.string(),
    citationEn: z.string(),
    issuedByVi: z.string(),
    issuedByEn: z.string(),
    issuedOn: day.nullable(),
    ...validity,
    standing: standingSchema,
    state: validityStateSchema,
    successor: legalBasisSchema.nullable(),
    clauseCount: z.int().describe('Clauses held'),
    textCount: z.int().describe('Clauses whose own text is held'),
    lapsedCount: z.int().describe('Clauses that have lapsed while the document itself has not'),
    confidence: confidenceSchema,
    noteVi: z.string().nullable(),
    noteEn: z.string().nullable(),
  })
  .meta({ id: 'LegalDocument' });
export const legalDocumentPageSchema = pageOf(legalDocumentSchema, 'LegalDocumentPage');

export const legalDocumentDetailSchema = legalDocumentSchema
  .extend({
    endedBy: legalBasisSchema.nullable().describe('The clause that ended it'),
    predecessors: z.array(legalBasisSchema).describe('What it took the place of'),
    sources: z.array(sourceSchema),
  })
  .meta({ id: 'LegalDocumentDetail' });

export const clauseSchema = z
  .object({
    document: z.string(),
    code: z.string().describe('As printed: III.2.đ; of a decree 16.2.a'),
    parent: z.string().nullable(),
    depth: z.int().describe('0 = a section or an article'),
    reference: z.string(),
    citationVi: z.string(),
    citationEn: z.string(),
    headingVi: z.string().nullable(),
    headingEn: z.string().nullable(),
    textVi: z.string().nullable().describe('Word for word; null = a heading alone, or not held'),
    textCheck: textCheckSchema.nullable(),
    reportedVi: z.string().nullable().describe('What another document says of it, word for word'),
    reportedBy: legalBasisSchema.nullable().describe('That document'),
    ...validity,
    state: validityStateSchema,
    successor: legalBasisSchema.nullable(),
    endedBy: legalBasisSchema.nullable(),
    confidence: confidenceSchema,
    noteVi: z.string().nullable(),
    noteEn: z.string().nullable(),
    sourceIds: z.array(z.string()),
  })
  .meta({ id: 'LegalClause' });
export const clausePageSchema = pageOf(clauseSchema, 'LegalClausePage');

export const clauseDetailSchema = clauseSchema
  .extend({
    documentCitationVi: z.string(),
    documentCitationEn: z.string(),
    standing: standingSchema,
    within: z
      .array(
        z.object({ code: z.string(), headingVi: z.string().nullable(), headingEn: z.string().nullable() }),
      )
      .describe('What it is a part of, from the outermost'),
    parts: z.array(clauseSchema).describe('Its direct parts'),
    sources: z.array(sourceSchema),
  })
  .meta({ id: 'LegalClauseDetail' });

export const legalDocumentQuerySchema = z.object({
  state: z
    .enum(['in_force', 'unverified', 'lapsed', 'history'])
    .optional()
    .describe('in_force = with what is to come into force; history = whatever is not law'),
  kind: documentKindSchema.optional(),
  q: z
    .string()
    .trim()
    .min(1)
    .max(100)
    .optional()
    .describe('Part of number or title, with or without diacritics'),
  ...pageQuery,
});
export const clauseQuerySchema = z.object({
  q: z.string().trim().min(1).max(100).optional().describe('Words of it, with or without diacritics'),
  ...pageQuery,
});

export type DocumentKind = z.infer<typeof documentKindSchema>;
export type Standing = z.infer<typeof standingSchema>;
export type ValidityState = z.infer<typeof validityStateSchema>;
export type TextCheck = z.infer<typeof textCheckSchema>;
export type Confidence = z.infer<typeof confidenceSchema>;
export type LegalBasisDto = z.infer<typeof legalBasisSchema>;
export type LegalDocumentDto = z.infer<typeof legalDocumentSchema>;
export type LegalDocumentDetail = z.infer<typeof legalDocumentDetailSchema>;
export type ClauseDto = z.infer<typeof clauseSchema>;
export type ClauseDetail = z.infer<typeof clauseDetailSchema>;
export type LegalDocumentQuery = z.infer<typeof legalDocumentQuerySchema>;
export type ClauseQuery = z.infer<typeof clauseQuerySchema>;
