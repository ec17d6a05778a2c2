/** Version of the arithmetic. It changes whenever any result could. Stored with every assessment. */
export const ENGINE_VERSION = '2.0.0';
