import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accessibilityFaults } from './harness/accessibility.ts';
import { useBrowser } from './harness/journey.ts';
import { startProduct, type Product } from './harness/product.ts';
import { arrived, choose, open, rowsOf, settled } from './harness/screen.ts';
import { say, saying } from './harness/words.ts';

const indices = [
  ...['awareness', 'institutions', 'infrastructure', 'human-resources', 'cyber-security'],
  ...['government-activity', 'economy-activity', 'society-activity'],
].map((name) => `dti.${name}`);
const header = ['unit', 'group', ...indices, 'source'].join(';');

/** A row with the same value for every index, so that the total is that value: made up for this journey. */
function row(unit: string, value: string, source: string): string {
  return [unit, 'province_63', ...indices.map(() => value), source].join(';');
}

function file(
  lines: readonly string[],
  name = 'so-lieu.csv',
): { name: string; mimeType: string; buffer: Buffer } {
  return { name, mimeType: 'text/csv', buffer: Buffer.from(`\uFEFF${lines.join('\r\n')}\r\n`, 'utf8') };
}

async function chooseProvinces2023(page: Page): Promise<void> {
  await open(page, '/import');
  await choose(page, say('word.framework'), /cấp tỉnh.*922/);
  await choose(page, say('word.period'), '2023');
}

/** These journeys write, so they have a product of their own. */
describe('import', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct();
  }, 120_000);
  afterAll(async () => {
    await product.stop();
  }, 30_000);
  const { visit } = useBrowser(() => product.url);

  it('lists every fault of a bad file, with line, column and code, and imports nothing', async () => {
    await visit({ as: 'assessor' }, async (page) => {
      await chooseProvinces2023(page);
      const bad = file([
        header,
        row('Đà Nẵng', '0,9', 'dti-rules-derived'),
        row('Atlantis', '0,5', 'dti-rules-derived'),
        row('Hà Nội', '0,5', 'dti-rules-derived').replace('0,5', '1,7'),
        row('Cần Thơ', '0,5', 'dti-rules-derived').replace('0,5', 'nhiều'),
        row('Đà Nẵng', '0,8', 'dti-rules-derived'),
      ]);
      await page.locator('input[type="file"]').setInputFiles(bad);
      await page.getByRole('heading', { name: saying('import.outcome.refused') }).waitFor();
      await settled(page);
      const rows = await rowsOf(
        page.getByRole('region', { name: say('import.faults.title') }).locator('table'),
      );
      const faults = rows.map(([line, column, fault, found]) => [
        line,
        column,
        fault?.split(' ').at(-1),
        found,
      ]);
      expect(faults).toEqual(
        expect.arrayContaining([
          ['3', 'unit', 'UNIT_UNKNOWN', 'Atlantis'],
          ['4', 'dti.awareness', 'VALUE_OUT_OF_BOUNDS', '1,7'],
          ['5', 'dti.awareness', 'VALUE_NOT_NUMBER', 'nhiều'],
          ['6', 'unit', 'ROW_DOUBLED', 'Đà Nẵng'],
        ]),
      );
      expect(await accessibilityFaults(page)).toEqual([]);
      const imports = await page.evaluate(async () => (await fetch('/api/v1/imports')).text());
      expect(imports).not.toContain('so-lieu.csv');
    });
  });

  it('previews a good file, imports it, scores it and shows the ranking', async () => {
    await visit({ as: 'assessor' }, async (page) => {
      await chooseProvinces2023(page);
      await page.getByRole('textbox', { name: say('import.source') }).fill('dti-rules-derived');
      const good = file([header, row('Đà Nẵng', '0,9', ''), row('Huế', '0,7', ''), row('Hà Nội', '0,7', '')]);
      await page.locator('input[type="file"]').setInputFiles(good);
      await page.getByRole('heading', { name: saying('import.outcome.previewed') }).waitFor();
      await settled(page);
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.getByRole('button', { name: saying('import.confirm') }).click();
      await page.getByRole('heading', { name: saying('import.outcome.imported') }).waitFor();
      await page.getByRole('button', { name: say('import.score') }).click();
      await page.waitForURL(/\/ranking\?assessment=/);
      await settled(page);
      await arrived(page, /Đà Nẵng/);
      const rows = await rowsOf(page.locator('main table').first());
      const listed = rows.map(([rank = '', unit = '', total]) => [
        parseInt(rank, 10),
        unit.split(' ')[0],
        total,
      ]);
      expect(listed.slice(0, 3)).toEqual([
        [1, 'Đà', '0,9000'],
        [2, 'Hà', '0,7000'],
        [2, expect.stringMatching(/Huế|Thừa/), '0,7000'],
      ]);
    });
  });

  it('says that a file which is not text is none', async () => {
    await visit({ as: 'assessor' }, async (page) => {
      await chooseProvinces2023(page);
      const rubbish = {
        name: 'anh.png',
        mimeType: 'image/png',
        buffer: Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 1]),
      };
      await page.locator('input[type="file"]').setInputFiles(rubbish);
      await page.getByText('FILE_NOT_TEXT').first().waitFor();
    });
  });
});
