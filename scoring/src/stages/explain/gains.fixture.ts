import type { GainsOptions } from '../../model/explanation.js';
import type { Framework } from '../../model/framework.js';
import { DTI_METHOD } from '../framework.fixture.js';
import { data } from '../succession/succession.fixture.js';

/** Share of datasets opened (60 points) and levels by documents (40 points). */
export const FRAMEWORK: Framework = {
  code: 'open',
  method: DTI_METHOD,
  root: {
    code: 'root',
    points: 100,
    children: [
      {
        code: 'open',
        points: 60,
        formula: {
          kind: 'ratio',
          numerator: 'done',
          denominator: 'all',
          zeroDenominator: 'undetermined',
          nothingToCount: 'not_applicable',
          exceeding: 'undetermined',
        },
      },
      {
        code: 'plan',
        points: 40,
        formula: {
          kind: 'levels',
          element: 'docs',
          steps: [
            { from: 1, value: 0.5 },
            { from: 3, value: 1 },
          ],
          below: 0,
        },
      },
      { code: 'listed', scored: false },
    ],
  },
};
/** Scores: A 0.36 + 0.2 = 0.56; B 0.54 + 0.4 = 0.94; C 0.48 + 0. */
export const DATA = data(['done', 'all', 'docs'], { A: [12, 20, 1], B: [18, 20, 3], C: [16, 20, 0] });
export const WHOLE: GainsOptions = { grain: { done: 1, docs: 1 } };
