/** A stretch of a text, found by a search or not. */
export interface Stretch {
  readonly text: string;
  readonly found: boolean;
}

/** Without diacritics and capitals, character for character, so that places stay where they are. */
function folded(text: string): string {
  return [...text.normalize('NFC')]
    .map((character) => {
      const plain = character.normalize('NFD').replaceAll(/\p{M}/gu, '').toLowerCase().replace('đ', 'd');
      // A character that folds to none or to several keeps its place as itself.
      return plain.length === character.length ? plain : character;
    })
    .join('');
}

/** Cuts a text where the words asked for stand in it, with or without diacritics. */
export function highlight(text: string, words: string): readonly Stretch[] {
  const whole = text.normalize('NFC');
  const wanted = folded(words.trim().replaceAll(/\s+/g, ' '));
  if (wanted === '') return [{ text: whole, found: false }];
  const within = folded(whole);
  const stretches: Stretch[] = [];
  let from = 0;
  for (let at = within.indexOf(wanted); at >= 0; at = within.indexOf(wanted, from)) {
    if (at > from) stretches.push({ text: whole.slice(from, at), found: false });
    stretches.push({ text: whole.slice(at, at + wanted.length), found: true });
    from = at + wanted.length;
  }
  if (from < whole.length) stretches.push({ text: whole.slice(from), found: false });
  return stretches;
}
