import { Column, CreateDateColumn, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** A password, as argon2id with its parameters and salt. */
@Entity('password_credential')
export class PasswordCredential {
  @PrimaryColumn('uuid')
  personId!: string;

  @Column('text')
  hash!: string;

  @CreateDateColumn({ type: 'timestamptz' })
  setAt!: Date;
}

/** The secret of a second factor, sealed with the key of the installation. */
@Entity('totp_credential')
export class TotpCredential {
  @PrimaryColumn('uuid')
  personId!: string;

  @Column('bytea')
  sealedSecret!: Buffer;

  @Column('timestamptz', { nullable: true })
  confirmedAt!: Date | null;

  /** The last 30-second step of which a code was used. */
  @Column('bigint', { nullable: true })
  lastStep!: string | null;
}

@Entity('recovery_code')
export class RecoveryCode {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id!: string;

  @Column('uuid')
  personId!: string;

  @Column('bytea')
  codeHash!: Buffer;

  @CreateDateColumn({ type: 'timestamptz' })
  madeAt!: Date;

  @Column('timestamptz', { nullable: true })
  usedAt!: Date | null;
}

/** Who somebody is at an identity provider. */
@Entity('oidc_identity')
export class OidcIdentity {
  @PrimaryColumn('text')
  issuer!: string;

  @PrimaryColumn('text')
  subject!: string;

  @Column('uuid')
  personId!: string;

  @CreateDateColumn({ type: 'timestamptz' })
  linkedAt!: Date;
}
