import { Inject, Injectable, Logger } from '@nestjs/common';
import * as client from 'openid-client';
import type { OidcSettings } from '../../config/oidc-settings.js';
import { SETTINGS, type Settings } from '../../config/settings.js';
import { Problem } from '../../platform/http/problem.js';
import { answerOf, type Claims } from './claims.js';
import { OidcRefusal } from './oidc-refusal.js';
import type { SignInSecrets } from './sign-in-secrets.js';

/** What the provider has proven of somebody. */
export interface ProvenIdentity {
  readonly issuer: string;
  readonly subject: string;
  readonly claims: Claims;
}

const PATIENCE_SECONDS = 5;
const LONGEST_REASON = 200;
const KNOWN_FOR_MS = 60 * 60 * 1000;
/** Signed with a key that the provider alone has: neither `none` nor the client's own secret (HS…). */
const ASYMMETRIC = /^(RS|PS|ES)(256|384|512)$|^EdDSA$|^Ed25519$/;

/** The identity provider of the settings. It is looked up when it is first needed, and again after a failure. */
@Injectable()
export class IdentityProvider {
  private readonly log = new Logger('Oidc');
  private known: { readonly configuration: Promise<client.Configuration>; readonly until: number } | null =
    null;

  constructor(@Inject(SETTINGS) private readonly settings: Settings) {}

  /** @throws Problem OIDC_NOT_CONFIGURED */
  configured(): OidcSettings {
    const { oidc } = this.settings;
    if (oidc == null) throw new Problem(404, 'OIDC_NOT_CONFIGURED', 'There is no sign-in by a provider here');
    return oidc;
  }

  /** Where the browser goes to sign in. @throws OidcRefusal OIDC_UNREACHABLE */
  async signInAddress(secrets: SignInSecrets, redirectUri: string): Promise<URL> {
    const configuration = await this.configuration();
    return client.buildAuthorizationUrl(configuration, {
      redirect_uri: redirectUri,
      scope: this.configured().scopes,
      state: secrets.state,
      nonce: secrets.nonce,
      code_challenge: await client.calculatePKCECodeChallenge(secrets.verifier),
      code_challenge_method: 'S256',
    });
  }

  /**
   * Takes the answer that the browser brought back for what it is worth: the code is exchanged, and the ID token
   * checked by signature, algorithm, issuer, audience, time and nonce.
   * @throws OidcRefusal OIDC_REFUSED, OIDC_UNREACHABLE
   */
  async identityOf(answer: URL, secrets: SignInSecrets): Promise<ProvenIdentity> {
    const configuration = await this.configuration();
    try {
      const tokens = await client.authorizationCodeGrant(configuration, answer, {
        expectedState: secrets.state,
        expectedNonce: secrets.nonce,
        pkceCodeVerifier: secrets.verifier,
        idTokenExpected: true,
      });
      const token: Claims = { ...tokens.claims() };
      const { iss, sub } = token;
      if (typeof iss !== 'string' || typeof sub !== 'string' || !/^[\x20-\x7e]{1,255}$/.test(sub)) {
        throw new OidcRefusal('OIDC_REFUSED', 'no usable subject');
      }
      const told = await this.userInfo(configuration, tokens.access_token, sub);
      return { issuer: iss, subject: sub, claims: answerOf(token, told) };
    } catch (error) {
      throw this.refusalOf(error);
    }
  }

  private async userInfo(
    configuration: client.Configuration,
    token: string,
    subject: string,
  ): Promise<Claims> {
    if (configuration.serverMetadata().userinfo_endpoint === undefined) return {};
    return client.fetchUserInfo(configuration, token, subject);
  }

  private configuration(): Promise<client.Configuration> {
    if (this.known !== null && this.known.until > Date.now()) return this.known.configuration;
    const configuration = this.discover().catch((error: unknown) => {
      this.known = null;
      throw this.refusalOf(error, 'OIDC_UNREACHABLE');
    });
    this.known = { configuration, until: Date.now() + KNOWN_FOR_MS };
    return configuration;
  }

  private async discover(): Promise<client.Configuration> {
    const { issuer, clientId, clientSecret } = this.configured();
    const local = issuer.startsWith('http:') ? [client.allowInsecureRequests] : [];
    const found = await client.discovery(new URL(issuer), clientId, undefined, undefined, {
      timeout: PATIENCE_SECONDS,
      execute: local,
    });
    const { supportsPKCE: _helper, ...metadata } = found.serverMetadata();
    const algorithms = metadata.id_token_signing_alg_values_supported ?? ['RS256'];
    const configuration = new client.Configuration(
      {
        ...metadata,
        id_token_signing_alg_values_supported: algorithms.filter((name) => ASYMMETRIC.test(name)),
      },
      clientId,
      undefined,
      authenticationFor(metadata, clientSecret),
    );
    configuration.timeout = PATIENCE_SECONDS;
    for (const allow of local) allow(configuration);
    // The signature is checked even though the token came straight from the provider.
    client.enableNonRepudiationChecks(configuration);
    return configuration;
  }

  private refusalOf(error: unknown, otherwise: OidcRefusal['code'] = 'OIDC_REFUSED'): OidcRefusal {
    if (error instanceof OidcRefusal) return error;
    const refusal = new OidcRefusal(isUnreachable(error) ? 'OIDC_UNREACHABLE' : otherwise, reasonOf(error));
    this.log.warn(refusal.message);
    return refusal;
  }
}

/** HTTP Basic, which every provider must know, but where it says that it only reads the body. */
function authenticationFor(metadata: client.ServerMetadata, secret: string): client.ClientAuth {
  const methods = metadata.token_endpoint_auth_methods_supported ?? ['client_secret_basic'];
  const onlyBody = methods.includes('client_secret_post') && !methods.includes('client_secret_basic');
  return onlyBody ? client.ClientSecretPost(secret) : client.ClientSecretBasic(secret);
}

const SILENT = new Set(['OAUTH_TIMEOUT', 'OAUTH_ABORT', 'OAUTH_RESPONSE_IS_NOT_CONFORM']);

/** Nobody answers, or not as a provider does; `fetch` says so by a TypeError, here perhaps as the cause. */
function isUnreachable(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  const { message, cause } = error;
  return message === 'fetch failed' || SILENT.has(codeOf(error)) || (cause !== error && isUnreachable(cause));
}

function codeOf(error: unknown): string {
  const code = (error as { code?: unknown } | null)?.code;
  return typeof code === 'string' ? code : '';
}

/** The error's own code and the library's words; never what the provider sent, which may be a token. */
function reasonOf(error: unknown): string {
  if (error instanceof client.AuthorizationResponseError || error instanceof client.ResponseBodyError) {
    return /^[a-z_]{1,60}$/.test(error.error) ? error.error : 'error';
  }
  if (!(error instanceof Error)) return 'unknown';
  const { cause } = error;
  const words =
    cause instanceof Error && cause.name === 'OperationProcessingError' ? `: ${cause.message}` : '';
  return `${codeOf(error) || error.name}${words}`.slice(0, LONGEST_REASON);
}
