import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

/** One predecessor and one successor of a change; equal for a change of name or kind. */
@Entity('succession')
export class Succession {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id!: string;

  @Column('text')
  change!: string;

  @Column('date')
  effectiveDate!: string;

  @Column('text')
  predecessorId!: string;

  @Column('text')
  successorId!: string;

  @Column('text', { nullable: true })
  legalBasis!: string | null;

  @Column('text')
  confidence!: string;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('text', { array: true })
  sourceIds!: string[];
}

/** The ministry that answers for the index and issues the report, by date. */
@Entity('ministry_in_charge')
export class MinistryInCharge {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id!: string;

  @Column('text')
  unitId!: string;

  /** As it stands in document numbers: 05/BC-BKHCN. */
  @Column('text')
  abbreviation!: string;

  @Column('date', { nullable: true })
  validFrom!: string | null;

  @Column('date', { nullable: true })
  validTo!: string | null;

  @Column('text')
  confidence!: string;

  @Column('text', { array: true })
  sourceIds!: string[];
}

/** To whom the yearly report goes, by date (Decision 142, VIII.2.b). */
@Entity('report_recipient')
export class ReportRecipient {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  nameVi!: string;

  @Column('text')
  nameEn!: string;

  @Column('integer')
  position!: number;

  @Column('date', { nullable: true })
  validFrom!: string | null;

  @Column('date', { nullable: true })
  validTo!: string | null;

  /** From this day the recipient is printed as "cần đối chiếu". */
  @Column('date', { nullable: true })
  toBeVerifiedFrom!: string | null;

  @Column('text', { nullable: true })
  legalBasis!: string | null;

  @Column('text')
  confidence!: string;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('text', { array: true })
  sourceIds!: string[];
}
