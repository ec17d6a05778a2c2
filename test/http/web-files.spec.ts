import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { call, type Called } from '../support/http-call.ts';
import { serveApplication, type ServedApplication } from '../support/served-application.ts';

let served: ServedApplication;
let origin: string;
let folder: string;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'dti-monitor-web-'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html><title>DTI</title>');
  writeFileSync(join(folder, 'main-A1B2C3D4.js'), 'void 0;');
  writeFileSync(join(folder, 'favicon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
  served = await serveApplication('migrated', { webRoot: folder });
  origin = await served.listen();
}, 60_000);
afterAll(async () => {
  await served?.close();
  if (folder !== undefined) rmSync(folder, { recursive: true, force: true });
});

function get(path: string): Promise<Called> {
  return call(`${origin}${path}`);
}

describe('the web application beside the API', () => {
  it.each(['/', '/ranking', '/units/hue?edition=dti-2022', '/b%E1%BA%A3n-%C4%91%E1%BB%93'])(
    '%s is its page: it has addresses of its own',
    async (path) => {
      const answer = await get(path);
      expect([answer.status, answer.headers['content-type']]).toEqual([200, 'text/html; charset=utf-8']);
      expect(answer.body.toString()).toContain('<title>DTI</title>');
      expect(answer.headers['cache-control']).toBe('no-cache');
    },
  );

  it('a file whose name tells its content may be kept for ever, any other is asked for again', async () => {
    expect((await get('/main-A1B2C3D4.js')).headers['cache-control']).toBe(
      'public, max-age=31536000, immutable',
    );
    const icon = await get('/favicon.svg');
    expect(icon.headers['cache-control']).toBe('no-cache');
    expect(
      (await call(`${origin}/favicon.svg`, { headers: { 'if-none-match': String(icon.headers['etag']) } }))
        .status,
    ).toBe(304);
  });

  it.each(['/api', '/api/', '/api/v1', '/api/v1/nothing', '/api/v2/units'])(
    '%s is no page but a problem',
    async (path) => {
      const answer = await get(path);
      expect([answer.status, answer.headers['content-type']]).toEqual([
        404,
        'application/problem+json; charset=utf-8',
      ]);
      expect(JSON.parse(answer.body.toString())).toMatchObject({ code: 'ROUTE_NOT_FOUND' });
    },
  );

  it.each([
    '/..%2f..%2fpackage.json',
    '/%2e%2e/package.json',
    '/....//package.json',
    '/%5c..%5cpackage.json',
  ])('%s leads nowhere outside the folder', async (path) => {
    const answer = await get(path);
    expect(answer.body.toString()).not.toContain('dependencies');
    expect(answer.status).toBeLessThan(500);
  });

  it('says to the browser what it may load: nothing from elsewhere, and in no frame', async () => {
    const policy = String((await get('/')).headers['content-security-policy']);
    expect(policy).toContain("default-src 'self'");
    expect(policy).toContain("script-src 'self'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(policy).toContain("frame-ancestors 'none'");
    expect((await get('/api/v1/health')).headers['x-content-type-options']).toBe('nosniff');
  });
});

describe('before anything is loaded', () => {
  it('lists are empty and what is asked for is not there: no failure', async () => {
    const statuses = await Promise.all(
      ['/units', '/editions', '/assessments', '/framework-versions', '/sources'].map(async (path) => {
        const answer = await get(`/api/v1${path}`);
        const body = JSON.parse(answer.body.toString()) as { items?: unknown[] };
        return [answer.status, (body.items ?? body) as unknown];
      }),
    );
    expect(statuses).toEqual(Array(5).fill([200, []]));
    expect(JSON.parse((await get('/api/v1/rankings')).body.toString())).toMatchObject({
      code: 'EDITION_NOT_FOUND',
    });
  });
});
