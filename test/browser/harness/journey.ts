import { afterAll, beforeAll, jest } from '@jest/globals';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { chromium, type Browser, type BrowserContext, type Page } from 'playwright-core';
import { browserBinary } from './browser-binary.ts';
import { countQuestions } from './questions.ts';

/** How a visitor sees the product. */
export interface Look {
  readonly language?: 'vi' | 'en';
  readonly appearance?: 'light' | 'dark';
  readonly width?: number;
  readonly height?: number;
  /** Account for trying out that the visitor is signed in with; nobody without. */
  readonly as?: string;
  /** Problems that the journey itself provokes, such as a refused file; any other fails it. */
  readonly expected?: readonly RegExp[];
}

export interface Journeys {
  /** Opens a page with that look, walks the journey, and fails when the page complained meanwhile. */
  visit(look: Look, journey: (page: Page) => Promise<void>): Promise<void>;
}

const failurePictures = join(import.meta.dirname, '../../../test-results');
/** Root and container accounts cannot have Chromium's sandbox; the pages are the product's own. */
const browserArguments = [
  ...['--no-sandbox', '--disable-background-networking', '--disable-component-update'],
  ...['--font-render-hinting=none', '--disable-domain-reliability', '--no-pings'],
];

/**
 * One browser for the journeys of a spec file. Each begins as a visitor who was never here: nothing is
 * stored and nobody is signed in. What the browser has loaded it keeps, which spares most of the time.
 * @param address where the product is; the one of the whole run unless given
 * @param pictures the folder for pictures of the pages on which a journey failed
 */
export function useBrowser(address: () => string = sharedProduct, pictures = failurePictures): Journeys {
  let browser: Browser | undefined;
  const profiles = new Map<string, BrowserContext>();
  jest.setTimeout(120_000);
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: browserBinary(), args: browserArguments });
  });
  afterAll(async () => {
    await browser?.close();
  });
  return {
    visit: async (look, journey) => {
      if (browser === undefined) throw new Error('the browser is not running');
      const language = look.language ?? 'vi';
      const profile = profiles.get(language) ?? (await makeProfile(browser, address(), language));
      profiles.set(language, profile);
      await walk(profile, { address: address(), pictures }, look, journey);
    },
  };
}

function sharedProduct(): string {
  const url = process.env['TEST_PRODUCT_URL'];
  if (url === undefined)
    throw new Error('TEST_PRODUCT_URL is not set: run the journeys as jest project "browser"');
  return url;
}

async function makeProfile(
  browser: Browser,
  address: string,
  language: 'vi' | 'en',
): Promise<BrowserContext> {
  const profile = await browser.newContext({
    baseURL: address,
    locale: language === 'vi' ? 'vi-VN' : 'en-GB',
    timezoneId: 'Asia/Ho_Chi_Minh',
    reducedMotion: 'reduce',
    acceptDownloads: true,
  });
  profile.setDefaultTimeout(30_000);
  await profile.addInitScript((code) => {
    // What a tab keeps for itself says whether the journey has begun.
    if (sessionStorage.getItem('journey') !== null) return;
    sessionStorage.setItem('journey', 'begun');
    localStorage.clear();
    // Chosen once, as by a visitor before: a later switch on the page stays.
    localStorage.setItem('dti.language', code);
  }, language);
  return profile;
}

async function walk(
  profile: BrowserContext,
  { address, pictures }: { readonly address: string; readonly pictures: string },
  look: Look,
  journey: (page: Page) => Promise<void>,
): Promise<void> {
  const { appearance = 'light', width = 1440, height = 900 } = look;
  const page = await profile.newPage();
  await page.setViewportSize({ width, height });
  await page.emulateMedia({ colorScheme: appearance });
  countQuestions(page);
  const complaints = listen(page, address);
  try {
    if (look.as !== undefined) await signInAs(page, look.as);
    await journey(page);
    const unexpected = complaints.filter((text) => !(look.expected ?? []).some((known) => known.test(text)));
    if (unexpected.length > 0) throw new Error(`the page complained:\n${unexpected.join('\n')}`);
  } catch (error) {
    throw await withPicture(page, pictures, error, complaints);
  } finally {
    await Promise.all(profile.pages().map((open) => open.close()));
    await profile.clearCookies();
  }
}

/** Signs the journey in with an account for trying out, as its button at the sign-in does. */
export async function signInAs(page: Page, account: string): Promise<void> {
  const answer = await page.request.post('/api/v1/session/demo', { data: { account } });
  if (!answer.ok()) throw new Error(`no sign-in as ${account}: ${answer.status()} ${await answer.text()}`);
}

/** What a page complains of: script errors, the console's errors, failed answers, and strangers asked. */
function listen(page: Page, baseURL: string): readonly string[] {
  const complaints: string[] = [];
  page.on('pageerror', (error) => complaints.push(`script error: ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') complaints.push(`console: ${message.text()} (${message.location().url})`);
  });
  page.on('response', (response) => {
    if (response.status() >= 400) complaints.push(`answer ${response.status()}: ${response.url()}`);
  });
  page.on('request', (request) => {
    const own = [baseURL, 'data:', 'blob:'].some((start) => request.url().startsWith(start));
    if (!own) complaints.push(`asked a stranger: ${request.url()}`);
  });
  return complaints;
}

/** The error with the place of a picture of the page as it was, and what the page had complained of. */
async function withPicture(
  page: Page,
  pictures: string,
  error: unknown,
  complaints: readonly string[],
): Promise<unknown> {
  mkdirSync(pictures, { recursive: true });
  const path = join(pictures, `journey-${process.pid}-${Date.now()}.png`);
  const taken = await page.screenshot({ path }).then(
    () => `picture: ${path}`,
    () => 'no picture could be taken',
  );
  if (!(error instanceof Error)) return error;
  error.message += `\n\nat ${page.url()}\n${taken}\n${complaints.join('\n')}`;
  return error;
}
