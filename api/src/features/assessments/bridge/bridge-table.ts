import { stringify } from 'csv-stringify/sync';
import { markedTable } from '../../../platform/http/data-set.js';
import type { BridgeDto } from './bridge.dto.js';

type Language = 'vi' | 'en';

const HEADINGS = {
  vi: {
    unitId: 'Mã đơn vị',
    unit: 'Đơn vị',
    score: 'Điểm',
    rank: 'Hạng',
    group: 'Nhóm',
    state: 'Trạng thái',
    scoreDifference: 'Chênh lệch điểm',
    rankDifference: 'Chênh lệch hạng',
  },
  en: {
    unitId: 'Unit id',
    unit: 'Unit',
    score: 'Score',
    rank: 'Rank',
    group: 'Group',
    state: 'State',
    scoreDifference: 'Difference in score',
    rankDifference: 'Difference in rank',
  },
} as const;

/**
 * A bridge as CSV with a byte order mark: a row for each unit, what each version makes of it, and what each
 * main part does to the difference. Numbers are unrounded; a gap is empty.
 */
export function bridgeCsv(bridge: BridgeDto, language: Language): string {
  const words = HEADINGS[language];
  const side = (code: string) =>
    [words.score, words.rank, words.group, words.state].map((word) => `${word} (${code})`);
  const heading = [
    words.unitId,
    words.unit,
    ...side(bridge.a.code),
    ...side(bridge.b.code),
    words.scoreDifference,
    words.rankDifference,
    ...bridge.parts.map((part) => `Δ ${language === 'vi' ? part.nameVi : part.nameEn}`),
  ];
  const rows = bridge.units.map((unit) => [
    unit.unitId,
    language === 'vi' ? unit.nameVi : unit.nameEn,
    ...[unit.before, unit.after].flatMap((of) => [of?.score, of?.rank, of?.group, of?.state]),
    unit.scoreDifference,
    unit.rankDifference,
    ...bridge.parts.map(({ code }) => unit.parts.find(({ node }) => node === code)?.difference),
  ]);
  return stringify(markedTable<unknown>([heading, ...rows], bridge.dataSet, language), {
    bom: true,
    escape_formulas: true,
  });
}
