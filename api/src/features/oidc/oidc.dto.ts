import { z } from 'zod';
import { returnPath } from './return-path.js';

export const startQuerySchema = z.object({
  returnTo: z
    .string()
    .optional()
    .refine(
      (text) => text === undefined || returnPath(text) !== null,
      'a page of this product, as /units/hue',
    )
    .describe('Page to go back to after the sign-in'),
});

export type StartQuery = z.infer<typeof startQuerySchema>;
