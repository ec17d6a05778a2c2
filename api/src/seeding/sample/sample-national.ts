import type { DrawsFor } from './draws.js';
import { conditionsOf } from './owned-databases.js';
import { DECISION_YEARS, type SampleReference, type TableRows } from './sample-reference.js';
import { SAMPLE, type SampleWorld } from './sample-world.js';

/** Aspects of the conditions and qualities, and what the figures call what they rest on. */
const RESTS_ON: Readonly<Record<string, string>> = {
  digitised: 'complete',
  'kept-up-to-date': 'complete',
  'in-effective-use': 'complete',
  'data-centre': 'warehouse',
  nationwide: 'nationwide',
  'machine-readable': 'machine-readable',
  'real-time': 'real-time',
  correct: 'quality',
  sufficient: 'quality',
  clean: 'quality',
  live: 'quality',
};
/** The register's ids, where the figures have another. */
const CALLED: Readonly<Record<string, string>> = { 'business-registration': 'business' };

/** What is asserted of the national databases, year by year, in agreement with the figures of the sample. */
export function sampleAssertions(
  world: SampleWorld,
  { nationalDatabases, terms }: SampleReference,
  drawsFor: DrawsFor,
): TableRows {
  const aspects = terms.filter(({ kind }) => kind === 'condition_aspect' || kind === 'quality');
  const rows = world.years.flatMap(({ period }, yearIndex) =>
    DECISION_YEARS.some((year) => year === period)
      ? nationalDatabases.flatMap((database) => {
          const met = conditionsOf(CALLED[database] ?? database, yearIndex, drawsFor);
          return aspects.map(({ code }) => {
            const draws = drawsFor('assertion', database, code, period);
            const state = met.has(RESTS_ON[code] ?? '')
              ? 'yes'
              : draws.chance(0.5)
                ? 'partly'
                : draws.chance(0.2)
                  ? 'no_data'
                  : 'no';
            return row(database, period, code, state);
          });
        })
      : [],
  );
  return { table: 'national_database_assertion', rows };
}

function row(databaseId: string, period: string, aspect: string, state: string) {
  const on = period === SAMPLE.yearInCourse ? `${period}-10-20` : `${period}-12-20`;
  return {
    dataSet: SAMPLE.dataSet,
    databaseId,
    period,
    aspect,
    state,
    evidence: state === 'no_data' ? null : `Báo cáo mẫu, không có thật, ${on.split('-').reverse().join('/')}`,
    writtenAt: `${on}T02:00:00.000Z`,
    writtenBy: SAMPLE.actor,
  };
}
