import type { SuccessionLink } from '../../model/succession.js';
import type { Problem } from '../../model/outcome.js';
import { isCode, isFiniteNumber, isRecord, shown } from '../validate/shape.js';

/**
 * What is wrong with a list of succession links, which may be anything: each names two units, once, and
 * a share above 0 and up to 1 if any. Whether the links make sense together is for `lineageOf` to say.
 *
 * @param path of the list, e.g. `links`
 */
export function linksProblems(links: readonly SuccessionLink[], path: string): readonly Problem[] {
  const found: unknown = links;
  if (!Array.isArray(found)) return [{ code: 'LINKS_INVALID', path, params: { found: shown(found) } }];
  const problems: Problem[] = [];
  const seen = new Set<string>();
  found.forEach((link: unknown, index) => {
    const own = `${path}[${index}]`;
    if (!isRecord(link)) {
      problems.push({ code: 'LINK_INVALID', path: own, params: { found: shown(link) } });
      return;
    }
    const { predecessor, successor, share } = link;
    for (const [end, code] of [
      ['predecessor', predecessor],
      ['successor', successor],
    ] as const) {
      if (isCode(code)) continue;
      problems.push({ code: 'LINK_UNIT_INVALID', path: `${own}.${end}`, params: { found: shown(code) } });
    }
    if (share !== undefined && !(isFiniteNumber(share) && share > 0 && share <= 1)) {
      problems.push({ code: 'LINK_SHARE_INVALID', path: `${own}.share`, params: { share: shown(share) } });
    }
    const key = JSON.stringify([shown(predecessor), shown(successor)]);
    if (seen.has(key)) {
      const params = { predecessor: shown(predecessor), successor: shown(successor) };
      problems.push({ code: 'LINK_DOUBLED', path: own, params });
    }
    seen.add(key);
  });
  return problems;
}
