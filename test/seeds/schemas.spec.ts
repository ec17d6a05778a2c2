import { describe, expect, it } from '@jest/globals';
import { type AnySchemaObject, Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js';
import { seedPaths, seedText, seedYaml } from './seed-files.ts';

/** Which schema a seed file keeps to, by its path. */
const SCHEMA_OF: readonly (readonly [RegExp, string])[] = [
  [/^sources\.yaml$/, 'sources'],
  [/^demo-people\.yaml$/, 'demo-people'],
  [/^data-elements\/[a-z0-9-]+\.yaml$/, 'data-elements'],
  [/^law\/documents\.yaml$/, 'law-documents'],
  [/^law\/[a-z0-9-]+\/[a-z0-9-]+\.yaml$/, 'law-clauses'],
  [/^programmes\.yaml$/, 'programmes'],
  [/^targets\/[a-z0-9-]+\.yaml$/, 'targets'],
  [/^tasks\/decision-142-2024\/(a|b|c|body)\.yaml$/, 'tasks'],
  [/^tasks\/decision-142-2024\/solutions\.yaml$/, 'task-solutions'],
  [/^tasks\/parties\.yaml$/, 'task-parties'],
  [/^tasks\/mic-action-plan-2024\.yaml$/, 'task-plan'],
  [/^tasks\/data-year-2023\.yaml$/, 'task-counts'],
  [/^units\/regions\.yaml$/, 'regions'],
  [/^units\/responsible\.yaml$/, 'responsible'],
  [/^units\/roster\/[a-z0-9-]+\.yaml$/, 'units'],
  [/^units\/succession\/[a-z0-9-]+\.yaml$/, 'succession'],
  [/^frameworks\/[a-z0-9-]+\.yaml$/, 'framework'],
  [/^published\/[a-z0-9-]+\/edition\.yaml$/, 'edition'],
  [/^map\/islands\.yaml$/, 'islands'],
  [/^duties\/[a-z0-9-]+\.yaml$/, 'duties'],
  [/^guidance\/[a-z0-9-]+\.yaml$/, 'guidance'],
  [/^databases\/national\.yaml$/, 'national-databases'],
  [/^databases\/classes\.yaml$/, 'database-classes'],
];

const ajv = new Ajv2020({
  allErrors: true,
  strict: true,
  strictRequired: false,
  strictTypes: false,
  discriminator: true,
});
for (const path of seedPaths('.schema.json')) ajv.addSchema(JSON.parse(seedText(path)) as AnySchemaObject);
// What the frameworks share with any file of dti-score, by the path that they refer to it by.
const METHOD_SCHEMA = '../../scoring/cli/schemas/method.schema.json';
ajv.addSchema(JSON.parse(seedText(`schemas/${METHOD_SCHEMA}`)) as AnySchemaObject, METHOD_SCHEMA);

function schemaOf(path: string): string {
  return SCHEMA_OF.find(([pattern]) => pattern.test(path))?.[1] ?? 'none';
}

function validator(name: string): ValidateFunction {
  const validate = ajv.getSchema(`${name}.schema.json`);
  if (!validate) throw new Error(`no schema ${name}`);
  return validate;
}

function faults(name: string, value: unknown): string[] {
  const validate = validator(name);
  void validate(value);
  return (validate.errors ?? []).map((error) => `${error.instancePath} ${error.message ?? ''}`);
}

describe('seed files keep to their schemas', () => {
  it.each(seedPaths('.yaml').map((path) => [path, schemaOf(path)] as const))('%s is a %s file', (path, name) => {
    expect(faults(name, seedYaml(path))).toEqual([]);
  });

  it.each(seedPaths('.yaml'))('%s names its schema for an editor', (path) => {
    const up = '../'.repeat(path.split('/').length - 1) || './';
    const first = `# yaml-language-server: $schema=${up}schemas/${schemaOf(path)}.schema.json`;
    expect(seedText(path).split('\n')[0]).toBe(first);
  });

  it('has no schema that no file keeps to, but for the shared definitions', () => {
    const kept = new Set(seedPaths('.yaml').map((path) => `schemas/${schemaOf(path)}.schema.json`));
    expect(seedPaths('.schema.json').filter((path) => !kept.has(path))).toEqual(['schemas/definitions.schema.json']);
  });
});

describe('the schemas refuse', () => {
  type Tree = Record<string, unknown> & { children?: Tree[] };
  const framework = () => seedYaml('frameworks/dti-922-province.yaml') as Record<string, unknown> & { tree: Tree };
  const units = () => seedYaml('units/roster/nation.yaml') as { units: Record<string, unknown>[] };

  it('a property that they do not know', () => {
    const { units: listed } = units();
    expect(faults('units', { units: [{ ...listed[0], population: 1 }] })).toContain(
      '/units/0 must NOT have additional properties',
    );
  });

  it('a day that is none', () => {
    const { units: listed } = units();
    expect(faults('units', { units: [{ ...listed[0], valid: { to: '2025-13-01' } }] })[0]).toMatch(/valid\/to must match/);
  });

  it('an entry without a source', () => {
    const { units: listed } = units();
    expect(faults('units', { units: [{ ...listed[0], source: [] }] })[0]).toMatch(/source must NOT have fewer than 1/);
  });

  it('a province without a short name, and a nation with a region', () => {
    const { units: listed } = units();
    const province = { ...listed[0], level: 'province', names: [{ vi: 'Tỉnh Hà Giang', en: 'Ha Giang' }] };
    expect(faults('units', { units: [province] })).toContain("/units/0/names/0 must have required property 'short_vi'");
    const nation = { ...listed[0], regions: [{ region: 'southeast', source: ['recollection'] }] };
    expect(faults('units', { units: [nation] })).toContain('/units/0/regions boolean schema is false');
  });

  it('a node that has both children and a data element, and one that has neither', () => {
    const both = framework();
    expect(faults('framework', { ...both, tree: { ...both.tree, element: 'dti.total' } })).not.toEqual([]);
    const { element: _gone, ...bare } = both.tree.children?.[0] ?? {};
    expect(faults('framework', { ...both, tree: { ...both.tree, children: [bare] } })).not.toEqual([]);
  });

  it('a rule that no method has, and a word that no rule knows', () => {
    const { method, ...rest } = framework();
    const asked = { ...(method as object), scale: { points: 1000 }, aggregation: 'weighted_sum_of_points' };
    const found = faults('framework', { ...rest, method: asked });
    expect(found).toContain('/method must NOT have additional properties');
    expect(found).toContain('/method/aggregation must be equal to one of the allowed values');
  });

  it('a key of a node that has no meaning', () => {
    const { tree, ...rest } = framework();
    const children = tree.children?.map((child) => ({ ...child, wieght: 1 }));
    expect(faults('framework', { ...rest, tree: { ...tree, children } })).toContain(
      '/tree/children/0 must NOT have additional properties',
    );
  });

  it('a retired framework that does not say why', () => {
    const { status_reason: _gone, ...rest } = framework();
    expect(faults('framework', rest)).toContain(" must have required property 'status_reason'");
  });
});
