import { describe, expect, it } from '@jest/globals';
import { useBrowser } from './harness/journey.ts';
import { arrived, finding, open, pick, rowsOf } from './harness/screen.ts';
import { say, saying } from './harness/words.ts';

/** Published for 2022: the first of 63. */
const first = { rank: 1, of: 63, period: 2022, total: '0,8002' };

describe('units', () => {
  const { visit } = useBrowser();

  it('lists the roster of the day: 34 now, 63 before 01/07/2025', async () => {
    await visit({}, async (page) => {
      await open(page, '/units');
      const table = page.locator('main table');
      expect(await rowsOf(table)).toHaveLength(34);
      expect(await finding(page)).toMatch(saying('units.heading', { count: 34 }));
      await pick(page, say('units.roster'), say('units.roster.before'));
      await arrived(page, saying('units.heading', { count: 63 }));
      expect(await rowsOf(table)).toHaveLength(63);
    });
  });

  it('finds a unit by its name', async () => {
    await visit({}, async (page) => {
      await open(page, '/units');
      await page.getByRole('searchbox', { name: say('units.search') }).fill('huế');
      await arrived(page, saying('units.heading', { count: 1 }));
      const rows = await rowsOf(page.locator('main table'));
      expect(rows.map(([name]) => name)).toEqual(['Thành phố Huế']);
    });
  });

  it('says what a score is made of, and that two frameworks are not compared', async () => {
    await visit({}, async (page) => {
      await open(page, '/units/da-nang');
      expect(await finding(page)).toBe(say('unit.headline.full', { ...first, name: 'Thành phố Đà Nẵng' }));
      expect(await page.locator('main').innerText()).toContain(
        say('unit.tile.changeFramework', { period: 2020 }),
      );
      const made = page.locator('figure').filter({ hasText: say('unit.contribution.context') });
      await made.getByRole('button', { name: saying('chart.showTable') }).click();
      const rows = await rowsOf(made.locator('table'));
      // Eight scored indices; the smart city is listed in the decision and not scored.
      expect(rows.filter(([name = '']) => /số|mạng/i.test(name))).toHaveLength(8);
    });
  });

  it('leads from a province to what it became, and shows what that was made of', async () => {
    await visit({}, async (page) => {
      await open(page, '/units/quang-nam');
      await page
        .locator('dti-unit-succession')
        .getByRole('link', { name: 'Thành phố Đà Nẵng' })
        .last()
        .click();
      await arrived(page, saying('unit.headline.predecessors', { name: 'Thành phố Đà Nẵng' }));
      expect(page.url()).toMatch(/\/units\/da-nang-2025/);
      const formed = await page.locator('dti-unit-succession').innerText();
      expect(formed).toContain('Quảng Nam');
      expect(formed).toContain('01/07/2025');
    });
  });

  it('says so when there is no such unit', async () => {
    await visit({ expected: [/404/] }, async (page) => {
      await open(page, '/units/khong-co');
      expect(await page.locator('main').innerText()).toContain(say('state.failed.notFound'));
    });
  });
});
