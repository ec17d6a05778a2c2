import { validate, type Dataset, type Framework, type Problem } from '@dti-monitor/scoring';
import type { Request } from './command-line.js';
import { place, type Finding, type Reading } from './finding.js';
import { readDataFile, type DataFile } from './read/data-file.js';
import { readFrameworkFile, type FrameworkFile } from './read/framework-file.js';
import { nameOf, readText } from './read/text.js';
import type { Terminal } from './terminal.js';

/** What a request is about, read and found sound. */
export interface Input {
  readonly framework: FrameworkFile;
  /** `null` where the framework alone is looked at. */
  readonly data: DataFile | null;
  /** A problem of the engine with the place in the files that it is about. */
  readonly told: (problem: Problem) => Finding;
}

const NO_DATA: Dataset = { units: [] };

/**
 * Reads the framework and the data and checks them whole.
 *
 * @returns both, or everything that is wrong with them
 */
export async function readInput(request: Request, terminal: Terminal): Promise<Reading<Input>> {
  const { framework: frameworkPath, data: dataPath } = request;
  const frameworkText = await readText(frameworkPath, terminal);
  const dataText = dataPath === null ? null : await readText(dataPath, terminal);
  const framework = frameworkText.ok
    ? readFrameworkFile(frameworkText.value, nameOf(frameworkPath))
    : frameworkText;
  if (dataPath === null || dataText === null)
    return framework.ok ? checked(framework.value, null) : framework;
  if (!framework.ok)
    return { ok: false, findings: [...framework.findings, ...(dataText.ok ? [] : dataText.findings)] };
  const data = dataText.ok
    ? readDataFile(dataText.value, nameOf(dataPath), wanted(request, framework.value))
    : dataText;
  if (data.ok) return checked(framework.value, data.value);
  const own = checked(framework.value, null);
  return { ok: false, findings: [...(own.ok ? [] : own.findings), ...data.findings] };
}

function wanted({ group, period, ignoreUnknown }: Request, { elements, needed, days }: FrameworkFile) {
  return {
    elements,
    needed,
    days,
    ignoreUnknown,
    ...(group === null ? {} : { group }),
    ...(period === null ? {} : { period }),
  };
}

function checked(framework: FrameworkFile, data: DataFile | null): Reading<Input> {
  const told = (problem: Problem): Finding => ({ ...problem, place: placeOf(problem, framework, data) });
  const problems =
    data === null ? frameworkProblems(framework.framework) : validate(framework.framework, data.dataset);
  if (problems.length > 0) return { ok: false, findings: problems.map(told) };
  return { ok: true, value: { framework, data, told } };
}

/** Of the framework alone: nothing that only data could say. */
function frameworkProblems(framework: Framework): readonly Problem[] {
  return validate(framework, NO_DATA).filter(
    ({ code, path }) => !path.startsWith('dataset') && code !== 'REFERENCE_UNIT_UNKNOWN',
  );
}

function placeOf({ path, params }: Problem, framework: FrameworkFile, data: DataFile | null) {
  const own = path.replace(/^after\./, '');
  if (own.startsWith('framework')) return framework.placeOf(own);
  if (data === null || !own.startsWith('dataset')) return place('the call');
  const text = (name: string): string | null => (typeof params[name] === 'string' ? params[name] : null);
  return data.placeOf(text('unit'), text('element'));
}
