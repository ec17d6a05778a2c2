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

/** What the sources call a value known in two languages, or one word for both. */
const words = z.union([z.string().transform((vi) => ({ vi })), z.object({ vi: z.string() })]);
const editionFile = z.object({
  code: z.string(),
  title: words,
  period: z.string(),
  published_on: z.string(),
  assessments: z.array(
    z.object({
      framework: z.string(),
      file: z.string().optional(),
      groups: z.array(z.object({ code: z.string(), name: words, expected: z.number().nullable() })),
    }),
  ),
  check_figures: z.array(
    z.object({
      group: z.string(),
      statistic: z.literal('mean'),
      value: z.number(),
      decimals: z.number(),
      source: z.array(z.string()),
    }),
  ),
});
type EditionFile = z.infer<typeof editionFile>;
const table = z.array(z.record(z.string(), z.string()));
const sourceFile = z.object({
  sources: z.array(
    z.object({
      id: z.string(),
      title: words,
      url: z.string().nullish(),
      kind: z.enum(['official', 'press', 'third-party-copy', 'recollection', 'derived']),
    }),
  ),
});
const frameworkNode = z.object({
  code: z.string(),
  name: words,
  points: z.number().default(0),
  scored: z.boolean().default(true),
});
const frameworkFile = z.object({
  code: z.string(),
  name: words,
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
  regions: z.array(z.object({ id: z.string(), name: words })),
});

/** Who reports to whom, by Decision 142/QĐ-TTg and `seeds/units/responsible.yaml`, on 22/11/2026. */
const draftOfNovember2026 = {
  issuer: { name: 'Bộ Khoa học và Công nghệ', abbreviation: 'BKHCN', parent: null },
  mandate: DECISION_142_MANDATE,
  reportDate: '2026-11-22',
  documentNumber: null,
  place: 'Hà Nội',
  draft: true,
  sample: false,
  recipients: [
    { name: 'Thủ tướng Chính phủ', forReport: true, toBeVerified: false },
    { name: 'Ủy ban Quốc gia về chuyển đổi số', forReport: true, toBeVerified: true },
  ],
  signatory: { authority: null, position: null },
} as const;

export type PublishedYear = '2020' | '2021' | '2022';

/** The report of a year as it would be drafted on 22/11/2026. */
export function publishedReport(year: PublishedYear): AnnualReportInput {
  const edition = editionFile.parse(readYaml(`published/dti-${year}`, 'edition.yaml'));
  const groups = groupsOf(edition, year);
  const national = nationalOf(edition, year);
  const checkFigures = checkFiguresOf(edition);
  const cited = new Set([
    ...groups.flatMap((group) => group.rows.flatMap((row) => row.sourceIds)),
    ...(national?.sourceIds ?? []),
    ...checkFigures.flatMap((check) => check.sourceIds),
  ]);
  return {
    ...draftOfNovember2026,
    edition: {
      code: edition.code,
      index: 'dti',
      title: edition.title.vi,
      period: edition.period,
      publishedOn: edition.published_on,
      kind: 'as_published',
      status: 'published',
      revision: 1,
    },
    national,
    groups,
    absentGroups: edition.assessments
      .filter(({ file }) => file === undefined)
      .flatMap((assessment) => assessment.groups.map(({ code, name }) => ({ code, name: name.vi }))),
    checkFigures,
    sources: readSources().filter(({ id }) => cited.has(id)),
    provenance: {
      dataCutOff: '2026-11-22',
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

function groupsOf(edition: EditionFile, year: PublishedYear): readonly ReportGroup[] {
  return edition.assessments.flatMap(({ framework: code, file, groups }) => {
    const level = levelOf(code);
    if (file === undefined || level === 'nation') return [];
    const framework = readFramework(code);
    const rows = readRows(year, file);
    return groups.map((group) => ({
      code: group.code,
      name: group.name.vi,
      level,
      expected: group.expected,
      framework,
      rows: rowsOf(
        rows.filter((row) => row['group'] === group.code),
        framework,
        group.expected,
      ),
    }));
  });
}

function nationalOf(edition: EditionFile, year: PublishedYear): AnnualReportInput['national'] {
  const file = edition.assessments.find(({ framework }) => levelOf(framework) === 'nation')?.file;
  const row = file === undefined ? undefined : readRows(year, file)[0];
  const text = row?.['dti.total'] ?? '';
  if (row === undefined || text === '') return null;
  const decimals = text.split('.')[1]?.length ?? 0;
  return { value: Number(text), decimals, sourceIds: (row['source'] ?? '').split(' ') };
}

function checkFiguresOf(edition: EditionFile): readonly ReportCheckFigure[] {
  const names = new Map(
    edition.assessments.flatMap(({ groups }) => groups.map(({ code, name }) => [code, name.vi])),
  );
  return edition.check_figures.map(({ group, statistic, value, decimals, source }) => ({
    groupCode: group,
    groupName: names.get(group) ?? group,
    statistic,
    published: value,
    decimals,
    recomputed: null,
    sourceIds: source,
  }));
}

function levelOf(framework: string): ReportLevel {
  const level = framework.split('-').at(-1);
  return level === 'province' || level === 'ministry' ? level : 'nation';
}

function readRows(year: PublishedYear, file: string): z.infer<typeof table> {
  return table.parse(
    parseCsv(readFileSync(join(seeds, 'published', `dti-${year}`, file), 'utf8'), { columns: true }),
  );
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
      aggregation: 'arithmetic',
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
    .sources.map(({ id, title, url, kind }) => ({ id, title: title.vi, url: url ?? null, kind, note: null }));
}

function readYaml(folder: string, file: string): unknown {
  return parseYaml(readFileSync(join(seeds, folder, file), 'utf8')) as unknown;
}

function numberOf(text: string | undefined): number | null {
  return text === undefined || text === '' ? null : Number(text);
}
