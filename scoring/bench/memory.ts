/**
 * One run of `compute` in a process of its own, for the peak of its memory: what the system says the
 * process had resident at most, less what it had before the data were there. Prints one line of JSON.
 * Started by bench.ts with `--expose-gc` as `memory.ts <units> <indicators>`.
 */
import { engine } from './engine.ts';
import { dataset, framework, minMax } from './index-data.ts';

const [units, indicators] = process.argv.slice(2).map(Number);
if (units === undefined || indicators === undefined) throw new Error('memory.ts <units> <indicators>');
const { compute } = engine;
const rules = framework(indicators, minMax);

// The code is compiled and warm before anything is counted.
for (let run = 0; run < 20; run += 1) compute(rules, dataset(100, indicators), { detail: 'scores' });
collect();
const before = process.memoryUsage().rss;
const data = dataset(units, indicators);
collect();
const withInput = process.memoryUsage().rss;
const inputBytes = data.columns.reduce((total, { values }) => total + values.byteLength, 0);
const started = performance.now();
const outcome = compute(rules, data, { detail: 'scores' });
const milliseconds = performance.now() - started;
const peak = process.resourceUsage().maxRSS * 1024;
if (!outcome.ok) throw new Error(JSON.stringify(outcome.problems.slice(0, 3)));
collect();
const afterwards = process.memoryUsage();
process.stdout.write(
  `${JSON.stringify({
    milliseconds,
    inputBytes,
    /** Everything the process took for it, its input included. */
    peakBytes: peak - before,
    /** Beyond the input. */
    extraBytes: peak - withInput,
    keptBytes: afterwards.rss - withInput,
    arrayBufferBytes: afterwards.arrayBuffers,
    scored: outcome.value.units.filter(({ score }) => score !== null).length,
  })}\n`,
);

function collect(): void {
  (globalThis as { gc?: () => void }).gc?.();
}
