import type { Framework, FrameworkNode, Method } from '../model/framework.js';

/** The rules of the DTI: nothing is guessed, ranks at 4 decimals. */
export const DTI_METHOD: Method = {
  aggregation: { method: 'arithmetic' },
  missing: 'no_value',
  notApplicable: 'reweight',
  rank: { method: 'competition', decimals: 4, rounding: 'half_up_decimal', direction: 'descending' },
};

/** DTI 2020 by QĐ 1726/QĐ-BTTTT: three pillars of 400, 300 and 300 points. */
export const DTI_2020: Framework = {
  code: 'dti-1726-province',
  method: DTI_METHOD,
  root: {
    code: 'dti',
    points: 1000,
    children: [
      { code: 'government', points: 400 },
      { code: 'economy', points: 300 },
      { code: 'society', points: 300 },
    ],
  },
};

/** A framework with one level of leaves. */
export function flat(points: Readonly<Record<string, number>>, method: Partial<Method> = {}): Framework {
  const children: FrameworkNode[] = Object.entries(points).map(([code, value]) => ({ code, points: value }));
  const total = children.reduce((all, child) => all + (child.points ?? 0), 0);
  return {
    code: 'flat',
    method: { ...DTI_METHOD, ...method },
    root: { code: 'root', points: total, children },
  };
}
