import type { Planted } from './planted-rows.ts';

/** How a route is called on behalf of a unit: in the path, the query or the body. */
export interface Example {
  readonly path: string;
  readonly body?: object;
}

/** The rows of a unit that an id in a path leads to. */
export type Rows = Readonly<Record<string, Planted>>;

type OfUnit = (unit: string, rows: Rows) => Example;

const day = '2025-12-01';
/** A day on which nothing falls due. */
const DAYS = 'from=2026-01-02&to=2026-01-02';
const database = (unit: string, rows: Rows) => `/databases/${rows[unit]?.databaseId}`;
const entry = { nameVi: 'x', class: 'none' };

/**
 * Routes on whose call a unit depends. What is sent is sound enough to reach the question whose it is, and is
 * refused after it, so that nothing is written: a data set or a duty that there is not, a version long past,
 * a database that is closed.
 */
export const OF_A_UNIT: Readonly<Record<string, OfUnit>> = {
  'GET /units/{id}': (unit) => ({ path: `/units/${unit}` }),
  'GET /units/{id}/history': (unit) => ({ path: `/units/${unit}/history?dataSet=none` }),
  'GET /units/{id}/work': (unit) => ({ path: `/units/${unit}/work` }),
  'GET /units/{id}/people': (unit) => ({ path: `/units/${unit}/people` }),
  'POST /units/{id}/people': (unit) => ({
    path: `/units/${unit}/people`,
    body: {
      name: 'Spec',
      email: 'sweep@spec.example',
      locale: 'vi',
      validFrom: '2019-01-01',
      validTo: '2018-01-01',
    },
  }),
  'GET /observations': (unit) => ({ path: `/observations?unit=${unit}&size=5` }),
  'GET /duties/due-dates': (unit) => ({ path: `/duties/due-dates?${DAYS}&unit=${unit}` }),
  'GET /duties/due-dates.csv': (unit) => ({ path: `/duties/due-dates.csv?${DAYS}&unit=${unit}` }),
  'GET /duties/due-dates.ics': (unit) => ({ path: `/duties/due-dates.ics?${DAYS}&unit=${unit}` }),
  'GET /guidance/frameworks/{code}/maturity': (unit) => ({
    path: `/guidance/frameworks/none/maturity?unit=${unit}`,
  }),
  'GET /databases': (unit) => ({ path: `/databases?unit=${unit}` }),
  'GET /databases/{id}': (unit, rows) => ({ path: database(unit, rows) }),
  'GET /databases/{id}/inventories/{period}': (unit, rows) => ({
    path: `${database(unit, rows)}/inventories/2025`,
  }),
  'GET /tasks/{code}/statuses': (unit) => ({ path: `/tasks/B.I.1/statuses?unit=${unit}` }),
  'GET /assessments/{id}/results/{unitId}': (unit) => ({ path: `/assessments/none/results/${unit}` }),
  'POST /duties/{code}/submissions': (unit) => ({
    path: '/duties/none/submissions',
    body: { unit, period: '2025', sentOn: day },
  }),
  'POST /duties/{code}/returns': (unit) => ({
    path: '/duties/none/returns',
    body: { unit, period: '2025', returnedOn: day, reason: 'x' },
  }),
  'POST /tasks/{code}/statuses': (unit) => ({
    path: '/tasks/B.I.1/statuses?dataSet=none',
    body: { unit, state: 'done', note: 'x', evidence: [] },
  }),
  'POST /tasks/{code}/statuses/{id}/withdrawal': (unit, rows) => ({
    path: `/tasks/B.I.1/statuses/${rows[unit]?.statusId}/withdrawal`,
    body: { note: 'x' },
  }),
  'POST /guidance/frameworks/{code}/maturity': (unit) => ({
    path: '/guidance/frameworks/none/maturity',
    body: { unit, assessedOn: day, answers: [{ criterion: 'x', met: true }] },
  }),
  'POST /databases': (unit) => ({ path: '/databases?dataSet=none', body: { unit, ...entry } }),
  'POST /databases/{id}/versions': (unit, rows) => ({
    path: `${database(unit, rows)}/versions`,
    body: { ...entry, basedOn: 999, changeNote: 'x' },
  }),
  'POST /databases/{id}/close': (unit, rows) => ({
    path: `${database(unit, rows)}/close`,
    body: { basedOn: 999, closedOn: day, changeNote: 'x' },
  }),
  'POST /databases/{id}/inventories/{period}/steps': (unit, rows) => ({
    path: `${database(unit, rows)}/inventories/2099/steps`,
    body: { action: 'send', actor: 'x', doneOn: day },
  }),
  'POST /databases/{id}/obstacles': (unit, rows) => ({
    path: `${database(unit, rows)}/obstacles`,
    body: { description: 'x', raisedBy: 'x', raisedOn: day },
  }),
  'POST /databases/{id}/obstacles/{obstacle}/steps': (unit, rows) => ({
    path: `${database(unit, rows)}/obstacles/${rows[unit]?.obstacleId}/steps`,
    body: { action: 'handle', actor: 'x', doneOn: day, note: 'x' },
  }),
  'POST /databases/{id}/services': (unit, rows) => ({
    path: `${database(unit, rows)}/services`,
    body: { name: 'x', form: 'x', onLgsp: true, onNdxp: false },
  }),
};

/** The unit is that of the caller's own grant, which the request names: nobody else's grant is told of. */
export const OF_OWN_GRANT: readonly string[] = ['POST /delegations'];

const NOBODY = '00000000-0000-4000-8000-000000000000';

/** What stands for a parameter where no unit depends on it: there is none of that name. */
const PLACEHOLDERS: Readonly<Record<string, string>> = {
  id: '999999999',
  code: 'none',
  unitId: 'none',
  obstacle: '999999999',
  period: '2025',
  node: 'none',
};

/** Parameters of these are of persons, sessions and keys, whose ids are UUIDs. */
const OF_PERSONS = /^\w+ \/(people|sessions|keys|me|delegations)\b/;

/** A call of a route on which no unit depends; of what is written the body is refused after the guard. */
export function exampleOf(route: string): Example {
  const [method = '', path = ''] = route.split(' ');
  const stand = (name: string) => (OF_PERSONS.test(route) ? NOBODY : (PLACEHOLDERS[name] ?? 'none'));
  const filled = path.replaceAll(/\{(\w+)\}/g, (_all, name: string) => stand(name));
  return method === 'GET' || method === 'DELETE' ? { path: filled } : { path: filled, body: {} };
}
