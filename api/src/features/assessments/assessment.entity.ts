import type { ReasonCode, ScoreState } from '@dti-monitor/scoring';
import { Column, CreateDateColumn, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { Recipe } from './recipe.js';
import { OFFICIAL } from '../../platform/http/data-set.js';

/** One scoring run; immutable once made. */
@Entity('assessment')
export class Assessment {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id!: string;

  @Column('text')
  frameworkVersion!: string;

  @Column('text')
  level!: 'nation' | 'ministry' | 'province';

  @Column('text')
  period!: string;

  @Column('date')
  rosterDate!: string;

  @Column('text')
  basis!: 'as_published' | 'computed';

  @Column('jsonb')
  recipe!: Recipe;

  /** SHA-256 of everything the result depends on. */
  @Column('text')
  inputHash!: string;

  @Column('text')
  engineVersion!: string;

  @Column('integer')
  unitCount!: number;

  @Column('integer')
  scoredCount!: number;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt!: Date;

  @Column('text')
  createdBy!: string;

  @Column('text', { default: OFFICIAL })
  dataSet!: string;

  /** The day from which it is everybody's; null before. */
  @Column('date', { nullable: true })
  releasedOn?: string | null;
}

@Entity('assessment_unit')
export class AssessmentUnit {
  @PrimaryColumn('bigint')
  assessmentId!: string;

  @PrimaryColumn('text')
  unitId!: string;

  @Column('integer')
  position!: number;

  @Column('text', { nullable: true })
  groupCode!: string | null;

  @Column('text', { nullable: true })
  regionId!: string | null;

  @Column('text')
  state!: ScoreState;

  @Column('double precision', { nullable: true })
  total!: number | null;

  @Column('text', { nullable: true })
  totalBasis!: 'published' | 'computed' | null;

  @Column('double precision', { nullable: true })
  publishedTotal!: number | null;

  @Column('double precision', { nullable: true })
  computedTotal!: number | null;

  @Column('double precision', { nullable: true })
  difference!: number | null;

  @Column('boolean', { nullable: true })
  agrees!: boolean | null;

  @Column('integer', { nullable: true })
  rank!: number | null;

  @Column('text', { nullable: true })
  rankBasis!: 'published' | 'computed' | null;

  @Column('integer', { nullable: true })
  publishedRank!: number | null;

  @Column('integer', { nullable: true })
  computedRank!: number | null;

  @Column('boolean')
  tied!: boolean;

  @Column('double precision')
  coverage!: number;

  @Column('text', { nullable: true })
  confidence!: string | null;

  @Column('text', { array: true })
  sourceIds!: string[];

  @Column('text', { nullable: true })
  band!: string | null;

  @Column('jsonb')
  checks!: { dataElement: string; value: number; observationId: string }[];
}

@Entity('assessment_node')
export class AssessmentNode {
  @PrimaryColumn('bigint')
  assessmentId!: string;

  @PrimaryColumn('text')
  unitId!: string;

  @PrimaryColumn('text')
  nodeCode!: string;

  @Column('integer')
  position!: number;

  @Column('text', { nullable: true })
  parentCode!: string | null;

  @Column('text')
  state!: ScoreState;

  @Column('double precision', { nullable: true })
  value!: number | null;

  /** Of a leaf: in its own unit, before it is brought onto the scale; null in assessments before it was kept. */
  @Column('double precision', { nullable: true })
  raw!: number | null;

  @Column('double precision', { nullable: true })
  points!: number | null;

  /** Null where the method gives no points. */
  @Column('double precision', { nullable: true })
  maxPoints!: number | null;

  @Column('double precision')
  weightAsked!: number;

  @Column('double precision', { nullable: true })
  weightEffective!: number | null;

  @Column('double precision', { nullable: true })
  contribution!: number | null;

  @Column('double precision')
  coverage!: number;

  @Column('text', { array: true })
  reasons!: ReasonCode[];
}

/** An observation that went into an assessment: these, and no other. */
@Entity('assessment_figure')
export class AssessmentFigure {
  @PrimaryColumn('bigint')
  assessmentId!: string;

  @PrimaryColumn('text')
  unitId!: string;

  @PrimaryColumn('text')
  dataElement!: string;

  /** Of the assessment, or an earlier one that growth or a carried value looked at. */
  @PrimaryColumn('text')
  period!: string;

  @Column('bigint')
  observationId!: string;
}
