import { createHmac, generateKeyPairSync, type JsonWebKey, sign } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import Provider, { type AdapterPayload } from 'oidc-provider';
import { CLIENT } from './provider-client.ts';

/** Somebody who signs in at the provider: claims, and how. */
export interface Account {
  readonly sub: string;
  readonly amr?: readonly string[];
  readonly claims: Readonly<Record<string, unknown>>;
}

/** Claims and header of an ID token that a test makes itself. */
export interface Forged {
  readonly header?: Readonly<Record<string, unknown>>;
  readonly claims: Readonly<Record<string, unknown>>;
  /** How it is signed: with the provider's key, another's, the client's secret, the public key as one, or not. */
  readonly by?: 'provider' | 'stranger' | 'secret' | 'public-key' | 'nobody';
}

export interface TestProvider {
  readonly issuer: string;
  /** The settings of a product that signs in by it. */
  readonly client: { readonly id: string; readonly secret: string };
  /** Who signs in at the next question. */
  account: Account | null;
  /** Answers the next exchange of a code with this token, whatever the code. */
  forged: Forged | null;
  stop(): Promise<void>;
}

const KEY_ID = 'spec-key';

/**
 * A real provider on loopback (oidc-provider) that signs in whom the test says, without its pages. Its token
 * endpoint can be made to answer what no honest provider would.
 * @param redirectUris where it may lead back to
 * @param port a free one where it is 0
 */
export async function startProvider(redirectUris: readonly string[], port = 0): Promise<TestProvider> {
  const keys = generateKeyPairSync('rsa', { modulusLength: 2048 });
  let handle: (request: IncomingMessage, response: ServerResponse) => Promise<void> = async () => undefined;
  const server = createServer((request, response) => {
    void handle(request, response).catch(() => response.destroy());
  });
  await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
  const issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const test: TestProvider = {
    issuer,
    client: CLIENT,
    account: null,
    forged: null,
    stop: async () => {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  const jwk = { ...keys.privateKey.export({ format: 'jwk' }), kid: KEY_ID, use: 'sig', alg: 'RS256' };
  const provider = realProvider(test, jwk, redirectUris);
  const answer = provider.callback();
  handle = async (request, response) => {
    const path = request.url?.split('?')[0] ?? '';
    if (path.startsWith('/interaction/')) return signIn(provider, test, request, response);
    if (test.forged !== null && path === '/token') return answerForged(test.forged, keys, response);
    if (test.forged !== null && path === '/me') return json(response, { sub: test.forged.claims['sub'] });
    await answer(request, response);
  };
  return test;
}

/** What the provider remembers, of this process alone. */
class Memory {
  private static readonly kept = new Map<string, AdapterPayload>();
  private readonly model: string;
  constructor(model: string) {
    this.model = model;
  }

  private key = (id: string) => `${this.model}:${id}`;
  upsert = async (id: string, payload: AdapterPayload) => void Memory.kept.set(this.key(id), payload);
  find = async (id: string) => Memory.kept.get(this.key(id));
  findByUid = async (uid: string) => [...Memory.kept.values()].find((one) => one.uid === uid);
  findByUserCode = async () => undefined;
  consume = async (id: string) => void Object.assign(Memory.kept.get(this.key(id)) ?? {}, { consumed: 1 });
  destroy = async (id: string) => void Memory.kept.delete(this.key(id));
  revokeByGrantId = async () => undefined;
}

function realProvider(test: TestProvider, jwk: JsonWebKey, redirectUris: readonly string[]): Provider {
  const claims = ['name', 'email', 'email_verified', 'groups', 'agency'];
  return new Provider(test.issuer, {
    clients: [
      {
        client_id: CLIENT.id,
        client_secret: CLIENT.secret,
        redirect_uris: [...redirectUris],
        grant_types: ['authorization_code'],
      },
    ],
    adapter: Memory,
    jwks: { keys: [jwk as never] },
    cookies: { keys: ['spec'] },
    claims: { openid: ['sub', 'amr'], profile: claims },
    scopes: ['openid', 'profile'],
    features: { devInteractions: { enabled: false } },
    interactions: { url: (_context, { uid }) => `/interaction/${uid}` },
    ttl: { Session: 60, Interaction: 60, Grant: 60, AccessToken: 60, IdToken: 60, AuthorizationCode: 60 },
    findAccount: (_context, id) => ({
      accountId: id,
      claims: () => ({ sub: id, ...test.account?.claims }),
    }),
    // Nobody is asked whether the product may know who they are.
    loadExistingGrant: async ({ oidc }) => {
      const grant = new oidc.provider.Grant({
        clientId: CLIENT.id,
        accountId: oidc.session?.accountId ?? '',
      });
      grant.addOIDCScope('openid profile');
      await grant.save();
      return grant;
    },
  });
}

async function signIn(
  provider: Provider,
  { account }: TestProvider,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const result =
    account === null
      ? { error: 'access_denied' }
      : { login: { accountId: account.sub, amr: [...(account.amr ?? ['pwd'])], remember: false } };
  await provider.interactionFinished(request, response, result);
}

type Keys = ReturnType<typeof keyPair>;
function keyPair() {
  return generateKeyPairSync('rsa', { modulusLength: 2048 });
}

function answerForged(
  { header = {}, claims, by = 'provider' }: Forged,
  keys: Keys,
  response: ServerResponse,
): void {
  const alg = by === 'nobody' ? 'none' : by === 'secret' || by === 'public-key' ? 'HS256' : 'RS256';
  const encoded = [{ alg, kid: KEY_ID, typ: 'JWT', ...header }, claims].map((part) =>
    Buffer.from(JSON.stringify(part)).toString('base64url'),
  );
  const text = encoded.join('.');
  json(response, {
    access_token: 'of-no-use',
    token_type: 'Bearer',
    expires_in: 60,
    id_token: `${text}.${signature(text, by, keys)}`,
  });
}

function signature(text: string, by: NonNullable<Forged['by']>, keys: Keys): string {
  switch (by) {
    case 'nobody':
      return '';
    case 'secret':
      return createHmac('sha256', CLIENT.secret).update(text).digest('base64url');
    case 'public-key':
      return createHmac('sha256', keys.publicKey.export({ type: 'spki', format: 'pem' }))
        .update(text)
        .digest('base64url');
    default: {
      const key = by === 'stranger' ? keyPair().privateKey : keys.privateKey;
      return sign('sha256', Buffer.from(text), key).toString('base64url');
    }
  }
}

function json(response: ServerResponse, body: unknown): void {
  response.writeHead(200, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}
