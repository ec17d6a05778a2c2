import type { Locator, Page } from 'playwright-core';
import { openQuestions } from './questions.ts';

/** Opens a path of the product and waits until the screen says what it has to say. */
export async function open(page: Page, path: string): Promise<void> {
  await page.goto(path);
  await settled(page);
}

/** How often in a row the screen must look the same: a press takes a moment to become a question. */
const looks = 4;
const betweenLooks = 50;
/** How often it may look at rest while an answer is still to come: half a minute. */
const patience = 200;

/**
 * Waits until the screen is at rest: nothing is asked of the server, loads, is drawn or is out of date, and
 * that for a moment. The moment is counted in looks of the page itself, so that a page which is busy, or a
 * machine that is, makes it longer.
 */
export async function settled(page: Page): Promise<void> {
  await page.locator('main h1').waitFor();
  await page.evaluate(async () => void (await document.fonts.ready));
  for (let times = 0; times < patience; times += 1) {
    await atRest(page);
    if (openQuestions(page).length === 0) return;
  }
  throw new Error(`no answer yet: ${openQuestions(page).join(', ')}`);
}

async function atRest(page: Page): Promise<void> {
  await page.waitForFunction(
    (wanted) => {
      const busy = 'dti-skeleton, [aria-busy="true"], mat-progress-bar, figure .waiting';
      const answers = performance.getEntriesByType('resource').length;
      const state = `${location.href} ${answers} ${document.body.innerText.length}`;
      const all = globalThis as { seen?: { state: string; times: number } };
      const same = document.querySelector(busy) === null && all.seen?.state === state;
      all.seen = { state, times: same ? (all.seen?.times ?? 0) + 1 : 0 };
      if (all.seen.times < wanted - 1) return false;
      delete all.seen;
      return true;
    },
    looks,
    { polling: betweenLooks },
  );
}

/** The finding at the head of the screen. */
export async function finding(page: Page): Promise<string> {
  return page.locator('main h1').innerText();
}

/** Waits for the screen whose finding says this: after a step the former one stays until the next is there. */
export async function arrived(page: Page, at: RegExp): Promise<void> {
  await page.getByRole('heading', { level: 1, name: at }).waitFor();
  await settled(page);
}

/** Chooses an option of a select, as a reader does. */
export async function choose(page: Page, select: string, option: string | RegExp): Promise<void> {
  await page.getByRole('combobox', { name: select }).click();
  await page.getByRole('option', { name: option }).click();
  await settled(page);
}

/** Chooses one of a few that stand beside each other. */
export async function pick(page: Page, group: string, choice: string | RegExp): Promise<void> {
  const bar = page.getByRole('group', { name: group, exact: true });
  await bar.locator('label').filter({ hasText: choice }).click();
  await settled(page);
}

/** The texts of a table's rows, cell by cell, without blanks at the ends; waits for the first. */
export async function rowsOf(table: Locator): Promise<readonly (readonly string[])[]> {
  await table.locator('tbody tr').first().waitFor();
  return table
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) =>
        [...row.children].map((cell) => (cell as HTMLElement).innerText.replaceAll(/\s+/g, ' ').trim()),
      ),
    );
}

/** What a map draws: how many units have an outline, and what stands written on it. */
export async function mapOf(figure: Locator): Promise<{ outlines: number; labels: readonly string[] }> {
  return figure
    .locator('[role="img"] svg')
    .first()
    .evaluate((svg) => {
      // An island of an archipelago is a small circle; a unit's outline has many corners.
      const outlines = [...svg.querySelectorAll('path')].filter(
        (path) => (path.getAttribute('d')?.match(/L/g) ?? []).length > 12,
      );
      return {
        outlines: outlines.length,
        labels: [...svg.querySelectorAll('text')].map((text) => text.textContent ?? ''),
      };
    });
}
