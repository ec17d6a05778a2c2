import { describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { useBrowser } from './harness/journey.ts';
import { choose, mapOf, open, pick, rowsOf, settled } from './harness/screen.ts';
import { say, saying } from './harness/words.ts';

describe('the ranking', () => {
  const { visit } = useBrowser();

  it('lists all 63 of 2022 with the published ranks: 15, 15, 17', async () => {
    await visit({}, async (page) => {
      await open(page, '/ranking?edition=dti-2022');
      const rows = await rowsOf(page.locator('main table').first());
      expect(rows).toHaveLength(63);
      const ranks = rows.map(
        ([rank = '', unit = '', total = '']) => [parseInt(rank, 10), unit, total] as const,
      );
      expect(ranks[0]).toEqual([1, expect.stringMatching(/^Đà Nẵng/), '0,8002']);
      expect(ranks.slice(14, 17)).toEqual([
        [15, expect.stringMatching(/^(Thanh Hóa|Yên Bái)/), '0,6350'],
        [15, expect.stringMatching(/^(Thanh Hóa|Yên Bái)/), '0,6350'],
        [17, expect.stringMatching(/^Hậu Giang/), '0,6342'],
      ]);
      expect(ranks.at(-1)).toEqual([63, expect.stringMatching(/^Bắc Kạn/), '0,3941']);
    });
  });

  it('marks the one total that computes to something else than was published', async () => {
    await visit({}, async (page) => {
      await open(page, '/ranking?edition=dti-2022');
      const marked = page
        .getByRole('row')
        .filter({ has: page.getByRole('button', { name: saying('ranking.difference') }) });
      expect(await marked.count()).toBe(1);
      expect(await marked.innerText()).toMatch(/TP\. Hồ Chí Minh/);
      expect(
        await marked
          .getByRole('button', { name: saying('ranking.difference', { computed: '0,7164' }) })
          .count(),
      ).toBe(1);
    });
  });

  it('keeps region and view in the address, through reload and back', async () => {
    await visit({}, async (page) => {
      await open(page, '/ranking');
      await choose(page, say('word.region'), 'Tây Nguyên');
      expect(new URL(page.url()).searchParams.get('region')).toBe('central-highlands');
      const table = page.locator('main table').first();
      const highlands = await rowsOf(table);
      // The five provinces of the Central Highlands keep their ranks among the 63.
      expect(highlands.map(([rank]) => rank)).toEqual(['22', '45', '47', '49', '62']);
      await page.reload();
      await settled(page);
      expect(await rowsOf(table)).toEqual(highlands);
      await pick(page, say('ranking.view'), say('ranking.view.bars'));
      expect(new URL(page.url()).searchParams.get('view')).toBe('bars');
      await page.goBack();
      await settled(page);
      expect(await rowsOf(table)).toEqual(highlands);
    });
  });

  it('ranks each group of ministries apart', async () => {
    await visit({}, async (page) => {
      await open(page, '/ranking?edition=dti-2021');
      const table = page.locator('main table').first();
      expect(await rowsOf(table)).toHaveLength(10);
      await pick(page, say('word.group'), /không có dịch vụ công/);
      expect(new URL(page.url()).searchParams.get('group')).toBe('without_public_service');
      const rows = await rowsOf(table);
      expect(rows.map(([rank]) => rank)).toEqual(['1', '2', '3', '4', '5']);
      expect(rows[0]?.[1]).toMatch(/Viện Hàn lâm Khoa học và Công nghệ Việt Nam/);
    });
  });

  it('draws the map of its day with both archipelagos, and has the table behind', async () => {
    await visit({}, async (page) => {
      await open(page, '/ranking?edition=dti-2022&view=map');
      const figure = page.locator('main figure');
      expect(await mapOf(figure)).toEqual({
        outlines: 63,
        labels: ['QĐ. Hoàng Sa (Đà Nẵng)', 'QĐ. Trường Sa (Khánh Hòa)'],
      });
      expect(await figure.innerText()).toContain('© OpenStreetMap contributors (ODbL)');
      await figure.getByRole('button', { name: saying('chart.showTable') }).click();
      expect(await rowsOf(figure.locator('table'))).toHaveLength(63);
    });
  });

  it('gives the same table as CSV', async () => {
    await visit({}, async (page) => {
      await open(page, '/ranking?edition=dti-2022');
      await page.getByRole('button', { name: say('ranking.download') }).click();
      const download = page.waitForEvent('download');
      await page.getByRole('menuitem', { name: say('ranking.download.csv') }).click();
      const text = await readFile(await (await download).path(), 'utf8');
      expect(text.charCodeAt(0)).toBe(0xfeff);
      const lines = text.trim().split(/\r?\n/);
      expect(lines).toHaveLength(64);
      expect(lines[1]).toContain('Đà Nẵng');
    });
  });
});
