import { newStateFolder, runScript } from './launched-product.ts';

/**
 * Makes a state folder with a loaded database once for the whole run, as the product itself makes it, and
 * passes its place on as TEST_MADE_STATE: what fails later than at a first start begins with a copy of it.
 */
export default async function makeState(): Promise<void> {
  const folder = newStateFolder();
  const loading = runScript('cli', { STATE_DIR: folder }, 'seed');
  if ((await loading.ended()) !== 0) throw new Error(`no state was made: ${JSON.stringify(loading.printed)}`);
  process.env['TEST_MADE_STATE'] = folder;
}
