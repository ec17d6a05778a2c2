import { describe, expect, it } from '@jest/globals';
import { useBrowser } from './harness/journey.ts';
import { choose, finding, open, pick, rowsOf } from './harness/screen.ts';
import { say, saying } from './harness/words.ts';

describe('duties', () => {
  const { visit } = useBrowser();

  it('says what is due next, and that nothing is recorded where nothing is', async () => {
    await visit({}, async (page) => {
      await open(page, '/duties?year=2025');
      expect(await finding(page)).toMatch(saying('duties.finding.none', { year: 2025 }));
      const days = page.locator('dti-due-line');
      expect(await days.innerText()).toContain('30/12/2025');
      expect(await days.innerText()).toContain('Bộ Khoa học và Công nghệ');
      await choose(page, say('duties.year'), '2024');
      expect(await days.innerText()).toContain('Bộ Thông tin và Truyền thông');
      await choose(page, say('duties.column.period'), '2024');
      const report = page.locator('dti-submission-panel');
      expect(await report.innerText()).toContain(say('duties.report.unrecorded'));
      expect(await rowsOf(report.locator('table'))).toHaveLength(63);
    });
  });

  it('shows 27 duties of the Decision, each with the words of its clause', async () => {
    await visit({}, async (page) => {
      await open(page, '/duties');
      const list = page.locator('dti-duty-list');
      expect(await list.locator('h2').innerText()).toBe(
        say('duties.list.finding', { decision: 27, others: 13 }),
      );
      expect(await list.locator('ol > li').count()).toBe(27);
      const report = list.locator('ol > li').filter({ hasText: 'Báo cáo hằng năm của tỉnh, thành phố' });
      await report.getByRole('button', { name: say('law.clauseOf', { code: 'VIII.16.e' }) }).click();
      await report.getByText('để tổng hợp, báo cáo Thủ tướng Chính phủ.').waitFor();
    });
  });

  it('marks what has lapsed and what the operator sets', async () => {
    await visit({}, async (page) => {
      await open(page, '/duties');
      await pick(page, say('duties.column.standing'), say('duties.standing.guidance'));
      const items = page.locator('dti-duty-list ol > li');
      expect(await items.count()).toBe(13);
      const catalogue = items.filter({ hasText: 'Rà soát Danh mục dữ liệu mở' });
      expect(await catalogue.innerText()).toContain(say('duties.lapsed', { date: '18/08/2025' }));
      expect(await catalogue.innerText()).toContain(say('duties.bySetting'));
    });
  });

  it('shows the framework of 2024 by who carries it out, and names no level', async () => {
    await visit({}, async (page) => {
      await open(page, '/duties/framework-2024');
      expect(await finding(page)).toMatch(saying('guidance.finding', { groups: 8, activities: 41 }));
      expect(await page.locator('dti-maturity-ladder ol > li').count()).toBe(5);
      const activities = page.locator('dti-activity-group li');
      await choose(page, say('guidance.who'), say('guidance.who.database_owner'));
      // Seven of group III, two of group IV, and group VII, which names nobody.
      expect(await page.locator('dti-activity-group h3').count()).toBe(10);
      expect(await activities.first().innerText()).toContain('Kiểm kê các hạng mục nội dung dữ liệu');
    });
  });
});
