/** A text in both languages. */
export interface Bilingual {
  readonly vi: string;
  readonly en: string;
}

/** A reference taken apart; `clause` is null where the document alone is meant. */
export interface Reference {
  readonly document: string;
  readonly clause: string | null;
}

const REFERENCE = /^([a-z0-9]+(?:-[a-z0-9]+)*)(?:#([A-Za-zĐđ0-9]+(?:\.[A-Za-zĐđ0-9]+)*))?$/u;

/** `decree-47-2020#16.2.a` as document and clause; null where the text is no reference. */
export function parseReference(text: string): Reference | null {
  const parts = REFERENCE.exec(text.normalize('NFC'));
  if (parts?.[1] === undefined) return null;
  return { document: parts[1], clause: parts[2] ?? null };
}

export function referenceOf(document: string, clause: string | null): string {
  return clause === null ? document : `${document}#${clause}`;
}

const SECTION = /^[IVX]+(\.|$)/;
const ANNEX = /^[ABC](\.|$)/;

/** A row of an annex, or an activity of the guidance: kept by the tasks and the duties, not as a clause. */
export function isAnnexRow(code: string): boolean {
  return ANNEX.test(code);
}

/**
 * How a place in a document is named. A code that begins with a Roman number is a section of a decision
 * (mục III.2.đ), one with A, B or C a row of its annex, one with a number an article with its clause and
 * point (điểm a khoản 2 Điều 16).
 */
export function placeOf(code: string): Bilingual {
  if (SECTION.test(code)) return { vi: `mục ${code}`, en: `section ${code}` };
  if (ANNEX.test(code)) return { vi: `phụ lục, mục ${code}`, en: `annex, ${code}` };
  const [article = '', clause, point] = code.split('.');
  const within = [
    { vi: `Điều ${article}`, en: `Article ${article}` },
    ...(clause === undefined ? [] : [{ vi: `khoản ${clause}`, en: `clause ${clause}` }]),
    ...(point === undefined ? [] : [{ vi: `điểm ${point}`, en: `point ${point}` }]),
  ].reverse();
  return { vi: within.map(({ vi }) => vi).join(' '), en: within.map(({ en }) => en).join(', ') };
}

/** A place with its document: mục III.2.đ, Quyết định 142/QĐ-TTg. */
export function citationOf(document: Bilingual, place: Bilingual | null): Bilingual {
  if (place === null) return document;
  return { vi: `${place.vi}, ${document.vi}`, en: `${place.en}, ${document.en}` };
}
