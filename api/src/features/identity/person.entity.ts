import { Column, CreateDateColumn, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** Somebody who may sign in; never deleted, since the trail names the id. */
@Entity('person')
export class Person {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('text')
  name!: string;

  @Column('text')
  email!: string;

  /** The address as it is compared: {@link emailKey}. */
  @Column('text')
  emailKey!: string;

  @Column('text')
  locale!: 'vi' | 'en';

  /** An account of the embedded database that anybody at this machine may use. */
  @Column('boolean')
  demo!: boolean;

  @Column('timestamptz', { nullable: true })
  suspendedAt!: Date | null;

  @Column('text', { nullable: true })
  suspendedBy!: string | null;

  @Column('text', { nullable: true })
  suspendedReason!: string | null;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt!: Date;

  @Column('text')
  createdBy!: string;
}

/** A role of a person for a time; append-only but for its revocation. */
@Entity('role_grant')
export class RoleGrant {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id!: string;

  @Column('uuid')
  personId!: string;

  @Column('text')
  role!: string;

  @Column('text', { nullable: true })
  unitId!: string | null;

  @Column('date')
  validFrom!: string;

  @Column('date', { nullable: true })
  validTo!: string | null;

  @Column('text', { nullable: true })
  reason!: string | null;

  /** The grant it was delegated from: it dies with it. */
  @Column('bigint', { nullable: true })
  delegatedFrom!: string | null;

  @Column('text')
  grantedBy!: string;

  @Column('uuid', { nullable: true })
  grantedByPerson!: string | null;

  @CreateDateColumn({ type: 'timestamptz' })
  grantedAt!: Date;

  @Column('timestamptz', { nullable: true })
  revokedAt!: Date | null;

  @Column('text', { nullable: true })
  revokedBy!: string | null;

  @Column('text', { nullable: true })
  revokedReason!: string | null;
}

/** A way in that works once: the first operator, an invitation, a forgotten password, a locked account. */
@Entity('one_time_link')
export class OneTimeLink {
  @PrimaryColumn('bytea')
  tokenHash!: Buffer;

  @Column('text')
  purpose!: LinkPurpose;

  @Column('uuid', { nullable: true })
  personId!: string | null;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt!: Date;

  @Column('text')
  createdBy!: string;

  @Column('timestamptz')
  expiresAt!: Date;

  @Column('timestamptz', { nullable: true })
  usedAt!: Date | null;
}

export type LinkPurpose = 'first-operator' | 'invitation' | 'password-reset' | 'unlock';
