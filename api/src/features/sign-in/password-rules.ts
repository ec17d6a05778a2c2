import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';
import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { Problem, type ProblemDetail } from '../../platform/http/problem.js';
import { PASSWORD_GUESSES_LOG10, PASSWORD_LONGEST, PASSWORD_SHORTEST } from './sign-in-rules.js';

/** Whose password it is to be; whatever is not known yet is empty. */
export interface PasswordOwner {
  readonly name: string;
  readonly email: string;
}

export type PasswordFault =
  'PASSWORD_TOO_SHORT' | 'PASSWORD_TOO_LONG' | 'PASSWORD_HOLDS_NAME' | 'PASSWORD_COMMON';

/** Words that anyone would try first here; the dictionary of the library has the world's. */
const WORDS_OF_THE_PLACE = [
  ...['matkhau', 'vietnam', 'viet', 'nam', 'hanoi', 'saigon', 'hochiminh', 'danang', 'xinchao', 'anhyeuem'],
  ...['chuyendoiso', 'dulieu', 'giamsat', 'congchuc', 'canbo', 'coquan', 'donvi', 'quantri', 'nguyen'],
  ...['dti', 'monitor', 'data', 'datamonitor', 'dtimonitor', 'dtidatamonitor', 'admin', 'operator'],
];

/** The estimate is of what comes first: a password this long without a pattern is worth enough by then. */
const LOOKED_AT = 64;
/** Shorter parts of a name or an address stand in any sentence. */
const TELLING_LETTERS = 5;

let estimator: ZxcvbnFactory | null = null;

/** One text for one password, however a keyboard composes it: what is measured, hashed and compared. */
export function normalisePassword(password: string): string {
  return password.normalize('NFKC');
}

/** What keeps a password from being taken; null when nothing does. */
export function passwordFault(password: string, owner: PasswordOwner): PasswordFault | null {
  const text = normalisePassword(password);
  const length = [...text].length;
  if (length < PASSWORD_SHORTEST) return 'PASSWORD_TOO_SHORT';
  if (length > PASSWORD_LONGEST) return 'PASSWORD_TOO_LONG';
  if (holdsOwner(text, owner)) return 'PASSWORD_HOLDS_NAME';
  return guessesLog10(text, owner) < PASSWORD_GUESSES_LOG10 ? 'PASSWORD_COMMON' : null;
}

const ADVICE: Readonly<Record<PasswordFault, string>> = {
  PASSWORD_TOO_SHORT: `Use at least ${PASSWORD_SHORTEST} characters; several words that do not belong together do well.`,
  PASSWORD_TOO_LONG: `Use at most ${PASSWORD_LONGEST} characters.`,
  PASSWORD_HOLDS_NAME: 'Leave the own name and address of mail out of it.',
  PASSWORD_COMMON: 'It is among the first that are tried. Add words that do not belong together.',
};

/** @throws Problem PASSWORD_TOO_WEAK, with what to do in `errors` */
export function requireGoodPassword(password: string, owner: PasswordOwner, path = 'password'): void {
  const code = passwordFault(password, owner);
  if (code === null) return;
  const fault: ProblemDetail = { code, path, message: ADVICE[code] };
  throw new Problem(422, 'PASSWORD_TOO_WEAK', 'The password is too easy to guess', ADVICE[code], [fault]);
}

function holdsOwner(password: string, { name, email }: PasswordOwner): boolean {
  const plain = folded(password);
  const local = email.split('@')[0] ?? '';
  const parts = [name, ...name.split(/\s+/), local, ...local.split(/[^\p{L}\p{N}]+/u)].map(folded);
  return parts.some((part) => part.length >= TELLING_LETTERS && plain.includes(part));
}

/** Letters and digits alone, without tone marks: "Nguyễn Văn Đạt" and "nguyen.van.dat" are one. */
function folded(text: string): string {
  return text
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll('đ', 'd')
    .replaceAll(/[^\p{L}\p{N}]/gu, '');
}

function guessesLog10(text: string, { name, email }: PasswordOwner): number {
  // Made when it is first needed: it ranks some ten thousand words.
  estimator ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
  const own = [...name.split(/\s+/), ...email.split(/[@.]/)].map(folded).filter((part) => part !== '');
  // Tone marks and blanks are no obstacle to who guesses: "mật khẩu" is worth what "matkhau" is.
  const bare = text
    .normalize('NFKD')
    .replaceAll(/[\p{M}\s]/gu, '')
    .replaceAll('đ', 'd')
    .replaceAll('Đ', 'D');
  const looked = [...bare].slice(0, LOOKED_AT).join('');
  return estimator.check(looked, [...WORDS_OF_THE_PLACE, ...own]).guessesLog10;
}
