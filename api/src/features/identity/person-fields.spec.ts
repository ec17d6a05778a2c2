import { describe, expect, it } from '@jest/globals';
import { skeletonOf } from './look-alikes.js';
import { cleanEmail, cleanName, emailFault, nameFault } from './person-fields.js';

describe('the name of a person', () => {
  it.each([
    ['Nguyễn Thị Ánh'],
    ['Đỗ Hoàng Ưng'],
    ["Y Bi̍h Niê K'đăm"],
    ['Hồ Chí-Dũng'],
    ['H’Hen Niê'],
    ['Иван Петров'],
    ['Ελένη'],
    ['阮文安'],
    ['N'.repeat(120)],
  ])('%s is taken', (name) => expect(nameFault(cleanName(name))).toBeNull());

  it.each([
    ['nothing', ''],
    ['spaces', ' \u00a0 '],
    ['no letter', '1234'],
    ['too long', 'N'.repeat(121)],
    ['a line feed', 'An\nBcc: x@example.vn'],
    ['a carriage return', 'An\rB'],
    ['U+0000', 'An\u0000'],
    ['a tab', 'An\tB'],
    ['a bidi override', 'An \u202egnud\u202c'],
    ['an isolate', 'An\u2066x\u2069'],
    ['a space without width', 'Ng\u200bọc'],
    ['a joiner', 'Ng\u200dọc'],
    ['a soft hyphen', 'Ng\u00adọc'],
    ['a byte order mark', '\ufeffAn'],
    ['a Hangul filler', 'An\u3164'],
    ['a line separator', 'An\u2028B'],
    ['a private character', 'An\ue000'],
    ['half a surrogate pair', 'An\ud800'],
    ['marks upon marks', 'A\u0316\u0317\u0318\u0319n'],
    ['an address', 'An <an@example.vn>'],
    ['a formula', '=1+1'],
  ])('with %s is refused', (_what, name) => expect(nameFault(cleanName(name))).toBe('NAME_INVALID'));

  it.each([
    ['a Cyrillic А', '\u0410nh'],
    ['a Cyrillic о within', 'Ng\u043ec Ánh'],
    ['a Greek Α', '\u0391nh'],
    ['a Greek ο', 'H\u03bfa'],
    ['an Armenian օ', 'H\u0585a'],
    ['a Cherokee Ꭺ', '\u13aanh'],
    ['Cyrillic and Greek', '\u0410\u0391'],
    ['letters of full width', '\uff21nh'],
    ['mathematical letters', '\u{1d400}nh'],
    ['a ligature', 'ﬁn'],
  ])('with %s is refused: it may be taken for another', (_what, name) =>
    expect(nameFault(cleanName(name))).toBe('NAME_LOOKS_ALIKE'),
  );

  it('is composed, with one space between words', () => {
    expect(cleanName('  Nguyễn\u00a0  Ánh '.normalize('NFD'))).toBe('Nguyễn Ánh');
  });
});

describe('what a name looks like', () => {
  it.each([
    ['\u0412\u0410\u041d', 'BAH'],
    ['\u0440\u0430\u0443', 'pay'],
    ['\u0391\u039d', 'AN'],
    ['\u00d0ỗ Ưng', 'Đỗ Ưng'],
    ['\u0189ỗ', 'Đỗ'],
    ['m\u0131nh', 'minh'],
    ['Ánh'.normalize('NFD'), 'Ánh'],
    ['ÁNH', 'Ánh'],
  ])('%s like %s', (twin, name) => expect(skeletonOf(twin)).toBe(skeletonOf(name)));

  it.each([
    ['Ánh', 'Anh'],
    ['Đỗ', 'Dỗ'],
    ['Hòa', 'Hoa'],
    ['Tu', 'Tư'],
    ['Nguyễn Văn An', 'Nguyễn Văn Ân'],
  ])('%s is not %s', (one, other) => expect(skeletonOf(one)).not.toBe(skeletonOf(other)));
});

describe('an address of mail', () => {
  it.each([
    ['anh.nt@phutho.gov.vn'],
    ["o'neil+dti@most.gov.vn"],
    ['Anh_NT@sub.most.gov.vn'],
    ['ánh@example.vn'],
    [`${'a'.repeat(64)}@example.vn`],
  ])('%s is taken', (email) => expect(emailFault(cleanEmail(email))).toBeNull());

  it.each([
    ['no @', 'anh.example.vn'],
    ['two @', 'a@b@example.vn'],
    ['nobody', '@example.vn'],
    ['no domain', 'anh@'],
    ['a domain of one word', 'anh@localhost'],
    ['a number for a domain', 'anh@127.0.0.1'],
    ['a space', 'a nh@example.vn'],
    ['a line feed', 'anh@example.vn\nBcc: x@example.vn'],
    ['a comma', 'anh,binh@example.vn'],
    ['quotes', '"anh"@example.vn'],
    ['dots beside each other', 'a..b@example.vn'],
    ['a hyphen at the end', 'anh@example-.vn'],
    ['65 before the @', `${'a'.repeat(65)}@example.vn`],
    ['255 in all', `anh@${'a.'.repeat(125)}v`],
    ['what cannot be seen', 'an\u200bh@example.vn'],
  ])('with %s is refused', (_what, email) => expect(emailFault(cleanEmail(email))).toBe('EMAIL_INVALID'));

  it.each([
    ['a Cyrillic а', '\u0430nh@example.vn'],
    ['a Cyrillic local part', '\u0430\u043e@example.vn'],
    ['a Cyrillic domain', 'anh@ex\u0430mple.vn'],
    ['a Greek ο', 'anh@g\u03bfv.vn'],
    ['a domain in its encoded form', 'anh@xn--exmple-4uf.vn'],
    ['letters of full width', '\uff41nh@example.vn'],
  ])('with %s is refused: it may be taken for another', (_what, email) =>
    expect(emailFault(cleanEmail(email))).toBe('EMAIL_LOOKS_ALIKE'),
  );
});
