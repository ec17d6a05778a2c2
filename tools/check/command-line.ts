/** What the caller asked for. */
export type Request =
  | { readonly kind: 'run'; readonly only: ReadonlySet<string> | undefined }
  | { readonly kind: 'list' }
  | { readonly kind: 'help' }
  | { readonly kind: 'wrong'; readonly message: string };

export const help = `Runs every quality gate, exactly as CI does, and goes on after a failure to report them all.

  npm run check                          everything
  npm run check -- --only lint,unit      some steps ("types" stands for all of its parts)
  npm run check -- --list                the steps, in order
  npm run check -- --help                this text

The last line is "N passed, N failed"; the exit status is 0 only when nothing failed, and 2 when the call is wrong.`;

/**
 * Reads the arguments. A name before a colon stands for every step that begins with it.
 * @param argv arguments without node and script
 * @param names every step's name
 */
export function readCommandLine(argv: readonly string[], names: readonly string[]): Request {
  if (argv.includes('--help') || argv.includes('-h')) return { kind: 'help' };
  const [first, second, ...rest] = argv.flatMap((text) =>
    text.startsWith('--only=') ? ['--only', text.slice('--only='.length)] : [text],
  );
  if (first === undefined) return { kind: 'run', only: undefined };
  if (first === '--list' && second === undefined) return { kind: 'list' };
  if (first !== '--only' || second === undefined || rest.length > 0) {
    return { kind: 'wrong', message: `not understood: ${argv.join(' ')}; see --help` };
  }
  const asked = second.split(',').map((name) => name.trim());
  const unknown = asked.filter((name) => !names.some((step) => matches(step, name)));
  if (unknown.length > 0) {
    return { kind: 'wrong', message: `no step named ${unknown.join(', ')}; see --list` };
  }
  return { kind: 'run', only: new Set(names.filter((step) => asked.some((name) => matches(step, name)))) };
}

function matches(step: string, asked: string): boolean {
  return step === asked || step.startsWith(`${asked}:`);
}
