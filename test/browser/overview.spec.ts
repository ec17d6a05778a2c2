import { describe, expect, it } from '@jest/globals';
import { useBrowser } from './harness/journey.ts';
import { arrived, finding, mapOf, open } from './harness/screen.ts';
import { saying } from './harness/words.ts';

/** Published for 2022: the third of 63. */
const third = { rank: 3, of: 63, period: 2022, total: '0,7024' };

describe('the overview', () => {
  const { visit } = useBrowser();

  it('says the finding of the latest edition, its figures and the map of its day', async () => {
    await visit({}, async (page) => {
      await open(page, '/');
      expect(await finding(page)).toMatch(saying('headline.full', { names: 'Đà Nẵng', total: '0,8002' }));
      const main = await page.locator('main').innerText();
      // Published for 2022: the nation, the first and the last of 63.
      for (const figure of ['0,71', '0,8002', '0,3941', '63/63']) expect(main).toContain(figure);
      const map = await mapOf(page.locator('figure').filter({ hasText: 'OpenStreetMap' }));
      expect(map.outlines).toBe(63);
      expect(map.labels).toEqual(
        expect.arrayContaining(['QĐ. Hoàng Sa (Đà Nẵng)', 'QĐ. Trường Sa (Khánh Hòa)']),
      );
    });
  });

  it('follows the choice of an edition, and says how few are known', async () => {
    await visit({}, async (page) => {
      await open(page, '/');
      await page
        .getByRole('banner')
        .getByRole('button', { name: /DTI 2022/ })
        .click();
      await page.getByRole('menuitemradio', { name: /DTI 2020/ }).click();
      await arrived(page, saying('headline.partial', { coverage: '9/63' }));
      expect(page.url()).toContain('edition=dti-2020');
    });
  });

  it('leads from a province to its page', async () => {
    await visit({}, async (page) => {
      await open(page, '/');
      await page.getByRole('link', { name: 'Quảng Ninh' }).first().click();
      await arrived(page, saying('unit.headline.full', { ...third, name: 'Tỉnh Quảng Ninh' }));
      expect(page.url()).toContain('/units/quang-ninh');
    });
  });
});
