import type { ObservationStatus } from '@dti-monitor/scoring';
import { Column, CreateDateColumn, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import { numeric } from '../../platform/database/numeric.js';

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
}

@Entity('data_element')
export class DataElement {
  @PrimaryColumn('text')
  code!: string;

  @Column('text')
  nameVi!: string;

  @Column('text')
  nameEn!: string;

  @Column('text')
  valueType!: 'ratio' | 'rank' | 'code';

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
