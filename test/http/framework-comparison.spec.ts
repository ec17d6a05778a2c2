import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { BridgeDto } from '../../api/src/features/assessments/bridge/bridge.dto.ts';
import type { FrameworkComparisonDto } from '../../api/src/features/frameworks/compare/comparison.dto.ts';
import { rowCounts } from '../support/refused-statements.ts';
import { serveApplication, type ServedApplication } from '../support/served-application.ts';

const PUBLISHED = 'dti-922-province';
const OWN = 'dti-own';
const BY = { author: 'Sở A', reason: 'thử trọng số khác' };

let served: ServedApplication;
beforeAll(async () => {
  served = await serveApplication();
  const headers = { 'content-type': 'application/json' };
  const send = (method: 'PATCH' | 'POST' | 'PUT', url: string, body: object) =>
    served.ask(url, { method, headers, body: JSON.stringify({ ...BY, ...body }) });
  await send('POST', `/framework-versions/${PUBLISHED}/copies`, { code: OWN });
  await send('POST', `/framework-versions/${PUBLISHED}/copies`, { code: 'dti-same' });
  const document = (await served.ask(`/framework-versions/${OWN}/document`)).json<{
    tree: { points: number; children: { points: number }[] };
  }>();
  document.tree.points = 1300;
  document.tree.children[0]!.points = 400;
  expect((await send('PUT', `/framework-versions/${OWN}`, { document })).status).toBe(200);
}, 60_000);
afterAll(() => served?.close());

const bridge = async (query: string) =>
  (await served.ask(`/framework-versions/${PUBLISHED}/bridge?${query}`)).json<BridgeDto>();

describe('the comparison of two versions', () => {
  it('says what changed and what that does to every weight', async () => {
    const answer = await served.ask(`/framework-versions/${PUBLISHED}/comparison?with=${OWN}`);
    const { a, b, counts, nodes } = answer.json<FrameworkComparisonDto>();
    expect([a.code, b.code]).toEqual([PUBLISHED, OWN]);
    expect(counts).toEqual({ same: 8, changed: 2, added: 0, removed: 0, moved: 0, reweighted: 8 });
    const awareness = nodes.find(({ code }) => code === 'dti.awareness');
    expect(awareness?.changes).toEqual([
      { node: 'dti.awareness', kind: 'changed', field: 'points', before: 100, after: 400 },
    ]);
    expect(awareness?.before?.weightEffective).toBeCloseTo(0.1, 12);
    expect(awareness?.after?.weightEffective).toBeCloseTo(400 / 1300, 12);
  });

  it('needs two versions that there are', async () => {
    expect((await served.ask(`/framework-versions/${PUBLISHED}/comparison?with=x`)).json()['code']).toBe(
      'FRAMEWORK_VERSION_NOT_FOUND',
    );
    expect((await served.ask(`/framework-versions/${PUBLISHED}/comparison`)).status).toBe(400);
  });
});

describe('the bridge', () => {
  it('under an equal method differs nowhere, and stores nothing', async () => {
    const before = await rowCounts(served.database);
    const { units, unitCount, scoredByBoth, meanDifference, sample, covered } =
      await bridge('with=dti-same&period=2022');
    expect([unitCount, scoredByBoth, meanDifference, sample]).toEqual([63, 5, 0, false]);
    expect(covered).toEqual({ a: true, b: true });
    // The parts of five provinces are held; of the others the published total alone, which is no part of it.
    expect(units.slice(0, 5).map(({ before, after }) => [before?.rank, after?.rank])).toEqual(
      [1, 2, 3, 4, 5].map((rank) => [rank, rank]),
    );
    expect(units[5]).toMatchObject({ before: { score: null, state: 'incomplete' }, scoreDifference: null });
    expect(await rowCounts(served.database)).toEqual(before);
  });

  it('under other points says for every unit what moved its score', async () => {
    const { units } = await bridge(`with=${OWN}&period=2022`);
    const moved = units.flatMap((unit) =>
      unit.scoreDifference === null ? [] : [{ ...unit, scoreDifference: unit.scoreDifference }],
    );
    expect(moved).toHaveLength(5);
    for (const { parts, scoreDifference } of moved) {
      const sum = parts.reduce((all, { difference }) => all + (difference ?? 0), 0);
      expect(sum).toBeCloseTo(scoreDifference, 10);
      expect(scoreDifference).not.toBe(0);
    }
  });

  it('is a table for a spreadsheet too', async () => {
    const answer = await served.ask(`/framework-versions/${PUBLISHED}/bridge.csv?with=${OWN}&period=2022`);
    expect(answer.headers['content-disposition']).toContain(`${PUBLISHED}-${OWN}-2022.csv`);
    const [heading, ...rows] = answer.text.trimEnd().split('\n');
    expect(heading).toContain(`Mã đơn vị,Đơn vị,Điểm (${PUBLISHED})`);
    expect(rows).toHaveLength(63);
  });

  it.each([
    ['another level', 'with=dti-922-ministry&period=2022', [422, 'FRAMEWORK_LEVELS_DIFFER']],
    ['a year without figures', `with=${OWN}&period=1999`, [422, 'NOTHING_TO_SCORE']],
    ['a version that there is not', 'with=nothing&period=2022', [404, 'FRAMEWORK_VERSION_NOT_FOUND']],
    ['no year', `with=${OWN}`, [400, 'REQUEST_INVALID']],
  ] as const)('is refused for %s', async (_what, query, expected) => {
    const answer = await served.ask(`/framework-versions/${PUBLISHED}/bridge?${query}`);
    expect([answer.status, answer.json()['code']]).toEqual(expected);
  });
});
