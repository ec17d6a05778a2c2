import { join } from 'node:path';

/** Root of the checkout: where package.json, the built parts and `.data/` lie. */
export const CHECKOUT = join(import.meta.dirname, '..', '..');
