import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { useBrowser } from './harness/journey.ts';
import { arrived, open, settled } from './harness/screen.ts';
import { say, saying } from './harness/words.ts';

const background = (page: Page): Promise<string> =>
  page.evaluate(() => getComputedStyle(document.body).backgroundColor);

const english = saying('headline.full', { names: 'Da Nang', total: '0.8002' }, 'en');

describe('language and appearance', () => {
  const { visit } = useBrowser();

  it('switches to English at once, with its numbers, and remembers it', async () => {
    await visit({}, async (page) => {
      await open(page, '/ranking');
      expect(await page.evaluate(() => document.documentElement.lang)).toBe('vi');
      await page.getByRole('button', { name: saying('language.en') }).click();
      await arrived(page, english);
      await page.reload();
      await arrived(page, english);
      expect(await page.evaluate(() => document.documentElement.lang)).toBe('en');
      await page.getByRole('button', { name: saying('language.vi', {}, 'en') }).click();
      await arrived(page, saying('headline.full', { names: 'Đà Nẵng', total: '0,8002' }));
    });
  });

  it('leaves no Vietnamese sentence behind in English', async () => {
    await visit({ language: 'en', as: 'assessor' }, async (page) => {
      for (const path of ['/', '/ranking', '/units', '/import', '/editions', '/settings']) {
        await open(page, path);
        const words = await page
          .locator('nav, main h1, main h2, main button, main th[scope="col"]')
          .allInnerTexts();
        expect(
          words.filter((text) => /[ăđơưạảấầẩẫậắằẳẵặẹẻẽếềểễệỉịọỏốồổỗộớờởỡợụủứừửữựỳỵỷỹ]/i.test(text)),
        ).toEqual([]);
      }
    });
  });

  it('follows the system, goes dark when asked, and remembers it', async () => {
    await visit({ appearance: 'light' }, async (page) => {
      await open(page, '/ranking');
      const light = await background(page);
      await page.getByRole('button', { name: say('appearance.choose') }).click();
      await page.getByRole('menuitemradio', { name: say('appearance.dark') }).click();
      await page.waitForFunction(() => document.documentElement.dataset['theme'] === 'dark');
      await page.waitForFunction(
        (before) => getComputedStyle(document.body).backgroundColor !== before,
        light,
      );
      const dark = await background(page);
      await page.reload();
      await settled(page);
      expect(await background(page)).toBe(dark);
    });
    await visit({ appearance: 'dark' }, async (page) => {
      await open(page, '/ranking');
      expect(await background(page)).not.toBe('rgb(255, 255, 255)');
    });
  });
});
