import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import type { Ran } from '../support/command-line.ts';
import { useTypedCommands } from '../support/typed-commands.ts';

const commands = useTypedCommands();
const { file } = commands;
const run = (...words: string[]): Promise<Ran> => commands.run('framework', ...words);
const read = (name: string): string => readFileSync(join(commands.folder(), name), 'utf8');

/** A ministry's own framework, with a data element that nobody has. */
const OWN = `# a framework of our own
code: bo-a-2026
index: data
level: ministry
name: { vi: Bộ chỉ số của Bộ A, en: Index of ministry A }
version: '2026'
legal_basis: [decision-142-2024#VI.7.a]
author: Bộ A
change_reason: theo phụ lục của Bộ
periods: { from: '2026' }
status: in_use
source: [decision-142-2024]
confidence: medium
data_elements:
  - code: own.count
    name: { vi: Số bộ dữ liệu, en: Datasets }
    value_type: count
    minimum: 0
    decimals: 0
    unit: { vi: bộ dữ liệu, en: datasets }
    levels: [ministry]
    description: { vi: Số bộ dữ liệu đã công bố., en: Datasets published. }
method:
  normalise: { method: min_max, constant: undetermined }
  weights: points
  aggregation: arithmetic
  missing: no_value
  not_applicable: reweight
tree:
  code: own
  kind: index
  name: { vi: Chỉ số, en: Index }
  points: 10
  children:
    - { code: own.a, kind: indicator, name: { vi: Một, en: One }, points: 4, element: own.count }
    - { code: own.b, kind: indicator, name: { vi: Hai, en: Two }, points: 6, element: own.count }
`;

const line = (needle: string): number => OWN.split('\n').findIndex((text) => text.includes(needle)) + 1;

describe('a framework of our own', () => {
  it('is refused with the file, the line, the path and the code of everything that is wrong, and nothing is stored', async () => {
    const wrong = OWN.replace('points: 6', 'points: 7')
      .replace('element: own.count }\n    - { code: own.b', 'element: own.nothing }\n    - { code: own.b')
      .replace('#VI.7.a', '#XX.1');
    const { status, stderr } = await run('load', file('wrong.yaml', wrong));
    expect(status).toBe(1);
    expect(stderr).toContain(
      `wrong.yaml:${line('points: 10')} /tree/points  POINTS_DO_NOT_ADD_UP  points 10, ofChildren 11`,
    );
    expect(stderr).toContain(`wrong.yaml:${line('own.a,')} /tree/children/0/element  DATA_ELEMENT_UNKNOWN`);
    expect(stderr).toContain(`wrong.yaml:${line('legal_basis')} /legal_basis/0  LEGAL_BASIS_UNKNOWN`);
    const { stdout } = await run('list');
    expect(stdout).toContain('data-2026-draft-province');
    expect(stdout).not.toContain('bo-a-2026');
  });

  it('of which a part contains itself is refused, not followed', async () => {
    const circular = `${OWN.replace('tree:\n', 'tree: &root\n')}    - *root\n`;
    const { status, stderr } = await run('validate', file('circle.yaml', circular));
    expect([status, /DOCUMENT_CIRCULAR|YAML_INVALID/.test(stderr)]).toEqual([1, true]);
  });

  it('is sound, is loaded as a draft with its data element, and goes through Excel unchanged', async () => {
    const own = file('own.yaml', OWN);
    expect((await run('validate', own)).stdout).toBe(
      'bo-a-2026 is sound: 3 nodes, 2 indicators, 1 data elements of its own\n',
    );
    expect(await run('load', own, '--as', 'draft')).toMatchObject({
      status: 0,
      stdout: 'bo-a-2026: created\n',
    });
    expect((await run('load', own, '--as', 'draft')).stdout).toBe('bo-a-2026: unchanged\n');
    const exported = await run('export', 'bo-a-2026', '--xlsx', 'own.xlsx', '--yaml', 'before.yaml');
    expect(exported.status).toBe(0);
    expect((await run('load', 'own.xlsx')).stdout).toBe('bo-a-2026: unchanged\n');
    await run('export', 'bo-a-2026', '--yaml', 'after.yaml');
    expect(read('after.yaml')).toBe(read('before.yaml'));
    expect((await run('diff', 'own.xlsx', 'bo-a-2026')).stdout).toBe('Nothing differs.\n');
  });

  it('that an assessment used is refused', async () => {
    await run('export', 'dti-922-province', '--yaml', 'used.yaml');
    const used = read('used.yaml').replace('missing: no_value', 'missing: zero');
    expect(await run('load', file('used.yaml', used))).toMatchObject({
      status: 1,
      stderr: expect.stringContaining('FRAMEWORK_VERSION_NOT_DRAFT'),
    });
    expect((await run('diff', 'dti-922-province', 'used.yaml')).stdout).toContain('method.missing');
  });
});

it('a call that is wrong says so, and help has everything', async () => {
  expect(await run('load', 'nothing.yaml')).toMatchObject({
    status: 2,
    stderr: expect.stringContaining('FILE_UNREADABLE'),
  });
  const { stdout } = await run('--help');
  for (const command of ['validate', 'load', 'diff', 'list', 'export']) expect(stdout).toContain(command);
});
