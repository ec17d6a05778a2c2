import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import type { SessionDto } from '../../api/src/features/identity/session.dto.ts';
import { type Account, startProvider, type TestProvider } from '../support/identity-provider.ts';
import { type Answer, serveApplication, type ServedApplication } from '../support/served-application.ts';

const CALLBACK = 'http://localhost:3000/api/v1/oidc/callback';

let provider: TestProvider;
let served: ServedApplication;
beforeAll(async () => {
  provider = await startProvider([CALLBACK]);
  // It is down when the product starts: the first test finds it so, and brings it back.
  await provider.stop();
  served = await serveApplication('loaded', {
    oidc: {
      issuer: provider.issuer,
      clientId: provider.client.id,
      clientSecret: provider.client.secret,
      nameVi: 'Tài khoản Huế',
      nameEn: 'Huế account',
      scopes: 'openid profile',
      roleClaim: 'groups',
      unitClaim: 'agency',
      roleMap: {
        lead: { role: 'unit_lead', unit: null },
        reporter: { role: 'unit_reporter', unit: null },
        audit: { role: 'auditor', unit: null },
        run: { role: 'operator', unit: null },
        lost: { role: 'unit_lead', unit: 'no-such-unit' },
      },
      grantDays: 30,
    },
  });
}, 60_000);
afterAll(async () => {
  await served?.close();
  await provider?.stop();
});
beforeEach(() => {
  provider.forged = null;
});

/** Cookies of one browser at the product; at the provider it begins anew each time. */
class Browser {
  cookies = new Map<string, string>();

  async get(path: string): Promise<Answer> {
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await served.askAs(null, path, { headers: { cookie } });
    for (const text of [answer.headers['set-cookie'] ?? []].flat() as string[]) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(text) ?? [];
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return answer;
  }

  /** Leaves for the provider. @returns the address there */
  async leave(returnTo = '/units/hue'): Promise<URL> {
    return new URL(locationOf(await this.get(`/oidc/start?returnTo=${encodeURIComponent(returnTo)}`)));
  }

  /** Goes through the whole sign-in. @returns where it ends */
  async signIn(account: Account, returnTo?: string): Promise<string> {
    return locationOf(await this.get(await throughProvider(await this.leave(returnTo), account)));
  }

  async session(): Promise<SessionDto> {
    return (await this.get('/session')).json<SessionDto>();
  }
}

const locationOf = (answer: Answer) => String(answer.headers['location']);

/** What happens between the product and the product again. @returns the path of the callback */
async function throughProvider(address: URL, account: Account | null): Promise<string> {
  provider.account = account;
  const jar = new Map<string, string>();
  let next = address.href;
  while (!next.startsWith(CALLBACK)) {
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(next, { redirect: 'manual', headers: { cookie } });
    for (const text of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(text) ?? [];
      jar.set(name, value);
    }
    const location = answer.headers.get('location');
    if (location === null) throw new Error(`${answer.status} at ${next}: ${await answer.text()}`);
    next = new URL(location, next).href;
  }
  return next.slice('http://localhost:3000/api/v1'.length);
}

let people = 0;
const someone = (own: Record<string, unknown>, amr?: string[]): Account => ({
  sub: `subject-${(people += 1)}`,
  ...(amr === undefined ? {} : { amr }),
  claims: {
    name: 'Nguyễn Thị Lan',
    email: `person-${people}@hue.example`,
    email_verified: true,
    agency: 'hue',
    groups: [],
    ...own,
  },
});
const refused = (code: string) => `/sign-in?refused=${code}`;
const rolesOf = ({ grants }: SessionDto) =>
  grants.map(({ role, unit }) => (unit === null ? role : `${role}@${unit.id}`));
const trail = (action: string) =>
  served.database.query<{ outcome: string; after: Record<string, unknown>; object: string }[]>(
    'SELECT outcome, after, object FROM audit_event WHERE action = $1 ORDER BY number DESC',
    [action],
  );
const counted = () =>
  served.database.query<
    Record<string, string>[]
  >(`SELECT (SELECT count(*) FROM person) AS people, (SELECT count(*) FROM person_session) AS sessions,
    (SELECT count(*) FROM role_grant) AS grants, (SELECT count(*) FROM oidc_identity) AS identities`);

it('a provider that is down stops nobody else, and is asked again when it is back', async () => {
  const browser = new Browser();
  expect(locationOf(await browser.get('/oidc/start'))).toBe(refused('OIDC_UNREACHABLE'));
  expect((await browser.session()).signIn.oidc).not.toBeNull();
  provider = await startProvider([CALLBACK], Number(new URL(provider.issuer).port));
  expect((await browser.leave()).origin).toBe(provider.issuer);
});

describe('a sign-in by the provider', () => {
  it('makes the account, gives the roles of the claims, and takes them when they are gone', async () => {
    const account = someone({ groups: ['lead', 'audit', 'staff', 'lost'] }, ['pwd', 'otp']);
    const browser = new Browser();
    expect(await browser.signIn(account, '/units/hue?data=official')).toBe('/units/hue?data=official');
    const session = await browser.session();
    expect(session).toMatchObject({
      signedIn: true,
      strength: 'two-factor',
      person: { name: 'Nguyễn Thị Lan', demo: false },
    });
    expect(rolesOf(session).sort()).toEqual(['auditor', 'unit_lead@hue']);
    expect([browser.cookies.has('dti-oidc'), browser.cookies.has('dti-session')]).toEqual([false, true]);

    await new Browser().signIn({ ...account, claims: { ...account.claims, groups: ['lead'] } });
    // The session that is open loses it as well.
    expect(rolesOf(await browser.session())).toEqual(['unit_lead@hue']);
    const [last] = await trail('oidc.roles');
    expect(last).toMatchObject({ object: `person:${session.person?.id}`, outcome: 'done' });
    const [identity] = await served.database.query<{ n: number }[]>(
      'SELECT count(*)::int AS n FROM oidc_identity WHERE person_id = $1',
      [session.person?.id],
    );
    expect(identity?.n).toBe(1);
  });

  it('links who was invited, leaves roles given by hand, and asks our own second factor', async () => {
    const invited = await served.signIn([{ role: 'leader' }]);
    await served.database.query(
      `UPDATE person SET email = 'Chi@hue.example', email_key = 'chi@hue.example' WHERE id = $1`,
      [invited.personId],
    );
    const browser = new Browser();
    const account = someone({ email: 'chi@hue.example', groups: ['run'] });
    expect(await browser.signIn(account)).toBe('/sign-in?returnTo=%2Funits%2Fhue');
    const session = await browser.session();
    expect([session.person?.id, session.strength, session.secondFactor.needed]).toEqual([
      invited.personId,
      'one-factor',
      true,
    ]);
    await new Browser().signIn({ ...account, claims: { ...account.claims, groups: [] } });
    expect(rolesOf(await browser.session())).toEqual(['leader']);
  });

  it.each<[string, string, () => Promise<Account>]>([
    [
      'an address that is not verified',
      'OIDC_MAIL_NOT_VERIFIED',
      async () => someone({ email_verified: false, groups: ['lead'] }),
    ],
    ['nobody invited and no role', 'OIDC_NOT_LINKED', async () => someone({ groups: ['staff'] })],
    [
      'a role of a unit that there is not',
      'OIDC_NOT_LINKED',
      async () => someone({ groups: ['lead'], agency: 'atlantis' }),
    ],
    [
      'the address of somebody linked to another subject',
      'OIDC_NOT_LINKED',
      async () => {
        const first = someone({ groups: ['audit'] });
        await new Browser().signIn(first);
        return { ...first, sub: 'another-subject' };
      },
    ],
    [
      'an account that is suspended',
      'OIDC_REFUSED',
      async () => {
        const account = someone({ groups: ['audit'] });
        await new Browser().signIn(account);
        await served.database.query(
          `UPDATE person SET suspended_at = now(), suspended_by = 'spec', suspended_reason = 'spec' WHERE email_key = $1`,
          [account.claims['email']],
        );
        return account;
      },
    ],
  ])('is refused for %s', async (_what, code, prepare) => {
    const account = await prepare();
    const before = await counted();
    const browser = new Browser();
    expect(await browser.signIn(account)).toBe(refused(code));
    expect((await browser.session()).signedIn).toBe(false);
    expect(await counted()).toEqual(before);
    const [row] = await trail('oidc.refuse');
    expect(row).toMatchObject({ outcome: 'refused', after: { code } });
    expect(JSON.stringify(row)).not.toContain('hue.example');
  });

  it('is offered where it is configured, and comes to nothing when the person declines', async () => {
    const browser = new Browser();
    expect((await browser.session()).signIn.oidc).toEqual({ nameVi: 'Tài khoản Huế', nameEn: 'Huế account' });
    const path = await throughProvider(await browser.leave(), null);
    expect(locationOf(await browser.get(path))).toBe(refused('OIDC_REFUSED'));
  });

  it.each([
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    '/api/v1/session',
    'javascript:alert(1)',
  ])('does not lead on to %s', async (returnTo) => {
    const answer = await new Browser().get(`/oidc/start?returnTo=${encodeURIComponent(returnTo)}`);
    expect([answer.status, answer.json()['code'], answer.headers['location']]).toEqual([
      400,
      'REQUEST_INVALID',
      undefined,
    ]);
  });
});

describe('an answer that is not of this sign-in', () => {
  it('of another browser is refused, and uses nothing up', async () => {
    const [victim, other] = [new Browser(), new Browser()];
    const [own, planted] = [await victim.leave(), await other.leave()];
    const account = someone({ groups: ['audit'] });
    const stranger = await throughProvider(planted, someone({ groups: ['audit'] }));
    expect(locationOf(await victim.get(stranger))).toBe(refused('OIDC_STATE_INVALID'));
    expect((await victim.session()).signedIn).toBe(false);
    expect(locationOf(await victim.get(await throughProvider(own, account)))).toBe('/units/hue');
  });

  it('that comes again is refused, and so is one without the cookie or after its time', async () => {
    const browser = new Browser();
    const path = await throughProvider(await browser.leave(), someone({ groups: ['audit'] }));
    const kept = new Map(browser.cookies);
    expect(locationOf(await browser.get(path))).toBe('/units/hue');
    browser.cookies = kept;
    expect(locationOf(await browser.get(path))).toBe(refused('OIDC_STATE_INVALID'));

    const late = new Browser();
    const lateAnswer = await throughProvider(await late.leave(), someone({ groups: ['audit'] }));
    expect(locationOf(await new Browser().get(lateAnswer))).toBe(refused('OIDC_STATE_INVALID'));
    await served.database.query(`UPDATE oidc_transaction SET expires_at = now() - interval '1 second'`);
    expect(locationOf(await late.get(lateAnswer))).toBe(refused('OIDC_STATE_INVALID'));
  });

  it('binds the browser by a cookie that scripts cannot read, and keeps nothing that could finish it', async () => {
    const answer = await new Browser().get('/oidc/start');
    const cookie = String(answer.headers['set-cookie']);
    expect(cookie).toMatch(/^dti-oidc=[\w-]{43}; Max-Age=600; Path=\/; HttpOnly; SameSite=Lax$/);
    const asked = new URL(locationOf(answer)).searchParams;
    expect([asked.get('code_challenge_method'), asked.get('response_type')]).toEqual(['S256', 'code']);
    const rows = JSON.stringify(
      await served.database.query(`SELECT encode(token_hash, 'base64'), return_to FROM oidc_transaction`),
    );
    for (const secret of [asked.get('state'), asked.get('nonce'), /=([\w-]{43})/.exec(cookie)?.[1]]) {
      expect(secret).toHaveLength(43);
      expect(rows).not.toContain(secret);
    }
  });
});

describe('an ID token', () => {
  const now = () => Math.floor(Date.now() / 1000);
  const honest = (nonce: string | null, email: string) => ({
    iss: provider.issuer,
    aud: provider.client.id,
    sub: `forged-${email}`,
    iat: now(),
    exp: now() + 60,
    nonce,
    email,
    email_verified: true,
    groups: ['audit'],
    agency: 'hue',
  });
  type Claims = ReturnType<typeof honest>;

  async function arriving(
    change: (claims: Claims) => object,
    by?: 'stranger' | 'secret' | 'public-key' | 'nobody',
    header = {},
  ) {
    const browser = new Browser();
    const asked = (await browser.leave()).searchParams;
    const claims = { ...change(honest(asked.get('nonce'), `forged-${(people += 1)}@hue.example`)) };
    provider.forged = { claims, header, ...(by === undefined ? {} : { by }) };
    const location = locationOf(
      await browser.get(`/oidc/callback?code=any&state=${asked.get('state')}&iss=${provider.issuer}`),
    );
    return { location, signedIn: (await browser.session()).signedIn };
  }

  it('that is as it should be is taken: the refusals below are for their one fault', async () => {
    expect(await arriving((claims) => claims)).toEqual({ location: '/units/hue', signedIn: true });
  });

  it.each<[string, RegExp, Parameters<typeof arriving>]>([
    ['without a signature (alg none)', /"alg"/, [(claims) => claims, 'nobody']],
    ['signed with the secret of the client (HS256)', /"alg"/, [(claims) => claims, 'secret']],
    ['signed with the public key as a secret', /"alg"/, [(claims) => claims, 'public-key']],
    ['signed by somebody else', /signature/, [(claims) => claims, 'stranger']],
    ['that says another algorithm than it has', /"alg"/, [(claims) => claims, undefined, { alg: 'none' }]],
    ['of another sign-in (nonce)', /"nonce"/, [(claims) => ({ ...claims, nonce: 'of-another' })]],
    ['without a nonce', /"nonce"/, [({ nonce: _nonce, ...claims }) => claims]],
    ['for another client', /"aud"/, [(claims) => ({ ...claims, aud: 'another' })]],
    ['of another issuer', /"iss"/, [(claims) => ({ ...claims, iss: 'https://evil.example' })]],
    ['that expired', /"exp"/, [(claims) => ({ ...claims, iat: claims.iat - 600, exp: claims.exp - 600 })]],
    ['that never expires', /"exp"/, [({ exp: _exp, ...claims }) => claims]],
    ['without a subject', /"sub"/, [({ sub: _sub, ...claims }) => claims]],
    ['whose subject cannot be stored', /subject/, [(claims) => ({ ...claims, sub: 'a\u0000b' })]],
  ])('%s is refused', async (_what, reason, asked) => {
    const before = await counted();
    expect(await arriving(...asked)).toEqual({ location: refused('OIDC_REFUSED'), signedIn: false });
    expect(await counted()).toEqual(before);
    const [row] = await trail('oidc.refuse');
    expect(row?.after['reason']).toMatch(reason);
  });
});
