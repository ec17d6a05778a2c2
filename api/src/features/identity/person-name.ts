import { z } from 'zod';
import { cleanName, LONGEST_NAME, nameFault } from './person-fields.js';

/** The name of a person, as any body of a request gives it. */
export const personNameSchema = z
  .string()
  .max(4 * LONGEST_NAME)
  .transform(cleanName)
  .pipe(
    z
      .string()
      .min(1)
      .refine(
        (name) => nameFault(name) === null,
        'letters of one script, with blanks, hyphens, apostrophes and full stops',
      ),
  );
