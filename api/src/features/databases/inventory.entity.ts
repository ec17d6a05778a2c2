import { Column, CreateDateColumn, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { numeric } from '../../platform/database/numeric.js';
import type { InventoryAction } from './inventory-flow.js';
import type { AspectState } from './national-database.entity.js';

/** One step of the inventory of a database for a year; append-only. */
@Entity('database_inventory_step')
export class DatabaseInventoryStep {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id!: string;

  @Column('text')
  dataSet!: string;

  @Column('bigint')
  databaseId!: string;

  @Column('text')
  period!: string;

  @Column('text')
  action!: InventoryAction;

  @Column('text')
  actor!: string;

  @Column('date')
  doneOn!: string;

  /** Number and date of the document, or the name of the file. */
  @Column('text', { nullable: true })
  reference!: string | null;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('text', { nullable: true })
  reason!: string | null;

  @CreateDateColumn({ type: 'timestamptz' })
  writtenAt!: Date;

  @Column('text')
  writtenBy!: string;

  /** The day from which it is everybody's; null before. */
  @Column('date', { nullable: true })
  releasedOn?: string | null;
}

/** What a step found of one aspect: reported by the owner (assess) or verified by the IT unit (verify). */
@Entity('database_finding')
export class DatabaseFinding {
  @PrimaryColumn('bigint')
  stepId!: string;

  @PrimaryColumn('text')
  aspect!: string;

  @Column('text')
  dataSet!: string;

  @Column('text')
  state!: AspectState;

  @Column('numeric', { nullable: true, transformer: numeric })
  figure!: number | null;

  @Column('text', { nullable: true })
  figureUnit!: string | null;

  @Column('text', { nullable: true })
  note!: string | null;
}
