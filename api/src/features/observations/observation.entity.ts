import type { ObservationStatus } from '@dti-monitor/scoring';
import { Column, CreateDateColumn, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { numeric } from '../../platform/database/numeric.js';
import { OFFICIAL } from '../../platform/http/data-set.js';

/** Append-only; the latest of a cell (unit, data element, period) counts. */
@Entity('observation')
export class Observation {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id!: string;

  @Column('text')
  unitId!: string;

  @Column('text')
  dataElement!: string;

  @Column('text')
  period!: string;

  @Column('numeric', { nullable: true, transformer: numeric })
  value!: number | null;

  @Column('text', { nullable: true })
  textValue!: string | null;

  @Column('char', { length: 1 })
  status!: ObservationStatus;

  @Column('text', { array: true })
  sourceIds!: string[];

  @Column('text', { nullable: true })
  confidence!: string | null;

  @Column('text', { nullable: true })
  note!: string | null;

  @CreateDateColumn({ type: 'timestamptz' })
  writtenAt!: Date;

  @Column('text')
  writtenBy!: string;

  @Column('bigint', { nullable: true })
  importId!: string | null;

  /** `official`, or a sample beside it. */
  @Column('text', { default: OFFICIAL })
  dataSet!: string;

  /** The day from which it is everybody's; null before. */
  @Column('date', { nullable: true })
  releasedOn?: string | null;
}

/**
 * ratio: 0 to 1; rank: a whole number from 1; code: a word; count: a whole number from 0; amount: any
 * number from 0; yes_no: 1 or 0; day: days since 1970-01-01.
 */
export type ValueType = 'ratio' | 'rank' | 'code' | 'count' | 'amount' | 'yes_no' | 'day';

@Entity('data_element')
export class DataElement {
  @PrimaryColumn('text')
  code!: string;

  @Column('text')
  nameVi!: string;

  @Column('text')
  nameEn!: string;

  @Column('text')
  valueType!: ValueType;

  @Column('numeric', { nullable: true, transformer: numeric })
  minimum!: number | null;

  @Column('numeric', { nullable: true, transformer: numeric })
  maximum!: number | null;

  @Column('integer', { nullable: true })
  decimals!: number | null;

  @Column('text', { nullable: true })
  descriptionVi!: string | null;

  @Column('text', { nullable: true })
  descriptionEn!: string | null;

  @Column('integer')
  position!: number;

  /** What is counted or measured: `bộ dữ liệu`, `yêu cầu`; null where the type says it. */
  @Column('text', { nullable: true })
  unitVi!: string | null;

  @Column('text', { nullable: true })
  unitEn!: string | null;

  /** The levels at which it is collected; empty where a published table decides. */
  @Column('text', { array: true })
  levels!: string[];
}

@Entity('source')
export class Source {
  @PrimaryColumn('text')
  id!: string;

  /** In Vietnamese; a source's own title where it has one. */
  @Column('text')
  titleVi!: string;

  @Column('text')
  titleEn!: string;

  @Column('text', { nullable: true })
  url!: string | null;

  @Column('text')
  kind!: string;

  @Column('text', { nullable: true })
  note!: string | null;

  /** Month in which the text was read, `2026-11`. */
  @Column('text', { nullable: true })
  retrieved!: string | null;
}
