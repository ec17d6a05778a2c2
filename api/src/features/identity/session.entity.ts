import { Column, CreateDateColumn, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Strength } from '../../platform/access/principal.js';

/** A sign-in and how long it holds; the browser has the token, the table its hash. */
@Entity('person_session')
export class PersonSession {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('bytea')
  tokenHash!: Buffer;

  @Column('uuid')
  personId!: string;

  @Column('text')
  strength!: Strength;

  @Column('text')
  via!: SessionVia;

  @Column('bytea')
  csrfHash!: Buffer;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt!: Date;

  @CreateDateColumn({ type: 'timestamptz' })
  lastSeenAt!: Date;

  @Column('integer')
  idleSeconds!: number;

  @Column('timestamptz')
  absoluteEnd!: Date;

  @Column('text', { nullable: true })
  address!: string | null;

  @Column('text', { nullable: true })
  agent!: string | null;

  @Column('timestamptz', { nullable: true })
  endedAt!: Date | null;

  @Column('text', { nullable: true })
  endedBy!: string | null;

  @Column('text', { nullable: true })
  endedReason!: string | null;
}

export type SessionVia = 'password' | 'link' | 'oidc' | 'demo';

/** What a machine shows to act for a person; the key itself is nowhere but with its owner. */
@Entity('api_key')
export class ApiKey {
  @PrimaryGeneratedColumn('uuid')
  id!: string;

  @Column('uuid')
  personId!: string;

  @Column('text')
  name!: string;

  @Column('text')
  prefix!: string;

  @Column('bytea')
  keyHash!: Buffer;

  @Column('text', { array: true })
  actions!: string[];

  @Column('bigint')
  grantId!: string;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt!: Date;

  @Column('timestamptz')
  expiresAt!: Date;

  @Column('timestamptz', { nullable: true })
  lastUsedAt!: Date | null;

  @Column('text', { nullable: true })
  lastUsedAddress!: string | null;

  @Column('timestamptz', { nullable: true })
  revokedAt!: Date | null;

  @Column('text', { nullable: true })
  revokedBy!: string | null;
}
