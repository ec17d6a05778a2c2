/** The text of a file, or the code of what is wrong with the file as a whole. */
export type DecodedText =
  | { readonly ok: true; readonly text: string; readonly encoding: string }
  | { readonly ok: false; readonly code: 'FILE_EMPTY' | 'FILE_NOT_TEXT' };

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
 */
export function decodeText(bytes: Buffer): DecodedText {
  const mark = BYTE_ORDER_MARKS.find(({ bytes: own }) => own.every((byte, i) => bytes[i] === byte));
  const encoding = mark?.encoding ?? 'utf-8';
  let text: string;
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return { ok: false, code: 'FILE_NOT_TEXT' };
  }
  if (text.trim() === '') return { ok: false, code: 'FILE_EMPTY' };
  if (CONTROL.test(text)) return { ok: false, code: 'FILE_NOT_TEXT' };
  return {
    ok: true,
    text: text.normalize('NFC'),
    encoding: mark === undefined ? 'utf-8' : `${encoding} with BOM`,
  };
}
