import type { Page, Request } from 'playwright-core';

/** What each page has asked for and not got yet. */
const open = new WeakMap<Page, Set<Request>>();

/** Counts from now on what the page asks of the server. */
export function countQuestions(page: Page): void {
  const asked = new Set<Request>();
  open.set(page, asked);
  page.on('request', (request) => asked.add(request));
  page.on('requestfinished', (request) => asked.delete(request));
  page.on('requestfailed', (request) => asked.delete(request));
}

/** The addresses of the questions of the page that have no answer yet. */
export function openQuestions(page: Page): readonly string[] {
  return [...(open.get(page) ?? [])].map((request) => request.url());
}
