import { buildProduct } from './building/build-product.ts';
import { progressTo } from './progress.ts';
import { watchInterruption } from './running/interruption.ts';
import { outliveReaders, reportFailure } from './running/run-script.ts';

/**
 * What `npx dti-score` does before anything else in a checkout: builds the scoring library and its
 * command line where they changed. Says so on standard error alone, and only when it takes long.
 *
 * @returns the exit status: 0 when the command line can run
 */
export async function buildScoringCli(): Promise<number> {
  outliveReaders();
  const interruption = watchInterruption();
  try {
    const progress = progressTo(process.stderr, { onlySlow: true });
    await buildProduct(['scoring', 'scoring/cli'], progress, interruption.signal);
    return 0;
  } catch (error) {
    return reportFailure(error);
  } finally {
    interruption.release();
  }
}
