import { roundHalfUp } from '@dti-monitor/scoring';
import { parse as parseCsv } from 'csv-parse/sync';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse as parseYaml } from 'yaml';
import { z } from 'zod';
import {
  DECISION_142_MANDATE,
  type AnnualReportInput,
  type ReportCheckFigure,
  type ReportFramework,
  type ReportGroup,
  type ReportIndex,
  type ReportLevel,
  type ReportRow,
  type ReportSource,
} from './report-input.js';

/** Reports of 2020, 2021 and 2022 on the published figures in `seeds/`, put together as the service does. */

const seeds = join(import.meta.dirname, '../../../../../seeds');

const groupNames = {
  province_63: 'Các tỉnh, thành phố trực thuộc Trung ương',
  with_public_service: 'Các bộ, cơ quan có cung cấp dịch vụ công',
  without_public_service: 'Các bộ, cơ quan không cung cấp dịch vụ công',
} as const;
type GroupCode = keyof typeof groupNames;
/** 17 ministries provide public services (domain facts); of the other group 8 or 9 are told, so it is unknown. */
const expected: Readonly<Record<GroupCode, number | null>> = {
  province_63: 63,
  with_public_service: 17,
  without_public_service: null,
};

/** DTI 2021, published on 08/08/2022: the means of its three groups. */
const means2021: readonly ReportCheckFigure[] = [
  checkFigure('province_63', 0.4014),
  checkFigure('with_public_service', 0.4595),
  checkFigure('without_public_service', 0.2151),
];

const table = z.array(z.record(z.string(), z.string()));
const sourceFile = z.object({
  sources: z.array(
    z.object({
      id: z.string(),
      title: z.string(),
      url: z.string().nullish(),
      kind: z.enum(['official', 'press', 'third-party-copy', 'recollection', 'derived']),
    }),
  ),
});
const frameworkNode = z.object({
  code: z.string(),
  name: z.object({ vi: z.string() }),
  points: z.number().default(0),
  scored: z.boolean().default(true),
});
const frameworkFile = z.object({
  code: z.string(),
  name: z.object({ vi: z.string() }),
  legal_basis: z.string(),
  issued: z.string(),
  tree: frameworkNode.extend({ children: z.array(frameworkNode).default([]) }),
});
const unitsFile = z.object({
  units: z.array(
    z.object({
      id: z.string(),
      names: z.array(
        z.object({ vi: z.string(), short_vi: z.string().optional(), to: z.string().optional() }),
      ),
      regions: z.array(z.object({ region: z.string() })).default([]),
      aliases: z.array(z.object({ text: z.string() })).default([]),
    }),
  ),
});
const regionsFile = z.object({
  regions: z.array(z.object({ id: z.string(), name: z.object({ vi: z.string() }) })),
});

export type PublishedYear = '2020' | '2021' | '2022';

/** The report of a year as it would be drafted on 22/11/2026. */
export function publishedReport(year: PublishedYear): AnnualReportInput {
  const groups = groupsOf(year);
  const cited = new Set([
    ...groups.flatMap((group) => group.rows.flatMap((row) => row.sourceIds)),
    ...(year === '2022' ? ['baomoi-c46351004'] : []),
  ]);
  const present = new Set(groups.map((group) => group.code));
  return {
    issuer: { name: 'Bộ Khoa học và Công nghệ', abbreviation: 'BKHCN', parent: null },
    mandate: DECISION_142_MANDATE,
    reportDate: '2026-11-22',
    documentNumber: null,
    place: 'Hà Nội',
    draft: true,
    edition: {
      code: `dti-${year}`,
      title: `Chỉ số chuyển đổi số năm ${year}`,
      period: year,
      publishedOn: { '2020': '2021-10-19', '2021': '2022-08-08', '2022': '2023-07-12' }[year],
      kind: 'as_published',
      status: 'published',
      revision: 1,
    },
    national: year === '2022' ? { value: 0.71, decimals: 2, sourceIds: ['baomoi-c46351004'] } : null,
    groups,
    absentGroups: Object.entries(groupNames)
      .filter(([code]) => !present.has(code))
      .map(([code, name]) => ({ code, name })),
    checkFigures: year === '2021' ? means2021 : [],
    sources: readSources().filter(({ id }) => cited.has(id)),
    recipients: [
      { name: 'Thủ tướng Chính phủ', forReport: true, toBeVerified: false },
      { name: 'Ủy ban Quốc gia về chuyển đổi số', forReport: true, toBeVerified: true },
    ],
    signatory: { authority: null, position: null },
    provenance: {
      dataCutOff: '2026-11-22T02:00:00Z',
      generatedAt: '2026-11-22T02:30:00Z',
      systemName: 'Hệ thống giám sát Chiến lược dữ liệu quốc gia',
      assessments: [...new Set(groups.map((group) => group.framework.code))].map((frameworkCode, at) => ({
        id: String(at + 1),
        frameworkCode,
        inputHash: 'f3'.repeat(32),
        engineVersion: '1.0.0',
      })),
    },
  };
}

function groupsOf(year: PublishedYear): readonly ReportGroup[] {
  const decision = year === '2020' ? '1726' : '922';
  const folder = join(seeds, 'published', `dti-${year}`);
  const files = readdirSync(folder).filter((file) => file === 'province.csv' || file === 'ministry.csv');
  return files
    .sort()
    .reverse()
    .flatMap((file) => {
      const level: ReportLevel = file === 'province.csv' ? 'province' : 'ministry';
      const framework = readFramework(`dti-${decision}-${level}`);
      const rows = table.parse(parseCsv(readFileSync(join(folder, file), 'utf8'), { columns: true }));
      return codesOf(rows).map((code) => ({
        code,
        name: groupNames[code],
        level,
        expected: expected[code],
        framework,
        rows: rowsOf(
          rows.filter((row) => row['group'] === code),
          framework,
          expected[code],
        ),
      }));
    });
}

function codesOf(rows: z.infer<typeof table>): readonly GroupCode[] {
  return (Object.keys(groupNames) as GroupCode[]).filter((code) => rows.some((row) => row['group'] === code));
}

function rowsOf(
  rows: z.infer<typeof table>,
  framework: ReportFramework,
  size: number | null,
): readonly ReportRow[] {
  const units = readUnits();
  const totals = rows.map((row) => numberOf(row['dti.total'])).filter((total) => total !== null);
  const complete = totals.length === size;
  return rows.map((row) => {
    const published = numberOf(row['dti.total']);
    const indices = framework.indices.map(({ code }) => {
      const value = numberOf(row[code]);
      return { code, value, state: value === null ? ('not_collected' as const) : ('scored' as const) };
    });
    const computedTotal = weightedSum(framework.indices, indices);
    const unit = units.get(row['unit'] ?? '');
    return {
      unit: unit?.name ?? row['unit'] ?? '',
      region: unit?.region ?? null,
      rank: numberOf(row['dti.rank']),
      computedRank: complete ? 1 + totals.filter((total) => total > (published ?? 0)).length : null,
      total: published,
      totalBasis: published === null ? null : ('published' as const),
      difference:
        computedTotal === null || published === null
          ? null
          : roundHalfUp(roundHalfUp(computedTotal, 4) - published, 4),
      indices,
      sourceIds: (row['source'] ?? '').split(' '),
      confidence: row['confidence'] ?? null,
    };
  });
}

function weightedSum(
  indices: readonly ReportIndex[],
  values: readonly { readonly code: string; readonly value: number | null }[],
): number | null {
  const scored = indices.filter((index) => index.scored);
  const parts = scored.map(({ code, maxPoints }) => {
    const value = values.find((each) => each.code === code)?.value ?? null;
    return value === null ? null : value * maxPoints;
  });
  if (scored.length === 0 || parts.includes(null)) return null;
  const points = parts.reduce<number>((all, part) => all + (part ?? 0), 0);
  return points / scored.reduce((all, index) => all + index.maxPoints, 0);
}

function readFramework(code: string): ReportFramework {
  const file = frameworkFile.parse(readYaml('frameworks', `${code}.yaml`));
  return {
    code: file.code,
    name: file.name.vi,
    legalBasis: file.legal_basis,
    issuedOn: file.issued,
    decimals: 4,
    indices: file.tree.children.map(({ code: index, name, points, scored }) => ({
      code: index,
      name: name.vi,
      maxPoints: points,
      scored,
    })),
    indicators: { inMethod: code === 'dti-922-province' ? 98 : null, held: 0 },
    method: {
      aggregation: 'weighted_sum_of_points',
      missing: 'no_value',
      notApplicable: 'no_value',
      rankMethod: 'competition',
      rankDecimals: 4,
      rounding: 'half_up_decimal',
    },
  };
}

function readUnits(): ReadonlyMap<string, { readonly name: string; readonly region: string | null }> {
  const regions = new Map(
    regionsFile.parse(readYaml('units', 'regions.yaml')).regions.map(({ id, name }) => [id, name.vi]),
  );
  const files = readdirSync(join(seeds, 'units/roster')).filter((file) => !file.includes('2025'));
  const units = files.flatMap((file) => unitsFile.parse(readYaml('units/roster', file)).units);
  return new Map(
    units.flatMap(({ names, regions: memberships, aliases }) => {
      const current = names[0];
      const name = current?.short_vi ?? current?.vi ?? '';
      const region = regions.get(memberships[0]?.region ?? '') ?? null;
      const known = [
        ...names.flatMap((each) => [each.vi, each.short_vi ?? '']),
        ...aliases.map(({ text }) => text),
      ];
      return [...known, name.replace('TP. ', '')].map((text) => [text, { name, region }] as const);
    }),
  );
}

function readSources(): readonly ReportSource[] {
  return sourceFile
    .parse(readYaml('.', 'sources.yaml'))
    .sources.map(({ id, title, url, kind }) => ({ id, title, url: url ?? null, kind, note: null }));
}

function readYaml(folder: string, file: string): unknown {
  return parseYaml(readFileSync(join(seeds, folder, file), 'utf8')) as unknown;
}

function numberOf(text: string | undefined): number | null {
  return text === undefined || text === '' ? null : Number(text);
}

function checkFigure(groupCode: GroupCode, published: number): ReportCheckFigure {
  const groupName = groupNames[groupCode];
  const sourceIds = ['hanoimoi-449294', 'kinhtedothi-dti-2021'];
  return { groupCode, groupName, statistic: 'mean', published, decimals: 4, recomputed: null, sourceIds };
}
