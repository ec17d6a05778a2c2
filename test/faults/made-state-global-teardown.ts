import { cleanUp } from './launched-product.ts';

/** Removes the state folder that was made for the run. */
export default async function removeMadeState(): Promise<void> {
  await cleanUp();
}
