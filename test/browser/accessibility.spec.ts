import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accessibilityFaults } from './harness/accessibility.ts';
import { useBrowser } from './harness/journey.ts';
import { open, settled } from './harness/screen.ts';
import { saying } from './harness/words.ts';

/** Every screen in the states that a reader meets; what a step opens is checked open. */
const screens: readonly { screen: string; path: string; step?: (page: Page) => Promise<void> }[] = [
  { screen: 'overview', path: '/' },
  { screen: 'overview of an edition with gaps', path: '/?edition=dti-2020' },
  {
    screen: 'choice of the edition',
    path: '/',
    step: async (page) => {
      await page
        .getByRole('banner')
        .getByRole('button', { name: /DTI 2022/ })
        .click();
      await page.getByRole('menuitemradio').first().waitFor();
    },
  },
  { screen: 'ranking', path: '/ranking' },
  { screen: 'ranking of ministries', path: '/ranking?edition=dti-2021' },
  { screen: 'ranking as bars', path: '/ranking?view=bars' },
  { screen: 'ranking as a map', path: '/ranking?view=map' },
  {
    screen: 'the table behind a chart',
    path: '/ranking?view=map',
    step: async (page) => page.getByRole('button', { name: saying('chart.showTable') }).click(),
  },
  { screen: 'ranking without a row', path: '/ranking?edition=dti-2022&region=khong-co' },
  { screen: 'units', path: '/units' },
  { screen: 'unit', path: '/units/da-nang' },
  { screen: 'unit made of others', path: '/units/da-nang-2025' },
  { screen: 'ministry', path: '/units/bo-tai-chinh' },
  { screen: 'targets', path: '/targets' },
  { screen: 'targets of a draft', path: '/targets?programme=draft-2025' },
  { screen: 'target', path: '/targets/III.2.đ' },
  { screen: 'duties', path: '/duties' },
  { screen: 'duties of guidance', path: '/duties?standing=guidance&year=2025' },
  { screen: 'framework of guidance', path: '/duties/framework-2024?unit=ha-noi' },
  { screen: 'methods', path: '/methodology' },
  {
    screen: 'method with an indicator open',
    path: '/methodology/data-2026-draft-ministry?node=data.open.volume',
  },
  {
    screen: 'two methods compared',
    path: '/methodology/compare?before=dti-1726-province&after=dti-922-province&period=2020',
  },
  { screen: 'tasks', path: '/tasks' },
  { screen: 'tasks over the years', path: '/tasks?view=timeline' },
  { screen: 'tasks by unit', path: '/tasks?view=matrix' },
  { screen: 'task', path: '/tasks/C.XVI.1' },
  { screen: 'import', path: '/import' },
  { screen: 'editions', path: '/editions' },
  { screen: 'edition', path: '/editions/dti-2020' },
  { screen: 'no such page', path: '/khong-co' },
];

/** Colours are a matter of the appearance and layout one of the width: two runs see all of both. */
describe.each([
  { appearance: 'light', width: 1440 },
  { appearance: 'dark', width: 390 },
] as const)('accessibility in $appearance at $width px', ({ appearance, width }) => {
  const { visit } = useBrowser();

  it.each(screens)('$screen', async ({ path, step }) => {
    await visit({ appearance, width, expected: [/40[04]|422/] }, async (page) => {
      await open(page, path);
      await step?.(page);
      await settled(page);
      expect(await accessibilityFaults(page)).toEqual([]);
      // Nothing but a table's own region may scroll sideways.
      const beyond = await page.evaluate(
        () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
      );
      expect(beyond).toBe(0);
    });
  });
});
