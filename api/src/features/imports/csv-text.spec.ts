import { describe, expect, it } from '@jest/globals';
import { decodeText } from './csv-text.js';

const TEXT = 'unit,dti.total\nThừa Thiên Huế,0.6975\n';

/** UTF-16 with its byte order mark, as Excel's "Unicode text". */
function utf16(text: string, endian: 'little' | 'big'): Buffer {
  const bytes = Buffer.from(`\ufeff${text}`, 'utf16le');
  return endian === 'little' ? bytes : bytes.swap16();
}

describe('decodeText', () => {
  it.each([
    ['UTF-8', Buffer.from(TEXT), 'utf-8'],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${TEXT}`), 'utf-8 with BOM'],
    ['UTF-16, little end first', utf16(TEXT, 'little'), 'utf-16le with BOM'],
    ['UTF-16, big end first', utf16(TEXT, 'big'), 'utf-16be with BOM'],
    ['decomposed text (NFD)', Buffer.from(TEXT.normalize('NFD')), 'utf-8'],
    ['lines that end CR LF', Buffer.from(TEXT.replaceAll('\n', '\r\n')), 'utf-8'],
    ['lines that end CR', Buffer.from(TEXT.replaceAll('\n', '\r')), 'utf-8'],
  ])('reads %s as the same text', (_what, bytes, encoding) => {
    expect(decodeText(bytes)).toEqual({ ok: true, text: TEXT, encoding });
  });

  it.each([
    ['nothing', Buffer.alloc(0)],
    ['a byte order mark alone', Buffer.from('\ufeff')],
    ['blank lines', Buffer.from(' \r\n\t\n  ')],
  ])('says that %s is an empty file', (_what, bytes) => {
    expect(decodeText(bytes)).toEqual({ ok: false, code: 'FILE_EMPTY', found: null });
  });

  it.each([
    ['a PNG', Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'), '89 50 4E 47 0D 0A 1A 0A'],
    ['a workbook', Buffer.from('504b030414000600', 'hex'), '50 4B 03 04 14 00 06 00'],
    // "Huế,0.5" in Windows-1258: e with circumflex, then the tone mark by itself.
    ['Windows-1258', Buffer.from('4875eaec2c302e35', 'hex'), '48 75 EA EC 2C 30 2E 35'],
    ['UTF-16 without its mark', Buffer.from('Huế', 'utf16le'), '48 00 75 00 BF 1E'],
    ['UTF-16 cut in half', utf16('Huế', 'little').subarray(0, -1), 'FF FE 48 00 75 00 BF'],
    ['text with a NUL', Buffer.from('a\u0000b'), '61 00 62'],
    ['a terminal sequence', Buffer.from('\u001b[31m'), '1B 5B 33 31 6D'],
  ])('does not take %s for text, and says what it begins with', (_what, bytes, found) => {
    expect(decodeText(bytes)).toEqual({ ok: false, code: 'FILE_NOT_TEXT', found });
  });
});
