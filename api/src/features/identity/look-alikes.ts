/**
 * Letters that are drawn like others: of the Cyrillic and Greek scripts, which have twins of Latin letters, and of
 * the Latin script itself (the Icelandic Ð beside the Vietnamese Đ). After Unicode UTS 39, as far as it bears on
 * names and addresses written in Latin letters.
 */
const TWINS: Readonly<Record<string, string>> = {
  // Cyrillic
  ...twins('АВЕКМНОРСТУХІЈЅҮԚԜҺЗ', 'ABEKMHOPCTYXIJSYQWh3'),
  ...twins('аеорсухіјѕүԁһԛԝѵгкпӏ', 'aeopcyxijsydhqwvrknl'),
  // Greek
  ...twins('ΑΒΕΖΗΙΚΜΝΟΡΤΥΧϹϺ', 'ABEZHIKMNOPTYXCM'),
  ...twins('αονρικυγητχϲϳω', 'aovpikuyntxcjw'),
  // Latin
  ...twins('ıɑɡɩſƖʟɪᴏᴜ', 'iagisllıou'),
  ...twins('ÐƉð', 'ĐĐđ'),
};

function twins(those: string, like: string): Record<string, string> {
  const letters = [...like];
  return Object.fromEntries([...those].map((letter, index) => [letter, letters[index] ?? letter]));
}

/**
 * What a text looks like: two texts with one skeleton are drawn alike. Vietnamese marks stay, since they tell names
 * apart; the case of letters does not.
 */
export function skeletonOf(text: string): string {
  return [...text.normalize('NFKD')]
    .map((letter) => TWINS[letter] ?? letter)
    .join('')
    .normalize('NFC')
    .toLowerCase();
}

/**
 * Whether a text is written so that it may be taken for another: letters of several scripts beside each other, or
 * letters in another width or style (Ａ, 𝐀).
 */
export function mixesLetters(text: string): boolean {
  const composed = text.normalize('NFC');
  if (composed.normalize('NFKC') !== composed) return true;
  const letters = composed.match(/\p{L}/gu) ?? [];
  const latin = letters.filter((letter) => /\p{Script=Latin}/u.test(letter)).length;
  if (latin > 0) return latin < letters.length;
  const lookAlikes = letters.filter((letter) => /\p{Script=Cyrillic}|\p{Script=Greek}/u.test(letter));
  const cyrillic = lookAlikes.filter((letter) => /\p{Script=Cyrillic}/u.test(letter)).length;
  return cyrillic > 0 && cyrillic < lookAlikes.length;
}

/** Whether a text holds what cannot be seen or turns the line: control, format and bidi characters, fillers. */
export function hidesCharacters(text: string): boolean {
  return /\p{C}|\p{Zl}|\p{Zp}|\p{Default_Ignorable_Code_Point}|\p{M}{3,}/u.test(text.normalize('NFC'));
}
