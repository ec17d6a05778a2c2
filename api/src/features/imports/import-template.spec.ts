import { describe, expect, it } from '@jest/globals';
import type { UnitSummary } from '../units/unit.dto.js';
import { readFile } from './file-reader.js';
import { MINISTRIES, PROVINCES, provinceResolver } from './import-spec.fixture.js';
import { importTemplate } from './import-template.js';

const ROSTER = [
  { level: 'nation', shortNameVi: 'Việt Nam' },
  { level: 'ministry', shortNameVi: 'Bộ Nội vụ' },
  { level: 'province', shortNameVi: 'Đà Nẵng' },
  { level: 'province', shortNameVi: 'Huế' },
] as unknown as readonly UnitSummary[];

describe('importTemplate', () => {
  it('has every column and a row for each unit of the level, in the group where there is but one', () => {
    expect(importTemplate(PROVINCES, ROSTER)).toBe(
      '\ufeffunit,group,dti.total,dti.rank,source,confidence,note\n' +
        'Đà Nẵng,province_63,,,,,\n' +
        'Huế,province_63,,,,,\n',
    );
  });

  it('leaves the group to be told where there are several', () => {
    expect(importTemplate(MINISTRIES, ROSTER)).toContain('\nBộ Nội vụ,,,,,,\n');
  });

  it('is itself a file without faults, filled in or not', () => {
    const template = importTemplate(PROVINCES, ROSTER);
    const read = (text: string) => readFile(Buffer.from(text), PROVINCES, provinceResolver());
    expect(read(template).faults.kept).toEqual([]);
    expect(read(template).figures).toEqual([]);
    const filled = read(template.replace('Huế,province_63,,,,', 'Huế,province_63,"0,6975",,press,'));
    expect(filled.faults.kept).toEqual([]);
    expect(filled.figures[0]).toMatchObject({ unitId: 'hue', value: 0.6975 });
  });
});
