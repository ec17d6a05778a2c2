/** What a piece of work prints, instead of the terminal getting it. */
export async function printed<T>(
  work: () => Promise<T>,
): Promise<{ result: T; stdout: string; stderr: string }> {
  const texts = { stdout: '', stderr: '' };
  const streams = ['stdout', 'stderr'] as const;
  const writers = streams.map((name) => process[name].write.bind(process[name]));
  for (const name of streams) {
    process[name].write = ((text: string | Uint8Array) => {
      texts[name] += typeof text === 'string' ? text : Buffer.from(text).toString('utf8');
      return true;
    }) as typeof process.stdout.write;
  }
  try {
    const result = await work();
    return { result, ...texts };
  } finally {
    streams.forEach((name, index) => {
      process[name].write = writers[index] as typeof process.stdout.write;
    });
  }
}
