/** Which Debian or Ubuntu package brings a shared library that Chromium loads. */
const packages: Readonly<Record<string, string>> = {
  'libnss3.so': 'libnss3',
  'libnssutil3.so': 'libnss3',
  'libsmime3.so': 'libnss3',
  'libnspr4.so': 'libnspr4',
  'libplc4.so': 'libnspr4',
  'libplds4.so': 'libnspr4',
  'libexpat.so.1': 'libexpat1',
};

/**
 * Reads what `ldd` printed of the browser and says in one line what is missing and how to get it.
 * @returns the line, or undefined when nothing is missing
 */
export function explainMissingLibraries(ldd: string): string | undefined {
  const missing = [...ldd.matchAll(/^\s*(\S+) => not found/gm)].map(([, library = '']) => library);
  if (missing.length === 0) return undefined;
  const wanted = [...new Set(missing.map((library) => packages[library] ?? library))];
  return (
    `The browser for the journeys misses system libraries (${[...new Set(missing)].join(', ')}): ` +
    `install ${wanted.join(', ')}, or set BROWSER_PATH to a Chromium that starts.`
  );
}
