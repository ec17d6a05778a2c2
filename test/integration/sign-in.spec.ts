import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { LinkPurpose } from '../../api/src/features/identity/person.entity.ts';
import type { SessionDto } from '../../api/src/features/identity/session.dto.ts';
import type { EnrolmentDto, RecoveryCodesDto } from '../../api/src/features/sign-in/account.dto.ts';
import { BackgroundService } from '../../api/src/features/sign-in/background.service.ts';
import { LockedAccountsService } from '../../api/src/features/sign-in/locked-accounts.service.ts';
import { OperatorLinksService } from '../../api/src/features/sign-in/operator-links.service.ts';
import type { OwnSessionDto, PersonSessionPageDto } from '../../api/src/features/sign-in/session-list.dto.ts';
import { appCode } from '../support/authenticator-app.ts';
import { rowCounts } from '../support/refused-statements.ts';
import { serveApplication, type Answer, type ServedApplication } from '../support/served-application.ts';
import { Accounts, OPERATOR, READER, signIn } from '../support/accounts.ts';
import { openMailbox, type Mailbox } from '../support/mailbox.ts';
import { replicaOf } from '../support/replica.ts';
import { outcome, type Visitor } from '../support/visitor.ts';

let served: ServedApplication;
beforeAll(async () => {
  mailbox = await openMailbox();
  served = await serveApplication('migrated', { mail: mailbox.mail });
  people = new Accounts(served);
}, 60_000);
afterAll(async () => {
  await served?.close();
  await mailbox?.close();
});

let mailbox: Mailbox;
let people: Accounts;
const visitor = (address?: string): Visitor => people.visitor(address);
const member = (email: string): Promise<string> => people.member(email);
const session = async (who: Visitor): Promise<SessionDto> => (await who.ask('/session')).json<SessionDto>();
const link = (purpose: LinkPurpose, personId: string, seconds?: number): Promise<string> =>
  people.link(purpose, personId, seconds);

/** What is asked is answered with this status and code. */
const sees = async (asked: Promise<Answer>, what: string): Promise<void> =>
  expect(outcome(await asked)).toBe(what);

let secret = '';
let recoveryCodes: readonly string[] = [];
const recovery = (at: number): string => recoveryCodes[at] ?? '';
const secondStep = (who: Visitor, code: string): Promise<Answer> =>
  who.post('/session/second-factor', { code });
const removed = (who: Visitor, code: string): Promise<Answer> => who.delete('/me/second-factor', { code });
const alive = (...all: Visitor[]): Promise<boolean[]> =>
  Promise.all(all.map(async (who) => (await session(who)).signedIn));
const SUSPEND = `UPDATE person SET suspended_at = now(), suspended_reason = 'spec' WHERE id = $1`;
const times = (count: number, what: string): string[] => Array.from({ length: count }, () => what);
const as = (email: string) => ({ email, password: READER.password });

describe('the first operator', () => {
  it('comes by a link of any start, that a weak password does not use up; with the first used all end', async () => {
    const links = served.get(OperatorLinksService);
    const token = (await links.firstStart())?.token ?? '';
    const ofReplica = (await links.firstStart())?.token ?? '';
    const who = visitor();
    const inspected = (await who.post('/links/inspect', { token })).json();
    expect(inspected).toMatchObject({ purpose: 'first-operator', name: null, email: null });
    const weak = await who.post('/links/redemption', { ...OPERATOR, token, password: 'matkhau123456' });
    expect(outcome(weak)).toBe('422 PASSWORD_TOO_WEAK');
    expect(weak.text).toContain('PASSWORD_COMMON');
    const redeemed = await Promise.all(
      [1, 2, 3].map(() => who.copy().post('/links/redemption', { ...OPERATOR, token })),
    );
    expect(redeemed.map(outcome).sort()).toEqual(['200', '404 LINK_NOT_VALID', '404 LINK_NOT_VALID']);
    expect(redeemed.find(({ status }) => status === 200)?.json()).toEqual({ next: 'enrol-second-factor' });
    expect(await links.firstStart()).toBeNull();
    await sees(who.post('/links/inspect', { token: ofReplica }), '404 LINK_NOT_VALID');
  });

  it('may do nothing as operator until the second factor is there, and gets a new token with it', async () => {
    const who = visitor();
    expect((await signIn(who, OPERATOR)).json()).toEqual({ next: 'enrol-second-factor' });
    await sees(who.ask('/sessions'), '403 SECOND_FACTOR_NEEDED');
    const card = (await who.post('/me/second-factor', {})).json<EnrolmentDto>();
    secret = card.secret;
    const wrong = appCode(secret, 40);
    await sees(who.post('/me/second-factor/confirmation', { code: wrong }), '422 SECOND_FACTOR_REFUSED');
    const before = who.copy();
    const confirmed = await who.post('/me/second-factor/confirmation', { code: appCode(secret) });
    recoveryCodes = confirmed.json<RecoveryCodesDto>().recoveryCodes;
    expect(recoveryCodes).toHaveLength(10);
    expect(await session(who)).toMatchObject({
      strength: 'two-factor',
      grants: [{ role: 'operator', asleep: null }],
    });
    expect((await session(before)).signedIn).toBe(false);
    await sees(who.ask('/sessions'), '200');
    await sees(who.post('/me/second-factor', {}), '409 SECOND_FACTOR_SET');
  });

  it('is nobody with the password alone', async () => {
    const who = visitor();
    expect((await signIn(who, OPERATOR)).json()).toEqual({ next: 'second-factor' });
    const asked = await Promise.all([
      who.ask('/sessions'),
      who.ask('/me/sessions'),
      who.post('/me/password', { current: OPERATOR.password, next: READER.password }),
      removed(who, '123456'),
    ]);
    expect(new Set(asked.map(outcome))).toEqual(new Set(['403 SECOND_FACTOR_NEEDED']));
  });

  it('signs in with a code that holds once, or with a recovery code that holds once', async () => {
    const [one, two, three] = [visitor(), visitor(), visitor()];
    for (const who of [one, two, three]) await signIn(who, OPERATOR);
    const code = appCode(secret, 1);
    expect(
      outcome(await one.post('/session/second-factor', { code: `${code.slice(0, 3)} ${code.slice(3)}` })),
    ).toBe('200');
    await sees(secondStep(two, code), '422 SECOND_FACTOR_REFUSED');
    const both = await Promise.all([two, three].map((who) => secondStep(who, recovery(0).toLowerCase())));
    expect(both.map(outcome).sort()).toEqual(['200', '422 SECOND_FACTOR_REFUSED']);
    expect((await one.ask('/me/second-factor')).json()).toMatchObject({
      enrolled: true,
      recoveryCodesLeft: 9,
    });
  });
});

describe('a sign-in that is refused', () => {
  it('is answered the same whatever it is refused for', async () => {
    const suspended = await member('suspended@spec.example');
    await served.database.query(SUSPEND, [suspended]);
    await people.invited('never-set@spec.example');
    const who = visitor();
    const answers = [
      await signIn(who, as('nobody@spec.example')),
      await signIn(who, { email: OPERATOR.email, password: READER.password }),
      await signIn(who, as('suspended@spec.example')),
      await signIn(who, as('never-set@spec.example')),
    ];
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(new Set(answers.map(outcome))).toEqual(new Set(['401 SIGN_IN_REFUSED']));
  });

  it('locks what it names after ten times, known or not; time, a link or an operator open it', async () => {
    const email = 'locked@spec.example';
    const id = await member(email);
    const sizes: number[] = [];
    for (const name of [email, 'nobody-locked@spec.example']) {
      const answers: string[] = [];
      for (let attempt = 0; attempt < 12; attempt += 1) {
        const answer = await signIn(visitor(), { email: name.toUpperCase(), password: 'not the one' });
        answers.push(outcome(answer));
        if (attempt === 11) {
          expect(Number(answer.headers['retry-after'])).toBeGreaterThan(800);
          sizes.push(answer.text.replaceAll(/\d+/g, '').length);
          expect(answer.text).not.toContain('spec.example');
        }
      }
      expect(answers).toEqual([...times(10, '401 SIGN_IN_REFUSED'), ...times(2, '429 SIGN_IN_THROTTLED')]);
    }
    expect(sizes[0]).toBe(sizes[1]);
    const right = as(email);
    await sees(signIn(visitor(), right), '429 SIGN_IN_THROTTLED');
    const who = visitor();
    await served.get(BackgroundService).settled();
    const token = mailbox.tokenFor(email);
    await sees(who.post('/links/redemption', { token, password: READER.password }), '400 REQUEST_INVALID');
    expect((await who.post('/links/redemption', { token })).json()).toEqual({ next: 'sign-in' });
    await sees(signIn(who, right), '200');
    for (let attempt = 0; attempt < 11; attempt += 1) await signIn(visitor(), { email, password: 'x' });
    const locked = served.get(LockedAccountsService);
    expect(await locked.lockedFor(id)).toBeGreaterThan(800);
    await locked.unlock(id);
    expect(await locked.lockedFor(id)).toBeNull();
    await sees(signIn(visitor(), right), '200');
  });

  it('five times by its code is refused unseen, the right one too', async () => {
    const [one, two] = [visitor(), visitor()];
    for (const who of [one, two]) await signIn(who, OPERATOR);
    const unlock = async () =>
      served.get(LockedAccountsService).unlock((await session(one)).person?.id ?? '');
    await unlock();
    const wrong = appCode(secret, 40);
    const answers: string[] = [];
    for (let attempt = 0; attempt < 6; attempt += 1) answers.push(outcome(await secondStep(one, wrong)));
    expect(answers).toEqual([...times(5, '422 SECOND_FACTOR_REFUSED'), '429 SIGN_IN_THROTTLED']);
    await sees(secondStep(two, recovery(1)), '429 SIGN_IN_THROTTLED');
    await unlock();
  });

  it('three hundred times at once, from everywhere, names nobody and leaves the server serving', async () => {
    await member('attacked@spec.example');
    const attempts = Array.from({ length: 300 }, (_, at) =>
      signIn(visitor(`198.51.${at % 100}.${at % 7}`), {
        email: at % 2 === 0 ? 'attacked@spec.example' : `guess${at % 60}@spec.example`,
        password: `wrong password ${at}`,
      }),
    );
    const health = visitor().ask('/health');
    const outcomes = (await Promise.all(attempts)).map(outcome);
    expect(new Set(outcomes)).toEqual(new Set(['401 SIGN_IN_REFUSED', '429 SIGN_IN_THROTTLED']));
    expect((await health).status).toBe(200);
    await sees(signIn(visitor(), as('attacked@spec.example')), '429 SIGN_IN_THROTTLED');
    await member('unhurt@spec.example');
    await sees(signIn(visitor(), as('unhurt@spec.example')), '200');
  });

  it('a hundred times from one address is refused whatever it names', async () => {
    const who = visitor();
    await served.database.query(`UPDATE sign_in_throttle SET points = 100 WHERE key LIKE 'address:%'`);
    await signIn(who, { email: 'x1@spec.example', password: 'x' });
    await served.database.query(`UPDATE sign_in_throttle SET points = 100 WHERE key LIKE 'address:%'`);
    await sees(signIn(who, { email: 'x2@spec.example', password: 'x' }), '429 SIGN_IN_THROTTLED');
    await sees(signIn(visitor(), { email: 'x2@spec.example', password: 'x' }), '401 SIGN_IN_REFUSED');
  });
});

describe('a session', () => {
  it('begins with a token that nobody had before, and ends the one that was there', async () => {
    const email = 'fixed@spec.example';
    await member(email);
    const who = visitor();
    who.cookies.set('dti-session', 'planted-by-somebody-else');
    await sees(signIn(who, as(email)), '200');
    expect(who.cookies.get('dti-session')).not.toBe('planted-by-somebody-else');
    const first = who.copy();
    await signIn(who, as(email));
    expect(await alive(who, first)).toEqual([true, false]);
  });

  it('takes nothing from another site', async () => {
    const who = visitor();
    const asked = { method: 'POST', body: { email: OPERATOR.email, password: OPERATOR.password } } as const;
    const elsewhere: Record<string, string>[] = [
      { origin: 'https://evil.example' },
      { 'sec-fetch-site': 'cross-site' },
    ];
    for (const headers of elsewhere)
      await sees(who.ask('/session', { ...asked, headers }), '403 CSRF_REFUSED');
  });

  it('ends when the password changes elsewhere, and goes on under another token where it was changed', async () => {
    const email = 'changes@spec.example';
    await member(email);
    const [here, there] = [visitor(), visitor()];
    for (const who of [here, there]) await signIn(who, as(email));
    const change = (current: string, next: string) => here.post('/me/password', { current, next });
    await sees(change('wrong', 'ba con mèo nhảy dây'), '422 CURRENT_PASSWORD_WRONG');
    await sees(change(READER.password, 'Trần Văn Đạt 2026'), '422 PASSWORD_TOO_WEAK');
    expect((await session(there)).signedIn).toBe(true);
    const before = here.copy();
    await sees(change(READER.password, 'ba con mèo nhảy dây'), '204');
    expect(await alive(here, there, before)).toEqual([true, false, false]);
    await sees(signIn(visitor(), as(email)), '401 SIGN_IN_REFUSED');
    await sees(signIn(visitor(), { email, password: 'ba con mèo nhảy dây' }), '200');
  });

  it('is listed to its owner and to an operator, and revoked is dead on every replica at once', async () => {
    const email = 'listed@spec.example';
    const id = await member(email);
    const [here, there, operator] = [visitor(), visitor(), visitor()];
    for (const who of [here, there]) await signIn(who, as(email));
    await signIn(operator, OPERATOR);
    await secondStep(operator, recovery(2));
    const replica = await replicaOf(served);
    const known = () => Promise.all([replica.knows(here), replica.knows(there)]);
    const own = (await here.ask('/me/sessions')).json<OwnSessionDto[]>();
    expect(own.map(({ current }) => current).sort()).toEqual([false, false, true]);
    const all = (await operator.ask(`/sessions?person=${id}`)).json<PersonSessionPageDto>();
    expect(all.items.map(({ person }) => person.email)).toEqual([email, email, email]);
    await sees(here.ask('/sessions'), '403 NOT_PERMITTED');
    const foreign = (await operator.ask('/me/sessions')).json<OwnSessionDto[]>()[0]?.id ?? '';
    await sees(here.delete(`/me/sessions/${foreign}`), '404 SESSION_NOT_FOUND');
    expect(await known()).toEqual([true, true]);
    const mine = own.find(({ current }) => current)?.id ?? '';
    await sees(operator.delete(`/sessions/${mine}`), '204');
    expect(await known()).toEqual([false, true]);
    expect((await there.delete('/me/sessions')).json()).toEqual({ ended: 1 });
    expect(await alive(here, there)).toEqual([false, true]);
    await replica.close();
  });

  it('goes on with less when the second factor is taken away, for a code of it alone', async () => {
    const operator = visitor();
    await signIn(operator, OPERATOR);
    await secondStep(operator, recovery(3));
    await sees(removed(operator, recovery(0)), '422 SECOND_FACTOR_REFUSED');
    const renewed = await operator.post('/me/recovery-codes', { code: recovery(4) });
    const fresh = renewed.json<RecoveryCodesDto>().recoveryCodes;
    await sees(removed(operator, recovery(5)), '422 SECOND_FACTOR_REFUSED');
    await sees(removed(operator, fresh[0] ?? ''), '204');
    const { strength, secondFactor } = await session(operator);
    expect([strength, secondFactor]).toEqual(['one-factor', { enrolled: false, needed: true }]);
    await sees(operator.ask('/sessions'), '403 SECOND_FACTOR_NEEDED');
  });
});

describe('a link', () => {
  it('that was used, has expired, was made up, or is of somebody suspended: one answer', async () => {
    const id = await people.invited('links@spec.example');
    const used = await link('invitation', id);
    const who = visitor();
    await who.post('/links/redemption', { token: used, password: READER.password });
    const expired = await link('password-reset', id, -1);
    const answers: Answer[] = [];
    for (const token of [used, expired, 'A'.repeat(43)])
      answers.push(await visitor().post('/links/redemption', { token, password: READER.password }));
    const late = await link('password-reset', id);
    await served.database.query(SUSPEND, [id]);
    answers.push(await visitor().post('/links/redemption', { token: late, password: READER.password }));
    expect(new Set(answers.map(({ text }) => text)).size).toBe(1);
    expect(new Set(answers.map(outcome))).toEqual(new Set(['404 LINK_NOT_VALID']));
    expect((await session(who)).signedIn).toBe(false);
  });

  it('opens what it was made for and no more', async () => {
    const id = await member('swapped@spec.example');
    const redeem = (token: string, body: object) => visitor().post('/links/redemption', { token, ...body });
    const reset = await link('password-reset', id);
    for (const body of [
      { password: READER.password, email: 'other@spec.example' },
      { password: READER.password, name: 'Somebody Else' },
      {},
    ])
      await sees(redeem(reset, body), '400 REQUEST_INVALID');
    const there = visitor();
    await signIn(there, as('swapped@spec.example'));
    await sees(redeem(reset, { password: 'ba con mèo nhảy dây' }), '200');
    expect((await session(there)).signedIn).toBe(false);
  });

  it('is asked for without learning who has an account, and is sent to whoever has', async () => {
    const [who, sent] = [visitor(), mailbox.letters.length];
    for (const name of ['unhurt', 'nobody', 'suspended']) {
      const { status, text } = await who.post('/password-resets', { email: `${name}@spec.example` });
      expect([status, text]).toEqual([202, '']);
    }
    await served.get(BackgroundService).settled();
    expect(mailbox.letters.slice(sent).map(({ to }) => to)).toEqual(['unhurt@spec.example']);
    const token = mailbox.tokenFor('unhurt@spec.example');
    await sees(who.post('/links/redemption', { token, password: READER.password }), '200');
  });

  it('brings whoever lost phone and codes back, by the command line', async () => {
    const { token } = await served.get(OperatorLinksService).wayBack(OPERATOR.email.toLowerCase(), true);
    const who = visitor();
    const redeemed = await who.post('/links/redemption', { token, password: OPERATOR.password });
    expect(redeemed.json()).toEqual({ next: 'enrol-second-factor' });
  });
});

describe('what a body may hold', () => {
  it.each([
    ['/session', { email: 'a@spec.example', password: 'x', role: 'operator' }],
    ['/session', { email: { $ne: '' }, password: 'x' }],
    ['/session', { email: ['a@spec.example'], password: 'x' }],
    ['/session', { email: 'a@spec.example', password: 'x'.repeat(513) }],
    ['/session/second-factor', { code: '123456', strength: 'two-factor' }],
    ['/links/redemption', { token: 'x', password: READER.password, role: 'operator' }],
    ['/links/redemption', { token: 'x', password: READER.password, grants: [{ role: 'operator' }] }],
    ['/links/redemption', { token: 'x', password: READER.password, name: 'Nguyễn Vаn Đạt' }],
    ['/password-resets', { email: 'a@spec.example', url: 'https://evil.example' }],
  ])('%s does not take %j', async (path, body) => {
    const before = await rowCounts(served.database);
    await sees(visitor().post(path, body), '400 REQUEST_INVALID');
    expect(await rowCounts(served.database)).toEqual(before);
  });

  it('the own account does not take a role', async () => {
    const who = visitor();
    await signIn(who, as('unhurt@spec.example'));
    for (const body of [
      { name: 'Trần Văn Đạt', role: 'operator' },
      { demo: true },
      { email: 'x@spec.example' },
      { name: '\u202eĐạt' },
    ])
      await sees(who.ask('/me', { method: 'PATCH', body }), '400 REQUEST_INVALID');
    expect(
      outcome(await who.ask('/me', { method: 'PATCH', body: { name: 'Trần Văn Đức', locale: 'en' } })),
    ).toBe('204');
    expect((await session(who)).person).toMatchObject({ name: 'Trần Văn Đức', locale: 'en' });
  });
});

it('everything stands in the trail, and nothing in it names anybody or opens anything', async () => {
  const rows = await served.database.query<{ action: string; outcome: string; row: string }[]>(
    `SELECT action, outcome, to_jsonb(audit_event)::text AS row FROM audit_event`,
  );
  const [done, refused] = ['done', 'refused'].map((how) =>
    [...new Set(rows.filter((row) => row.outcome === how).map(({ action }) => action))].sort().join(' '),
  );
  expect(done).toBe(
    'link.make link.redeem password.change password.reset-asked person.change-own recovery-codes.renew second-factor.enrol ' +
      'second-factor.remove second-factor.reset second-factor.use session.begin session.end session.unlock',
  );
  expect(refused).toBe(
    'link.refuse password.change password.reset-asked request.refuse second-factor.enrol second-factor.use ' +
      'self.manage session.lock session.manage session.refuse',
  );
  const all = rows.map(({ row }) => row).join('\n');
  const secrets = [OPERATOR, READER].flatMap(({ name, email, password }) => [name, email, password]);
  for (const text of [...secrets, ...recoveryCodes, secret, 'spec.example', 'Trần', 'guess'])
    expect(all).not.toContain(text);
});
