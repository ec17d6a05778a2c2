import { Column, CreateDateColumn, Entity, PrimaryGeneratedColumn } from 'typeorm';
import { OFFICIAL } from '../../platform/http/data-set.js';
import type { ReportedState } from './task-state.js';

/** One document that shows a status, as score sheets ask for it. */
export interface Evidence {
  readonly number: string | null;
  readonly date: string | null;
  readonly description: string | null;
  readonly url: string | null;
}

/** What was reported of a task, or the withdrawal of a report. Append-only. */
@Entity('task_status')
export class TaskStatus {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id!: string;

  @Column('text')
  taskCode!: string;

  /** Null: of the whole row. */
  @Column('integer', { nullable: true })
  action!: number | null;

  /** Set where every body answers for itself. */
  @Column('text', { nullable: true })
  unitId!: string | null;

  /** Null in a withdrawal. */
  @Column('text', { nullable: true })
  state!: ReportedState | null;

  /** The day that the status speaks of. */
  @Column('date')
  asOf!: string;

  @Column('text')
  note!: string;

  @Column('jsonb')
  evidence!: Evidence[];

  @Column('bigint', { nullable: true })
  withdraws!: string | null;

  @CreateDateColumn({ type: 'timestamptz' })
  recordedAt!: Date;

  @Column('text')
  recordedBy!: string;

  @Column('text', { default: OFFICIAL })
  dataSet!: string;

  /** The day from which it is everybody's; null before. */
  @Column('date', { nullable: true })
  releasedOn?: string | null;
}
