/** What specs read back: the texts of a document definition, and the text of a printed PDF. */

/** Every text of pdfmake content in order, a text node or table cell an item; functions are not called. */
export function contentTexts(content: unknown): readonly string[] {
  if (typeof content === 'string') return [content];
  if (Array.isArray(content)) return content.flatMap(contentTexts);
  if (typeof content !== 'object' || content === null) return [];
  if ('text' in content) return [inlineText(content.text)];
  return ['section', 'stack', 'columns', 'table', 'body']
    .map((key) => (content as Readonly<Record<string, unknown>>)[key])
    .flatMap(contentTexts);
}

function inlineText(text: unknown): string {
  if (Array.isArray(text)) return text.map(inlineText).join('');
  if (typeof text === 'object' && text !== null && 'text' in text) return inlineText(text.text);
  return typeof text === 'string' ? text : '';
}

/**
 * The text of a PDF page by page, as a reader selects and copies it: the codes that the page shows, through
 * the ToUnicode map of the font they are shown in. For PDFs printed without compression.
 */
export function pdfPages(pdf: Buffer): readonly string[] {
  const objects = new Map(
    [...pdf.toString('latin1').matchAll(/^(\d+) 0 obj\n([\s\S]*?)\nendobj/gm)].map(
      ([, id = '', body = '']) => [id, body] as const,
    ),
  );
  const pages = [...objects.values()].filter((body) => /\/Type \/Page\n/.test(body));
  return pages.map((page) => {
    const contents = objects.get(/\/Contents (\d+) 0 R/.exec(page)?.[1] ?? '') ?? '';
    const resources = objects.get(/\/Resources (\d+) 0 R/.exec(page)?.[1] ?? '') ?? '';
    const fonts = new Map(
      [...resources.matchAll(/\/(F\d+) (\d+) 0 R/g)].map(([, name = '', id = '']) => [
        name,
        unicodeOf(objects, id),
      ]),
    );
    return shownText(contents, fonts);
  });
}

type Objects = ReadonlyMap<string, string>;
type CodeMap = ReadonlyMap<number, string>;

function shownText(contents: string, fonts: ReadonlyMap<string, CodeMap>): string {
  let font: CodeMap = new Map();
  let text = '';
  for (const [, name, codes] of contents.matchAll(/\/(F\d+) [\d.]+ Tf|^\[(.*)\] TJ$|^<[\da-f]+> Tj$/gm)) {
    if (name !== undefined) font = fonts.get(name) ?? new Map<number, string>();
    for (const [, hex = ''] of (codes ?? '').matchAll(/<([\da-f]*)>/g)) text += decoded(hex, font);
  }
  return text;
}

function decoded(hex: string, font: CodeMap): string {
  return [...hex.matchAll(/[\da-f]{4}/g)]
    .map(([code]) => font.get(Number.parseInt(code, 16)) ?? '\uFFFD')
    .join('');
}

function unicodeOf(objects: Objects, fontId: string): CodeMap {
  const mapId = /\/ToUnicode (\d+) 0 R/.exec(objects.get(fontId) ?? '')?.[1] ?? '';
  const map = new Map<number, string>();
  const ranges = (objects.get(mapId) ?? '').matchAll(/<([\da-f]{4})> <[\da-f]{4}> \[([^\]]*)\]/g);
  for (const [, first = '', list = ''] of ranges) {
    [...list.matchAll(/<([\da-f ]+)>/g)].forEach(([, units = ''], at) => {
      map.set(Number.parseInt(first, 16) + at, textOfUnits(units));
    });
  }
  return map;
}

function textOfUnits(units: string): string {
  return String.fromCharCode(...(units.match(/[\da-f]{4}/g)?.map((unit) => Number.parseInt(unit, 16)) ?? []));
}
