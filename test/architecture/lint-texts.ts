/**
 * Lints texts as if they stood in files of this workspace, with the workspace's own configuration.
 * Reads `[{ "path", "text" }]` from standard input and prints, for each, the rules that refused it.
 * A process of its own: ESLint and the TypeScript compiler do not belong in a test runner's sandbox.
 */
import { ESLint } from 'eslint';
import { text as readAll } from 'node:stream/consumers';

interface Planted {
  readonly path: string;
  readonly text: string;
}

const planted = JSON.parse(await readAll(process.stdin)) as readonly Planted[];
const eslint = new ESLint({ cwd: process.cwd(), cache: false });
const answers: { ruleId: string | null; message: string }[][] = [];
for (const { path, text } of planted) {
  const [result] = await eslint.lintText(text, { filePath: path });
  answers.push((result?.messages ?? []).map(({ ruleId, message }) => ({ ruleId, message })));
}
process.stdout.write(`\nanswers:${JSON.stringify(answers)}\n`);
