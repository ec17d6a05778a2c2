import { weightsOf } from '@dti-monitor/scoring';
import type { Assessment } from '../assessments/assessment.entity.js';
import type { UnitResultDto } from '../assessments/assessment.dto.js';
import type { EditionDto } from '../editions/edition.dto.js';
import type { LoadedFramework } from '../frameworks/frameworks.service.js';
import type { SourceDto } from '../observations/observation.dto.js';
import type { RankingDto } from '../rankings/ranking.dto.js';
import type { MinistryInCharge, ReportRecipient } from '../units/succession.entity.js';
import type { UnitSummary } from '../units/unit.dto.js';
import {
  DECISION_142_MANDATE,
  type AnnualReportInput,
  type ReportGroup,
  type ReportRow,
  type ReportSourceKind,
} from './annual-report/report-input.js';

/** Stored results and reference data that a report is made of. */
export interface ReportMaterial {
  readonly edition: EditionDto;
  readonly rankings: readonly RankingDto[];
  readonly assessments: readonly Assessment[];
  readonly frameworks: readonly LoadedFramework[];
  readonly charge: MinistryInCharge;
  readonly issuer: UnitSummary;
  readonly recipients: readonly ReportRecipient[];
  readonly reportDate: string;
  /** When it is printed, ISO 8601. */
  readonly generatedAt: string;
}

const SYSTEM_NAME = 'Hệ thống giám sát Chiến lược dữ liệu quốc gia';

/** The plain data of the printed report, in Vietnamese. */
export function reportInput(material: ReportMaterial): AnnualReportInput {
  const { edition, assessments, charge, issuer, recipients, reportDate } = material;
  const rankings = material.rankings.filter((ranking) => ranking.group.level !== 'nation');
  const latest =
    assessments
      .map((assessment) => assessment.createdAt.toISOString())
      .sort()
      .at(-1) ?? edition.createdAt;
  return {
    issuer: { name: issuer.nameVi, abbreviation: charge.abbreviation, parent: null },
    mandate: DECISION_142_MANDATE,
    reportDate,
    documentNumber: null,
    place: 'Hà Nội',
    draft: true,
    sample: edition.sample,
    edition: reportEdition(edition),
    national: nationalValue(material),
    groups: rankings.map((ranking) => reportGroup(ranking, material)),
    absentGroups: absentGroups(material),
    checkFigures: checkFigures(material),
    sources: edition.sources.map(reportSource),
    recipients: recipients.map((recipient) => ({
      name: recipient.nameVi,
      forReport: true,
      toBeVerified: recipient.toBeVerifiedFrom !== null && reportDate >= recipient.toBeVerifiedFrom,
    })),
    signatory: { authority: null, position: null },
    provenance: {
      dataCutOff: latest,
      generatedAt: material.generatedAt,
      systemName: SYSTEM_NAME,
      assessments: assessments.map(({ id, frameworkVersion, inputHash, engineVersion }) => ({
        id,
        frameworkCode: frameworkVersion,
        inputHash,
        engineVersion,
      })),
    },
  };
}

function reportEdition(edition: EditionDto): AnnualReportInput['edition'] {
  const { code, index, titleVi, period, publishedOn, kind, status, revision } = edition;
  return { code, index, title: titleVi, period, publishedOn, kind, status, revision };
}

function checkFigures(material: ReportMaterial): AnnualReportInput['checkFigures'] {
  return material.edition.checkFigures.map((figure) => ({
    groupCode: figure.groupCode ?? '',
    groupName: groupName(material, figure.frameworkVersion, figure.groupCode),
    statistic: 'mean',
    published: figure.published,
    decimals: figure.decimals,
    recomputed: figure.recomputed,
    sourceIds: figure.sourceIds,
  }));
}

/** Notes of sources are kept in English, for the people who maintain the data, and are not printed. */
function reportSource({ id, titleVi, url, kind }: SourceDto): AnnualReportInput['sources'][number] {
  return { id, title: titleVi, url, kind: sourceKind(kind), note: null };
}

function nationalValue({ edition, rankings }: ReportMaterial): AnnualReportInput['national'] {
  if (edition.nationalValue === null) return null;
  const nation = rankings.find((ranking) => ranking.group.level === 'nation');
  const sourceIds = nation?.rows.flatMap((row) => row.sourceIds) ?? [];
  return { value: edition.nationalValue, decimals: edition.nationalDecimals ?? 4, sourceIds };
}

function reportGroup(ranking: RankingDto, { frameworks }: ReportMaterial): ReportGroup {
  const loaded = frameworks.find(({ version }) => version.code === ranking.frameworkVersion);
  const regions = new Map(ranking.regions.map((region) => [region.id, region.nameVi]));
  const weights = loaded === undefined ? null : weightsOf(loaded.scoring);
  const shares = new Map(
    (weights?.ok === true ? weights.value : []).map(({ node, ofWhole }) => [node, ofWhole]),
  );
  return {
    code: ranking.group.code,
    name: ranking.group.nameVi,
    level: ranking.group.level,
    expected: ranking.group.expected,
    framework: {
      code: ranking.frameworkVersion,
      name: ranking.frameworkNameVi,
      legalBasis: ranking.legalBasis,
      issuedOn: loaded?.version.issuedOn ?? null,
      decimals: ranking.method.rankDecimals ?? 4,
      indices: ranking.nodes.map(({ code, nameVi, points, scored }) => ({
        code,
        name: nameVi,
        maxPoints: points ?? 0,
        share: shares.get(code),
        scored,
      })),
      indicators: {
        inMethod: null,
        held: loaded?.nodes.filter((node) => node.kind === 'indicator').length ?? 0,
      },
      method: ranking.method,
      proposed: loaded?.version.proposedReasonVi ?? null,
    },
    rows: ranking.rows.filter(isHeld).map((row) => reportRow(row, ranking, regions)),
  };
}

/** A unit of which nothing was collected is counted among the absent, and has no row. */
function isHeld({ state, rank, total }: UnitResultDto): boolean {
  return state !== 'not_collected' || rank !== null || total !== null;
}

function reportRow(row: UnitResultDto, ranking: RankingDto, regions: ReadonlyMap<string, string>): ReportRow {
  return {
    unit: row.shortNameVi,
    region: row.regionId === null ? null : (regions.get(row.regionId) ?? null),
    rank: row.rank,
    computedRank: row.computedRank,
    total: row.total,
    totalBasis: row.totalBasis,
    difference: row.difference,
    indices: ranking.nodes.map(({ code }) => {
      const node = row.nodes.find((candidate) => candidate.code === code);
      return { code, value: node?.value ?? null, state: node?.state ?? 'not_collected' };
    }),
    sourceIds: row.sourceIds,
    confidence: row.confidence,
  };
}

/** Groups that the methods of this edition rank, and of which no figure is held. */
function absentGroups({ frameworks, rankings }: ReportMaterial): AnnualReportInput['absentGroups'] {
  const present = new Set(rankings.map((ranking) => `${ranking.frameworkVersion} ${ranking.group.code}`));
  return frameworks
    .filter(({ version }) => version.level !== 'nation')
    .flatMap(({ version, groups }) =>
      groups
        .filter((group) => !present.has(`${version.code} ${group.code}`))
        .map(({ code, nameVi }) => ({ code, name: nameVi })),
    );
}

function groupName({ frameworks }: ReportMaterial, framework: string, code: string | null): string {
  const loaded = frameworks.find(({ version }) => version.code === framework);
  return loaded?.groups.find((group) => group.code === code)?.nameVi ?? code ?? '';
}

const KINDS: readonly ReportSourceKind[] = [
  'official',
  'press',
  'third-party-copy',
  'recollection',
  'derived',
];

/** A source that nobody has classified yet is printed as one to be verified. */
function sourceKind(kind: string): ReportSourceKind {
  return KINDS.find((known) => known === kind) ?? 'recollection';
}
