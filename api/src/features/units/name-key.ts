/**
 * Where Vietnamese puts the tone mark on oa, oe, uy is a matter of school: Hòa Bình and Hoà Bình are
 * one name. Pairs of the newer placement and the older, which is the one that names are kept in here.
 */
const TONE_PLACEMENT: readonly (readonly [string, string])[] = [
  ['oà', 'òa'],
  ['oá', 'óa'],
  ['oả', 'ỏa'],
  ['oã', 'õa'],
  ['oạ', 'ọa'],
  ['oè', 'òe'],
  ['oé', 'óe'],
  ['oẻ', 'ỏe'],
  ['oẽ', 'õe'],
  ['oẹ', 'ọe'],
  ['uỳ', 'ùy'],
  ['uý', 'úy'],
  ['uỷ', 'ủy'],
  ['uỹ', 'ũy'],
  ['uỵ', 'ụy'],
];
const OLDER = new Map(TONE_PLACEMENT);
// Before a final consonant both schools agree (hoàn, huỳnh), so only a final syllable is changed.
const NEWER = new RegExp(`(${[...OLDER.keys()].join('|')})(?!\\p{L})`, 'gu');

/**
 * The key by which a written name finds its unit: composed (NFC), lower case, one space between words,
 * every dash alike and without space around it, tone marks in one placement. Diacritics stay: they
 * tell Vietnamese names apart.
 */
export function nameKey(name: string): string {
  return name
    .normalize('NFC')
    .toLowerCase()
    .replaceAll(/[\s\u00a0\u200b\ufeff]+/g, ' ')
    .trim()
    .replaceAll(/ ?[-\u2010-\u2015\u2212] ?/g, '-')
    .replaceAll(NEWER, (newer) => OLDER.get(newer) ?? newer);
}

/** Without any diacritics, for a search box: "da nang" finds Đà Nẵng. */
export function searchKey(text: string): string {
  return nameKey(text).normalize('NFD').replaceAll(/\p{M}/gu, '').replaceAll('đ', 'd');
}
