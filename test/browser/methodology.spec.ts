import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Locator, Page } from 'playwright-core';
import { accessibilityFaults } from './harness/accessibility.ts';
import { useBrowser } from './harness/journey.ts';
import { startProduct, type Product } from './harness/product.ts';
import { arrived, open, pick, rowsOf, settled } from './harness/screen.ts';
import { say, saying } from './harness/words.ts';

const DRAFT = 'data-2026-draft-province';
const VOLUME = 'Số bộ dữ liệu mở, theo thứ hạng giữa các tỉnh';

/** Says who decides and why, and confirms. */
async function decide(form: Locator, confirm: string): Promise<void> {
  await form.getByLabel(saying('methodology.decide.author')).fill('Cục Chuyển đổi số quốc gia');
  await form.getByLabel(saying('methodology.decide.reason')).fill('Thử với số lượng chỉ mô tả');
  await form.getByRole('button', { name: confirm, exact: true }).click();
}

async function details(page: Page, indicator: string): Promise<Locator> {
  await page.getByRole('button', { name: new RegExp(indicator) }).click();
  await settled(page);
  return page.locator('dti-node-details');
}

describe('methodology', () => {
  const { visit } = useBrowser();

  it('lists the drafts of the data sub-index for the three levels, marked as such', async () => {
    await visit({}, async (page) => {
      await open(page, '/methodology');
      const data = page.getByRole('region', { name: say('methodology.index.data') });
      expect(await data.locator('li').allInnerTexts()).toHaveLength(3);
      for (const text of await data.locator('li').allInnerTexts()) {
        expect(text).toContain(say('methodology.status.draft').toUpperCase());
        expect(text).toContain(say('methodology.proposed'));
      }
      await pick(page, say('methodology.level'), say('level.nation'));
      expect(page.url()).toMatch(/level=nation/);
      expect(await data.locator('li').allInnerTexts()).toHaveLength(1);
    });
  });

  it('tells of an indicator what it is, what is proposed, and that its basis has lapsed; the words on demand', async () => {
    await visit({ width: 390 }, async (page) => {
      await open(page, `/methodology/${DRAFT}`);
      const node = await details(page, 'Rà soát danh mục dữ liệu mở không quá 6 tháng');
      expect(page.url()).toMatch(/node=data\.open\.catalogue-review/);
      const text = await node.innerText();
      expect(text).toContain('Không văn bản nào quy định trọng số');
      expect(text).toContain('Đạt được 1 khi không quá 184 ngày, còn lại là 0.');
      expect(text).toContain('hết hiệu lực từ 19/08/2025');
      await node.getByRole('button', { name: saying('methodology.readClause', { clause: '20' }) }).click();
      await settled(page);
      expect(await node.getByRole('region').innerText()).toMatch(/06 tháng/);
      expect(await accessibilityFaults(page)).toEqual([]);
    });
  });
});

/** This journey writes, so it has a product of its own. */
describe('a copy of a method', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct();
  }, 120_000);
  afterAll(async () => {
    await product.stop();
  }, 30_000);
  const { visit } = useBrowser(() => product.url);

  it('copies a version, makes an indicator of the copy descriptive, and shows what differs', async () => {
    // No official figures of this year are held: the server says so, and the page says there is nothing to show.
    await visit({ as: 'assessor', expected: [/422/] }, async (page) => {
      await open(page, `/methodology/${DRAFT}`);
      await page.getByRole('button', { name: say('methodology.copy') }).click();
      await decide(page.locator('dti-decision-form'), say('methodology.copy.confirm'));
      await page.waitForURL(`**/methodology/${DRAFT}-v2*`);
      await settled(page);

      const node = await details(page, VOLUME);
      await node.getByRole('button', { name: say('methodology.describe') }).click();
      await decide(node.locator('dti-decision-form'), say('methodology.decide.confirm'));
      await node.getByRole('button', { name: say('methodology.scoreAgain') }).waitFor();

      await open(page, `/methodology/compare?before=${DRAFT}&after=${DRAFT}-v2`);
      await arrived(page, saying('methodology.compare.finding', { changed: 1, added: 0, removed: 0 }));
      const rows = await rowsOf(page.locator('dti-compared-nodes table'));
      const changed = rows.find(([name = '']) => name.includes(VOLUME)) ?? [];
      // 25% of ten indicators before; the nine others share the quarter after.
      expect(changed.slice(1)).toEqual([
        say('methodology.compared.changed'),
        '2,5%',
        say('methodology.tree.descriptive'),
        '−2,50',
      ]);
      const others = rows.filter(([, state]) => state === say('methodology.compared.reweighted'));
      expect(others.map(([, , before, after]) => [before, after])).toEqual(
        Array.from({ length: 9 }, () => ['2,5%', '2,78%']),
      );
      expect(await page.locator('dti-bridge-panel').innerText()).toContain(
        say('methodology.bridge.empty.title'),
      );
      expect(await accessibilityFaults(page)).toEqual([]);
    });
  });
});
