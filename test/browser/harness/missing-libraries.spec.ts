import { describe, expect, it } from '@jest/globals';
import { explainMissingLibraries } from './missing-libraries.ts';

describe('system libraries of the browser', () => {
  it('says nothing when all are there', () => {
    expect(
      explainMissingLibraries('\tlibc.so.6 => /lib/libc.so.6 (0x0)\n\tlibnss3.so => /lib/libnss3.so (0x0)\n'),
    ).toBe(undefined);
  });

  it('names each missing library once, its package, and the way round', () => {
    const ldd = [
      '\tlinux-vdso.so.1 (0x0)',
      '\tlibnss3.so => not found',
      '\tlibnssutil3.so => not found',
      '\tlibnspr4.so => not found',
      '\tlibnspr4.so => not found',
      '\tlibodd.so.7 => not found',
    ].join('\n');
    expect(explainMissingLibraries(ldd)).toBe(
      'The browser for the journeys misses system libraries (libnss3.so, libnssutil3.so, libnspr4.so, libodd.so.7): ' +
        'install libnss3, libnspr4, libodd.so.7, or set BROWSER_PATH to a Chromium that starts.',
    );
  });
});
