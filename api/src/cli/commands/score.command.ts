import type { Command } from 'commander';
import { OFFICIAL } from '../../platform/http/data-set.js';
import {
  assessmentRequestSchema,
  type AssessmentDto,
  type Explanation,
} from '../../features/assessments/assessment.dto.js';
import { AssessmentsService } from '../../features/assessments/assessments.service.js';
import { ExplanationsService } from '../../features/assessments/explanations.service.js';
import { CallError } from '../call-error.js';
import { write, type CliContext } from '../context.js';
import { ratio, table } from '../print.js';
import { withService } from '../session.js';

interface ScoreOptions {
  framework: string;
  period: string;
  rosterDate?: string;
  dataSet: string;
  json?: boolean;
}

export function scoreCommands(program: Command, context: CliContext): void {
  program
    .command('score')
    .description('Score a framework version for a period. Equal inputs give the assessment that exists.')
    .requiredOption('-f, --framework <code>', 'framework version, e.g. dti-922-province')
    .requiredOption('-p, --period <year>', 'period, e.g. 2022')
    .option('-r, --roster-date <day>', "whose roster, e.g. 2022-12-31; the period's last day when absent")
    .option('-d, --data-set <code>', 'whose figures', OFFICIAL)
    .option('--json', 'print JSON')
    .action(async (options: ScoreOptions) => {
      const { json, ...request } = options;
      const parsed = assessmentRequestSchema.safeParse(request);
      if (!parsed.success)
        throw new CallError(
          'REQUEST_INVALID',
          parsed.error.issues.map((i) => `${i.path.join('.')}: ${i.message}`).join('; '),
        );
      const assessment = await withService(context, AssessmentsService, (service) =>
        service.run(parsed.data, 'cli'),
      );
      write(json, assessment, () => assessmentText(assessment));
    });
  program
    .command('explain')
    .description("Explain one unit's result, step by step, in codes and numbers.")
    .argument('<assessment>', 'id of an assessment')
    .argument('<unit>', 'id of a unit, e.g. da-nang')
    .option('--json', 'print JSON')
    .action(async (id: string, unit: string, { json }: { json?: boolean }) => {
      const explanation = await withService(context, ExplanationsService, (service) =>
        service.explain(id, unit),
      );
      write(json, explanation, () => explanationText(explanation));
    });
}

function assessmentText(assessment: AssessmentDto): string {
  return [
    `assessment ${assessment.id}: ${assessment.frameworkVersion}, ${assessment.period}, roster of ${assessment.rosterDate}`,
    `${assessment.unitCount} units, ${assessment.scoredCount} with a total, ${assessment.basis}`,
    `input ${assessment.inputHash.slice(0, 12)}…, engine ${assessment.engineVersion}`,
    `see it: npm run cli -- rank --assessment ${assessment.id}`,
  ].join('\n');
}

function explanationText({ result, trace }: Explanation): string {
  const nodes = result.nodes.map((n) => [
    n.code,
    n.state,
    ratio(n.value),
    n.points === null ? '–' : n.points.toFixed(2),
    n.maxPoints === null ? '–' : String(n.maxPoints),
    ratio(n.contribution),
  ]);
  const steps = trace.map((s) => [
    s.node,
    s.stage,
    s.method,
    ratio(s.before),
    ratio(s.after),
    parametersText(s.parameters),
  ]);
  return [
    `${result.nameVi}: total ${ratio(result.total)} (${result.totalBasis ?? 'none'}), rank ${result.rank ?? '–'}`,
    table(['node', 'state', 'value', 'points', 'of', 'contribution'], nodes, [2, 3, 4, 5]),
    '',
    table(['node', 'stage', 'method', 'before', 'after', 'parameters'], steps, [3, 4]),
  ].join('\n');
}

/** What each part contributes stands in the table of nodes already. */
function parametersText(parameters: Readonly<Record<string, unknown>>): string {
  return Object.entries(parameters)
    .filter(([name]) => !name.startsWith('contribution.'))
    .map(([name, value]) => `${name}=${String(value)}`)
    .join(' ');
}
