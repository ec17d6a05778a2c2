import type { Finding } from '../finding.js';
import { sentenceOf } from './sentences.js';
import { printable } from './text-table.js';

/** What a terminal is shown of them; JSON lists all. */
const SHOWN = 200;

/** Each on a line of its own: where, what code, which sentence. */
export function findingsText(findings: readonly Finding[]): string {
  const lines = findings.slice(0, SHOWN).map((finding) => {
    const path = finding.path === '' ? '' : `${finding.path}: `;
    return printable(`${whereOf(finding)}: ${path}${finding.code}: ${sentenceOf(finding)}`);
  });
  const more = findings.length - SHOWN;
  const count = `${findings.length} ${findings.length === 1 ? 'problem' : 'problems'}`;
  return [...lines, ...(more > 0 ? [`… and ${more} more; --format json lists them.`] : []), count].join('\n');
}

/** The same for programs. */
export function findingRecord(finding: Finding): Readonly<Record<string, unknown>> {
  const { code, path, params, place } = finding;
  return { code, path, params, ...place, sentence: sentenceOf(finding) };
}

function whereOf({ place: { file, line, column } }: Finding): string {
  const at = line === null ? file : `${file}:${line}`;
  return column === null ? at : `${at}, column ${column}`;
}
