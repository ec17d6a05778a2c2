import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import type { DocumentFault } from '../features/frameworks/document/document-faults.js';
import { readWorkbook } from '../features/frameworks/workbook/read-workbook.js';
import type { DocumentPath } from '../platform/documents/schema-faults.js';
import { Problem, type ProblemDetail } from '../platform/http/problem.js';
import { parseYaml } from '../seeding/seed-document.js';
import { CallError } from './call-error.js';
import { callerPath } from './caller-path.js';

/** A framework of a file: YAML, JSON, or a workbook. */
export interface FrameworkSource {
  readonly document: Readonly<Record<string, unknown>>;
  /** Where in the file a path of the document stands: `index.yaml:12 /tree/points`, `index.xlsx Sheet!F7`. */
  readonly placeOf: (path: DocumentPath) => string;
}

/** @throws CallError FILE_UNREADABLE; Problem FRAMEWORK_FILE_INVALID, SEED_FILE_INVALID where it cannot be read as one */
export async function readFrameworkSource(path: string): Promise<FrameworkSource> {
  const name = basename(path);
  const content = await readFile(callerPath(path)).catch((error: Error) => {
    throw new CallError('FILE_UNREADABLE', error.message);
  });
  return name.toLowerCase().endsWith('.xlsx') ? ofWorkbook(content, name) : ofYaml(content, name);
}

function ofYaml(content: Buffer, name: string): FrameworkSource {
  const { value, lineOf } = parseYaml<unknown>(content.toString('utf8').normalize('NFC'), name);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw invalid([
      { code: 'FRAMEWORK_VALUE_INVALID', path: `${name}:1`, message: 'a framework file has keys and values' },
    ]);
  }
  return {
    document: value as Readonly<Record<string, unknown>>,
    placeOf: (path) => `${name}:${lineOf(path)} ${path.map((part) => `/${part}`).join('') || '/'}`,
  };
}

async function ofWorkbook(content: Buffer, name: string): Promise<FrameworkSource> {
  const workbook = await readWorkbook(content);
  if (workbook === null) {
    throw invalid([{ code: 'WORKBOOK_UNREADABLE', path: name, message: 'it is no Excel workbook (.xlsx)' }]);
  }
  const { document, faults, placeOf } = workbook;
  if (faults.length > 0) {
    throw invalid(faults.map(({ code, place, message }) => ({ code, path: `${name} ${place}`, message })));
  }
  return { document, placeOf: (path) => `${name} ${placeOf(path)}` };
}

/** @throws Problem FRAMEWORK_FILE_INVALID with the place of each fault, where there is any */
export function refuseFaults(source: FrameworkSource, faults: readonly DocumentFault[]): void {
  if (faults.length === 0) return;
  throw invalid(faults.map(({ code, path, message }) => ({ code, path: source.placeOf(path), message })));
}

function invalid(faults: readonly ProblemDetail[]): Problem {
  return new Problem(
    422,
    'FRAMEWORK_FILE_INVALID',
    'The framework has faults; nothing was stored',
    undefined,
    faults,
  );
}
