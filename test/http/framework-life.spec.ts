import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { FrameworkVersionDto } from '../../api/src/features/frameworks/framework.dto.ts';
import type { FrameworkEventDto } from '../../api/src/features/frameworks/life/framework-life.dto.ts';
import { outcomeOf } from '../support/refused-statements.ts';
import { serveApplication, type Answer, type ServedApplication } from '../support/served-application.ts';

const DRAFT = 'data-2026-draft-province';
const BY = { author: 'Cục Chuyển đổi số quốc gia', reason: 'lấy ý kiến các địa phương' };

let served: ServedApplication;
beforeAll(async () => {
  served = await serveApplication();
}, 60_000);
afterAll(() => served?.close());

const path = (...parts: string[]): string => `/framework-versions/${parts.join('/')}`;

function send(method: 'PATCH' | 'POST' | 'PUT', url: string, body: object): Promise<Answer> {
  const headers = { 'content-type': 'application/json' };
  return served.ask(url, { method, headers, body: JSON.stringify(body) });
}

const get = async <T>(url: string): Promise<T> => (await served.ask(url)).json<T>();
const version = (code: string) => get<FrameworkVersionDto>(path(code));
const documentOf = (code: string) => get<Record<string, unknown>>(path(code, 'document'));
const events = (code: string) => get<FrameworkEventDto[]>(path(code, 'events'));

async function copy(code: string, own: object = {}, of = DRAFT): Promise<Answer> {
  return send('POST', path(of, 'copies'), { code, ...BY, ...own });
}

const move = (code: string, to: string, own: object = {}) =>
  send('POST', path(code, 'transitions'), { to, ...BY, ...own });

const refusal = (answer: Answer) => [answer.status, answer.json()['code']];

describe('a framework version', () => {
  it('tells of every node its weights, formula, legal bases and what is proposed', async () => {
    const { nodes, legalBases, proposed, proposedReasonVi, status } = await version(DRAFT);
    expect([status, proposed, proposedReasonVi?.slice(0, 23)]).toEqual([
      'draft',
      true,
      'Không văn bản nào quy đ',
    ]);
    expect(legalBases.map(({ reference }) => reference)).toContain('decision-142-2024#VI.7.a');
    const components = nodes.filter(({ depth }) => depth === 1);
    const share = 1 / components.length;
    for (const component of components) {
      expect(component.weightAsked).toBeCloseTo(share, 12);
      const indicators = nodes.filter(({ parentCode, scored }) => parentCode === component.code && scored);
      for (const indicator of indicators)
        expect(indicator.weightEffective).toBeCloseTo(share / indicators.length, 12);
    }
    const leaf = nodes.find(({ code }) => code === 'data.open.portal');
    expect(leaf).toMatchObject({
      formula: { kind: 'share_of_yes', parameters: { gap: 'missing' } },
      proposed: true,
      clamp: 'clamp',
      normalise: { method: 'ratio_to_maximum', own: false },
      aggregation: null,
    });
    expect(leaf?.formula?.elements.map(({ code, role }) => [code, role])).toEqual([
      ['data.open.portal-live', 'elements'],
      ['data.open.portal-integrated', 'elements'],
    ]);
    expect(leaf?.formula?.elements.every(({ nameVi, code }) => nameVi !== code)).toBe(true);
  });

  it('says that a basis has lapsed, and what took its place', async () => {
    const { nodes } = await version(DRAFT);
    const lapsed = nodes.flatMap((node) => node.legalBases).filter((basis) => basis.lapsed);
    expect(lapsed.map(({ document }) => document)).toContain('decree-47-2020');
    expect(lapsed.every(({ validTo }) => validTo !== null && validTo < '2025-09-01')).toBe(true);
  });
});

describe('the workbook of a version', () => {
  it('is an Excel file that reads as the version it is of', async () => {
    const answer = await served.ask(`/framework-versions/${DRAFT}.xlsx`);
    expect([answer.status, answer.headers['content-disposition']]).toEqual([
      200,
      expect.stringContaining(`${DRAFT}.xlsx`),
    ]);
  });

  it('is not there for a version that is not', async () => {
    expect(refusal(await served.ask('/framework-versions/nothing.xlsx'))).toEqual([
      404,
      'FRAMEWORK_VERSION_NOT_FOUND',
    ]);
  });
});

describe('a copy', () => {
  it('is a draft with author, reason and origin, and has the same rules', async () => {
    const answer = await copy('data-2027', { version: '2027', nameVi: 'Bản 2027' });
    expect(answer.status).toBe(201);
    expect(answer.json()).toMatchObject({
      code: 'data-2027',
      status: 'draft',
      author: BY.author,
      changeReason: BY.reason,
      copiedFrom: DRAFT,
      version: '2027',
      nameVi: 'Bản 2027',
      frozen: false,
    });
    const [original, made] = await Promise.all([documentOf(DRAFT), documentOf('data-2027')]);
    expect([made['tree'], made['method']]).toEqual([original['tree'], original['method']]);
    expect(await events('data-2027')).toMatchObject([
      {
        kind: 'created',
        fromStatus: null,
        toStatus: 'draft',
        author: BY.author,
        reason: BY.reason,
        writtenBy: 'chief_assessor@bo-khoa-hoc-va-cong-nghe',
      },
    ]);
  });

  it('of a published version leaves the published tables behind', async () => {
    expect((await copy('dti-own', {}, 'dti-922-province')).status).toBe(201);
    expect(await version('dti-own')).toMatchObject({ totalElement: null, groups: [{ code: 'province' }] });
  });

  it('is refused under a code that there is, of a version that there is not, and without a reason', async () => {
    expect(refusal(await copy(DRAFT))).toEqual([409, 'FRAMEWORK_VERSION_EXISTS']);
    expect(refusal(await copy('x', {}, 'nothing'))).toEqual([404, 'FRAMEWORK_VERSION_NOT_FOUND']);
    expect(refusal(await copy('x', { reason: '' }))).toEqual([400, 'REQUEST_INVALID']);
    expect(refusal(await copy('Not A Code'))).toEqual([400, 'REQUEST_INVALID']);
  });
});

describe('a draft', () => {
  const code = 'data-edited';
  beforeAll(async () => {
    await copy(code);
  });
  const edit = (node: string, own: object) => send('PATCH', path(code, 'nodes', node), { ...BY, ...own });

  it('has a weight changed, and the history says from what to what', async () => {
    const answer = await edit('data.open', { weight: 3 });
    expect(answer.status).toBe(200);
    const { nodes } = answer.json<FrameworkVersionDto>();
    expect(nodes.find((node) => node.code === 'data.open')).toMatchObject({ weight: 3, weightAsked: 0.5 });
    expect((await events(code))[0]).toMatchObject({
      kind: 'edited',
      changes: [{ node: 'data.open', kind: 'changed', field: 'weight', before: 1, after: 3 }],
    });
  });

  it('has an indicator made descriptive: it is shown and weighs nothing', async () => {
    const { nodes } = (await edit('data.open.portal', { scored: false })).json<FrameworkVersionDto>();
    expect(nodes.find((node) => node.code === 'data.open.portal')).toMatchObject({
      scored: false,
      weightAsked: 0,
      weightEffective: 0,
    });
    const back = (await edit('data.open.portal', { scored: true })).json<FrameworkVersionDto>();
    expect(back.nodes.find((node) => node.code === 'data.open.portal')?.weightEffective).toBeGreaterThan(0);
  });

  it('has a name and a note changed, and a note taken away', async () => {
    await edit('data.open', { nameVi: 'Dữ liệu mở', note: 'ghi chú' });
    expect((await version(code)).nodes[1]).toMatchObject({ nameVi: 'Dữ liệu mở', note: 'ghi chú' });
    await edit('data.open', { note: null });
    expect((await version(code)).nodes[1]).toMatchObject({ nameVi: 'Dữ liệu mở', note: null });
  });

  it('is replaced whole, and an equal document changes nothing', async () => {
    const document = await documentOf(code);
    const before = await events(code);
    expect((await send('PUT', path(code), { ...BY, document })).status).toBe(200);
    expect(await events(code)).toEqual(before);
    const renamed = { ...document, name: { vi: 'Tên mới', en: 'New name' } };
    expect((await send('PUT', path(code), { ...BY, document: renamed })).json()).toMatchObject({
      nameVi: 'Tên mới',
    });
  });

  it.each([
    ['a node that it has not', () => edit('nothing', { weight: 1 }), [404, 'FRAMEWORK_NODE_NOT_FOUND']],
    ['nothing to change', () => edit('data.open', {}), [400, 'REQUEST_INVALID']],
    ['a weight below zero', () => edit('data.open', { weight: -1 }), [400, 'REQUEST_INVALID']],
    ['a key that it does not know', () => edit('data.open', { wieght: 1 }), [400, 'REQUEST_INVALID']],
  ] as const)('refuses %s', async (_what, asked, expected) => {
    const before = await events(code);
    expect(refusal(await asked())).toEqual(expected);
    expect(await events(code)).toEqual(before);
  });

  type Tree = Record<string, unknown> & { children: Tree[] };
  const faultsOf = async (change: (document: Record<string, unknown> & { tree: Tree }) => void) => {
    const document = (await documentOf(code)) as Record<string, unknown> & { tree: Tree };
    change(document);
    const answer = await send('PUT', path(code), { ...BY, document });
    expect(refusal(answer)).toEqual([422, 'FRAMEWORK_FILE_INVALID']);
    return answer
      .json<{ errors: { code: string; path: string }[] }>()
      .errors.map((fault) => [fault.code, fault.path]);
  };

  it('refuses a document with faults, each with its code and place, and stores nothing', async () => {
    const before = await documentOf(code);
    expect(
      await faultsOf(({ tree }) => {
        tree.children[1]!['code'] = 'data.open';
      }),
    ).toContainEqual(['NODE_CODE_DOUBLED', '/tree/children/1/code']);
    expect(
      await faultsOf(({ tree }) => {
        tree.children[0]!.children[0]!['element'] = 'no.such';
        tree.children[0]!.children[1]!['legal_basis'] = ['decision-142-2024#IX.9', 'no-such-document'];
      }),
    ).toEqual([
      ['DATA_ELEMENT_UNKNOWN', '/tree/children/0/children/0/element'],
      ['LEGAL_BASIS_UNKNOWN', '/tree/children/0/children/1/legal_basis/0'],
      ['LEGAL_BASIS_UNKNOWN', '/tree/children/0/children/1/legal_basis/1'],
    ]);
    expect(
      await faultsOf(({ tree }) => {
        tree['wieght'] = 1;
      }),
    ).toEqual([['FRAMEWORK_VALUE_INVALID', '/tree/wieght']]);
    expect(await documentOf(code)).toEqual(before);
  });

  it('refuses points that do not add up', async () => {
    await copy('dti-points', {}, 'dti-922-province');
    const document = (await documentOf('dti-points')) as { tree: Tree };
    document.tree.children[0]!['points'] = 99;
    const answer = await send('PUT', path('dti-points'), { ...BY, document });
    expect(answer.json()).toMatchObject({
      errors: [
        { code: 'POINTS_DO_NOT_ADD_UP', path: '/tree/points', message: 'points 1000, ofChildren 999' },
      ],
    });
  });

  it('refuses a document of another version', async () => {
    const document = await documentOf(DRAFT);
    expect(refusal(await send('PUT', path(code), { ...BY, document }))).toEqual([
      422,
      'FRAMEWORK_CODE_DIFFERS',
    ]);
  });
});

describe('the life of a version', () => {
  const code = 'data-life';
  beforeAll(async () => {
    await copy(code);
  });

  it('is one step at a time', async () => {
    expect(refusal(await move(code, 'in_use'))).toEqual([409, 'FRAMEWORK_TRANSITION_REFUSED']);
    expect((await move(code, 'retired')).json()).toMatchObject({ errors: [{ code: 'STEP_LEFT_OUT' }] });
    expect((await move(code, 'draft')).json()).toMatchObject({ errors: [{ code: 'SAME_STATUS' }] });
    expect((await version(code)).status).toBe('draft');
  });

  it('goes to its end with author, reason and day on record, and is frozen once in use', async () => {
    expect((await move(code, 'approved', { day: '2026-12-01' })).json()).toMatchObject({
      status: 'approved',
    });
    expect(refusal(await send('PATCH', path(code, 'nodes', 'data.open'), { ...BY, weight: 2 }))).toEqual([
      409,
      'FRAMEWORK_VERSION_NOT_DRAFT',
    ]);
    expect((await move(code, 'in_use')).json()).toMatchObject({ status: 'in_use', frozen: true });
    expect((await move(code, 'approved')).json()).toMatchObject({ errors: [{ code: 'NOT_BACK' }] });
    const document = await documentOf(code);
    expect(refusal(await send('PUT', path(code), { ...BY, document }))).toEqual([
      409,
      'FRAMEWORK_VERSION_NOT_DRAFT',
    ]);
    const retired = await move(code, 'retired', { reason: 'có bản mới' });
    expect(retired.json()).toMatchObject({ status: 'retired', statusReasonVi: 'có bản mới' });
    expect(
      (await events(code)).map(({ kind, fromStatus, toStatus }) => [kind, fromStatus, toStatus]),
    ).toEqual([
      ['transition', 'in_use', 'retired'],
      ['transition', 'approved', 'in_use'],
      ['transition', 'draft', 'approved'],
      ['created', null, 'draft'],
    ]);
    expect((await events(code)).at(-2)).toMatchObject({
      day: '2026-12-01',
      author: BY.author,
      reason: BY.reason,
    });
  });

  it.each([
    ['a rule of it', `UPDATE framework_version SET method = '{}' WHERE code = 'data-life'`],
    ['its status, back', `UPDATE framework_version SET status = 'draft' WHERE code = 'data-life'`],
    ['the version itself', `DELETE FROM framework_version WHERE code = 'data-life'`],
    ['a weight', `UPDATE framework_node SET weight = 9 WHERE framework_version = 'data-life'`],
    ['a node', `DELETE FROM framework_node WHERE framework_version = 'data-life'`],
    [
      'a node more',
      `INSERT INTO framework_node (framework_version, code, kind, name_vi, name_en, scored, position, depth)
       VALUES ('data-life', 'x', 'indicator', 'x', 'x', true, 99, 1)`,
    ],
    [
      'a rule of a version that an assessment used',
      `UPDATE framework_node SET points = 1 WHERE framework_version = 'dti-922-province'`,
    ],
    ['the history', `DELETE FROM framework_event`],
    ['what an assessment was made of', `DELETE FROM assessment_figure`],
  ])('is held by the database too: %s', async (_what, statement) => {
    expect(await outcomeOf(served.database, statement)).toBe('23000');
  });

  it('leaves words open to correction by the database, not what scores', async () => {
    const statement = `UPDATE framework_node SET note = 'x' WHERE framework_version = 'data-life' AND code = 'data.open'`;
    expect(await outcomeOf(served.database, statement)).toBe('done');
  });
});
