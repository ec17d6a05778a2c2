import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accessibilityFaults } from './harness/accessibility.ts';
import { useBrowser } from './harness/journey.ts';
import { startProduct, type Product } from './harness/product.ts';
import { open, settled } from './harness/screen.ts';
import { say } from './harness/words.ts';

/** Screens with figures of a data set, each at an address of its own. */
const SCREENS = ['/', '/ranking', '/units/hue', '/editions', '/targets', '/tasks', '/databases', '/duties'];

let product: Product;
beforeAll(async () => {
  product = await startProduct({ SAMPLE_DATA: 'on' });
}, 600_000);
afterAll(() => product?.stop(), 60_000);

const band = (page: Page) => page.getByRole('complementary', { name: say('dataSet.mark'), exact: true });

describe('the sample data', () => {
  const { visit } = useBrowser(() => product.url);

  it('are not what a visitor sees first; chosen once, they go along from page to page, marked', async () => {
    await visit({}, async (page) => {
      await open(page, '/');
      expect(await band(page).count()).toBe(0);
      await page.getByRole('radio', { name: 'Dữ liệu mẫu' }).check();
      await band(page).waitFor();
      await settled(page);
      expect(await band(page).isVisible()).toBe(true);
      expect(await page.getByRole('figure').first().locator('h2').innerText()).toMatch(/^\[Dữ liệu mẫu\] /);
      await page
        .getByRole('link', { name: say('nav.ranking') })
        .first()
        .click();
      await page.waitForURL(/\/ranking/);
      await settled(page);
      expect(new URL(page.url()).pathname).toBe('/ranking');
      expect(new URL(page.url()).searchParams.get('data')).toBe('sample');
      expect(await band(page).isVisible()).toBe(true);
      await page.getByRole('button', { name: say('dataSet.leave') }).click();
      await band(page).waitFor({ state: 'detached' });
      await settled(page);
      expect(new URL(page.url()).searchParams.get('data')).toBeNull();
      expect(await band(page).count()).toBe(0);
      expect(await page.locator('main h1').innerText()).toContain('Đà Nẵng');
    });
  });

  it.each(SCREENS)('are marked on %s, which keeps to WCAG 2.2 AA', async (path) => {
    await visit({ appearance: path.length % 2 === 0 ? 'light' : 'dark' }, async (page) => {
      await open(page, `${path}?data=sample`);
      expect(await band(page).isVisible()).toBe(true);
      await page.mouse.wheel(0, 3_000);
      expect(await band(page).isVisible()).toBe(true);
      expect(await accessibilityFaults(page)).toEqual([]);
    });
  });

  it('mark a page whose address names nothing but one of their editions', async () => {
    await visit({ width: 390, language: 'en' }, async (page) => {
      await open(page, '/editions/data-2026-sample-2024');
      await page.getByRole('complementary', { name: 'SAMPLE DATA', exact: true }).waitFor();
      await open(page, '/ranking?edition=data-2026-sample-2024');
      await page.getByRole('complementary', { name: 'SAMPLE DATA', exact: true }).waitFor();
      expect(new URL(page.url()).searchParams.get('data')).toBe('sample');
      await open(page, '/ranking?edition=dti-2022&data=sample');
      await page.waitForFunction(() => !location.search.includes('data='));
      expect(await page.getByRole('complementary', { name: 'SAMPLE DATA', exact: true }).count()).toBe(0);
    });
  });
});
