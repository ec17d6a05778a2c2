import type { Band, RankRule } from '../model/ranking.js';
import type { Problem } from '../model/outcome.js';
import { isCode, isFiniteNumber, isRecord, shown } from './validate/shape.js';

const WORDS = [
  ['method', 'RANK_METHOD_UNKNOWN', ['competition', 'dense', 'fractional', 'ordinal']],
  ['rounding', 'RANK_ROUNDING_UNKNOWN', ['half_up_decimal']],
  ['direction', 'RANK_DIRECTION_UNKNOWN', ['descending', 'ascending']],
] as const;

const MOST_DECIMALS = 15;

/**
 * What is wrong with a rule of ranking and the bands beside it, which may be anything. Whether the nodes
 * of tie-breaks exist is for the framework to say.
 *
 * @param path of the rule; the bands are told of beside it
 */
export function rankingProblems(
  rule: RankRule,
  bands: readonly Band[] | undefined,
  path: string,
): readonly Problem[] {
  const beside = `${path.slice(0, path.lastIndexOf('.') + 1)}bands`;
  return [...ruleProblems(rule, path), ...bandProblems(bands, beside)];
}

function ruleProblems(rule: unknown, path: string): readonly Problem[] {
  if (!isRecord(rule)) return [{ code: 'RANK_INVALID', path, params: { found: shown(rule) } }];
  const problems: Problem[] = [];
  for (const [name, code, known] of WORDS) {
    if ((known as readonly unknown[]).includes(rule[name])) continue;
    const params = { found: shown(rule[name]), known: known.join(' ') };
    problems.push({ code, path: `${path}.${name}`, params });
  }
  const { decimals, tieBreaks } = rule;
  const sound =
    Number.isInteger(decimals) && (decimals as number) >= 0 && (decimals as number) <= MOST_DECIMALS;
  if (decimals !== null && !sound) {
    const params = { decimals: shown(decimals) };
    problems.push({ code: 'RANK_DECIMALS_INVALID', path: `${path}.decimals`, params });
  }
  if (tieBreaks === undefined) return problems;
  if (!Array.isArray(tieBreaks)) {
    const params = { found: shown(tieBreaks) };
    return [...problems, { code: 'TIE_BREAKS_INVALID', path: `${path}.tieBreaks`, params }];
  }
  return [...problems, ...tieBreaks.flatMap((own, i) => tieBreakProblems(own, `${path}.tieBreaks[${i}]`))];
}

function tieBreakProblems(tieBreak: unknown, path: string): readonly Problem[] {
  const by = isRecord(tieBreak) ? tieBreak['by'] : tieBreak;
  if (!isRecord(tieBreak) || (by !== 'node' && by !== 'code')) {
    return [{ code: 'TIE_BREAK_UNKNOWN', path, params: { found: shown(by), known: 'node code' } }];
  }
  if (by === 'code') return [];
  const { direction } = tieBreak;
  if (direction === 'descending' || direction === 'ascending') return [];
  const params = { found: shown(direction), known: 'descending ascending' };
  return [{ code: 'TIE_BREAK_DIRECTION_UNKNOWN', path: `${path}.direction`, params }];
}

function bandProblems(bands: unknown, path: string): readonly Problem[] {
  if (bands === undefined) return [];
  if (!Array.isArray(bands) || bands.length === 0) {
    return [{ code: 'BANDS_INVALID', path, params: { found: shown(bands) } }];
  }
  const problems: Problem[] = [];
  const codes = new Set<string>();
  const starts = new Set<number>();
  bands.forEach((band: unknown, i) => {
    const at = `${path}[${i}]`;
    if (!isRecord(band)) {
      problems.push({ code: 'BAND_INVALID', path: at, params: { found: shown(band) } });
      return;
    }
    const { code, from } = band;
    if (!isCode(code)) problems.push({ code: 'BAND_CODE_EMPTY', path: `${at}.code`, params: {} });
    else if (codes.has(code))
      problems.push({ code: 'BAND_CODE_DOUBLED', path: `${at}.code`, params: { band: code } });
    else codes.add(code);
    if (!isFiniteNumber(from)) {
      problems.push({ code: 'BAND_FROM_INVALID', path: `${at}.from`, params: { from: shown(from) } });
    } else if (starts.has(from))
      problems.push({ code: 'BAND_FROM_DOUBLED', path: `${at}.from`, params: { from } });
    else starts.add(from);
  });
  return problems;
}
