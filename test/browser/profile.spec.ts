import { describe, expect, it } from '@jest/globals';
import { useBrowser } from './harness/journey.ts';
import { finding, open, settled } from './harness/screen.ts';
import { say, saying } from './harness/words.ts';

/** Signs in elsewhere, from another device. @returns whether that sign-in still holds */
async function signInElsewhere(address: string, account: string): Promise<() => Promise<boolean>> {
  const begun = await fetch(`${address}/api/v1/session/demo`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'user-agent': 'curl/8.9' },
    body: JSON.stringify({ account }),
  });
  const cookie = begun.headers.getSetCookie().map((one) => one.split(';')[0]);
  return async () => {
    const answer = await fetch(`${address}/api/v1/session`, { headers: { cookie: cookie.join('; ') } });
    return ((await answer.json()) as { signedIn: boolean }).signedIn;
  };
}

describe('the own account', () => {
  const { visit } = useBrowser();

  it('lists where one is signed in, and ends another session at once', async () => {
    await visit({ as: 'lead-hue' }, async (page) => {
      await open(page, '/profile');
      const holds = await signInElsewhere(new URL(page.url()).origin, 'lead-hue');
      expect(await holds()).toBe(true);
      await page.reload();
      await settled(page);
      const rows = page.locator('dti-session-list li');
      expect(await rows.filter({ hasText: say('sessions.current') }).count()).toBe(1);
      const other = rows.filter({ hasText: 'curl' });
      await other.getByRole('button', { name: saying('sessions.end') }).click();
      await other.getByRole('button', { name: say('sessions.endConfirm') }).click();
      await other.waitFor({ state: 'detached' });
      expect(await holds()).toBe(false);
    });
  });

  it('is told at the address of what is not its own whom to ask', async () => {
    await visit({ as: 'lead-hue' }, async (page) => {
      await open(page, '/import');
      expect(await finding(page)).toBe(say('refused.title.role'));
      const main = await page.locator('main').innerText();
      expect(main).toContain(say('refused.ask.operator'));
      expect(main).toContain('Huế');
      expect(await page.locator('nav').first().innerText()).not.toContain(say('nav.import'));
    });
  });
});
