import { describe, expect, it } from '@jest/globals';
import { ratio, table } from './print.js';

describe('table', () => {
  it('lines columns up by what is seen, with diacritics composed or not, numbers to the right', () => {
    const printed = table(
      ['rank', 'unit'],
      [
        ['1', 'Đà Nẵng'.normalize('NFD')],
        ['15=', 'Huế'],
      ],
      [0],
    );
    expect(printed).toBe(['rank  unit', '----  -------', '   1  Đà Nẵng', ' 15=  Huế'].join('\n'));
  });

  it('prints headings alone for no rows', () => {
    expect(table(['a', 'bc'], [])).toBe('a  bc\n-  --');
  });
});

describe('ratio', () => {
  it.each([
    [0.4097, '0.4097'],
    [0, '0.0000'],
    [1, '1.0000'],
    [null, '–'],
  ])('%j is %s', (value, text) => expect(ratio(value)).toBe(text));
});
