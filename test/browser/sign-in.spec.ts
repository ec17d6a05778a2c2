import { describe, expect, it } from '@jest/globals';
import type { Page } from 'playwright-core';
import { appCode } from '../support/authenticator-app.ts';
import { accessibilityFaults } from './harness/accessibility.ts';
import { useBrowser } from './harness/journey.ts';
import { arrived, choose, open, settled } from './harness/screen.ts';
import { say, saying } from './harness/words.ts';

const PERSON = { name: 'Nguyễn Thị Ánh', email: 'anh@spec.example', password: 'cầu vồng ghế tre' };
/** Refusals that the journey provokes: a weak password, a used link, a wrong password. */
const EXPECTED = [/ (?:401|404|422)\b/, /answer (?:401|404|422)/, /status of (?:401|404|422)/];

const LEAD = { name: 'Trần Quang Minh', email: 'minh@spec.example', password: 'sông Thao mùa nước nổi' };
const REPORTER = 'Dùng thử: Cán bộ báo cáo, Phú Thọ';

const fill = (page: Page, field: string, text: string): Promise<void> =>
  page.locator(`main input[name="${field}"]`).fill(text);
const send = async (page: Page): Promise<void> => {
  await page.locator('main button[type="submit"]').click();
  await settled(page);
};

describe('signing in', () => {
  const { visit } = useBrowser();
  const link = (): string => process.env['TEST_FIRST_OPERATOR_LINK'] ?? '';
  let secret = '';
  let invitation = '';

  it('makes the first operator by the link of the start, with a second factor', async () => {
    await visit({ expected: EXPECTED }, async (page) => {
      await page.goto(link());
      await arrived(page, saying('signIn.link.firstOperator'));
      // The token has left the address.
      expect(new URL(page.url()).hash).toBe('');
      expect(await accessibilityFaults(page)).toEqual([]);
      await fill(page, 'name', PERSON.name);
      await fill(page, 'email', PERSON.email);
      await fill(page, 'password', 'matkhau123456');
      await send(page);
      expect(await page.locator('main').innerText()).toContain(say('signIn.failed.common'));
      await fill(page, 'password', PERSON.password);
      await send(page);
      await arrived(page, saying('signIn.enrol.title'));
      await page.getByRole('button', { name: say('signIn.enrol.begin') }).click();
      await page.getByText(say('signIn.enrol.type')).click();
      secret = await page.locator('dti-enrolment-card code').innerText();
      await settled(page);
      expect(await accessibilityFaults(page)).toEqual([]);
      await fill(page, 'code', appCode(secret));
      await send(page);
      await arrived(page, saying('signIn.codes.title'));
      expect(await page.locator('dti-recovery-codes li').count()).toBe(10);
      expect(await accessibilityFaults(page)).toEqual([]);
      await page.getByLabel(say('signIn.codes.kept')).check();
      await page.getByRole('button', { name: say('signIn.continue') }).click();
      await page.waitForURL((url) => url.pathname === '/');
      // No mail is set up here: the link is shown, once, to whoever invites.
      await page.getByRole('link', { name: say('nav.people') }).click();
      await page.getByRole('link', { name: say('people.invite') }).click();
      await page.getByLabel(say('unitChange.search')).fill('phu tho');
      await page.getByRole('button', { name: 'Tỉnh Phú Thọ' }).click();
      await page.getByRole('button', { name: say('people.addRole') }).click();
      await page.getByLabel(say('people.name')).fill(LEAD.name);
      await page.getByLabel(say('people.email')).fill(LEAD.email);
      await page.getByRole('button', { name: say('people.inviteSend') }).click();
      invitation = await page.locator('dti-invited-notice code').innerText();
    });
  });

  it('asks for the code, goes back to where it was wanted, and takes the link no second time', async () => {
    await visit({ expected: EXPECTED, appearance: 'dark', width: 390 }, async (page) => {
      await open(page, '/sign-in?returnTo=/units');
      expect(await accessibilityFaults(page)).toEqual([]);
      await fill(page, 'email', PERSON.email);
      await fill(page, 'password', 'không phải mật khẩu');
      await send(page);
      expect(await page.locator('main').innerText()).toContain(say('signIn.failed.refused'));
      await fill(page, 'password', PERSON.password);
      await send(page);
      await arrived(page, saying('signIn.code.title'));
      expect(await accessibilityFaults(page)).toEqual([]);
      await fill(page, 'code', appCode(secret, 1));
      await page.locator('main button[type="submit"]').click();
      await page.waitForURL((url) => url.pathname === '/units');
      await page.goto(link());
      await page.getByText(say('signIn.link.notValid')).waitFor();
    });
  });

  it('lets a unit lead in by invitation, with a second factor, who delegates to a reporter for a time', async () => {
    await visit({ expected: EXPECTED }, async (page) => {
      await page.goto(invitation);
      await arrived(page, saying('signIn.link.invitation'));
      await fill(page, 'password', LEAD.password);
      await send(page);
      await open(page, '/profile');
      await page.getByRole('button', { name: say('secondFactor.begin') }).click();
      await page.getByText(say('signIn.enrol.type')).click();
      await fill(page, 'code', appCode(await page.locator('dti-enrolment-card code').innerText()));
      await page.locator('dti-second-factor-enrolment button[type="submit"]').click();
      await page.getByLabel(say('signIn.codes.kept')).check();
      await page.getByRole('button', { name: say('signIn.continue') }).click();
      await page.getByText(saying('secondFactor.on')).waitFor();
      await page.getByRole('link', { name: say('nav.unitPeople') }).click();
      await settled(page);
      // The label of an empty select lies over it: opened by the keyboard.
      await page.getByRole('combobox', { name: say('unitPeople.delegate.person') }).press('Enter');
      await page.getByRole('option', { name: REPORTER }).click();
      await choose(page, say('unitPeople.delegate.role'), say('role.unit_lead'));
      await page.getByRole('button', { name: say('unitPeople.delegate'), exact: true }).click();
      const made = page.locator('dti-delegation-list li');
      await made.waitFor();
      expect(await made.innerText()).toContain(say('unitPeople.delegation.current'));
      expect(await accessibilityFaults(page)).toEqual([]);
    });
  });

  it('shows the reporter for whom it is, and refuses the address of another unit with the reason', async () => {
    await visit({ as: 'reporter-phu-tho', expected: EXPECTED }, async (page) => {
      await open(page, '/units/hue/work');
      const shown = await page.locator('body').innerText();
      expect(shown).toContain(LEAD.name);
      expect(shown).toContain(say('refused.title.otherUnit'));
      expect(shown).toContain('Thành phố Huế');
      expect(await page.locator('dti-unit-work-page').count()).toBe(0);
    });
  });
});
