import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accessibilityFaults } from './harness/accessibility.ts';
import { useBrowser } from './harness/journey.ts';
import { open, settled } from './harness/screen.ts';
import { saying } from './harness/words.ts';

interface Screen {
  readonly screen: string;
  readonly path: string;
  /** Account that it is looked at with; nobody's without. */
  readonly as?: string;
  /** What a reader does there first; what it opens is checked open. */
  readonly step?: (page: Page) => Promise<void>;
  /** The widths that it is looked at beside the two of every screen. */
  readonly widths?: readonly number[];
}

/** From the narrowest telephone to the operations room's wall. */
const everyWidth = [360, 768, 3840];

/** How far the page scrolls sideways; nothing but a table's own region may. */
const beyond = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const placeOf = (element: Element): { top: number; bottom: number } => {
  const { top, bottom } = element.getBoundingClientRect();
  return { top, bottom };
};

/** Every screen in the states that a reader meets. */
const screens: readonly Screen[] = [
  { screen: 'overview', path: '/', widths: everyWidth },
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
  { screen: 'ranking', path: '/ranking', widths: everyWidth },
  { screen: 'ranking of ministries', path: '/ranking?edition=dti-2021' },
  { screen: 'ranking as bars', path: '/ranking?view=bars' },
  { screen: 'ranking as a map', path: '/ranking?view=map', widths: everyWidth },
  {
    screen: 'the table behind a chart',
    path: '/ranking?view=map',
    step: async (page) => page.getByRole('button', { name: saying('chart.showTable') }).click(),
  },
  { screen: 'ranking without a row', path: '/ranking?edition=dti-2022&region=khong-co' },
  { screen: 'units', path: '/units', widths: everyWidth },
  { screen: 'unit', path: '/units/da-nang', widths: everyWidth },
  { screen: 'unit made of others', path: '/units/da-nang-2025' },
  { screen: 'ministry', path: '/units/bo-tai-chinh' },
  { screen: 'targets', path: '/targets' },
  { screen: 'targets of a draft', path: '/targets?programme=draft-2025' },
  { screen: 'target', path: '/targets/III.2.đ' },
  { screen: 'duties', path: '/duties', widths: everyWidth },
  { screen: 'duties of guidance', path: '/duties?standing=guidance&year=2025' },
  { screen: 'framework of guidance', path: '/duties/framework-2024?unit=ha-noi', widths: everyWidth },
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
  { screen: 'task of ministries and provinces', path: '/tasks/B.II.2' },
  { screen: 'import', path: '/import', as: 'assessor', widths: everyWidth },
  { screen: 'refused', path: '/import', widths: everyWidth },
  { screen: 'settings', path: '/settings', as: 'operator' },
  { screen: 'profile', path: '/profile', as: 'lead-phu-tho', widths: everyWidth },
  { screen: 'what I may do', path: '/profile/permissions', as: 'lead-phu-tho' },
  { screen: 'sessions', path: '/sessions', as: 'operator', widths: everyWidth },
  { screen: 'people', path: '/people', as: 'operator', widths: everyWidth },
  { screen: 'an invitation', path: '/people/new', as: 'operator' },
  { screen: 'keys of everybody', path: '/keys', as: 'operator' },
  { screen: 'people of a unit', path: '/unit-people/phu-tho-2025', as: 'lead-phu-tho', widths: everyWidth },
  { screen: "a unit's work", path: '/units/phu-tho-2025/work', as: 'lead-phu-tho', widths: everyWidth },
  { screen: 'trail', path: '/audit', as: 'auditor' },
  { screen: 'editions', path: '/editions', widths: everyWidth },
  { screen: 'edition', path: '/editions/dti-2020', widths: everyWidth },
  { screen: 'no such page', path: '/khong-co' },
];

/** Colours are a matter of the appearance and layout one of the width: two looks see all of both. */
describe('keeps to WCAG 2.2 AA in both appearances, and scrolls sideways at no width', () => {
  const { visit } = useBrowser();

  it.each(screens)('$screen', async ({ path, step, as, widths = [] }) => {
    await visit(
      { ...(as === undefined ? {} : { as }), appearance: 'light', width: 1440, expected: [/40[04]|422/] },
      async (page) => {
        await open(page, path);
        await step?.(page);
        if (step !== undefined) await settled(page);
        expect(await accessibilityFaults(page)).toEqual([]);
        expect(await beyond(page)).toBe(0);
        for (const width of widths) {
          await page.setViewportSize({ width, height: width === 3840 ? 2160 : 800 });
          await settled(page);
          expect([width, await beyond(page)]).toEqual([width, 0]);
          // The finding is in sight without scrolling.
          const { top, bottom } = await page.locator('main h1').evaluate(placeOf);
          expect([width, top >= 0, bottom < 800]).toEqual([width, true, true]);
        }
        await page.emulateMedia({ colorScheme: 'dark' });
        await page.setViewportSize({ width: 390, height: 844 });
        // What was opened closes where the layout changes; it is opened again.
        if (step !== undefined) await page.reload();
        await settled(page);
        await step?.(page);
        if (step !== undefined) await settled(page);
        expect(await accessibilityFaults(page)).toEqual([]);
        expect(await beyond(page)).toBe(0);
      },
    );
  });
});
