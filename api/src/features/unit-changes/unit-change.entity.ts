import { Column, CreateDateColumn, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { Step } from './rules/world.js';
import type { UnitChangeKind, UnitChangeRequest } from './unit-change-request.dto.js';

/** A change of units that was entered; append-only. */
@Entity('unit_change')
export class UnitChange {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id!: string;

  @Column('text')
  kind!: UnitChangeKind;

  @Column('text')
  unitId!: string;

  @Column('text', { array: true })
  unitIds!: string[];

  @Column('date', { nullable: true })
  effectiveDate!: string | null;

  /** The request as it came. */
  @Column('jsonb')
  content!: UnitChangeRequest;

  /** What it wrote, row by row. */
  @Column('jsonb')
  steps!: readonly Step[];

  /** `document#clause`, where the document is held. */
  @Column('text', { nullable: true })
  legalBasisReference!: string | null;

  /** As it is printed beside the unit. */
  @Column('text', { nullable: true })
  legalBasis!: string | null;

  @Column('text')
  reason!: string;

  @Column('text')
  digest!: string;

  @Column('text')
  recordedBy!: string;

  @CreateDateColumn({ type: 'timestamptz' })
  recordedAt!: Date;
}
