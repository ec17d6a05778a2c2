import { describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { useBrowser } from './harness/journey.ts';
import { arrived, open, settled } from './harness/screen.ts';
import { say, saying } from './harness/words.ts';

/** Presses Tab until the place has the focus; a place that Tab does not reach is a fault. */
async function tabTo(page: Page, place: Locator, most = 60): Promise<void> {
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press('Tab');
    if (await place.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`Tab did not reach ${String(place)} in ${most} presses`);
}

describe('with the keyboard alone', () => {
  const { visit } = useBrowser();

  it('goes from the overview by way of a region to a province', async () => {
    await visit({}, async (page) => {
      await open(page, '/');
      await tabTo(page, page.getByRole('link', { name: say('nav.ranking'), exact: true }));
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/ranking/);
      await settled(page);
      await tabTo(page, page.getByRole('combobox', { name: say('word.region') }));
      await page.keyboard.press('Enter');
      await page.getByRole('listbox').waitFor();
      await page.keyboard.press('End');
      await page.keyboard.press('Enter');
      await arrived(page, saying('headline.region'));
      const first = page.locator('main tbody tr').first().getByRole('link');
      const name = await first.innerText();
      await tabTo(page, first);
      await page.keyboard.press('Enter');
      await arrived(page, new RegExp(`${name}: hạng`));
      expect(page.url()).toContain('/units/');
    });
  });

  it('skips to the content first', async () => {
    await visit({}, async (page) => {
      await open(page, '/');
      await page.keyboard.press('Tab');
      const skip = page.getByRole('link', { name: say('shell.skip') });
      expect(await skip.evaluate((link) => link === document.activeElement)).toBe(true);
      // It slides in where it has the focus.
      await page.waitForFunction(() => (document.activeElement?.getBoundingClientRect().top ?? -1) >= 0);
      await page.keyboard.press('Enter');
      expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    });
  });

  it('opens the drawer of a narrow screen and leaves it again', async () => {
    await visit({ width: 390 }, async (page) => {
      await open(page, '/');
      const menu = page.getByRole('button', { name: say('shell.openMenu') });
      await tabTo(page, menu);
      await page.keyboard.press('Enter');
      const drawer = page.getByRole('dialog', { name: say('shell.navigation') });
      await drawer.waitFor();
      await page.keyboard.press('Escape');
      await drawer.waitFor({ state: 'hidden' });
      expect(await menu.evaluate((button) => button === document.activeElement)).toBe(true);
    });
  });
});
