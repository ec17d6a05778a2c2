import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { join } from 'node:path';
import { terminal } from './terminal.js';
import { ROOT } from './terminal.fixture.js';

const FOLDER = join(ROOT, 'scoring/examples/geometric-index');

describe('the files of the terminal', () => {
  const before = { ...process.env };
  beforeEach(() => {
    process.env['INIT_CWD'] = FOLDER;
  });
  afterEach(() => {
    for (const name of ['INIT_CWD', 'npm_command']) {
      const value = before[name];
      if (value === undefined) delete process.env[name];
      else process.env[name] = value;
    }
  });
  const read = async (path: string): Promise<string> =>
    new TextDecoder().decode(await terminal().readFile(path)).split('\n')[0] ?? '';

  it('are found from where npx is typed', async () => {
    process.env['npm_command'] = 'exec';
    expect(await read('data.csv')).toMatch(/^unit,life_expectancy/);
    expect(await read(join(FOLDER, 'data.csv'))).toMatch(/^unit,life_expectancy/);
  });

  it.each(['run-script', undefined])(
    'are found from the folder of the process under npm %s',
    async (command) => {
      if (command === undefined) delete process.env['npm_command'];
      else process.env['npm_command'] = command;
      await expect(read('data.csv')).rejects.toThrow('ENOENT');
      expect(await read('scoring/examples/points-index/data.csv')).toMatch(/^unit,awareness/);
    },
  );
});
