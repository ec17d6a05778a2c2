import type { Answer, Asked, ServedApplication } from './served-application.ts';

/** A browser that signs in and out: it keeps cookies and sends the token against forged requests along. */
export class Visitor {
  readonly cookies = new Map<string, string>();

  constructor(
    private readonly served: Pick<ServedApplication, 'askAs'>,
    readonly address: string,
  ) {}

  async ask(path: string, asked: Asked = {}): Promise<Answer> {
    const xsrf = this.cookies.get('XSRF-TOKEN');
    const cookie = [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await this.served.askAs(null, path, {
      remoteAddress: this.address,
      ...asked,
      headers: {
        ...(cookie === '' ? {} : { cookie }),
        ...(xsrf === undefined ? {} : { 'x-xsrf-token': xsrf }),
        ...asked.headers,
      },
    });
    this.keep(answer);
    return answer;
  }

  post(path: string, body: object): Promise<Answer> {
    return this.ask(path, { method: 'POST', body });
  }

  delete(path: string, body?: object): Promise<Answer> {
    return this.ask(path, { method: 'DELETE', ...(body === undefined ? {} : { body }) });
  }

  /** The same browser as it is now, for instance as somebody who copied its cookies. */
  copy(): Visitor {
    const other = new Visitor(this.served, this.address);
    for (const [name, value] of this.cookies) other.cookies.set(name, value);
    return other;
  }

  private keep({ headers }: Answer): void {
    for (const line of [headers['set-cookie'] ?? []].flat() as string[]) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
  }
}

/** Status and stable code of an answer. */
export function outcome(answer: Answer): string {
  const code = answer.text === '' ? undefined : (answer.json()['code'] as string | undefined);
  return code === undefined ? String(answer.status) : `${answer.status} ${code}`;
}
