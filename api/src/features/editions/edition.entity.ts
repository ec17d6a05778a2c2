import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';
import { OFFICIAL } from '../../platform/http/data-set.js';

/** A release of one or more assessments; frozen once published, corrected by a new revision. */
@Entity('edition')
export class Edition {
  @PrimaryColumn('text')
  code!: string;

  @PrimaryColumn('integer')
  revision!: number;

  @Column('text')
  indexCode!: string;

  @Column('text')
  titleVi!: string;

  @Column('text')
  titleEn!: string;

  @Column('text')
  period!: string;

  @Column('text')
  kind!: 'as_published' | 'computed';

  @Column('text')
  status!: 'draft' | 'published';

  @Column('date', { nullable: true })
  publishedOn!: string | null;

  @Column('text', { nullable: true })
  publishedBy!: string | null;

  @Column('date')
  rosterDate!: string;

  @Column('text', { nullable: true })
  noteVi!: string | null;

  @Column('text', { nullable: true })
  noteEn!: string | null;

  @Column('text', { nullable: true })
  confidence!: string | null;

  @Column('text', { array: true })
  sourceIds!: string[];

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt!: Date;

  @Column('text')
  createdBy!: string;

  @Column('text', { default: OFFICIAL })
  dataSet!: string;
}

@Entity('edition_assessment')
export class EditionAssessment {
  @PrimaryColumn('text')
  editionCode!: string;

  @PrimaryColumn('integer')
  revision!: number;

  @PrimaryColumn('bigint')
  assessmentId!: string;

  @Column('integer')
  position!: number;
}

/** A published aggregate, such as a mean, to check the results by. */
@Entity('check_figure')
export class CheckFigure {
  @PrimaryColumn('text')
  editionCode!: string;

  @PrimaryColumn('integer')
  revision!: number;

  @PrimaryColumn('integer')
  position!: number;

  @Column('text')
  frameworkVersion!: string;

  @Column('text', { nullable: true })
  groupCode!: string | null;

  @Column('text')
  dataElement!: string;

  @Column('text')
  statistic!: 'mean';

  @Column('double precision')
  value!: number;

  @Column('integer')
  decimals!: number;

  @Column('text')
  confidence!: string;

  @Column('text', { array: true })
  sourceIds!: string[];
}
