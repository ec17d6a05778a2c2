import { once } from 'node:events';
import { createServer, type AddressInfo } from 'node:net';
import { providerSettings } from '../../support/provider-client.ts';
import { startProduct, type Product } from './product.ts';

declare global {
  var productOfTheJourneys: Product | undefined;
}

/**
 * Starts one product for all journeys that only read, and passes its address on as TEST_PRODUCT_URL. It knows an
 * identity provider at TEST_PROVIDER_PORT, where a journey that needs one brings it up.
 */
export default async function startSharedProduct(): Promise<void> {
  const port = await freePort();
  const product = await startProduct(providerSettings(port));
  globalThis.productOfTheJourneys = product;
  process.env['TEST_PRODUCT_URL'] = product.url;
  process.env['TEST_FIRST_OPERATOR_LINK'] = product.firstOperatorLink ?? '';
  process.env['TEST_PROVIDER_PORT'] = String(port);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, 'close');
  return port;
}
