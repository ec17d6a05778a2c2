import { z } from 'zod';
import { dataSetQuery } from '../../platform/http/data-set.js';
import { pageQuery } from '../../platform/http/page.js';

export const SEARCH_KINDS = [
  'target',
  'task',
  'duty',
  'indicator',
  'database',
  'activity',
  'clause',
  'document',
  'unit',
] as const;

export const searchKindSchema = z.enum(SEARCH_KINDS).meta({ id: 'SearchKind' });

export const searchQuerySchema = z.object({
  q: z
    .string()
    .trim()
    .min(1)
    .max(200)
    .describe('Words, with or without diacritics; a code finds what it is the code of'),
  kind: searchKindSchema.optional(),
  ...dataSetQuery,
  ...pageQuery,
});

export const searchHitSchema = z
  .object({
    kind: searchKindSchema,
    ref: z.string().describe('Finds it again: its code, its id, or document#clause'),
    code: z.string().nullable(),
    titleVi: z.string(),
    titleEn: z.string(),
    excerptVi: z.string().nullable(),
    excerptEn: z.string().nullable(),
    dataSet: z.string().nullable().describe('Of what a unit registered; null = the same in every data set'),
  })
  .meta({ id: 'SearchHit' });

export const searchResultSchema = z
  .object({
    items: z.array(searchHitSchema),
    total: z.int(),
    page: z.int(),
    size: z.int(),
    kinds: z
      .array(z.object({ kind: searchKindSchema, count: z.int() }))
      .describe('How many there are of each kind, whatever kind was asked for'),
    withoutDiacritics: z
      .boolean()
      .describe('true = nothing has the words as written; found are those that read so without diacritics'),
  })
  .meta({ id: 'SearchResult' });

export type SearchQuery = z.infer<typeof searchQuerySchema>;
export type SearchHit = z.infer<typeof searchHitSchema>;
export type SearchResult = z.infer<typeof searchResultSchema>;
