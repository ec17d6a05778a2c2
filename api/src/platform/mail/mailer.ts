import { Inject, Injectable, Logger } from '@nestjs/common';
import { createTransport, type Transporter } from 'nodemailer';
import { SETTINGS, type MailSettings, type Settings } from '../../config/settings.js';
import { composeLetter } from './compose.js';
import type { LetterKind, LetterLocale, LetterParams } from './letter.js';

/** A letter to one person. */
export interface Mailing<K extends LetterKind> {
  readonly to: { readonly name: string; readonly address: string };
  readonly locale: LetterLocale;
  readonly template: K;
  readonly params: LetterParams[K];
}

/** A server that does not answer must not hold the request for long. */
const PATIENCE = { connectionTimeout: 5_000, greetingTimeout: 5_000, socketTimeout: 10_000 };
const LOOPBACK = new Set(['localhost', '127.0.0.1', '[::1]']);

/** Hands letters over to the mail server of the installation. */
@Injectable()
export class Mailer {
  private readonly log = new Logger('Mail');
  private readonly transport: Transporter | null;
  private readonly from: string;

  constructor(@Inject(SETTINGS) { mail }: Pick<Settings, 'mail'>) {
    this.transport = mail ? transportFor(mail) : null;
    this.from = mail?.from ?? '';
  }

  /** Whether there is a server to hand letters to; without one, links are shown to whoever made them. */
  get configured(): boolean {
    return this.transport !== null;
  }

  /**
   * Hands a letter over. What it is about stands whether it goes out or not, so a failure is logged, without
   * names and addresses, and told.
   * @returns whether the server took it
   */
  async send<K extends LetterKind>({ to, locale, template, params }: Mailing<K>): Promise<boolean> {
    if (this.transport === null) return false;
    if (![to.name, to.address].every(isOneLine)) {
      this.log.warn(`${template}: refused, a name or an address holds control characters`);
      return false;
    }
    try {
      const letter = composeLetter(template, locale, params);
      await this.transport.sendMail({ ...letter, from: this.from, to: { ...to }, headers: AUTOMATIC });
      return true;
    } catch (error) {
      this.log.warn(`${template}: the mail server did not take it (${codeOf(error)})`);
      return false;
    }
  }
}

/** Nobody's absence note answers it. */
const AUTOMATIC = { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' };

/**
 * A link in a letter opens an account, so that it goes by TLS alone, but to a server on this machine; who has
 * a relay without TLS in a network of their own says so with `?ignoreTLS=true`.
 */
function transportFor({ url }: MailSettings): Transporter {
  const { hostname, searchParams } = new URL(url);
  const plain = LOOPBACK.has(hostname) || searchParams.get('ignoreTLS') === 'true';
  return createTransport({ url, ...PATIENCE, ...(plain ? {} : { requireTLS: true }) });
}

/** What goes into a header must not begin another. */
function isOneLine(text: string): boolean {
  return !/\p{Cc}|\p{Zl}|\p{Zp}/u.test(text);
}

/** The code of the connection or of the server; its words may hold the address. */
function codeOf(error: unknown): string {
  const { code = 'unknown', responseCode = 0 } = error as { code?: string; responseCode?: number };
  return responseCode === 0 ? code : `${code} ${responseCode}`;
}
