import { describe, expect, it } from '@jest/globals';
import { accessibilityFaults } from './harness/accessibility.ts';
import { useBrowser } from './harness/journey.ts';
import { arrived, open, pick, rowsOf, settled } from './harness/screen.ts';
import { say } from './harness/words.ts';

const POINT =
  'Tích hợp kết quả xử lý công việc của cán bộ, công chức, viên chức vào phần mềm quản lý văn bản và hồ sơ công việc của từng đơn vị;';

describe('documents and legal bases', () => {
  const { visit } = useBrowser();

  it('show the programmes, of which one is law, and what has lapsed with its successor', async () => {
    await visit({}, async (page) => {
      await open(page, '/law');
      const cards = page.locator('dti-programme-card');
      expect(await cards.count()).toBe(4);
      expect(await cards.filter({ hasText: say('law.standing.binding') }).count()).toBe(1);
      expect(await accessibilityFaults(page)).toEqual([]);
      await pick(page, say('law.filter'), say('law.filter.lapsed'));
      expect(page.url()).toContain('state=lapsed');
      const rows = await rowsOf(page.locator('main table'));
      const decree = rows.find(([name = '']) => name.startsWith('Nghị định 47/2024/NĐ-CP'));
      expect(decree?.[1]).toContain('hết hiệu lực từ 19/08/2025, thay bằng Nghị định 194/2025/NĐ-CP');
    });
  });

  it('lead to a clause at an address of its own, đ and all, with its exact words', async () => {
    await visit({}, async (page) => {
      await open(page, '/law/decision-142-2024?clause=III.2.đ');
      const clause = page.locator('dti-clause-entry.current');
      expect(await clause.innerText()).toContain(POINT);
      expect(await clause.innerText()).toContain(say('law.check.as_printed'));
      const box = await clause.boundingBox();
      expect(box !== null && box.y >= 0 && box.y < 900).toBe(true);
      expect(await accessibilityFaults(page)).toEqual([]);
    });
  });

  it('find the words of a document without diacritics, and mark them', async () => {
    await visit({}, async (page) => {
      await open(page, '/law/decision-142-2024');
      await page.getByRole('searchbox', { name: say('law.searchWithin') }).fill('cong du lieu quoc gia');
      const status = page.locator('.text p[role="status"]');
      await status.waitFor();
      expect(await status.innerText()).toBe(say('law.found', { count: 4, words: 'cong du lieu quoc gia' }));
      const marks = await page.locator('dti-clause-entry mark').allInnerTexts();
      expect(marks).toContain('Cổng dữ liệu quốc gia');
      expect(new Set(marks.map((text) => text.toLowerCase()))).toEqual(new Set(['cổng dữ liệu quốc gia']));
    });
  });

  it('say of a lapsed article since when, and what is said of it where its text is not held', async () => {
    await visit({ appearance: 'dark', width: 390 }, async (page) => {
      await open(page, '/law');
      await page.getByRole('searchbox', { name: say('law.search') }).fill('47/2020');
      await page.waitForURL(/q=47/);
      await settled(page);
      await page.locator('main table').getByRole('link', { name: 'Nghị định 47/2020/NĐ-CP' }).click();
      await arrived(page, /Nghị định 47\/2020\/NĐ-CP/);
      const article = page.locator('[id="clause-20"]');
      const words = await article.innerText();
      expect(words).toContain('Hết hiệu lực từ 19/08/2025, thay bằng Nghị định 194/2025/NĐ-CP');
      expect(words).toContain('tối thiểu 06 tháng một lần');
      expect(await accessibilityFaults(page)).toEqual([]);
    });
  });

  it('say so when a document does not have the clause of the address', async () => {
    await visit({}, async (page) => {
      await open(page, '/law/decision-142-2024?clause=III.9.z');
      const text = await page.locator('main').innerText();
      expect(text).toContain(say('law.absent', { code: 'III.9.z' }));
    });
  });
});
