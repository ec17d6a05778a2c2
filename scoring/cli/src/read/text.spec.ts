import { describe, expect, it } from '@jest/globals';
import type { Terminal } from '../terminal.js';
import { readText } from './text.js';

const silent = { isTTY: false, write: () => undefined };

/** Reads these bytes, from whichever side they are asked for. */
function read(bytes: Uint8Array, path = 'f.csv') {
  const terminal: Terminal = {
    readFile: async () => bytes,
    readInput: async () => bytes,
    out: silent,
    err: silent,
  };
  return readText(path, terminal);
}

describe('the text of a file', () => {
  it('is UTF-8, without its byte order mark', async () => {
    const text = 'unit,Đà Nẵng\n';
    expect(await read(new TextEncoder().encode(text))).toEqual({ ok: true, value: text });
    expect(await read(new TextEncoder().encode(`\uFEFF${text}`))).toEqual({ ok: true, value: text });
  });

  it.each([
    ['UTF-16', [0xff, 0xfe, 0x75, 0x00], 'UTF-16'],
    ['UTF-16, the other way round', [0xfe, 0xff, 0x00, 0x75], 'UTF-16'],
    ['another code page', [0x75, 0xd0, 0x6e], null],
  ])('is refused in %s', async (_, bytes, looksLike) => {
    expect(await read(new Uint8Array(bytes), '-')).toEqual({
      ok: false,
      findings: [
        {
          code: 'FILE_NOT_UTF8',
          path: '',
          params: { looksLike },
          place: { file: 'standard input', line: null, column: null },
        },
      ],
    });
  });

  it.each([
    ["ENOENT: no such file or directory, open '/a/gone.csv'", 'no such file or directory'],
    ['EISDIR: illegal operation on a directory, read', 'illegal operation on a directory'],
    ['the disk is on fire', 'the disk is on fire'],
  ])('is refused by the name that was given, where the system says %s', async (message, reason) => {
    const terminal: Terminal = {
      readFile: () => Promise.reject(new Error(message)),
      readInput: async () => new Uint8Array(),
      out: silent,
      err: silent,
    };
    await expect(readText('gone.csv', terminal)).rejects.toThrow(`FILE_NOT_READABLE: gone.csv: ${reason}`);
  });
});
