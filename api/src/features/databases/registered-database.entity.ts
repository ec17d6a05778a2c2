import { Column, CreateDateColumn, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** A database that a unit keeps in its register; everything else about it stands in its versions. */
@Entity('registered_database')
export class RegisteredDatabase {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id!: string;

  @Column('text')
  dataSet!: string;

  @Column('text')
  unitId!: string;

  @CreateDateColumn({ type: 'timestamptz' })
  writtenAt!: Date;

  @Column('text')
  writtenBy!: string;
}

/** An entry as it stood from a moment on; append-only, the highest version counts. */
@Entity('registered_database_version')
export class RegisteredDatabaseVersion {
  @PrimaryColumn('bigint')
  databaseId!: string;

  @PrimaryColumn('integer')
  version!: number;

  @Column('text')
  dataSet!: string;

  @Column('text')
  state!: 'open' | 'closed';

  @Column('text')
  nameVi!: string;

  @Column('text', { nullable: true })
  nameEn!: string | null;

  @Column('text', { nullable: true })
  description!: string | null;

  @Column('text')
  class!: string;

  @Column('text', { array: true })
  marks!: string[];

  @Column('text', { nullable: true })
  specialReason!: string | null;

  @Column('text', { nullable: true })
  specialApprover!: string | null;

  @Column('text', { nullable: true })
  informationSystem!: string | null;

  @Column('text', { nullable: true })
  nationalDatabaseId!: string | null;

  /** The document that lists the database. */
  @Column('text', { nullable: true })
  reference!: string | null;

  @Column('date', { nullable: true })
  inUseSince!: string | null;

  @Column('date', { nullable: true })
  closedOn!: string | null;

  /** Why this version is; the first needs none. */
  @Column('text', { nullable: true })
  changeNote!: string | null;

  @CreateDateColumn({ type: 'timestamptz' })
  writtenAt!: Date;

  @Column('text')
  writtenBy!: string;
}
