import type { Problem as EngineProblem } from '@dti-monitor/scoring';
import { Problem } from '../../platform/http/problem.js';

/** What the engine says of figures and method, each with the path of the node, cell or unit. */
export function scoringRefused(problems: readonly EngineProblem[]): Problem {
  return new Problem(
    422,
    'SCORING_REFUSED',
    'The figures do not fit the method',
    undefined,
    problems.map(({ code, path, params }) => ({ code, path, message: JSON.stringify(params) })),
  );
}
