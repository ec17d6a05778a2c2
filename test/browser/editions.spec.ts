import { describe, expect, it } from '@jest/globals';
import { readFile } from 'node:fs/promises';
import { useBrowser } from './harness/journey.ts';
import { arrived, open } from './harness/screen.ts';
import { say, saying } from './harness/words.ts';

describe('editions', () => {
  const { visit } = useBrowser();

  it('lists what was published, newest first, and opens one', async () => {
    await visit({}, async (page) => {
      await open(page, '/editions');
      const titles = await page.locator('main h2').allInnerTexts();
      expect(titles.map((title) => /\d{4}/.exec(title)?.[0])).toEqual(['2022', '2021', '2020']);
      await page.getByRole('link', { name: /năm 2020/ }).click();
      await arrived(page, /năm 2020/);
      expect(page.url()).toContain('/editions/dti-2020');
      expect(await page.locator('main').innerText()).toContain(
        say('edition.publishedOn', { date: '19/10/2021' }),
      );
    });
  });

  it('makes the report as a PDF', async () => {
    await visit({}, async (page) => {
      await open(page, '/editions/dti-2022');
      const download = page.waitForEvent('download', { timeout: 30_000 });
      await page.getByRole('button', { name: say('edition.report.download') }).click();
      const file = await download;
      expect(file.suggestedFilename()).toMatch(/\.pdf$/);
      const content = await readFile(await file.path());
      expect(content.subarray(0, 5).toString('latin1')).toBe('%PDF-');
      expect(content.length).toBeGreaterThan(20_000);
      await page.getByText(saying('edition.report.done')).waitFor();
    });
  });

  it('does not ask for a report of a day that is none', async () => {
    await visit({}, async (page) => {
      await open(page, '/editions/dti-2022');
      await page.getByRole('textbox', { name: say('edition.report.date') }).fill('31/02/2026');
      expect(await page.getByRole('button', { name: say('edition.report.download') }).isDisabled()).toBe(
        true,
      );
      expect(await page.locator('main').innerText()).toContain(say('edition.report.dateWrong'));
    });
  });
});
