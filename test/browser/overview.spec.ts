import { describe, expect, it } from '@jest/globals';
import { useBrowser } from './harness/journey.ts';
import { arrived, finding, mapOf, open } from './harness/screen.ts';

describe('the overview', () => {
  const { visit } = useBrowser();

  it('says the finding of the latest edition, its figures and the map of its day', async () => {
    await visit({}, async (page) => {
      await open(page, '/');
      expect(await finding(page)).toMatch(/^Đà Nẵng dẫn đầu với 0,8002/);
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
      await arrived(page, /9\/63/);
      expect(page.url()).toContain('edition=dti-2020');
    });
  });

  it('leads from a province to its page', async () => {
    await visit({}, async (page) => {
      await open(page, '/');
      await page.getByRole('link', { name: 'Quảng Ninh' }).first().click();
      await arrived(page, /Quảng Ninh: hạng 3\/63 năm 2022 với giá trị 0,7024/);
      expect(page.url()).toContain('/units/quang-ninh');
    });
  });
});
