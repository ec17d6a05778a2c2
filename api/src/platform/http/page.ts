import { z } from 'zod';

/** The one shape of every list: some items of `total`, from page 1. */
export function pageOf<T extends z.ZodType>(item: T, id: string) {
  return z
    .object({
      items: z.array(item),
      total: z.int().describe('How many there are in all'),
      page: z.int().describe('This page, from 1'),
      size: z.int().describe('Items a page'),
    })
    .meta({ id });
}

/** Query parameters every list takes. */
export const pageQuery = {
  page: z.coerce.number().int().min(1).default(1),
  size: z.coerce.number().int().min(1).max(500).default(100),
};

/** A calendar day, Gregorian, `2025-07-01`. There is no year 0. */
export const day = z.iso.date().refine((text) => text >= '0001-01-01', 'a day of the common era');

export interface Page<T> {
  items: T[];
  total: number;
  page: number;
  size: number;
}

/** Cuts one page from a list that is small enough to be in memory. */
export function paginate<T>(all: readonly T[], query: { page: number; size: number }): Page<T> {
  const start = (query.page - 1) * query.size;
  return {
    items: all.slice(start, start + query.size),
    total: all.length,
    page: query.page,
    size: query.size,
  };
}
