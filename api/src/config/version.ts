/** Version of the product; the same as in package.json, which a test checks. */
export const PRODUCT_VERSION = '0.1.0';
