import { z } from 'zod';

const LONGEST = 120;

/** Scripts whose letters can be taken for each other; a name is written in one of them. */
const SCRIPTS = [
  /\p{Script=Latin}/u,
  /\p{Script=Cyrillic}/u,
  /\p{Script=Greek}/u,
  /\p{Script=Armenian}/u,
  /\p{Script=Cherokee}/u,
  /\p{Script=Coptic}/u,
];
/** Letters, their marks, and what stands between them: blank, hyphen, apostrophe, full stop. */
const NAME = /^\p{L}[\p{L}\p{M} .'’-]*$/u;

/** A name as it is stored: composed, with single blanks. */
function tidied(name: string): string {
  return name.normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
}

/** Whether a text is a name in one script: "Аn" with a Cyrillic А looks like another person's. */
export function isPersonName(name: string): boolean {
  if (!NAME.test(name) || name.length > LONGEST) return false;
  // What a compatible form would change is a letter in disguise: full width, mathematical, a ligature.
  if (name.normalize('NFKC') !== name) return false;
  return SCRIPTS.filter((script) => script.test(name)).length <= 1;
}

/** The name of a person, as any body of a request gives it. */
export const personNameSchema = z
  .string()
  .max(4 * LONGEST)
  .transform(tidied)
  .pipe(
    z
      .string()
      .min(1)
      .refine(isPersonName, 'letters of one script, with blanks, hyphens, apostrophes and full stops'),
  );
