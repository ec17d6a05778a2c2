import type { Page } from 'playwright-core';

/**
 * Signs a page's visitor in with an account for trying out (seeds/demo-people.yaml), as the button of the
 * sign-in page does. Before the first page is opened, or between two.
 */
export async function signInAs(page: Page, account: string): Promise<void> {
  const answer = await page.request.post('/api/v1/session/demo', { data: { account } });
  if (!answer.ok()) throw new Error(`${account} cannot sign in: ${answer.status()} ${await answer.text()}`);
}
