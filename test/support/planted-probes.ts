import { exampleOf } from './route-examples.ts';

/**
 * Addresses by which the rows of a unit would be seen, could they be: every read as it is asked for without
 * anything, and where a unit, a task, a database or an assessment can be named, that of the unit.
 */
export function probesOf(unit: string, database: string, routes: readonly string[]): readonly string[] {
  const named: Readonly<Record<string, readonly string[]>> = {
    'GET /units/{id}': [`/units/${unit}`],
    'GET /units/{id}/work': [`/units/${unit}/work`],
    'GET /units/{id}/history': [`/units/${unit}/history`],
    'GET /observations': [
      `/observations?unit=${unit}`,
      `/observations?unit=${unit}&period=2023&history=true`,
    ],
    'GET /assessments': ['/assessments', '/assessments?period=2023&framework=dti-922-province'],
    'GET /assessments/{id}': RESULTS.map((id) => `/assessments/${id}`),
    'GET /assessments/{id}/results': RESULTS.map((id) => `/assessments/${id}/results`),
    'GET /assessments/{id}/results/{unitId}': RESULTS.map((id) => `/assessments/${id}/results/${unit}`),
    'GET /databases': [`/databases?unit=${unit}&period=2025`],
    'GET /databases.csv': ['/databases.csv?period=2025'],
    'GET /databases/summary': ['/databases/summary?period=2025'],
    'GET /databases/{id}': [`/databases/${database}?period=2025`],
    'GET /databases/{id}/inventories/{period}': [`/databases/${database}/inventories/2025`],
    'GET /databases/national': ['/databases/national?period=2025'],
    'GET /duties/due-dates': [
      `/duties/due-dates?unit=${unit}&from=2024-01-01&to=2027-12-31`,
      '/duties/due-dates',
    ],
    'GET /duties/{code}/submissions': ['/duties/none/submissions'],
    'GET /editions/{code}': [`/editions/planted-${unit}`],
    'GET /guidance/frameworks/{code}/maturity': [`/guidance/frameworks/2024/maturity?unit=${unit}`],
    'GET /imports': ['/imports'],
    'GET /rankings': ['/rankings', ...RESULTS.map((id) => `/rankings?assessment=${id}`)],
    'GET /tasks/{code}': ['/tasks/B.I.1'],
    'GET /tasks/{code}/statuses': ['/tasks/B.I.1/statuses', `/tasks/B.I.1/statuses?unit=${unit}`],
  };
  return routes.flatMap((route) => named[route] ?? [exampleOf(route).path]);
}

/** Ids that an assessment planted later may have: a few after those of the seeds. */
const RESULTS = Array.from({ length: 12 }, (_, at) => String(at + 1));
