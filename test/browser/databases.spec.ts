import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accessibilityFaults } from './harness/accessibility.ts';
import { useBrowser } from './harness/journey.ts';
import { arrived, choose, finding, open, settled } from './harness/screen.ts';
import { say, saying } from './harness/words.ts';

const NAME = 'Cơ sở dữ liệu Nghiệp vụ trinh sát';
const press = (page: Page, text: string) => page.getByRole('button', { name: text, exact: true }).click();
const write = async (page: Page, label: string, text: string) =>
  page.getByLabel(label, { exact: true }).fill(text);

describe('databases', () => {
  const { visit } = useBrowser();

  it('shows the six national ones with three conditions each, their owner and their clause', async () => {
    await visit({}, async (page) => {
      await open(page, '/databases');
      expect(await finding(page)).toMatch(saying('db.headline.none', { count: 6 }));
      const cards = page.locator('dti-national-card');
      expect(await cards.count()).toBe(6);
      expect(await cards.first().locator('.conditions > li').count()).toBe(3);
      const land = await cards.nth(1).innerText();
      expect(land).toContain('Bộ Nông nghiệp và Môi trường');
      expect(land).toContain(say('word.unverified'));
      expect(await cards.nth(3).innerText()).toContain('Chưa nêu trong văn bản');
      await page
        .getByRole('button', { name: /III\.2\.a/ })
        .first()
        .click();
      await page.getByText('hoàn thành việc số hóa, cập nhật và đưa vào sử dụng hiệu quả').first().waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
    });
  });

  it('registers a database, refuses nghiệp vụ đặc thù without its reason, and takes its inventory on', async () => {
    await visit({ appearance: 'dark', as: 'assessor' }, async (page) => {
      await open(page, '/databases/new');
      await choose(page, say('word.unit'), 'Bộ Công an');
      await choose(page, say('db.class'), 'Cơ sở dữ liệu dùng chung của bộ');
      await write(page, say('db.entry.nameVi'), NAME);
      await page.getByLabel('Nghiệp vụ đặc thù', { exact: true }).check();
      await press(page, say('db.form.review'));
      await page.getByText(say('db.form.faults', { count: 2 })).waitFor();
      await write(page, say('db.entry.specialReason'), 'Phục vụ nghiệp vụ');
      await write(page, say('db.entry.specialApprover'), 'Bộ trưởng, văn bản 1/BCA');
      await press(page, say('db.form.review'));
      expect(await accessibilityFaults(page)).toEqual([]);
      await press(page, say('db.confirm.write'));
      await arrived(page, new RegExp(NAME));
      expect(await page.locator('main').innerText()).toContain('Bộ trưởng, văn bản 1/BCA');

      await write(page, say('db.step.actor'), 'Cục Hồ sơ nghiệp vụ');
      await page.getByLabel('Độ chính xác', { exact: true }).selectOption({ label: say('db.state.yes') });
      await press(page, say('db.form.review'));
      await press(page, say('db.confirm.write'));
      const assessed = { state: say('db.inventory.state.assessed') };
      await page.getByRole('heading', { name: saying('db.inventory.title', assessed) }).waitFor();
      await settled(page);
      expect(await page.locator('dti-inventory-flow').innerText()).toContain('Cục Hồ sơ nghiệp vụ');
      expect(await accessibilityFaults(page)).toEqual([]);

      await open(page, '/databases?view=register&q=trinh%20sat&mark=special-purpose');
      await page.getByRole('link', { name: NAME }).waitFor();
      expect(await page.locator('dti-register-table tbody tr').count()).toBe(1);
      expect(await accessibilityFaults(page)).toEqual([]);
    });
  });
});
