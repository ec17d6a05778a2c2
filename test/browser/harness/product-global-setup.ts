import { startProduct, type Product } from './product.ts';

declare global {
  var productOfTheJourneys: Product | undefined;
}

/** Starts one product for all journeys that only read, and passes its address on as TEST_PRODUCT_URL. */
export default async function startSharedProduct(): Promise<void> {
  const product = await startProduct();
  globalThis.productOfTheJourneys = product;
  process.env['TEST_PRODUCT_URL'] = product.url;
}
