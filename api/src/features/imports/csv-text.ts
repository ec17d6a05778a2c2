/** The text of a file, or the code of what is wrong with the file as a whole. */
export type DecodedText =
  | { readonly ok: true; readonly text: string; readonly encoding: string }
  | {
      readonly ok: false;
      readonly code: 'FILE_EMPTY' | 'FILE_NOT_TEXT';
      /** What the file begins with, as bytes; null when there is nothing. */
      readonly found: string | null;
    };

const BYTE_ORDER_MARKS: readonly { readonly bytes: readonly number[]; readonly encoding: string }[] = [
  { bytes: [0xef, 0xbb, 0xbf], encoding: 'utf-8' },
  { bytes: [0xff, 0xfe], encoding: 'utf-16le' },
  { bytes: [0xfe, 0xff], encoding: 'utf-16be' },
];

/** Control characters that no table of figures holds; tab, line feed, carriage return and form feed may. */
const CONTROL = new RegExp('[\\u0000-\\u0008\\u000b\\u000e-\\u001f]');

/**
 * Reads bytes as text: UTF-8 with or without a byte order mark, or UTF-16 with one (as Excel's
 * "Unicode text"). Anything else is no text; nothing is guessed, because a wrong guess turns names to rubbish.
 *
 * @returns the text composed (NFC), every line ending a line feed, so that lines count the same wherever
 * the file was made
 */
export function decodeText(bytes: Buffer): DecodedText {
  const mark = BYTE_ORDER_MARKS.find(({ bytes: own }) => own.every((byte, i) => bytes[i] === byte));
  const encoding = mark?.encoding ?? 'utf-8';
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return { ok: false, code: 'FILE_NOT_TEXT', found: beginning(bytes) };
  }
  if (text.trim() === '') return { ok: false, code: 'FILE_EMPTY', found: null };
  if (CONTROL.test(text)) return { ok: false, code: 'FILE_NOT_TEXT', found: beginning(bytes) };
  return {
    ok: true,
    text: text.normalize('NFC').replaceAll(/\r\n?/g, '\n'),
    encoding: mark === undefined ? 'utf-8' : `${encoding} with BOM`,
  };
}

const SHOWN_BYTES = 8;

/** `89 50 4E 47 0D 0A 1A 0A`: whoever knows file formats sees what was sent. */
function beginning(bytes: Buffer): string {
  const shown = [...bytes.subarray(0, SHOWN_BYTES)];
  return shown.map((byte) => byte.toString(16).toUpperCase().padStart(2, '0')).join(' ');
}
