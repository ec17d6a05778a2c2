import { Column, CreateDateColumn, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { Schedule } from './schedule.js';

/** Whose duty it is: levels of unit, one unit, the ministry in charge of the day, or nobody among units. */
export type DutyHolder =
  | { readonly levels: readonly ('nation' | 'ministry' | 'province')[] }
  | { readonly unit: string }
  | { readonly role: 'ministry_in_charge' }
  | { readonly outside: true };

/** To whom: by role, which holds for a time; one unit; or a body that is no unit here. */
export type DutyRecipient =
  | { readonly role: 'ministry_in_charge' | 'report_recipients' }
  | { readonly unit: string }
  | { readonly body: { readonly vi: string; readonly en: string } };

/** A duty of measuring, following or reporting, as a document states it. */
@Entity('duty')
export class Duty {
  @PrimaryColumn('text')
  code!: string;

  @Column('integer')
  position!: number;

  /** The count of the requirements that it is part of. */
  @Column('text', { nullable: true })
  counted!: 'decision-142-2024' | 'other-documents' | null;

  @Column('text')
  act!: string;

  @Column('text')
  nameVi!: string;

  @Column('text')
  nameEn!: string;

  /** The words of the source that make the duty; null where no document has them. */
  @Column('text', { nullable: true })
  words!: string | null;

  @Column('text', { nullable: true })
  timePrinted!: string | null;

  @Column('text')
  textCheck!: 'as_printed' | 'mended' | 'damaged';

  @Column('text', { array: true })
  legalBasis!: string[];

  @Column('jsonb')
  who!: DutyHolder;

  @Column('text')
  actorVi!: string;

  @Column('text')
  actorEn!: string;

  @Column('jsonb')
  schedule!: Schedule;

  @Column('jsonb')
  recipients!: readonly DutyRecipient[];

  @Column('text')
  standing!: 'binding' | 'guidance' | 'proposed' | 'history';

  /** False for what was never law: nothing of it falls due. */
  @Column('boolean')
  inForce!: boolean;

  @Column('date', { nullable: true })
  validFrom!: string | null;

  @Column('date', { nullable: true })
  validTo!: string | null;

  @Column('text', { nullable: true })
  noteVi!: string | null;

  @Column('text', { nullable: true })
  noteEn!: string | null;

  @Column('text')
  confidence!: string;

  @Column('text', { array: true })
  sourceIds!: string[];
}

/** One line of what a unit sent or got back; append-only. */
@Entity('duty_submission')
export class DutySubmission {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id!: string;

  @Column('text')
  dataSet!: string;

  @Column('text')
  dutyCode!: string;

  @Column('text')
  unitId!: string;

  @Column('text')
  period!: string;

  @Column('text')
  action!: 'sent' | 'returned';

  /** The day in Viet Nam. */
  @Column('date')
  happenedOn!: string;

  @Column('timestamptz', { nullable: true })
  happenedAt!: Date | null;

  @Column('text', { nullable: true })
  documentNumber!: string | null;

  /** Why it was returned. */
  @Column('text', { nullable: true })
  reason!: string | null;

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
