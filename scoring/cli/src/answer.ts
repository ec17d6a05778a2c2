import { ENGINE_VERSION } from '@dti-monitor/scoring';
import type { Request } from './command-line.js';
import type { Finding } from './finding.js';
import { readInput, type Input } from './input.js';
import { partsOf, type Part } from './parts.js';
import type { Terminal } from './terminal.js';
import { csvOf } from './write/csv.js';
import { findingRecord, findingsText } from './write/findings.js';
import { writeJson } from './write/json.js';
import { textOf } from './write/text-table.js';

const DONE = 0;
const WRONG = 1;

/**
 * Answers a request: reads both files, says everything that is wrong with them at once, or computes and
 * prints what is asked for on standard output. Anything else goes to standard error.
 *
 * @returns the exit status
 * @throws CallRefusal where the call is wrong
 */
export async function answer(request: Request, terminal: Terminal): Promise<number> {
  const input = await readInput(request, terminal);
  if (!input.ok) return refuse(input.findings, request, terminal);
  const { framework, data, told } = input.value;
  if (data !== null && data.unused.length > 0) {
    terminal.err.write(`Not asked for by the framework, and passed over: ${data.unused.join(', ')}\n`);
  }
  if (request.validate || data === null) return approve(input.value, request, terminal);
  const parts = partsOf(request, framework, data, terminal.err);
  if (!parts.ok) return refuse(parts.problems.map(told), request, terminal);
  print(parts.value, request, terminal);
  return DONE;
}

function print(parts: readonly Part[], { format }: Request, { out }: Terminal): void {
  if (format === 'csv') out.write(parts.map(({ csv }) => csvOf(csv())).join('\n'));
  else if (format === 'json') {
    const value = Object.fromEntries(parts.map(({ key, data }) => [key, data]));
    writeJson({ ok: true, engineVersion: ENGINE_VERSION, value }, (text) => out.write(text));
  } else out.write(`${parts.flatMap(({ text }) => text().map(textOf)).join('\n\n')}\n`);
}

/** Problems go where the answer would have gone when a program reads it, else to standard error. */
function refuse(findings: readonly Finding[], { format }: Request, { out, err }: Terminal): number {
  if (format === 'json') {
    const problems = findings.map(findingRecord);
    writeJson({ ok: false, engineVersion: ENGINE_VERSION, problems }, (text) => out.write(text));
  } else err.write(`${findingsText(findings)}\n`);
  return WRONG;
}

function approve({ framework, data }: Input, { format }: Request, { out }: Terminal): number {
  const { code } = framework.framework;
  const elements = framework.elements.length;
  const units = data?.dataset.units.length ?? null;
  const period = data?.period ?? null;
  if (format === 'json') {
    const value = { framework: code, elements, units, period };
    writeJson({ ok: true, engineVersion: ENGINE_VERSION, value }, (text) => out.write(text));
    return DONE;
  }
  const table = {
    title: null,
    columns: [
      { heading: 'framework', key: 'framework' },
      { heading: 'data elements', key: 'elements' },
      { heading: 'units', key: 'units' },
      { heading: 'period', key: 'period' },
    ],
    rows: [[code, elements, units, period]],
    notes: [data === null ? 'The framework is sound.' : 'The framework and the data are sound.'],
  };
  out.write(format === 'csv' ? csvOf(table) : `${textOf(table)}\n`);
  return DONE;
}
