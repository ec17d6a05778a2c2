import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { DelegatedDto, DelegationDto } from '../../api/src/features/people/delegation.dto.ts';
import type {
  InvitedDto,
  PersonDetailDto,
  PersonPageDto,
  PersonSummaryDto,
} from '../../api/src/features/people/person.dto.ts';
import { outcomeOf } from '../support/refused-statements.ts';
import { serveApplication, type Answer, type ServedApplication } from '../support/served-application.ts';
import { MINISTRY, type SignedIn } from '../support/signed-in.ts';

let served: ServedApplication;
let operator: SignedIn;
let lead: SignedIn;
const UNIT = 'phu-tho-2025';
const REASON = { reason: 'Thay đổi nhân sự' };

beforeAll(async () => {
  served = await serveApplication();
  operator = await served.signIn([{ role: 'operator' }]);
  lead = await served.signIn([{ role: 'unit_lead', unit: UNIT }]);
}, 60_000);
afterAll(() => served?.close());

const send = (
  who: SignedIn,
  method: 'POST' | 'PATCH' | 'DELETE',
  path: string,
  body?: object,
): Promise<Answer> => served.askAs(who, path, { method, ...(body === undefined ? {} : { body }) });
const post = (path: string, body: object = {}, who = operator) => send(who, 'POST', path, body);
const said = (answer: Answer): string =>
  answer.status < 300 ? String(answer.status) : `${answer.status} ${answer.json<{ code: string }>().code}`;
const person = async (id: string): Promise<PersonDetailDto> =>
  (await served.askAs(operator, `/people/${id}`)).json<PersonDetailDto>();
let addresses = 0;
const somebody = (change: object = {}) => {
  addresses += 1;
  return { name: 'Trần Thị Bình', email: `binh.${addresses}@example.vn`, ...change };
};
const invited = async (change: object = {}): Promise<string> =>
  (await post('/people', somebody(change))).json<InvitedDto>().personId;
const today = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh' }).format(new Date());
const later = (days: number): string =>
  new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
const counts = () =>
  served.database.query(
    `SELECT (SELECT count(*) FROM person) AS people, (SELECT count(*) FROM role_grant) AS grants,
            (SELECT count(*) FROM one_time_link) AS links`,
  );

describe('an invitation', () => {
  it('makes the account with its roles, and answers the link where no letter goes out', async () => {
    const grants = [{ role: 'unit_lead', unitId: 'hue', validTo: later(200), reason: 'Quyết định số 12' }];
    const answer = await post('/people', somebody({ name: 'Lê  Văn Cường ', locale: 'en', grants }));
    expect(answer.status).toBe(201);
    const { personId, mailed, link } = answer.json<InvitedDto>();
    expect([mailed, link]).toEqual([false, expect.stringMatching(/\/link#[\w-]{43}$/)]);
    expect(await person(personId)).toMatchObject({
      name: 'Lê Văn Cường',
      locale: 'en',
      state: 'invited',
      secondFactor: false,
      sessions: 0,
      grants: [
        { role: 'unit_lead', unitId: 'hue', validFrom: today, state: 'current', grantedBy: 'operator' },
      ],
    });
    const [trail] = await served.database.query<{ all: string }[]>(
      `SELECT string_agg(concat_ws(' ', action, object, before, after), ' ') AS all FROM audit_event`,
    );
    expect(trail?.all).toContain(`role.grant person:${personId}`);
    expect(trail?.all).not.toMatch(/Cường|@example\.vn|\/link#/);
  });

  it('sent again ends the earlier link; one that was used is not sent again', async () => {
    const first = (await post('/people', somebody())).json<InvitedDto>();
    const token = (link: string | null): string => link?.split('#')[1] ?? '';
    const again = (await post(`/people/${first.personId}/invitation`)).json<InvitedDto>();
    const inspect = (text: string) =>
      served.askAs(null, '/links/inspect', { method: 'POST', body: { token: text } });
    expect((await inspect(token(first.link))).status).not.toBe(200);
    expect((await inspect(token(again.link))).status).toBe(200);
    await served.database.query(`INSERT INTO password_credential VALUES ($1, 'x')`, [first.personId]);
    expect(said(await post(`/people/${first.personId}/invitation`))).toBe('409 INVITATION_USED');
  });

  it.each([
    ['a role in the body', { role: 'operator' }, '400 REQUEST_INVALID'],
    ['an account for trying out', { demo: true }, '400 REQUEST_INVALID'],
    ['an id of the own choice', { id: '00000000-0000-4000-8000-000000000001' }, '400 REQUEST_INVALID'],
    ['another maker', { createdBy: 'cli' }, '400 REQUEST_INVALID'],
    [
      'a grant that was delegated',
      { grants: [{ role: 'auditor', delegatedFrom: '1' }] },
      '400 REQUEST_INVALID',
    ],
    ['a role that there is not', { grants: [{ role: 'root' }] }, '400 REQUEST_INVALID'],
    ['a header in the name', { name: 'An\r\nBcc: x@example.vn' }, '422 NAME_INVALID'],
    ['a Cyrillic letter in the name', { name: '\u0410n' }, '422 NAME_LOOKS_ALIKE'],
    ['a name that looks like another', { name: 'Ðỗ Thị Mai' }, '422 NAME_LOOKS_ALIKE'],
    ['an address that looks like another', { email: 'm\u0430i@example.vn' }, '422 EMAIL_LOOKS_ALIKE'],
    ['the address of somebody else', { email: 'MAI@example.vn' }, '409 EMAIL_TAKEN'],
    [
      'a unit of the past',
      { grants: [{ role: 'unit_lead', unitId: 'hoa-binh' }] },
      '422 GRANT_UNIT_NOT_VALID',
    ],
    [
      'a unit that there is not',
      { grants: [{ role: 'unit_lead', unitId: 'atlantis' }] },
      '404 UNIT_NOT_FOUND',
    ],
    ['a role without its unit', { grants: [{ role: 'unit_lead' }] }, '422 GRANT_UNIT_NEEDED'],
    ['an assessor elsewhere', { grants: [{ role: 'assessor', unitId: UNIT }] }, '422 MINISTRY_NOT_IN_CHARGE'],
    [
      'a role of yesterday',
      { grants: [{ role: 'auditor', validFrom: later(-1) }] },
      '422 GRANT_PERIOD_INVALID',
    ],
    ['one role twice', { grants: [{ role: 'auditor' }, { role: 'auditor' }] }, '409 GRANT_OVERLAPS'],
  ])('with %s is refused and makes nothing', async (_what, change, refusal) => {
    await post('/people', somebody({ name: 'Đỗ Thị Mai', email: 'mai@example.vn' }));
    const before: unknown = await counts();
    expect(said(await post('/people', somebody(change)))).toBe(refusal);
    expect(await counts()).toEqual(before);
  });
});

describe('people are found', () => {
  it('by role, unit, state and text without diacritics', async () => {
    const name = 'Phạm Thị Đào';
    const id = await invited({ name, grants: [{ role: 'verifier', unitId: 'hue' }] });
    const found = async (query: string): Promise<boolean> =>
      (await served.askAs(operator, `/people?size=500&${query}`))
        .json<PersonPageDto>()
        .items.some((one) => one.id === id);
    for (const query of ['role=verifier', 'unit=hue&role=verifier', 'state=invited', 'q=pham%20thi%20dao']) {
      expect([query, await found(query)]).toEqual([query, true]);
    }
    for (const query of ['role=operator', `unit=${UNIT}`, 'state=active', 'q=khong-co']) {
      expect([query, await found(query)]).toEqual([query, false]);
    }
  });
});

describe('roles', () => {
  it('are granted and revoked with a reason; what is over stays to be seen', async () => {
    const id = await invited();
    const path = `/people/${id}/grants`;
    const granted = (await post(path, { role: 'leader', reason: 'Phân công' })).json<PersonDetailDto>();
    const grant = granted.grants[0]?.id ?? '';
    expect(said(await post(path, { role: 'leader', validFrom: later(5) }))).toBe('409 GRANT_OVERLAPS');
    const revoked = await post(`${path}/${grant}/revocation`, REASON);
    expect(revoked.json<PersonDetailDto>().grants).toMatchObject([
      { state: 'revoked', revokedBy: 'operator', revokedReason: REASON.reason },
    ]);
    expect(said(await post(`${path}/${grant}/revocation`, REASON))).toBe('409 GRANT_OVER');
    expect(said(await post(`/people/${operator.personId}/grants/${grant}/revocation`, REASON))).toBe(
      '404 GRANT_NOT_FOUND',
    );
    expect(said(await post(`${path}/1%20OR%201/revocation`, REASON))).toBe('404 GRANT_NOT_FOUND');
  });

  it('nobody grants to themselves, and others than the operator grant none', async () => {
    expect(said(await post(`/people/${operator.personId}/grants`, { role: 'auditor' }))).toBe(
      '403 OWN_ROLE_REFUSED',
    );
    const answer = await post(`/people/${lead.personId}/grants`, { role: 'operator' }, lead);
    expect(said(answer)).toBe('403 NOT_PERMITTED');
  });

  it('the last operator can neither be suspended nor lose the role', async () => {
    // Those of the spec have no password, so that none of them could run the system alone.
    const path = `/people/${operator.personId}`;
    expect(said(await post(`${path}/suspension`, REASON))).toBe('409 LAST_OPERATOR');
    expect(said(await post(`${path}/grants/${operator.grantIds[0]}/revocation`, REASON))).toBe(
      '409 LAST_OPERATOR',
    );
    const other = await served.signIn([{ role: 'operator' }]);
    await served.database.query(`INSERT INTO password_credential VALUES ($1, 'x'), ($2, 'x')`, [
      other.personId,
      operator.personId,
    ]);
    expect(said(await post(`/people/${other.personId}/suspension`, REASON))).toBe('200');
  });
});

describe('an account', () => {
  it('that is suspended loses its sessions and links at once, and comes back when that is lifted', async () => {
    const somebodyElse = await served.signIn([{ role: 'auditor' }]);
    const path = `/people/${somebodyElse.personId}`;
    expect((await post(`${path}/suspension`, REASON)).json<PersonDetailDto>()).toMatchObject({
      state: 'suspended',
      suspendedReason: REASON.reason,
      sessions: 0,
    });
    expect((await served.askAs(somebodyElse, '/me/sessions')).status).toBe(401);
    expect(said(await post(`${path}/suspension`, REASON))).toBe('409 PERSON_SUSPENDED');
    expect(said(await post(`${path}/grants`, { role: 'leader' }))).toBe('409 PERSON_SUSPENDED');
    expect(said(await send(operator, 'DELETE', `${path}/suspension`))).toBe('200');
    expect(said(await send(operator, 'DELETE', `${path}/suspension`))).toBe('409 PERSON_NOT_SUSPENDED');
    expect((await served.askAs(somebodyElse, '/me/sessions')).status).toBe(401);
  });

  it('gets another name or address; a link sent to the earlier address ends', async () => {
    const { personId, link } = (await post('/people', somebody())).json<InvitedDto>();
    const path = `/people/${personId}`;
    const change = { name: 'Trần Thị Bích', email: 'bich@example.vn' };
    expect((await send(operator, 'PATCH', path, change)).json<PersonDetailDto>()).toMatchObject(change);
    const token = link?.split('#')[1];
    expect((await served.askAs(null, '/links/inspect', { method: 'POST', body: { token } })).status).not.toBe(
      200,
    );
    expect(said(await send(operator, 'PATCH', path, { email: 'mai@example.vn' }))).toBe('409 EMAIL_TAKEN');
    expect(said(await send(operator, 'PATCH', path, { demo: true }))).toBe('400 REQUEST_INVALID');
    expect(said(await send(operator, 'PATCH', path, {}))).toBe('400 REQUEST_INVALID');
  });

  it('loses a second factor that was lost, and its sessions', async () => {
    const holder = await served.signIn([{ role: 'auditor' }]);
    await served.database.query(
      `INSERT INTO totp_credential (person_id, sealed_secret, confirmed_at) VALUES ($1, 'x', now())`,
      [holder.personId],
    );
    expect((await person(holder.personId)).secondFactor).toBe(true);
    expect(said(await send(operator, 'DELETE', `/people/${holder.personId}/second-factor`))).toBe('204');
    expect(await person(holder.personId)).toMatchObject({ secondFactor: false, sessions: 0 });
    expect(said(await post(`/people/${holder.personId}/unlock`))).toBe('204');
  });
});

describe('the lead of a unit', () => {
  it('sees its people and invites a reporter, never into another unit or role', async () => {
    const path = `/units/${UNIT}/people`;
    const { personId } = (await post(path, somebody(), lead)).json<InvitedDto>();
    const people = (await served.askAs(lead, path)).json<PersonSummaryDto[]>();
    const own = people.find(({ id }) => id === personId);
    expect(own?.grants).toMatchObject([
      { role: 'unit_reporter', unitId: UNIT, grantedBy: `unit_lead@${UNIT}` },
    ]);
    const before: unknown = await counts();
    expect(said(await post('/units/hue/people', somebody(), lead))).toBe('403 OTHER_UNIT');
    expect(said(await served.askAs(lead, '/units/hue/people'))).toBe('403 OTHER_UNIT');
    for (const change of [{ role: 'unit_lead' }, { unitId: 'hue' }, { grants: [{ role: 'operator' }] }]) {
      expect(said(await post(path, somebody(change), lead))).toBe('400 REQUEST_INVALID');
    }
    expect(said(await post('/people', somebody(), lead))).toBe('403 NOT_PERMITTED');
    expect(await counts()).toEqual(before);
  });
});

describe('a delegation', () => {
  it('is held for a time, seen by both, not passed on, and ended by either', async () => {
    const reporter = await served.signIn([{ role: 'unit_reporter', unit: UNIT }]);
    const request = {
      grantId: lead.grantIds[0],
      role: 'unit_lead',
      personId: reporter.personId,
      validFrom: today,
      validTo: later(10),
      reason: 'Nghỉ phép',
    };
    expect((await served.askAs(reporter, `/units/${UNIT}/people`)).status).toBe(403);
    const { delegation } = (await post('/delegations', request, lead)).json<DelegatedDto>();
    expect((await served.askAs(reporter, `/units/${UNIT}/people`)).status).toBe(200);
    const seen = async (who: SignedIn) => (await served.askAs(who, '/delegations')).json<DelegationDto[]>();
    expect(await seen(lead)).toMatchObject([{ id: delegation.id, side: 'given', state: 'current' }]);
    expect(await seen(reporter)).toMatchObject([{ id: delegation.id, side: 'received', state: 'current' }]);
    expect((await person(lead.personId)).delegatedTo).toMatchObject([{ to: { id: reporter.personId } }]);
    expect((await person(reporter.personId)).grants[0]).toMatchObject({ delegatedBy: { id: lead.personId } });

    const third = await served.signIn([{ role: 'unit_reporter', unit: UNIT }]);
    const on = { ...request, grantId: delegation.id, personId: third.personId };
    expect(said(await post('/delegations', on, reporter))).toBe('422 DELEGATION_OF_DELEGATED');
    expect(said(await post(`/delegations/${delegation.id}/end`, REASON, third))).toBe(
      '404 DELEGATION_NOT_FOUND',
    );
    expect(said(await post(`/delegations/${delegation.id}/end`, REASON, reporter))).toBe('204');
    expect(said(await post(`/delegations/${delegation.id}/end`, REASON, lead))).toBe('409 GRANT_OVER');
    expect((await served.askAs(reporter, `/units/${UNIT}/people`)).status).toBe(403);
  });

  it('ends with the grant it came from, and when its giver is suspended', async () => {
    const chief = await served.signIn([{ role: 'chief_assessor', unit: MINISTRY }]);
    const assessor = await served.signIn([{ role: 'assessor', unit: MINISTRY }]);
    const request = (from: SignedIn) => ({
      grantId: from.grantIds[0],
      role: 'chief_assessor',
      personId: assessor.personId,
      validFrom: today,
      validTo: later(30),
    });
    expect(said(await post('/delegations', request(chief), chief))).toBe('201');
    const path = `/people/${chief.personId}`;
    expect(said(await post(`${path}/grants/${chief.grantIds[0]}/revocation`, REASON))).toBe('200');
    const ofAssessor = async () =>
      (await person(assessor.personId)).grants.map(({ role, state }) => `${role} ${state}`);
    expect(await ofAssessor()).toEqual(['chief_assessor revoked', 'assessor current']);

    const next = await served.signIn([{ role: 'chief_assessor', unit: MINISTRY }]);
    expect(said(await post('/delegations', request(next), next))).toBe('201');
    expect(said(await post(`/people/${next.personId}/suspension`, REASON))).toBe('200');
    expect((await ofAssessor())[0]).toBe('chief_assessor revoked');
  });

  it('that is not the own, to somebody elsewhere or for too long is refused and makes nothing', async () => {
    const reporter = await served.signIn([{ role: 'unit_reporter', unit: UNIT }]);
    const hue = await served.signIn([{ role: 'unit_lead', unit: 'hue' }]);
    const stranger = await served.signIn([{ role: 'unit_reporter', unit: 'hue' }]);
    const request = {
      grantId: lead.grantIds[0],
      role: 'unit_reporter',
      personId: stranger.personId,
      validFrom: today,
      validTo: later(10),
    };
    const before: unknown = await counts();
    const refused = async (change: object, who = lead) =>
      said(await post('/delegations', { ...request, ...change }, who));
    expect(await refused({})).toBe('422 DELEGATE_NOT_OF_UNIT');
    expect(await refused({ personId: lead.personId })).toBe('403 OWN_ROLE_REFUSED');
    expect(await refused({ personId: reporter.personId, validTo: later(90) })).toBe(
      '422 DELEGATION_TOO_LONG',
    );
    expect(await refused({ personId: reporter.personId, role: 'chief_assessor' })).toBe(
      '422 DELEGATION_ROLE_REFUSED',
    );
    expect(await refused({ personId: reporter.personId, unitId: 'hue' })).toBe('400 REQUEST_INVALID');
    expect(await refused({ role: 'operator' })).toBe('400 REQUEST_INVALID');
    expect(await refused({ personId: reporter.personId })).toBe('409 GRANT_OVERLAPS');
    expect(await refused({}, reporter)).toBe('403 NOT_PERMITTED');
    expect(await refused({ grantId: lead.grantIds[0] }, hue)).toBe('404 GRANT_NOT_FOUND');
    expect(await counts()).toEqual(before);
  });

  it('without an end is refused by the database itself', async () => {
    expect(
      await outcomeOf(
        served.database,
        `INSERT INTO role_grant (person_id, role, unit_id, valid_from, granted_by, delegated_from)
         VALUES ('${operator.personId}', 'unit_lead', 'hue', '2026-01-01', 'spec', ${lead.grantIds[0]})`,
      ),
    ).toBe('23514');
  });
});
