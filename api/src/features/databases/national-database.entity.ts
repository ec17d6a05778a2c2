import { Column, CreateDateColumn, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { numeric } from '../../platform/database/numeric.js';

export type TermKind =
  | 'condition'
  | 'condition_aspect'
  | 'quality'
  | 'class'
  | 'mark'
  | 'assessment'
  | 'assessment_aspect'
  | 'step';

/** A word of the documents about databases: a condition, a class, a mark, an assessment, a step. */
@Entity('database_term')
export class DatabaseTerm {
  @PrimaryColumn('text')
  kind!: TermKind;

  @PrimaryColumn('text')
  code!: string;

  @Column('integer')
  position!: number;

  /** The condition or assessment that an aspect belongs to. */
  @Column('text', { nullable: true })
  parentCode!: string | null;

  @Column('text')
  nameVi!: string;

  @Column('text')
  nameEn!: string;

  /** The source's own words, or ours where `standing` says so. */
  @Column('text', { nullable: true })
  text!: string | null;

  @Column('text')
  standing!: 'printed' | 'own';

  @Column('text', { array: true })
  legalBasis!: string[];

  /** Of a class: whose databases can be of it. */
  @Column('text', { array: true })
  levels!: string[];

  /** Of a mark: what must be said with it. */
  @Column('text', { array: true })
  needs!: string[];

  @Column('text', { nullable: true })
  actor!: 'owner' | 'it_unit' | null;

  @Column('integer', { nullable: true })
  classGroup!: number | null;

  @Column('text', { array: true })
  sourceIds!: string[];

  @Column('text')
  confidence!: string;
}

/** One of the national databases to be completed first (Decision 142, IV.3.a). */
@Entity('national_database')
export class NationalDatabase {
  @PrimaryColumn('text')
  id!: string;

  @Column('integer')
  position!: number;

  @Column('text')
  nameVi!: string;

  @Column('text')
  nameEn!: string;

  @Column('text')
  shortNameVi!: string;

  @Column('text')
  shortNameEn!: string;

  @Column('text', { array: true })
  legalBasis!: string[];

  @Column('text')
  ownerStanding!: 'implied' | 'not_stated';

  @Column('text', { nullable: true })
  ownerUnitId!: string | null;

  @Column('text', { array: true })
  ownerLegalBasis!: string[];

  @Column('text')
  ownerNoteVi!: string;

  @Column('text')
  ownerNoteEn!: string;

  @Column('text')
  ownerConfidence!: string;

  /** Known, but not read in a source. */
  @Column('text', { nullable: true })
  recollectedOwnerId!: string | null;

  @Column('text', { array: true })
  sourceIds!: string[];

  @Column('text')
  confidence!: string;
}

/** What was published of a national database, with its date. */
@Entity('national_database_fact')
export class NationalDatabaseFact {
  @PrimaryColumn('text')
  databaseId!: string;

  @PrimaryColumn('text')
  code!: string;

  @Column('integer')
  position!: number;

  @Column('text')
  nameVi!: string;

  @Column('text')
  nameEn!: string;

  @Column('numeric', { nullable: true, transformer: numeric })
  value!: number | null;

  @Column('text', { nullable: true })
  unitVi!: string | null;

  @Column('text', { nullable: true })
  unitEn!: string | null;

  /** A day or a month. */
  @Column('text')
  asOf!: string;

  @Column('text')
  textVi!: string;

  @Column('text')
  textEn!: string;

  @Column('text', { array: true })
  sourceIds!: string[];

  @Column('text')
  confidence!: string;
}

/** An owner as the operator sets it, by a document; append-only, the latest counts. */
@Entity('national_database_owner')
export class NationalDatabaseOwner {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id!: string;

  @Column('text')
  databaseId!: string;

  @Column('text')
  unitId!: string;

  @Column('text')
  reference!: string;

  @Column('text')
  reason!: string;

  @CreateDateColumn({ type: 'timestamptz' })
  writtenAt!: Date;

  @Column('text')
  writtenBy!: string;
}

export type AspectState = 'yes' | 'partly' | 'no' | 'no_data';

/** What is asserted of one aspect for a period; append-only, the latest counts. */
@Entity('national_database_assertion')
export class NationalDatabaseAssertion {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id!: string;

  @Column('text')
  dataSet!: string;

  @Column('text')
  databaseId!: string;

  @Column('text')
  period!: string;

  @Column('text')
  aspect!: string;

  @Column('text')
  state!: AspectState;

  @Column('numeric', { nullable: true, transformer: numeric })
  figure!: number | null;

  @Column('text', { nullable: true })
  figureUnit!: string | null;

  @Column('text', { nullable: true })
  evidence!: string | null;

  @Column('text', { nullable: true })
  note!: string | null;

  @CreateDateColumn({ type: 'timestamptz' })
  writtenAt!: Date;

  @Column('text')
  writtenBy!: string;

  /** The day from which it is everybody's; null before. */
  @Column('date', { nullable: true })
  releasedOn?: string | null;
}
