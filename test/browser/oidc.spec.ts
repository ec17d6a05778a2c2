import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { startProvider, type TestProvider } from '../support/identity-provider.ts';
import { accessibilityFaults } from './harness/accessibility.ts';
import { useBrowser } from './harness/journey.ts';
import { arrived, finding, open, settled } from './harness/screen.ts';
import { say, saying } from './harness/words.ts';

const product = () => process.env['TEST_PRODUCT_URL'] ?? '';

let provider: TestProvider;
beforeAll(async () => {
  provider = await startProvider(
    [`${product()}/api/v1/oidc/callback`],
    Number(process.env['TEST_PROVIDER_PORT']),
  );
});
afterAll(() => provider?.stop());

const statusOf = async (key: string) =>
  (await fetch(`${product()}/api/v1/session`, { headers: { authorization: `Bearer ${key}` } })).status;

describe('sign-in by the identity provider', () => {
  const { visit } = useBrowser();

  it('leads back to the page, with the role of the claims, where a key is made, seen once and revoked', async () => {
    provider.account = {
      sub: 'journey',
      amr: ['pwd', 'otp'],
      claims: {
        name: 'Nguyễn Thị Lan',
        email: 'lan@hue.example',
        email_verified: true,
        groups: ['dti-lead'],
        agency: 'hue',
      },
    };
    await visit({ expected: [/asked a stranger: http:\/\/127\.0\.0\.1/] }, async (page) => {
      await open(page, '/sign-in?returnTo=/profile/keys');
      await page.getByRole('link', { name: say('signIn.byProvider', { name: 'tài khoản thử' }) }).click();
      await arrived(page, saying('keys.finding.none'));
      expect(new URL(page.url()).pathname).toBe('/profile/keys');

      await page.getByLabel(say('keys.form.name')).fill('Cổng báo cáo');
      await page.locator('dti-key-form mat-checkbox input').first().check();
      await page.getByRole('button', { name: say('keys.form.make') }).click();
      await page.locator('dti-made-key h2:focus').waitFor();
      await settled(page);
      expect(await finding(page)).toBe(say('keys.finding.some', { count: 1 }));
      expect(await page.locator('dti-key-list').innerText()).toContain('Huế');
      expect(await accessibilityFaults(page)).toEqual([]);
      const key = await page.locator('dti-made-key .key').innerText();
      expect(await statusOf(key)).toBe(200);

      await page.reload();
      await settled(page);
      expect(await page.locator('main').innerText()).not.toContain(key.slice(13));
      await page.getByRole('button', { name: say('keys.revoke.of', { name: 'Cổng báo cáo' }) }).click();
      await page
        .locator('.confirm')
        .getByRole('button', { name: say('keys.revoke') })
        .click();
      await arrived(page, saying('keys.finding.none'));
      expect(await statusOf(key)).toBe(401);
    });
  });

  it('says what to do where it was refused', async () => {
    provider.account = {
      sub: 'nobody',
      claims: { email: 'nobody@hue.example', email_verified: true, groups: [] },
    };
    await visit({ expected: [/asked a stranger: http:\/\/127\.0\.0\.1/] }, async (page) => {
      await open(page, '/sign-in');
      await page.getByRole('link', { name: say('signIn.byProvider', { name: 'tài khoản thử' }) }).click();
      await page.getByText(say('signIn.failed.providerUnknown')).waitFor();
    });
  });
});
