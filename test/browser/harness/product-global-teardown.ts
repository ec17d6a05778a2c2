import './product-global-setup.ts';

/** Stops the product of the journeys. */
export default async function stopSharedProduct(): Promise<void> {
  await globalThis.productOfTheJourneys?.stop();
}
