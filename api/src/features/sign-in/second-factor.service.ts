import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SETTINGS, type Settings } from '../../config/settings.js';
import type { PersonPrincipal } from '../../platform/access/principal.js';
import { AuditLog } from '../../platform/audit/audit-log.js';
import type { Problem } from '../../platform/http/problem.js';
import { seal, unseal } from '../../platform/secrets/seal.js';
import type { Exchange } from '../identity/exchange.js';
import { SessionsService } from '../identity/sessions.service.js';
import type { EnrolmentDto, RecoveryCodesDto, SecondFactorDto } from './account.dto.js';
import { CredentialsRepository } from './credentials.repository.js';
import { ownPerson, signedInPerson } from './own-person.js';
import { hashOfRecoveryCode, newRecoveryCodes } from './recovery-codes.js';
import { SecondFactorRepository, type TotpRow } from './second-factor.repository.js';
import { codeRefused, secondFactorNotSet, secondFactorSet, secretKeyDiffers } from './sign-in.errors.js';
import type { SecondFactorCode, SignInAnswer } from './sign-in.dto.js';
import { ThrottleService } from './throttle.service.js';
import { enrolmentCard, newTotpSecret, stepOfCode } from './totp.js';

/** The second factor: an authenticator app, and recovery codes for when it is lost. */
@Injectable()
export class SecondFactorService {
  constructor(
    private readonly repository: SecondFactorRepository,
    private readonly credentials: CredentialsRepository,
    private readonly sessions: SessionsService,
    private readonly throttle: ThrottleService,
    private readonly audit: AuditLog,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** Second step of a sign-in: the session gets full strength, and a new token with it. */
  async prove({ code }: SecondFactorCode, exchange: Exchange): Promise<SignInAnswer> {
    const principal = ownPerson();
    const row = await this.repository.totp(principal.personId);
    if (row?.confirmedAt == null) throw secondFactorNotSet();
    await this.check(principal.personId, row, code, 'second-factor.use');
    await this.strengthen(principal, exchange);
    return { next: 'done' };
  }

  async state(): Promise<SecondFactorDto> {
    const { personId } = signedInPerson();
    const row = await this.repository.totp(personId);
    const since = row?.confirmedAt ?? null;
    return {
      enrolled: since !== null,
      since: since?.toISOString() ?? null,
      recoveryCodesLeft: await this.repository.recoveryCodesLeft(personId),
    };
  }

  /** Offers a secret to an app; it counts once a code of it was given. @throws Problem SECOND_FACTOR_SET */
  async offer(): Promise<EnrolmentDto> {
    const { personId } = ownPerson();
    const account = await this.credentials.byId(personId);
    const secret = newTotpSecret();
    const kept = await this.repository.offer(personId, seal(this.key(), placeOf(personId), secret));
    if (!kept) throw secondFactorSet();
    return enrolmentCard(secret, account?.email ?? '');
  }

  /**
   * Confirms the offered secret by a code of it and gives out the recovery codes.
   * @throws Problem SECOND_FACTOR_NOT_SET, SECOND_FACTOR_SET, SECOND_FACTOR_REFUSED, SIGN_IN_THROTTLED
   */
  async confirm({ code }: SecondFactorCode, exchange: Exchange): Promise<RecoveryCodesDto> {
    const principal = ownPerson();
    const { personId } = principal;
    const row = await this.repository.totp(personId);
    if (row === null) throw secondFactorNotSet();
    if (row.confirmedAt !== null) throw secondFactorSet();
    await this.throttle.countCode(personId);
    const step = stepOfCode(this.secretOf(personId, row), plainCode(code), null, Date.now());
    if (step === null) throw await this.refusal(personId, 'second-factor.enrol');
    await this.throttle.codePassed(personId);
    const codes = newRecoveryCodes();
    await this.repository.transaction(async (manager) => {
      if (!(await this.repository.confirm(personId, step, manager))) throw secondFactorSet();
      await this.replaceCodes(personId, codes, manager);
      await this.audit.record({ action: 'second-factor.enrol', object: `person:${personId}` }, manager);
    });
    await this.strengthen(principal, exchange);
    return { recoveryCodes: [...codes] };
  }

  /** New recovery codes for a code; the old ones hold no longer. */
  async renewRecoveryCodes({ code }: SecondFactorCode): Promise<RecoveryCodesDto> {
    const { personId } = ownPerson();
    await this.checkOwn(personId, code);
    const codes = newRecoveryCodes();
    await this.repository.transaction(async (manager) => {
      await this.replaceCodes(personId, codes, manager);
      await this.audit.record({ action: 'recovery-codes.renew', object: `person:${personId}` }, manager);
    });
    return { recoveryCodes: [...codes] };
  }

  /** Takes the own second factor away for a code; every session ends, and this one goes on with less. */
  async removeOwn({ code }: SecondFactorCode, exchange: Exchange): Promise<void> {
    const principal = ownPerson();
    await this.checkOwn(principal.personId, code);
    await this.remove(principal.personId, principal.sessionId, 'second-factor.remove');
    const via = await this.repository.viaOf(principal.sessionId);
    await this.sessions.begin({ personId: principal.personId, strength: 'one-factor', via }, exchange);
  }

  /** Takes the second factor of a person away, who lost it; who may do that is the caller's to ask. */
  async reset(personId: string): Promise<void> {
    await this.remove(personId, null, 'second-factor.reset');
  }

  private async remove(personId: string, but: string | null, action: string): Promise<void> {
    await this.repository.transaction(async (manager) => {
      const removed = await this.repository.remove(personId, manager);
      await this.sessions.endAll(personId, but, action, manager);
      await this.audit.record(
        { action, object: `person:${personId}`, before: { enrolled: removed } },
        manager,
      );
    });
    await this.throttle.codePassed(personId);
  }

  private async strengthen({ personId, sessionId }: PersonPrincipal, exchange: Exchange): Promise<void> {
    const via = await this.repository.viaOf(sessionId);
    await this.sessions.begin({ personId, strength: 'two-factor', via }, exchange);
  }

  private async checkOwn(personId: string, code: string): Promise<void> {
    const row = await this.repository.totp(personId);
    if (row?.confirmedAt == null) throw secondFactorNotSet();
    await this.check(personId, row, code, 'second-factor.use');
  }

  /** @throws Problem SECOND_FACTOR_REFUSED, SIGN_IN_THROTTLED */
  private async check(personId: string, row: TotpRow, code: string, action: string): Promise<void> {
    await this.throttle.countCode(personId);
    const recovery = hashOfRecoveryCode(code);
    const step =
      recovery === null
        ? stepOfCode(this.secretOf(personId, row), plainCode(code), row.lastStep, Date.now())
        : null;
    const used = await this.repository.transaction(async (manager) => {
      const took =
        recovery === null
          ? step !== null && (await this.repository.useStep(personId, step, manager))
          : await this.repository.useRecoveryCode(personId, recovery, manager);
      if (!took) return false;
      const kind = recovery === null ? 'app' : 'recovery code';
      const left = await this.repository.recoveryCodesLeft(personId, manager);
      const after = { kind, recoveryCodesLeft: left };
      await this.audit.record({ action, object: `person:${personId}`, after }, manager);
      return true;
    });
    if (!used) throw await this.refusal(personId, action);
    await this.throttle.codePassed(personId);
  }

  /** Notes a wrong code, and what is answered to it. */
  private async refusal(personId: string, action: string): Promise<Problem> {
    await this.audit.record({ action, object: `person:${personId}`, outcome: 'refused' });
    return codeRefused();
  }

  private async replaceCodes(
    personId: string,
    codes: readonly string[],
    manager: EntityManager,
  ): Promise<void> {
    const hashes = codes.flatMap((code) => hashOfRecoveryCode(code) ?? []);
    await this.repository.replaceRecoveryCodes(personId, hashes, manager);
  }

  private secretOf(personId: string, { sealedSecret }: TotpRow): Buffer {
    const secret = unseal(this.key(), placeOf(personId), sealedSecret);
    if (secret === null) throw secretKeyDiffers();
    return secret;
  }

  private key(): Buffer {
    const { secretKey } = this.settings;
    if (secretKey == null) throw secretKeyDiffers();
    return secretKey;
  }
}

/** A sealed secret opens in this row alone. */
function placeOf(personId: string): string {
  return `totp:${personId}`;
}

/** Apps show a code in two groups; typed so, it is the same. */
function plainCode(code: string): string {
  return code.replaceAll(/\s/g, '');
}
