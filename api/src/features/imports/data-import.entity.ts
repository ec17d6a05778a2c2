import { Column, CreateDateColumn, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { ImportChange } from './import.dto.js';
import { OFFICIAL } from '../../platform/http/data-set.js';

/** One file that was imported, whole; append-only. */
@Entity('data_import')
export class DataImport {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id!: string;

  @Column('text')
  frameworkVersion!: string;

  @Column('text')
  period!: string;

  @Column('text')
  fileName!: string;

  @Column('integer')
  bytes!: number;

  @Column('text')
  sha256!: string;

  @Column('text')
  encoding!: string;

  @Column('text')
  delimiter!: string;

  @Column('integer')
  rows!: number;

  @Column('integer')
  unitCount!: number;

  @Column('integer')
  newCount!: number;

  @Column('integer')
  changedCount!: number;

  @Column('integer')
  unchangedCount!: number;

  /** New and changed cells, the first 1,000. */
  @Column('jsonb')
  changes!: ImportChange[];

  @CreateDateColumn({ type: 'timestamptz' })
  importedAt!: Date;

  @Column('text')
  importedBy!: string;

  @Column('text', { default: OFFICIAL })
  dataSet!: string;
}
