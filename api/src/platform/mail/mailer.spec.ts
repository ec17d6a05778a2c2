import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { Logger } from '@nestjs/common';
import { simpleParser, type ParsedMail } from 'mailparser';
import { SMTPServer } from 'smtp-server';
import type { LetterKind, LetterLocale, LetterParams } from './letter.js';
import { Mailer, type Mailing } from './mailer.js';

/** What the server took: the letter as its reader's program reads it, and whom the envelope named. */
interface Taken {
  readonly mail: ParsedMail;
  readonly recipients: readonly string[];
}

const taken: Taken[] = [];
const server = new SMTPServer({
  authOptional: true,
  disabledCommands: ['STARTTLS'],
  onRcptTo: ({ address }, _session, done) =>
    done(address.startsWith('nobody') ? new Error('no such mailbox') : null),
  onData(stream, { envelope }, done) {
    void simpleParser(stream).then((mail) => {
      taken.push({ mail, recipients: envelope.rcptTo.map(({ address }) => address) });
      done();
    }, done);
  },
});
let url = '';

beforeAll(async () => {
  Logger.overrideLogger(false);
  await new Promise<void>((ready) => void server.listen(0, '127.0.0.1', ready));
  url = `smtp://127.0.0.1:${(server.server.address() as AddressInfo).port}`;
});
beforeEach(() => void taken.splice(0));
afterAll(async () => {
  Logger.overrideLogger(undefined as never);
  await new Promise<void>((ended) => server.close(ended));
});

const FROM = '"Giám sát dữ liệu" <giamsat@example.vn>';
const mailerAt = (at: string | null): Mailer =>
  new Mailer({ mail: at === null ? null : { url: at, from: FROM } });
const LINK = 'https://giamsat.example.vn/link#kD3_x-9';
const EXPIRES = new Date('2026-12-01T07:05:00Z');
const PARAMS: LetterParams = {
  invitation: {
    name: 'Nguyễn Thị Ánh',
    roles: ['Trưởng đơn vị, Phú Thọ'],
    link: LINK,
    expiresAt: EXPIRES,
  },
  'password-reset': { name: 'Nguyễn Thị Ánh', link: LINK, expiresAt: EXPIRES },
  unlock: { name: 'Nguyễn Thị Ánh', link: LINK, expiresAt: EXPIRES },
  delegation: {
    name: 'Nguyễn Thị Ánh',
    from: 'Đỗ Văn Ưng',
    role: 'Trưởng đơn vị, Phú Thọ',
    validFrom: '2026-12-01',
    validTo: '2026-12-15',
    link: 'https://giamsat.example.vn/profile',
  },
};

function mailing<K extends LetterKind>(
  template: K,
  locale: LetterLocale,
  change: Partial<Mailing<K>> = {},
): Mailing<K> {
  const to = { name: 'Nguyễn Thị Ánh', address: 'anh@example.vn' };
  return { to, locale, template, params: PARAMS[template], ...change };
}

describe('a letter that a mail server takes', () => {
  it.each([
    [
      'invitation',
      'vi',
      'Thư mời sử dụng Hệ thống giám sát Chiến lược dữ liệu quốc gia',
      'Nếu không liên quan',
    ],
    ['invitation', 'en', 'Invitation to the National Data Strategy monitor', 'If this is not for you'],
    [
      'password-reset',
      'vi',
      'Đặt lại mật khẩu: Hệ thống giám sát Chiến lược dữ liệu quốc gia',
      'Nếu không yêu cầu',
    ],
    ['password-reset', 'en', 'New password: National Data Strategy monitor', 'If you did not ask for it'],
    ['unlock', 'vi', 'Mở khóa tài khoản: Hệ thống giám sát Chiến lược dữ liệu quốc gia', 'Nếu không phải do'],
    [
      'unlock',
      'en',
      'Unlock the account: National Data Strategy monitor',
      'If the wrong passwords were not yours',
    ],
    [
      'delegation',
      'vi',
      'Ủy quyền có thời hạn: Hệ thống giám sát Chiến lược dữ liệu quốc gia',
      'Nếu không biết',
    ],
    ['delegation', 'en', 'Delegated for a time: National Data Strategy monitor', 'If you know nothing of it'],
  ] as const)(
    '%s in %s says what it is, until when, and what to do',
    async (kind, locale, subject, unasked) => {
      await expect(mailerAt(url).send(mailing(kind, locale))).resolves.toBe(true);
      const [{ mail, recipients }] = taken as [Taken];
      expect(mail.subject).toBe(subject);
      expect(recipients).toEqual(['anh@example.vn']);
      expect(mail.from?.value).toEqual([{ name: 'Giám sát dữ liệu', address: 'giamsat@example.vn' }]);
      expect(mail.headers.get('auto-submitted')).toBe('auto-generated');
      const html = String(mail.html);
      for (const text of [mail.text ?? '', html]) {
        expect(text).toContain('Nguyễn Thị Ánh');
        expect(text).toContain(unasked);
        expect(text).toContain(PARAMS[kind].link);
        expect(text).toMatch(kind === 'delegation' ? /15\/12\/2026/ : /14:05.*01\/12\/2026/);
      }
      expect(html).toContain(`<html lang="${locale}">`);
      expect(html.match(/href="([^"]+)"/)?.[1]).toBe(PARAMS[kind].link);
    },
  );

  it('writes what a person is called, whatever it holds, as text and never as markup', async () => {
    const name = `Trần "Bình" <b>&'`;
    const params = { ...PARAMS.invitation, name };
    await mailerAt(url).send(mailing('invitation', 'vi', { params, to: { name, address: 'b@example.vn' } }));
    const [{ mail, recipients }] = taken as [Taken];
    expect(recipients).toEqual(['b@example.vn']);
    expect(mail.text).toContain(`Kính gửi ${name},`);
    expect(String(mail.html)).toContain('Trần &quot;Bình&quot; &lt;b&gt;&amp;&#39;');
  });
});

describe('what is not sent', () => {
  it.each([
    ['a name that begins a header', { name: 'An\r\nBcc: tat-ca@example.vn', address: 'an@example.vn' }],
    ['a name with one line feed', { name: 'An\nBcc: tat-ca@example.vn', address: 'an@example.vn' }],
    ['a name with a line separator', { name: 'An\u2028Bcc: x@example.vn', address: 'an@example.vn' }],
    ['an address that begins a header', { name: 'An', address: 'an@example.vn\r\nBcc: x@example.vn' }],
    ['an address that the server does not know', { name: 'An', address: 'nobody@example.vn' }],
  ])('%s', async (_what, to) => {
    await expect(mailerAt(url).send(mailing('invitation', 'vi', { to }))).resolves.toBe(false);
    expect(taken).toEqual([]);
  });

  it('anything, where no server is set or none answers: it is told, nothing is thrown', async () => {
    expect(mailerAt(null).configured).toBe(false);
    await expect(mailerAt(null).send(mailing('unlock', 'vi'))).resolves.toBe(false);
    await expect(mailerAt('smtp://127.0.0.1:9').send(mailing('unlock', 'vi'))).resolves.toBe(false);
    expect(taken).toEqual([]);
  });
});
