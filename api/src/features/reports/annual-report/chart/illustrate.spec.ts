import { describe, expect, it } from '@jest/globals';
import { publishedReport, type PublishedYear } from '../published-editions.fixture.js';
import { groupFindings } from '../findings/group-findings.js';
import { contentTexts } from '../printed-text.fixture.js';
import { chartSvg } from './chart-svg.js';
import { figureOf, illustrate, rankingTitle, regionTitle } from './illustrate.js';

function illustrationTexts(year: PublishedYear): readonly string[] {
  return contentTexts(illustrate(publishedReport(year))?.content);
}

describe('the figure of a report', () => {
  it('of 2022 shows the regions, and its title says what they show', () => {
    expect(illustrate(publishedReport('2022'))?.groupCode).toBe('province_63');
    expect(illustrationTexts('2022')[0]).toBe(
      'Hình 1. Ở mọi vùng, chênh lệch giữa các tỉnh, thành phố (ít nhất 0,1656) đều lớn hơn chênh lệch giữa trung bình các vùng (0,0888)',
    );
  });

  it('of 2021 shows the ministries with totals against the published mean', () => {
    expect(illustrate(publishedReport('2021'))?.groupCode).toBe('with_public_service');
    expect(illustrationTexts('2021')[0]).toBe(
      'Hình 1. Cả 5 đơn vị được công bố giá trị đều cao hơn trung bình của nhóm (0,4595)',
    );
  });

  it('of 2020 shows the nine provinces known', () => {
    expect(illustrationTexts('2020')[0]).toBe(
      'Hình 1. Đà Nẵng cao hơn đơn vị kế tiếp 0,0777; 8 đơn vị khác có số liệu chỉ chênh nhau 0,0466',
    );
  });

  it('is left out where no group has two totals', () => {
    const input = publishedReport('2021');
    const groups = input.groups.map((group) => ({
      ...group,
      rows: group.rows.map((row) => ({ ...row, total: null })),
    }));
    expect(illustrate({ ...input, groups })).toBeNull();
  });

  it('has every unit in its words for those who do not see it', () => {
    const input = publishedReport('2020');
    const [group] = input.groups;
    if (group === undefined) throw new Error('a group is needed');
    const description = figureOf(group, input)?.description ?? '';
    expect(group.rows.filter((row) => !description.includes(row.unit))).toEqual([]);
  });
});

describe('titles follow the numbers', () => {
  it('regions that differ more than their units are told by name', () => {
    const [group] = publishedReport('2022').groups;
    if (group === undefined) throw new Error('a group is needed');
    const findings = groupFindings(group);
    const regions = findings.regions.map((region) => ({ ...region, range: 0.01 }));
    expect(regionTitle({ ...findings, regions }, 4)).toBe(
      'Đồng bằng sông Hồng có giá trị trung bình cao nhất (0,6166), Tây Nguyên thấp nhất (0,5278)',
    );
  });

  it('a mean that not all exceed is no finding', () => {
    const [group] = publishedReport('2021').groups;
    if (group === undefined) throw new Error('a group is needed');
    const rows = groupFindings(group).ordered.flatMap((row) =>
      row.total === null ? [] : [{ ...row, total: row.total }],
    );
    expect(rankingTitle(rows, 0.55, 4)).toBe('Bộ Tài chính cao hơn đơn vị kế tiếp 0,0195');
  });
});

describe('the drawing', () => {
  it('is black and grey, with Vietnamese letters as text, and nothing loaded from elsewhere', () => {
    const input = publishedReport('2022');
    const [group] = input.groups;
    const figure = group === undefined ? null : figureOf(group, input);
    if (figure === null) throw new Error('a figure is needed');
    const svg = chartSvg(figure.option, 460, figure.height);
    expect(svg).toContain('>Đồng bằng sông Hồng<');
    expect(svg).toContain('>0,6166<');
    expect(svg).toContain('>TP. Hồ Chí Minh<');
    expect(svg).not.toMatch(/href|url\(|<image/);
    const colours = svg.match(/#[0-9a-f]{3,8}\b/gi) ?? [];
    expect(colours.filter((colour) => !isGrey(colour))).toEqual([]);
  });

  it('draws the same picture from the same figures', () => {
    const input = publishedReport('2021');
    const [group] = input.groups;
    const figure = group === undefined ? null : figureOf(group, input);
    if (figure === null) throw new Error('a figure is needed');
    const draw = () => chartSvg(figure.option, 460, figure.height);
    expect(draw()).toBe(draw());
  });
});

function isGrey(colour: string): boolean {
  const digits = colour.slice(1);
  const channels = digits.length < 6 ? [...digits.slice(0, 3)] : (digits.match(/../g) ?? []).slice(0, 3);
  return new Set(channels.map((channel) => channel.toLowerCase())).size === 1;
}
