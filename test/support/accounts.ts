import { OneTimeLinksService } from '../../api/src/features/identity/one-time-links.service.ts';
import type { LinkPurpose } from '../../api/src/features/identity/person.entity.ts';
import type { Answer, ServedApplication } from './served-application.ts';
import { outcome, Visitor } from './visitor.ts';

export const OPERATOR = {
  name: 'Nguyễn Thị Ánh',
  email: 'Anh.Nguyen@Spec.example',
  password: 'cầu vồng ghế tre',
};
export const READER = {
  name: 'Trần Văn Đạt',
  email: 'dat.tran@spec.example',
  password: 'thuyền giấy trôi ngược',
};

/** Signs in as anybody does. */
export function signIn(
  who: Visitor,
  { email, password }: { readonly email: string; readonly password: string },
): Promise<Answer> {
  return who.post('/session', { email, password });
}

/** People of a spec, made as the product makes them. */
export class Accounts {
  private addresses = 0;

  constructor(private readonly served: ServedApplication) {}

  /** Somebody at an address of their own, so that no test is throttled by another. */
  visitor(address?: string): Visitor {
    this.addresses += 1;
    return new Visitor(this.served, address ?? `203.0.113.${this.addresses}`);
  }

  async link(purpose: LinkPurpose, personId: string, seconds = 3_600): Promise<string> {
    return (await this.served.get(OneTimeLinksService).make(purpose, personId, seconds)).token;
  }

  /** A person without a password, as an invitation leaves them. */
  async invited(email: string): Promise<string> {
    const [row] = await this.served.database.query<{ id: string }[]>(
      `INSERT INTO person (name, email, email_key, created_by) VALUES ($1, $2, $2, 'spec') RETURNING id`,
      [READER.name, email],
    );
    return row?.id ?? '';
  }

  /** A person with the password of {@link READER}. */
  async member(email: string): Promise<string> {
    const id = await this.invited(email);
    const token = await this.link('invitation', id);
    const redeemed = await this.visitor().post('/links/redemption', { token, password: READER.password });
    if (redeemed.status !== 200) throw new Error(`${email}: ${outcome(redeemed)}`);
    return id;
  }
}
