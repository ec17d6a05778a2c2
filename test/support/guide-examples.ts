import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CHECKOUT } from './command-line.ts';

const COMMAND = 'npm run -s cli -- ';

/** The blocks of a guide that are fenced with ``` and a language, or with none. */
function blocks(guide: string, language: string): readonly string[] {
  const text = readFileSync(join(CHECKOUT, guide), 'utf8');
  return [...text.matchAll(/^```(\w*)\n(.*?)^```$/gms)]
    .filter(([, own]) => own === language)
    .map(([, , content = '']) => content);
}

/** The CSV files that a guide shows. */
export function csvExamples(guide: string): readonly string[] {
  return blocks(guide, 'csv');
}

/** The commands that a guide tells its reader to type, in order, without `npm run -s cli --`. */
export function commandExamples(guide: string): readonly string[] {
  return blocks(guide, '')
    .flatMap((block) => block.split('\n'))
    .filter((line) => line.startsWith(COMMAND) && !line.includes('<command>'))
    .map((line) => line.slice(COMMAND.length));
}

/** What a guide shows of a terminal: a command after `$`, and what it prints. */
export function transcripts(guide: string): readonly { readonly line: string; readonly output: string }[] {
  return blocks(guide, '')
    .filter((block) => block.startsWith(`$ ${COMMAND}`))
    .map((block) => {
      const [line = '', ...output] = block.split('\n');
      return { line: line.slice(COMMAND.length + 2), output: output.join('\n') };
    });
}

/** Words as a shell takes them: by spaces, but for what stands in double quotes. */
export function shellWords(line: string): readonly string[] {
  return [...line.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare = '']) => quoted ?? bare);
}
