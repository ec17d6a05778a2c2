import { afterEach, beforeEach, describe, expect, test } from '@jest/globals';
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readlinkSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { copyNative, provideNativeBinaries } from './native-binaries.ts';

describe('native binaries', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'dti native '));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  test('run from the copy, and are copied once for each version', () => {
    const { postgres, version } = provideNativeBinaries(folder);
    expect(spawnSync(postgres, ['--version'], { encoding: 'utf8' }).stdout).toContain('PostgreSQL) 18');
    const copied = statSync(postgres).ino;
    expect(provideNativeBinaries(folder)).toMatchObject({ postgres, version });
    expect(statSync(postgres).ino).toBe(copied);

    writeFileSync(join(folder, 'native', 'VERSION'), 'older');
    provideNativeBinaries(folder);
    expect(statSync(postgres).ino).not.toBe(copied);
  });

  test('get the library links that an install script would have made', () => {
    const source = join(folder, 'package');
    mkdirSync(join(source, 'lib'), { recursive: true });
    mkdirSync(join(source, 'bin'));
    writeFileSync(join(source, 'lib', 'libpq.so.5.18'), 'library');
    const links = [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }];
    writeFileSync(join(source, 'pg-symlinks.json'), JSON.stringify(links));

    const copy = join(folder, 'copy');
    copyNative({ folder: source, version: '1' }, copy);
    expect(readlinkSync(join(copy, 'lib', 'libpq.so.5'))).toBe('libpq.so.5.18');
    expect(readFileSync(join(copy, 'lib', 'libpq.so.5'), 'utf8')).toBe('library');
  });
});
