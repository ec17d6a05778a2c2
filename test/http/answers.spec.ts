import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { z } from 'zod';
import {
  assessmentPageSchema,
  assessmentSchema,
  explanationSchema,
  unitResultPageSchema,
} from '../../api/src/features/assessments/assessment.dto.ts';
import { editionPageSchema, editionSchema } from '../../api/src/features/editions/edition.dto.ts';
import {
  frameworkVersionPageSchema,
  frameworkVersionSchema,
} from '../../api/src/features/frameworks/framework.dto.ts';
import { importPageSchema, importReportSchema } from '../../api/src/features/imports/import.dto.ts';
import {
  dataElementListSchema,
  observationPageSchema,
  sourceListSchema,
} from '../../api/src/features/observations/observation.dto.ts';
import { rankingSchema } from '../../api/src/features/rankings/ranking.dto.ts';
import { unitHistorySchema } from '../../api/src/features/rankings/unit-history.dto.ts';
import { regionListSchema, unitDetailSchema, unitPageSchema } from '../../api/src/features/units/unit.dto.ts';
import { healthSchema } from '../../api/src/platform/health/health.controller.ts';
import { problemSchema } from '../../api/src/platform/openapi/answers.ts';
import { serveApplication, type ServedApplication } from '../support/served-application.ts';

let served: ServedApplication;
beforeAll(async () => {
  served = await serveApplication();
}, 60_000);
afterAll(() => served?.close());

const JSON_TYPE = 'application/json; charset=utf-8';

/** What a schema leaves of an answer: what it does not declare is missing from that. */
function declared(schema: z.ZodType, body: unknown): unknown {
  return schema.parse(body);
}

describe('a read answers what its schema declares, and nothing else', () => {
  const reads: readonly (readonly [string, z.ZodType])[] = [
    ['/health', healthSchema],
    ['/units?size=500', unitPageSchema],
    ['/units?on=2024-12-31&level=province&region=red-river-delta&q=ha', unitPageSchema],
    ['/units/hue', unitDetailSchema],
    ['/units/da-nang-2025?on=2026-01-01', unitDetailSchema],
    ['/units/hue/history', unitHistorySchema],
    ['/units/da-nang-2025/history', unitHistorySchema],
    ['/regions', regionListSchema],
    ['/regions?on=2024-12-31', regionListSchema],
    ['/framework-versions', frameworkVersionPageSchema],
    ['/framework-versions?level=ministry', frameworkVersionPageSchema],
    ['/framework-versions/dti-922-province', frameworkVersionSchema],
    ['/framework-versions/dti-922-nation', frameworkVersionSchema],
    ['/data-elements', dataElementListSchema],
    ['/sources', sourceListSchema],
    ['/observations', observationPageSchema],
    ['/observations?unit=hue&period=2022&dataElement=dti.total&history=true', observationPageSchema],
    ['/assessments', assessmentPageSchema],
    ['/assessments?framework=dti-922-province&period=2022', assessmentPageSchema],
    ['/assessments/1', assessmentSchema],
    ['/assessments/1/results', unitResultPageSchema],
    ['/assessments/1/results?group=province_63&region=red-river-delta&size=3', unitResultPageSchema],
    ['/assessments/1/results/hue', explanationSchema],
    ['/rankings', rankingSchema],
    ['/rankings?edition=dti-2021&group=without_public_service', rankingSchema],
    ['/rankings?edition=dti-2022&revision=1&region=southeast', rankingSchema],
    ['/rankings?assessment=1', rankingSchema],
    ['/editions', editionPageSchema],
    ['/editions/dti-2022', editionSchema],
    ['/editions/dti-2021?revision=1', editionSchema],
    ['/imports', importPageSchema],
    ['/imports/1', importReportSchema],
  ];

  it.each(reads)('%s', async (path, schema) => {
    const answer = await served.ask(path);
    expect([path, answer.status, answer.headers['content-type']]).toEqual([path, 200, JSON_TYPE]);
    expect(declared(schema, answer.json())).toEqual(answer.json());
  });

  it.each(reads)('%s is found unchanged by its tag: 304 and no body', async (path) => {
    const first = await served.ask(path);
    const tag = String(first.headers['etag']);
    expect(tag).toMatch(/^(W\/)?".+"$/);
    expect(first.headers['cache-control']).toBe('no-cache');
    const again = await served.ask(path, { headers: { 'if-none-match': tag } });
    expect([again.status, again.text]).toEqual([304, '']);
    expect((await served.ask(path, { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
  });
});

describe('a write answers what its schema declares', () => {
  const post = (path: string, body: object | string, type = 'application/json') =>
    served.ask(path, { method: 'POST', body, headers: { 'content-type': type } });

  it('a preview, an import, an assessment, a draft and its publication, one after the other', async () => {
    const file = 'unit,dti.total,source\nHuế,0.71,press\nHà Nội,0.70,press\n';
    const query = 'framework=dti-922-province&period=2023';
    const steps: readonly (readonly [number, z.ZodType, () => ReturnType<typeof post>])[] = [
      [200, importReportSchema, () => post(`/imports/preview?${query}`, file, 'text/csv')],
      [201, importReportSchema, () => post(`/imports?${query}`, file, 'text/csv')],
      [201, assessmentSchema, () => post('/assessments', { framework: 'dti-922-province', period: '2023' })],
      [
        201,
        editionSchema,
        () =>
          post('/editions', {
            code: 'dti-2023',
            titleVi: 'Năm 2023',
            titleEn: 'Year 2023',
            assessmentIds: ['6'],
          }),
      ],
      [200, editionSchema, () => post('/editions/dti-2023/publish', {})],
    ];
    for (const [status, schema, step] of steps) {
      const answer = await step();
      expect([answer.status, answer.text.slice(0, 300)]).toEqual([status, expect.any(String)]);
      expect(declared(schema, answer.json())).toEqual(answer.json());
    }
    const ranking = (await served.ask('/rankings')).json<z.infer<typeof rankingSchema>>();
    expect(ranking).toMatchObject({ editionCode: 'dti-2023', period: '2023', basis: 'as_published' });
    expect(ranking.rows.slice(0, 2).map(({ unitId, total }) => [unitId, total])).toEqual([
      ['hue', 0.71],
      ['ha-noi', 0.7],
    ]);
  });
});

describe('a refusal is a problem with a stable code', () => {
  const refusals: readonly (readonly [string, number, string])[] = [
    ['/nothing', 404, 'ROUTE_NOT_FOUND'],
    ['/units/atlantis', 404, 'UNIT_NOT_FOUND'],
    ['/units/atlantis/history', 404, 'UNIT_NOT_FOUND'],
    ['/units?on=2023-02-29', 400, 'REQUEST_INVALID'],
    ['/units?level=village', 400, 'REQUEST_INVALID'],
    ['/units?page=0', 400, 'REQUEST_INVALID'],
    ['/units?page=-1', 400, 'REQUEST_INVALID'],
    ['/units?size=501', 400, 'REQUEST_INVALID'],
    ['/regions?on=yesterday', 400, 'REQUEST_INVALID'],
    ['/framework-versions/dti-0', 404, 'FRAMEWORK_VERSION_NOT_FOUND'],
    ['/observations?history=maybe', 400, 'REQUEST_INVALID'],
    ['/assessments/0', 404, 'ASSESSMENT_NOT_FOUND'],
    ['/assessments/one', 404, 'ASSESSMENT_NOT_FOUND'],
    ['/assessments/1/results/atlantis', 404, 'RESULT_NOT_FOUND'],
    ['/assessments/99/results', 404, 'ASSESSMENT_NOT_FOUND'],
    ['/assessments?period=22', 400, 'REQUEST_INVALID'],
    ['/rankings?edition=dti-1999', 404, 'EDITION_NOT_FOUND'],
    ['/rankings?edition=dti-2022&revision=7', 404, 'EDITION_NOT_FOUND'],
    ['/rankings?edition=dti-2022&revision=x', 400, 'REQUEST_INVALID'],
    ['/rankings?edition=dti-2022&group=nobody', 404, 'GROUP_NOT_FOUND'],
    ['/rankings?edition=dti-2022&region=nowhere', 404, 'REGION_NOT_FOUND'],
    ['/rankings?assessment=99', 404, 'ASSESSMENT_NOT_FOUND'],
    ['/rankings.csv?edition=dti-1999', 404, 'EDITION_NOT_FOUND'],
    ['/rankings.xlsx?lang=fr', 400, 'REQUEST_INVALID'],
    ['/editions/dti-1999', 404, 'EDITION_NOT_FOUND'],
    ['/editions/dti-1999/report.pdf', 404, 'EDITION_NOT_FOUND'],
    ['/editions/dti-2022/report.pdf?date=soon', 400, 'REQUEST_INVALID'],
    ['/imports/99', 404, 'IMPORT_NOT_FOUND'],
    ['/imports/one', 404, 'IMPORT_NOT_FOUND'],
    ['/imports/template.csv', 400, 'REQUEST_INVALID'],
    ['/imports/template.csv?framework=dti-922-province&period=2024', 422, 'PERIOD_OUTSIDE_FRAMEWORK'],
    ['/units/%zz', 400, 'BAD_REQUEST'],
    [`/units/${'a'.repeat(90)}`, 404, 'UNIT_NOT_FOUND'],
    [`/units/${'a'.repeat(200)}`, 414, 'ADDRESS_TOO_LONG'],
  ];

  it.each(refusals)('%s is %i %s', async (path, status, code) => {
    const answer = await served.ask(path);
    const problem = answer.json<z.infer<typeof problemSchema>>();
    expect([answer.status, problem.code]).toEqual([status, code]);
    expect(answer.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(declared(problemSchema, problem)).toEqual(problem);
    expect(problem).toMatchObject({
      status,
      type: `urn:dti-monitor:problem:${code.toLowerCase().replaceAll('_', '-')}`,
    });
    expect(problem.instance).toContain('/api/v1/');
    expect(problem.errors.length > 0).toBe(code === 'REQUEST_INVALID');
  });

  const bodies: readonly (readonly [string, string, unknown, number, string])[] = [
    ['/assessments', 'no framework', { period: '2022' }, 400, 'REQUEST_INVALID'],
    [
      '/assessments',
      'more than is asked for',
      { framework: 'dti-922-province', period: '2022', actor: 'me' },
      400,
      'REQUEST_INVALID',
    ],
    ['/assessments', 'a list', [], 400, 'REQUEST_INVALID'],
    ['/assessments', 'nothing', undefined, 400, 'BAD_REQUEST'],
    ['/assessments', 'null', 'null', 400, 'REQUEST_INVALID'],
    ['/assessments', 'no JSON', '{"framework":', 400, 'BAD_REQUEST'],
    ['/assessments', 'a key that would change every object', '{"__proto__":{"a":1}}', 400, 'BAD_REQUEST'],
    [
      '/assessments',
      'a character that cannot be stored',
      { framework: 'a\u0000b', period: '2022' },
      400,
      'REQUEST_INVALID',
    ],
    [
      '/assessments',
      'the year 0',
      { framework: 'dti-922-province', period: '2022', rosterDate: '0000-01-01' },
      400,
      'REQUEST_INVALID',
    ],
    [
      '/assessments',
      'a period without figures',
      { framework: 'dti-922-ministry', period: '2023' },
      422,
      'NOTHING_TO_SCORE',
    ],
    [
      '/editions',
      'no assessments',
      { code: 'x1', titleVi: 'abc', titleEn: 'abc', assessmentIds: [] },
      400,
      'REQUEST_INVALID',
    ],
    [
      '/editions',
      'an assessment twice',
      { code: 'x1', titleVi: 'abc', titleEn: 'abc', assessmentIds: ['1', '1'] },
      400,
      'REQUEST_INVALID',
    ],
    [
      '/editions',
      'a code with a path',
      { code: '../x', titleVi: 'abc', titleEn: 'abc', assessmentIds: ['1'] },
      400,
      'REQUEST_INVALID',
    ],
    [
      '/editions',
      'an unknown assessment',
      { code: 'x1', titleVi: 'abc', titleEn: 'abc', assessmentIds: ['999'] },
      404,
      'ASSESSMENT_NOT_FOUND',
    ],
    [
      '/editions',
      'two periods',
      { code: 'x1', titleVi: 'abc', titleEn: 'abc', assessmentIds: ['1', '5'] },
      422,
      'EDITION_PERIODS_DIFFER',
    ],
    ['/editions/dti-2022/publish', 'a published edition', {}, 409, 'EDITION_ALREADY_PUBLISHED'],
    ['/editions/dti-1999/publish', 'no edition', {}, 404, 'EDITION_NOT_FOUND'],
  ];
  it.each(bodies)('POST %s with %s', async (path, _what, body, status, code) => {
    const answer = await served.ask(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const problem = answer.json<z.infer<typeof problemSchema>>();
    expect([answer.status, problem.code]).toEqual([status, code]);
    expect(declared(problemSchema, problem)).toEqual(problem);
  });

  it.each(['PUT', 'PATCH', 'DELETE'] as const)('%s is nothing that any route takes', async (method) => {
    const answer = await served.ask('/units', { method });
    expect([answer.status, answer.json()['code']]).toEqual([404, 'ROUTE_NOT_FOUND']);
  });
});
