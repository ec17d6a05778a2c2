import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accessibilityFaults } from './harness/accessibility.ts';
import { useBrowser } from './harness/journey.ts';
import { arrived, choose, finding, open, settled } from './harness/screen.ts';
import { say, saying } from './harness/words.ts';

async function write(page: Page, field: string, text: string): Promise<void> {
  await page.getByLabel(say(field), { exact: true }).fill(text);
}

async function take(page: Page, typed: string, name: string): Promise<void> {
  await write(page, 'unitChange.search', typed);
  await page.getByRole('button', { name, exact: true }).click();
}

async function preview(page: Page): Promise<void> {
  await page.getByRole('button', { name: say('unitChange.preview'), exact: true }).click();
  await settled(page);
}

describe('changes of units', () => {
  const { visit } = useBrowser();

  // Made up, and of a day so far ahead that nothing else in the product is of it.
  it('a merger is entered by form, previewed, and counts once it is confirmed', async () => {
    await visit({ as: 'operator', expected: [/422/] }, async (page) => {
      await open(page, '/unit-changes/new');
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.getByRole('link', { name: saying('unitChange.kind.merger') }).click();
      await arrived(page, saying('unitChange.kind.merger'));
      await preview(page);
      expect(await page.getByText(say('unitChange.needed')).count()).toBe(6);
      await take(page, 'cao bang', 'Tỉnh Cao Bằng');
      await take(page, 'LANG SON', 'Tỉnh Lạng Sơn');
      await write(page, 'unitChange.name.vi', 'Tỉnh Cao Lạng');
      await write(page, 'unitChange.name.short', 'Hả Nội');
      await write(page, 'unitChange.name.en', 'Cao Lang');
      await write(page, 'unitChange.day', '01/01/2031');
      await write(page, 'unitChange.basis.number', '99/2030/QH17');
      await write(page, 'unitChange.basis.date', '15/10/2030');
      await preview(page);
      await page.getByText(say('unitChange.fault.UNIT_NAME_LOOKS_ALIKE')).waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
      await write(page, 'unitChange.name.short', 'Cao Lạng');
      await choose(page, say('word.region'), 'Trung du và miền núi phía Bắc');
      await preview(page);
      const main = page.locator('main');
      await main.getByText(say('unitChange.warning.UNIT_WITHOUT_CODE')).waitFor();
      const tree = await page.locator('dti-succession-picture .tree').innerText();
      for (const name of ['Tỉnh Cao Lạng', 'Tỉnh Cao Bằng', 'Tỉnh Lạng Sơn']) expect(tree).toContain(name);
      expect(await accessibilityFaults(page)).toEqual([]);
      await write(page, 'unitChange.reason', 'Theo nghị quyết của Quốc hội');
      await page.getByRole('button', { name: say('unitChange.enter') }).click();
      await page.getByRole('link', { name: say('unitChange.toUnit', { name: 'Tỉnh Cao Lạng' }) }).click();
      await settled(page);
      expect(await finding(page)).toContain('Tỉnh Cao Lạng');
      expect(await page.locator('dti-unit-succession').innerText()).toContain('Tỉnh Lạng Sơn');
      await open(page, '/unit-changes');
      expect(await main.innerText()).toContain('Theo nghị quyết của Quốc hội');
      expect(await accessibilityFaults(page)).toEqual([]);
    });
  });
});
