import { afterEach, describe, expect, it } from '@jest/globals';
import { dueDatesCalendar, dueDatesCsv } from './due-dates-file.js';
import type { DueDatesDto } from './duty.dto.js';

const found: DueDatesDto = {
  dataSet: 'official',
  sample: false,
  today: '2025-12-01',
  from: '2025-01-01',
  to: '2025-12-31',
  items: [
    {
      duty: 'report-province-yearly',
      nameVi: 'Báo cáo, gửi bộ',
      nameEn: 'Report',
      act: 'report',
      standing: 'binding',
      actorVi: 'Ủy ban nhân dân',
      actorEn: "People's Committee",
      period: '2025',
      dueOn: '2025-12-30',
      bySetting: false,
      tracked: true,
      recorded: false,
      recipients: [
        {
          unitId: null,
          nameVi: 'Ủy ban Quốc gia về chuyển đổi số',
          nameEn: 'National Committee',
          toBeVerified: true,
        },
      ],
      counts: { units: 34, received: 0, late: 0, missing: 0, notYetDue: 34, returned: 0 },
      state: null,
      daysLate: null,
    },
  ],
};
const zone = process.env['TZ'];
afterEach(() => {
  if (zone === undefined) delete process.env['TZ'];
  else process.env['TZ'] = zone;
});

describe('a calendar of due dates', () => {
  it.each(['UTC', 'Asia/Ho_Chi_Minh', 'America/Los_Angeles', 'Pacific/Kiritimati'])(
    'names the same whole day on a machine in %s',
    (machine) => {
      process.env['TZ'] = machine;
      const calendar = dueDatesCalendar(found, 'vi').split('\r\n');
      expect(calendar.filter((line) => line.startsWith('DTSTART'))).toEqual(['DTSTART;VALUE=DATE:20251230']);
      expect(calendar.filter((line) => line.startsWith('DTSTAMP'))).toEqual(['DTSTAMP:20251201T000000Z']);
    },
  );

  it('says that it is a sample in the name of each entry', () => {
    const calendar = dueDatesCalendar({ ...found, sample: true }, 'en');
    expect(calendar).toContain('SUMMARY:[SAMPLE DATA] Report (2025)');
  });
});

describe('a table of due dates', () => {
  it('marks a recipient that is to be verified', () => {
    expect(dueDatesCsv(found, 'vi')).toContain('Ủy ban Quốc gia về chuyển đổi số (cần đối chiếu)');
  });
});
