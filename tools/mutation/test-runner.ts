/**
 * A test runner for Stryker that keeps the specs of `scoring` loaded: a mutant is switched on in the
 * code that is there, its specs are run until the first that fails, and it is switched off again. That
 * costs milliseconds; a run of jest for every mutant costs a second. See docs/adr/0007.
 *
 * A mutant may spoil what specs share (sort a list of theirs in place, fill a cache). So each kill is
 * confirmed: the spec that failed must pass with the mutant switched off. If it does not, everything is
 * loaded afresh and the mutant is judged again.
 */
import type { InstrumenterContext, StrykerOptions } from '@stryker-mutator/api/core';
import type { Logger } from '@stryker-mutator/api/logging';
import { commonTokens, declareClassPlugin, PluginKind, tokens } from '@stryker-mutator/api/plugin';
import {
  determineHitLimitReached,
  type DryRunOptions,
  type DryRunResult,
  DryRunStatus,
  type MutantRunOptions,
  type MutantRunResult,
  MutantRunStatus,
  type TestResult,
  type TestRunner,
  type TestRunnerCapabilities,
  TestStatus,
} from '@stryker-mutator/api/test-runner';
import { join } from 'node:path';
import { Deadline, processorTime } from './deadline.ts';
import { specFolder, type SpecFolder } from './load-specs.ts';
import { runBlock, type SpecResult, type Watcher } from './suite.ts';

interface OwnOptions extends StrykerOptions {
  readonly specs: readonly string[];
  readonly farBudget: number;
}

interface Verdict {
  readonly failed: SpecResult | null;
  readonly file: string | null;
  readonly count: number;
}

/** What the instrumented code reads at every mutant: shared with it, so changed and never replaced. */
function instrumenter(): InstrumenterContext {
  const shared = globalThis as { __stryker__?: InstrumenterContext };
  shared.__stryker__ ??= {};
  return shared.__stryker__;
}

export class WarmTestRunner implements TestRunner {
  static readonly inject = tokens(commonTokens.logger, commonTokens.options);
  readonly #log: Logger;
  readonly #patterns: readonly string[];
  readonly #sandbox = process.cwd();
  readonly #farBudget: number;
  readonly #deadline = new Deadline(instrumenter());
  /** Milliseconds that each file took at most, so that what is quick is asked first. */
  readonly #spent = new Map<string, number>();
  #folder: SpecFolder | null = null;

  constructor(log: Logger, options: StrykerOptions) {
    this.#log = log;
    const { specs, farBudget } = options as OwnOptions;
    this.#patterns = options.testFiles?.length ? options.testFiles : specs;
    this.#farBudget = farBudget;
  }

  capabilities(): TestRunnerCapabilities {
    return { reloadEnvironment: true };
  }

  init(): Promise<void> {
    this.#folder = specFolder(this.#sandbox, this.#patterns);
    return Promise.resolve();
  }

  async dryRun({ coverageAnalysis }: DryRunOptions): Promise<DryRunResult> {
    const context = instrumenter();
    const tests: TestResult[] = [];
    const perTest = coverageAnalysis === 'perTest';
    const { near, far } = this.#specs.files(this.#sandbox);
    for (const file of [...near, ...far]) {
      const block = await this.#specs.load(file);
      await runBlock(block, {
        chosen: () => true,
        starts: (id) => {
          if (perTest) context.currentTestId = id;
        },
        ends: (result) => {
          delete context.currentTestId;
          this.#deadline.end(result);
          tests.push(reported(result, join(this.#sandbox, file)));
          return true;
        },
      });
    }
    return {
      status: DryRunStatus.Complete,
      tests,
      mutantCoverage: context.mutantCoverage ?? { static: {}, perTest: {} },
    };
  }

  async mutantRun(run: MutantRunOptions): Promise<MutantRunResult> {
    if (run.reloadEnvironment) this.#specs.forget();
    let verdict = await this.#judge(run);
    if (verdict.failed !== null && !run.reloadEnvironment && !(await this.#passesWithout(verdict))) {
      this.#log.info('Mutant %s spoilt what specs share; everything is loaded afresh', run.activeMutant.id);
      this.#specs.forget();
      verdict = await this.#judge(run);
      this.#specs.forget();
    }
    if (run.reloadEnvironment) this.#specs.forget();
    const endless = this.#endless();
    if (endless !== null) return { status: MutantRunStatus.Timeout, reason: endless };
    if (verdict.failed === null) return { status: MutantRunStatus.Survived, nrOfTests: verdict.count };
    return {
      status: MutantRunStatus.Killed,
      killedBy: [verdict.failed.id],
      failureMessage: verdict.failed.failure ?? '',
      nrOfTests: verdict.count,
    };
  }

  /** Why the mutant that was just judged is taken to run for ever, or `null`. */
  #endless(): string | null {
    if (this.#deadline.passed) return 'the spec took many times as long as it does';
    const { hitCount, hitLimit } = instrumenter();
    return determineHitLimitReached(hitCount, hitLimit)?.reason ?? null;
  }

  /** Runs the specs that reach the mutant, nearest first, until one fails. */
  async #judge(run: MutantRunOptions): Promise<Verdict> {
    const context = instrumenter();
    const wanted = run.testFilter === undefined ? null : new Set(run.testFilter);
    const atLoading = run.reloadEnvironment;
    let failed: SpecResult | null = null;
    let count = 0;
    const watcher: Watcher = {
      chosen: (id) => wanted === null || wanted.has(id),
      starts: (id) => this.#deadline.start(id),
      ends: (result) => {
        this.#deadline.end(result);
        count += 1;
        failed = result.failure === null ? null : result;
        return failed === null;
      },
    };
    switchOn(context, run, atLoading);
    this.#deadline.reset();
    try {
      let left = this.#farBudget;
      for (const { file, far } of this.#order(run.sandboxFileName)) {
        if (wanted !== null && !hasAny(wanted, file)) continue;
        if (far && left <= 0) break;
        const block = await this.#specs.load(file);
        context.activeMutant = run.activeMutant.id;
        const started = processorTime();
        const goesOn = await runBlock(block, watcher);
        const took = processorTime() - started;
        if (!atLoading) context.activeMutant = none;
        if (!goesOn) return { failed, file, count };
        this.#spent.set(file, Math.max(took, this.#spent.get(file) ?? 0));
        if (far) left -= took;
      }
      return { failed: null, file: null, count };
    } catch (error) {
      // The specs cannot even be loaded with it: a mutant of what runs at loading.
      const failure = error instanceof Error ? (error.stack ?? error.message) : String(error);
      return { failed: { id: 'loading', milliseconds: 0, failure }, file: null, count };
    } finally {
      context.activeMutant = none;
    }
  }

  /** Nearest first; elsewhere the quickest first. */
  #order(source: string): readonly { readonly file: string; readonly far: boolean }[] {
    const { near, far } = this.#specs.files(source);
    const spent = (file: string): number => this.#spent.get(file) ?? 0;
    return [
      ...near.map((file) => ({ file, far: false })),
      ...far.toSorted((a, b) => spent(a) - spent(b)).map((file) => ({ file, far: true })),
    ];
  }

  async #passesWithout({ failed, file }: Verdict): Promise<boolean> {
    if (failed === null || file === null) return false;
    const context = instrumenter();
    const { hitCount } = context;
    let passed = true;
    await runBlock(await this.#specs.load(file), {
      chosen: (id) => id === failed.id,
      starts: () => undefined,
      ends: (result) => (passed = result.failure === null),
    });
    if (hitCount !== undefined) context.hitCount = hitCount;
    return passed;
  }

  get #specs(): SpecFolder {
    if (this.#folder === null) throw new Error('the runner was not started');
    return this.#folder;
  }
}

/** No mutant has this id; `undefined` would have the instrumented code look into the environment. */
const none = 'none';

function switchOn(context: InstrumenterContext, run: MutantRunOptions, atLoading: boolean): void {
  context.activeMutant = atLoading ? run.activeMutant.id : none;
  if (run.hitLimit === undefined) {
    delete context.hitLimit;
    delete context.hitCount;
  } else {
    context.hitLimit = run.hitLimit;
    context.hitCount = 0;
  }
}

function hasAny(ids: ReadonlySet<string>, file: string): boolean {
  for (const id of ids) if (id.startsWith(`${file}: `)) return true;
  return false;
}

function reported({ id, milliseconds, failure }: SpecResult, fileName: string): TestResult {
  const about = { id, name: id, timeSpentMs: milliseconds, fileName };
  return failure === null
    ? { ...about, status: TestStatus.Success }
    : { ...about, status: TestStatus.Failed, failureMessage: failure };
}

export const strykerPlugins = [declareClassPlugin(PluginKind.TestRunner, 'warm', WarmTestRunner)];
export const strykerValidationSchema = {
  properties: {
    specs: {
      description: 'Globs of the specs that judge mutants, relative to the workspace.',
      type: 'array',
      items: { type: 'string' },
      default: [],
    },
    farBudget: {
      description:
        'Milliseconds of processor time that the specs of other folders have to kill a mutant which those ' +
        'of its own folder let live. What they do not kill by then counts as survived.',
      type: 'number',
      minimum: 0,
      default: 2000,
    },
  },
};
