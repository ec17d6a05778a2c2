import { describe, expect, it } from '@jest/globals';
import { readCommandLine } from './command-line.ts';

const names = ['lint', 'types:api', 'types:web', 'unit'];
const read = (...argv: string[]): unknown => readCommandLine(argv, names);

describe('the command line of the check', () => {
  it('runs everything when nothing is asked', () => {
    expect(read()).toEqual({ kind: 'run', only: undefined });
  });

  it.each([['--only', 'unit,lint'], ['--only=unit,lint'], ['--only', ' unit , lint ']])(
    'runs the named steps for %s %s',
    (...argv) => {
      expect(read(...argv)).toEqual({ kind: 'run', only: new Set(['lint', 'unit']) });
    },
  );

  it('takes the name before a colon for every step of that name', () => {
    expect(read('--only', 'types')).toEqual({ kind: 'run', only: new Set(['types:api', 'types:web']) });
  });

  it.each([
    [['--only'], /not understood/],
    [['--fast'], /not understood: --fast/],
    [['--only', 'lint', 'unit'], /not understood/],
    [['--only', 'lint,unti'], /no step named unti/],
    [['--only', ''], /no step named/],
    [['--only', 'type'], /no step named type/],
  ])('refuses %j', (argv, message) => {
    expect(read(...argv)).toEqual({ kind: 'wrong', message: expect.stringMatching(message) as unknown });
  });

  it('lists, and helps', () => {
    expect(read('--list')).toEqual({ kind: 'list' });
    expect(read('--only', 'nonsense', '--help')).toEqual({ kind: 'help' });
  });
});
