import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { EditionDto } from '../../api/src/features/editions/edition.dto.ts';
import type { RankingDto } from '../../api/src/features/rankings/ranking.dto.ts';
import { serveApplication, type ServedApplication } from '../support/served-application.ts';
import { pairs, rankingOf } from './published-figures.ts';

/** DTI 2021, ministries in two groups: sources `hanoimoi-449294`, `kinhtedothi-dti-2021`. */
let served: ServedApplication;
let having: RankingDto;
let without: RankingDto;

beforeAll(async () => {
  served = await serveApplication();
  having = await rankingOf(served, 'edition=dti-2021&group=with_public_service');
  without = await rankingOf(served, 'edition=dti-2021&group=without_public_service');
}, 60_000);
afterAll(() => served?.close());

const PATH = 'published/dti-2021/ministry.csv';

describe('ministries with public services', () => {
  it('have the ten published ranks; 6 to 10 stand without a total', () => {
    expect(having.rows.map(({ rank, total }) => [rank, total])).toEqual([
      [1, 0.6321],
      [2, 0.6126],
      [3, 0.5747],
      [4, 0.5406],
      [5, 0.5219],
      ...[6, 7, 8, 9, 10].map((rank) => [rank, null]),
    ]);
    expect(having.group).toMatchObject({ expected: 17, listed: 10, withTotal: 5, withRank: 10 });
  });

  it('are each as the table says, and a missing total is "not collected"', () => {
    for (const { published, shown } of pairs(PATH, having, 'with_public_service')) {
      expect(shown.publishedRank).toBe(Number(published['dti.rank']));
      expect(shown.publishedTotal).toBe(published['dti.total'] ? Number(published['dti.total']) : null);
      expect(shown.state).toBe(published['dti.total'] ? 'scored' : 'not_collected');
      expect(shown.rankBasis).toBe('published');
    }
  });

  it('are led by Bộ Tài chính, with Bộ Thông tin và Truyền thông at 6: the ministry in charge at the time', () => {
    const name = (rank: number) => having.rows.find((row) => row.rank === rank)?.nameVi;
    expect([name(1), name(6)]).toEqual(['Bộ Tài chính', 'Bộ Thông tin và Truyền thông']);
  });
});

describe('ministries without public services', () => {
  it('have the five published totals, ranked among themselves', () => {
    expect(without.rows.map(({ shortNameVi, rank, total }) => [shortNameVi, rank, total])).toEqual([
      ['Viện Hàn lâm Khoa học và Công nghệ Việt Nam', 1, 0.4736],
      ['Đài Truyền hình Việt Nam', 2, 0.4192],
      ['Thông tấn xã Việt Nam', 3, 0.2737],
      ['Ủy ban Dân tộc', 4, 0.2046],
      ['Đài Tiếng nói Việt Nam', 5, 0.1394],
    ]);
    // "8 or 9" say the sources: how many there are is not known, so the engine ranks nobody by itself.
    expect(without.group.expected).toBeNull();
    expect(without.rows.map(({ computedRank }) => computedRank)).toEqual(Array(5).fill(null));
  });
});

describe('the published means', () => {
  it('are check figures that cannot be recomputed, since not every member of a group is held', async () => {
    const { checkFigures } = (await served.ask('/editions/dti-2021')).json<EditionDto>();
    expect(
      checkFigures.map((f) => [
        f.groupCode,
        f.statistic,
        f.published,
        f.held,
        f.expected,
        f.recomputed,
        f.agrees,
      ]),
    ).toEqual([
      ['province_63', 'mean', 0.4014, 0, 63, null, null],
      ['with_public_service', 'mean', 0.4595, 5, 17, null, null],
      ['without_public_service', 'mean', 0.2151, 5, null, null, null],
    ]);
    expect(having.checkFigures.map(({ published }) => published)).toEqual([0.4595]);
  });

  it('are no totals of anybody: the edition has no ranking of provinces', async () => {
    const answer = await served.ask('/rankings?edition=dti-2021&group=province_63');
    expect([answer.status, answer.json()['code']]).toEqual([404, 'GROUP_NOT_FOUND']);
  });
});
