import type { Letter, LetterKind, LetterLocale, LetterParams } from './letter.js';
import { LETTERS_EN } from './letters-en.js';
import { LETTERS_VI } from './letters-vi.js';

/** A letter as it is handed over. */
export interface ComposedLetter {
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Writes a letter in the language of its reader, as text and as HTML. Pure. */
export function composeLetter<K extends LetterKind>(
  kind: K,
  locale: LetterLocale,
  params: LetterParams[K],
): ComposedLetter {
  const letter = (locale === 'vi' ? LETTERS_VI : LETTERS_EN)[kind](params);
  return { subject: letter.subject, text: textOf(letter), html: htmlOf(letter, locale) };
}

function textOf({ greeting, paragraphs, items, link, closing }: Letter): string {
  const list = items.map((item) => `- ${item}`).join('\n');
  const parts = [greeting, ...paragraphs, list, `${link.label}:\n${link.address}`, ...closing];
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

function htmlOf({ subject, greeting, paragraphs, items, link, closing }: Letter, locale: string): string {
  const paragraph = (text: string, style = '') => `<p${style}>${escaped(text)}</p>`;
  const list =
    items.length === 0 ? '' : `<ul>${items.map((item) => `<li>${escaped(item)}</li>`).join('')}</ul>`;
  const address = escaped(link.address);
  return [
    `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${escaped(subject)}</title></head>`,
    '<body style="margin:0;padding:24px;font-family:Arial,sans-serif;font-size:15px;line-height:1.5;color:#14201e;background:#ffffff">',
    '<div style="max-width:560px">',
    paragraph(greeting),
    ...paragraphs.map((text) => paragraph(text)),
    list,
    `<p><a href="${address}" style="display:inline-block;padding:10px 18px;border-radius:6px;background:#0b6b66;color:#ffffff;text-decoration:none">${escaped(link.label)}</a></p>`,
    `<p style="font-size:13px;color:#44524f;word-break:break-all">${address}</p>`,
    ...closing.map((text) => paragraph(text, ' style="font-size:13px;color:#44524f"')),
    '</div></body></html>',
  ].join('\n');
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

function escaped(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => ESCAPES[character] ?? '');
}
