/** How the product is registered at the provider of the tests. */
export const CLIENT = { id: 'dti-monitor', secret: 'secret-of-the-client-0123456789abcdef' };

/** The settings of a product that signs people in by a provider on a port of loopback. */
export function providerSettings(port: number): Readonly<Record<string, string>> {
  return {
    OIDC_ISSUER: `http://127.0.0.1:${port}`,
    OIDC_CLIENT_ID: CLIENT.id,
    OIDC_CLIENT_SECRET: CLIENT.secret,
    OIDC_SCOPES: 'openid profile',
    OIDC_UNIT_CLAIM: 'agency',
    OIDC_ROLE_MAP: '{"dti-lead": {"role": "unit_lead"}}',
    OIDC_NAME_VI: 'tài khoản thử',
    OIDC_NAME_EN: 'a test account',
  };
}
