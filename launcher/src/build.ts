import { buildProduct, forgetBuilds } from './building/build-product.ts';
import { progressTo } from './progress.ts';
import { watchInterruption } from './running/interruption.ts';
import { runScript } from './running/run-script.ts';

const HELP = `
Usage: npm run build [-- --force]

Builds the scoring library and its command line, the API and the web application, each only
when its sources changed since it was last built. npm start and npx dti-score do so by themselves.

  --force   build everything anew`;

await runScript({
  help: HELP,
  switches: ['force'],
  run: async (switches) => {
    const interruption = watchInterruption();
    const progress = progressTo(process.stdout);
    if (switches.has('force')) forgetBuilds();
    const built = await buildProduct(['scoring', 'scoring/cli', 'api', 'web'], progress, interruption.signal);
    progress.note(built.length === 0 ? 'Everything is built already.' : `Built ${built.join(', ')}.`);
    interruption.release();
    return 0;
  },
});
