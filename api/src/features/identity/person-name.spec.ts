import { describe, expect, it } from '@jest/globals';
import { personNameSchema } from './person-name.js';

describe('the name of a person', () => {
  it.each([
    ['Nguyễn Thị Ánh', 'Nguyễn Thị Ánh'],
    ['  Trần   Văn\u00a0Đạt ', 'Trần Văn Đạt'],
    ['Nguyễn Thị Ánh'.normalize('NFD'), 'Nguyễn Thị Ánh'],
    ['H’Hen Niê', 'H’Hen Niê'],
    ["Seán O'Brien-Li Jr.", "Seán O'Brien-Li Jr."],
    ['Анна Иванова', 'Анна Иванова'],
    ['阮氏明', '阮氏明'],
  ])('%j is kept as %j', (given, kept) => expect(personNameSchema.parse(given)).toBe(kept));

  it.each([
    ['a Cyrillic letter among Latin ones', 'Nguyễn Vаn Đạt'],
    ['a Greek letter among Latin ones', 'Nguyễn Văn Αn'],
    ['full-width letters', 'Ｎguyễn'],
    ['mathematical letters', '𝐍guyễn'],
    ['text that turns round', 'Nguyễn\u202enăV'],
    ['a letter of no width', 'Ng\u200buyễn'],
    ['a soft hyphen', 'Ng\u00aduyễn'],
    ['a digit', 'Nguyen 2'],
    ['markup', '<b>An</b>'],
    ['a formula', '=1+1'],
    ['nothing', '   '],
    ['too much', 'A'.repeat(121)],
  ])('holds no %s', (_what, given) => expect(personNameSchema.safeParse(given).success).toBe(false));
});
