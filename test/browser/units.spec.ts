import { describe, expect, it } from '@jest/globals';
import { useBrowser } from './harness/journey.ts';
import { arrived, finding, open, pick, rowsOf } from './harness/screen.ts';

describe('units', () => {
  const { visit } = useBrowser();

  it('lists the roster of the day: 34 now, 63 before 01/07/2025', async () => {
    await visit({}, async (page) => {
      await open(page, '/units');
      const table = page.locator('main table');
      expect(await rowsOf(table)).toHaveLength(34);
      expect(await finding(page)).toMatch(/^34 /);
      await pick(page, 'Thời điểm của danh sách', 'Trước 01/07/2025');
      await arrived(page, /^63 /);
      expect(await rowsOf(table)).toHaveLength(63);
    });
  });

  it('finds a unit by its name', async () => {
    await visit({}, async (page) => {
      await open(page, '/units');
      await page.getByRole('searchbox', { name: 'Tìm theo tên' }).fill('huế');
      await arrived(page, /^1 /);
      const rows = await rowsOf(page.locator('main table'));
      expect(rows.map(([name]) => name)).toEqual(['Thành phố Huế']);
    });
  });

  it('says what a score is made of and joins no two frameworks', async () => {
    await visit({}, async (page) => {
      await open(page, '/units/da-nang');
      expect(await finding(page)).toBe('Thành phố Đà Nẵng: hạng 1/63 năm 2022 với giá trị 0,8002');
      expect(await page.locator('main').innerText()).toContain('không so sánh với năm 2020: khác bộ chỉ số');
      const made = page.locator('figure').filter({ hasText: 'Mạnh nhất ở' });
      await made.getByRole('button', { name: /Xem bảng số liệu/ }).click();
      const rows = await rowsOf(made.locator('table'));
      // Eight scored indices; the smart city is listed in the decision and not scored.
      expect(rows.filter(([name = '']) => /số|mạng/i.test(name))).toHaveLength(8);
    });
  });

  it('leads from a province to what it became, and shows what that was made of', async () => {
    await visit({}, async (page) => {
      await open(page, '/units/quang-nam');
      await page
        .locator('dti-unit-succession')
        .getByRole('link', { name: 'Thành phố Đà Nẵng' })
        .last()
        .click();
      await arrived(page, /chưa có kết quả riêng/);
      expect(page.url()).toMatch(/\/units\/da-nang-2025/);
      const formed = await page.locator('dti-unit-succession').innerText();
      expect(formed).toContain('Quảng Nam');
      expect(formed).toContain('01/07/2025');
    });
  });

  it('says so when there is no such unit', async () => {
    await visit({ expected: [/404/] }, async (page) => {
      await open(page, '/units/khong-co');
      expect(await page.locator('main').innerText()).toContain(
        'Nội dung được yêu cầu không có trên hệ thống',
      );
    });
  });
});
