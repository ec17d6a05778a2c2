import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { accessibilityFaults } from './accessibility.ts';
import { useBrowser } from './journey.ts';

/** The harness must fail a journey whose page is at fault; these pages are. */
const pages: Record<string, string> = {
  '/good': '<button>Xếp hạng</button>',
  '/unnamed': '<button></button>',
  '/pale': '<p style="color:#aaa;background:#fff">Khó đọc</p>',
  '/small':
    '<a href="#a" style="font-size:6px;line-height:1">a</a><br><a href="#b" style="font-size:6px;line-height:1">b</a>',
  '/empty': '',
  '/script-error': '<script>missing()</script>',
  '/console-error': '<script>console.error("hỏng")</script>',
  '/lost-picture': '<img src="/nowhere.png" alt="">',
  '/stranger': '<img src="http://192.0.2.1/a.png" alt="">',
};

describe('the harness of the journeys', () => {
  let server: Server;
  let url = '';
  const pictures = mkdtempSync(join(tmpdir(), 'harness-'));
  const { visit } = useBrowser(() => url, pictures);

  beforeAll(async () => {
    server = createServer((request, response) => {
      const body = pages[request.url ?? ''];
      if (request.url === '/favicon.ico') return void response.writeHead(204).end();
      if (body === undefined) return void response.writeHead(404).end();
      response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' });
      const main = body === '' ? '' : `<main><h1>Thử</h1>${body}</main>`;
      response.end(`<!doctype html><html lang="vi"><title>Thử</title><body>${main}</body></html>`);
    }).listen(0, '127.0.0.1');
    await once(server, 'listening');
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  });

  afterAll(() => {
    server.close();
    rmSync(pictures, { recursive: true, force: true });
  });

  it('lets a sound page pass, as it was asked to look', async () => {
    await visit({ language: 'en', appearance: 'dark', width: 390 }, async (page) => {
      await page.goto('/good');
      expect(await accessibilityFaults(page)).toEqual([]);
      const seen = await page.evaluate(() => [
        localStorage.getItem('dti.language'),
        matchMedia('(prefers-color-scheme: dark)').matches,
        innerWidth,
      ]);
      expect(seen).toEqual(['en', true, 390]);
    });
  });

  it.each([
    ['/unnamed', 'button-name'],
    ['/pale', 'color-contrast'],
    ['/small', 'target-size'],
    ['/empty', 'the page is empty'],
  ])('names the fault of %s: %s', async (path, rule) => {
    await visit({}, async (page) => {
      await page.goto(path);
      expect((await accessibilityFaults(page)).join('\n')).toMatch(new RegExp(rule));
    });
  });

  it.each([
    ['/script-error', /script error: ReferenceError/],
    ['/console-error', /console: hỏng/],
    ['/lost-picture', /answer 404: .*nowhere\.png/],
    ['/stranger', /asked a stranger: http:\/\/192\.0\.2\.1/],
  ])('fails a journey through %s', async (path, complaint) => {
    const journey = visit({}, async (page) => {
      await page.goto(path, { waitUntil: 'commit' });
      await page.waitForTimeout(200);
    });
    await expect(journey).rejects.toThrow(complaint);
  });

  it('leaves a picture of the page on which a journey failed', async () => {
    const failure: unknown = await visit({}, async (page) => {
      await page.goto('/good');
      throw new Error('as planned');
    }).catch((error: unknown) => error);
    const picture = /as planned\n\nat .*\/good\npicture: (\S+)/.exec(String(failure))?.[1];
    expect(picture !== undefined && existsSync(picture)).toBe(true);
  });

  it('lets a problem pass that the journey itself provokes', async () => {
    await visit({ expected: [/nowhere\.png/] }, async (page) => {
      await page.goto('/lost-picture');
    });
  });
});
