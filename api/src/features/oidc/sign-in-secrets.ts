import { hkdfSync } from 'node:crypto';

/** What ties a sign-in at a provider to one browser and one answer. */
export interface SignInSecrets {
  readonly state: string;
  readonly nonce: string;
  readonly verifier: string;
}

/**
 * State, nonce and PKCE verifier of a sign-in, each derived from the one token that only the browser has: the
 * database holds nothing that could finish it.
 */
export function secretsOf(token: string): SignInSecrets {
  return {
    state: derived(token, 'state'),
    nonce: derived(token, 'nonce'),
    verifier: derived(token, 'verifier'),
  };
}

function derived(token: string, purpose: string): string {
  return Buffer.from(hkdfSync('sha256', token, '', `dti-monitor oidc ${purpose}`, 32)).toString('base64url');
}
