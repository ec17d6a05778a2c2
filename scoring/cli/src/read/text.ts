import { CallRefusal, place, type Finding, type Reading } from '../finding.js';
import type { Terminal } from '../terminal.js';

/** What stands for standard input in place of a path. */
export const INPUT = '-';

/** A file's name in messages. */
export function nameOf(path: string): string {
  return path === INPUT ? 'standard input' : path;
}

/**
 * The text of a file or of standard input: UTF-8, with or without a byte order mark.
 *
 * @throws CallRefusal where the file cannot be read
 */
export async function readText(path: string, { readFile, readInput }: Terminal): Promise<Reading<string>> {
  const bytes = await (path === INPUT
    ? readInput()
    : readFile(path).catch((error: unknown) => refuse(path, error)));
  try {
    return { ok: true, value: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { ok: false, findings: [notUtf8(path, bytes)] };
  }
}

function refuse(path: string, error: unknown): never {
  const why = error instanceof Error ? error.message : String(error);
  // Node begins with its code and ends with the path as it understood it: "ENOENT: no such file, open '…'".
  const [, reason = why] = /^E[A-Z]+: ([^,]+)/.exec(why) ?? [];
  throw new CallRefusal(`FILE_NOT_READABLE: ${path}: ${reason}`);
}

/** UTF-16 begins with one of two marks, and is what spreadsheets call Unicode text. */
function notUtf8(path: string, [first, second]: Uint8Array): Finding {
  const utf16 = (first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff);
  const params = { looksLike: utf16 ? 'UTF-16' : null };
  return { code: 'FILE_NOT_UTF8', path: '', params, place: place(nameOf(path)) };
}
