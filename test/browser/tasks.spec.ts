import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { accessibilityFaults } from './harness/accessibility.ts';
import { useBrowser } from './harness/journey.ts';
import { arrived, choose, finding, open, pick, rowsOf, settled } from './harness/screen.ts';
import { say, saying } from './harness/words.ts';

const NOTE = 'Nền tảng đã vận hành thử';
const press = (page: Page, name: string | RegExp) => page.getByRole('button', { name }).click();
const write = async (page: Page, label: string, text: string) =>
  page.getByLabel(label, { exact: true }).fill(text);

describe('tasks', () => {
  const { visit } = useBrowser();

  it('says first how they stand, finds one without diacritics, and shows the words of its clause', async () => {
    await visit({}, async (page) => {
      await open(page, '/tasks');
      expect(await finding(page)).toMatch(/^91 /);
      await page.getByRole('searchbox', { name: say('tasks.search') }).fill('san giao dich');
      await page.getByText(say('tasks.found', { count: 1, all: 91 })).waitFor();
      await page.waitForURL(/q=san/);
      await page.getByRole('link', { name: /A\.V\.1/ }).click();
      await arrived(page, /^A\.V\.1 /);
      const main = await page.locator('main').innerText();
      expect(main).toContain('Bộ Thông tin và Truyền thông (nay: Bộ Khoa học và Công nghệ)');
      expect(main).toContain('31/12/2027');
      expect(main).toContain('31/12/2026');
      await press(page, /IV\.5\.a/);
      await page.getByText('Phát triển mô hình các Công ty môi giới về dữ liệu').waitFor();
      expect(await accessibilityFaults(page)).toEqual([]);
    });
  });

  it('marks what the source has lost, and invents nothing', async () => {
    await visit({ appearance: 'dark', language: 'en' }, async (page) => {
      await open(page, '/tasks/C.XV.2');
      const main = await page.locator('main').innerText();
      expect(main).toContain(say('tasks.damaged', {}, 'en'));
      expect(main).toContain(say('tasks.unreadable', {}, 'en'));
      expect(await accessibilityFaults(page)).toEqual([]);
    });
  });

  it('records a status after its faults are mended, and withdraws it after a reason', async () => {
    await visit({ as: 'assessor' }, async (page) => {
      await open(page, '/tasks/A.VI.1');
      const before = await page.locator('dti-status-history ol > li:not(.none)').count();
      await press(page, say('tasks.form.submit'));
      await page.getByText(say('tasks.fault.note')).waitFor();
      await write(page, say('tasks.form.note'), NOTE);
      await write(page, say('tasks.form.asOf'), '31/02/2025');
      await page.getByText(say('tasks.fault.day')).waitFor();
      await write(page, say('tasks.form.asOf'), '30/06/2025');
      await write(page, say('tasks.form.number'), '12/BC-BTTTT');
      await press(page, say('tasks.form.submit'));
      await page.getByText(say('tasks.status.done')).waitFor();
      await settled(page);
      expect(await finding(page)).toContain(say('tasks.state.overdue'));
      const rows = page.locator('dti-status-history ol > li:not(.none)');
      expect(await rows.count()).toBe(before + 1);
      expect(await rows.first().innerText()).toContain('12/BC-BTTTT');

      await rows
        .first()
        .getByRole('button', { name: saying('tasks.withdraw') })
        .click();
      const confirm = page.getByRole('button', { name: say('tasks.withdraw.confirm') });
      expect(await confirm.isDisabled()).toBe(true);
      await write(page, say('tasks.withdraw.reason'), 'Nhập nhầm nhiệm vụ');
      expect(await accessibilityFaults(page)).toEqual([]);
      await confirm.click();
      await page.getByText(say('tasks.status.withdrawnDone')).waitFor();
      await settled(page);
      expect(await rows.count()).toBe(before + 2);
      expect(await finding(page)).toContain(say('tasks.state.no_status'));
    });
  });

  it('says at its field what the server refuses', async () => {
    await visit({ as: 'assessor', expected: [/422/] }, async (page) => {
      await open(page, '/tasks/B.I.1');
      await choose(page, say('tasks.form.unit'), 'Hà Nội');
      await write(page, say('tasks.form.note'), NOTE);
      await write(page, say('tasks.form.asOf'), '01/01/2999');
      await press(page, say('tasks.form.submit'));
      await page.getByText(say('tasks.fault.ahead')).waitFor();
    });
  });

  it('has a timeline with its table, and part B by unit', async () => {
    await visit({}, async (page) => {
      await open(page, '/tasks?view=timeline&group=A.V');
      await press(page, saying('chart.showTable'));
      const rows = await rowsOf(page.locator('figure table'));
      expect(rows.map(([, years, due, plan]) => [years, due, plan])).toEqual([
        ['2024–2027', '31/12/2027', '31/12/2026'],
        ['2024–2025', '31/12/2025', '31/12/2025'],
      ]);
      await pick(page, say('tasks.view'), say('tasks.view.matrix'));
      const matrix = page.locator('dti-task-matrix-table');
      expect(await matrix.locator('thead th').count()).toBe(15);
      expect(await accessibilityFaults(page)).toEqual([]);
      await pick(page, say('tasks.matrix.level'), say('tasks.matrix.level.province'));
      expect(await rowsOf(matrix.locator('table'))).toHaveLength(34);
      expect(page.url()).toContain('level=province');
    });
  });
});
