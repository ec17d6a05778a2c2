import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type {
  TargetDetailDto,
  TargetPageDto,
  UnitFigurePageDto,
} from '../../api/src/features/targets/target.dto.ts';
import { serveApplication, type ServedApplication } from '../support/served-application.ts';

let served: ServedApplication;
beforeAll(async () => {
  served = await serveApplication();
}, 60_000);
afterAll(() => served?.close());

const page = async (query = ''): Promise<TargetPageDto> =>
  (await served.ask(`/targets${query}`)).json<TargetPageDto>();

describe('the targets of Decision 142', () => {
  it('are 20 with 32 measures, in the order of the document', async () => {
    const { items, total, counts, dataSet, sample } = await page();
    expect([total, dataSet, sample]).toEqual([20, 'official', false]);
    expect(items.map(({ code }) => code)).toEqual([
      'III.1.a',
      'III.1.b',
      'III.2.a',
      'III.2.b',
      'III.2.c',
      'III.2.d',
      'III.2.đ',
      'III.2.e',
      ...[...'abcdđeghikl'].map((letter) => `III.3.${letter}`),
      'III.4',
    ]);
    expect(counts.map(({ kind, total, noData }) => [kind, total, noData])).toEqual([
      ['printed', 25, 25],
      ['carried', 5, 5],
      ['no_figure', 2, 2],
    ]);
  });
});

it('placeholder', async () => {
  const a = (await served.ask(`/targets/${encodeURIComponent('III.2.đ')}`)).json<TargetDetailDto>();
  expect(a.code).toBe('III.2.đ');
  const b = (await served.ask(`/targets/III.2.b/units`)).json<UnitFigurePageDto>();
  expect(b.total).toBeGreaterThan(90);
});
