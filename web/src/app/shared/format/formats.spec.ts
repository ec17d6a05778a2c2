import { describe, expect, it } from '@jest/globals';
import { formatsFor } from './formats.js';

const vi = formatsFor('vi');
const en = formatsFor('en');

describe('numbers', () => {
  it('are written 1.234,5 in Vietnamese and 1,234.5 in English', () => {
    expect([vi.number(1234.5), en.number(1234.5)]).toEqual(['1.234,5', '1,234.5']);
  });

  it('group thousands from 1 000 on, whole numbers too', () => {
    expect([vi.number(1000, 0), en.number(1000, 0)]).toEqual(['1.000', '1,000']);
  });

  it('show a ratio to four decimals, zeros kept, so that decimals align', () => {
    expect([vi.ratio(0.8002), vi.ratio(0.7), en.ratio(1)]).toEqual(['0,8002', '0,7000', '1.0000']);
  });

  it('show a percentage of a share', () => {
    expect([vi.percent(0.4126984), en.percent(0.5)]).toEqual(['41,3%', '50%']);
  });

  it('carry a real minus, never a hyphen', () => {
    expect(vi.fixed(-0.5, 2)).toBe('\u22120,50');
  });
});

describe('differences', () => {
  it('carry their sign', () => {
    expect([vi.signed(0.0001, 4), vi.signed(-0.1855, 4)]).toEqual(['+0,0001', '\u22120,1855']);
  });

  it('that round to nothing carry none', () => {
    expect([vi.signed(0.00001, 4), vi.signed(-0.00001, 4), vi.signed(0, 2)]).toEqual([
      '0,0000',
      '0,0000',
      '0,00',
    ]);
  });
});

describe('dates', () => {
  it('are dd/mm/yyyy in both languages', () => {
    expect([vi.date('2023-07-12'), en.date('2023-07-12')]).toEqual(['12/07/2023', '12/07/2023']);
  });

  it('of an instant are those of the clock in Viet Nam', () => {
    expect(vi.date('2026-11-21T17:30:00Z')).toBe('22/11/2026');
  });

  it('that are none stay as they were written', () => {
    expect(vi.date('2022')).not.toContain('Invalid');
    expect(vi.date('chưa rõ')).toBe('chưa rõ');
  });
});

describe('order of names', () => {
  it('follows the Vietnamese alphabet: Đ after D, Ă and Â after A', () => {
    expect(['Đắk Lắk', 'Cần Thơ', 'Điện Biên', 'An Giang', 'Dak'].sort(vi.compare)).toEqual([
      'An Giang',
      'Cần Thơ',
      'Dak',
      'Đắk Lắk',
      'Điện Biên',
    ]);
  });

  it('counts numbers by value', () => {
    expect(['Nhóm 10', 'Nhóm 2'].sort(vi.compare)).toEqual(['Nhóm 2', 'Nhóm 10']);
  });
});
