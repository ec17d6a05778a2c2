import { Column, CreateDateColumn, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { FrameworkNode as ScoringNode, Method } from '@dti-monitor/scoring';

@Entity('framework_version')
export class FrameworkVersion {
  @PrimaryColumn('text')
  code!: string;

  @Column('text')
  indexCode!: string;

  @Column('text')
  version!: string;

  @Column('text')
  level!: 'nation' | 'ministry' | 'province';

  @Column('text')
  nameVi!: string;

  @Column('text')
  nameEn!: string;

  /** In words, as rankings and reports print it. */
  @Column('text')
  legalBasis!: string;

  /** The same as references to clauses, where they are held. */
  @Column('text', { array: true, default: [] })
  legalBases!: string[];

  @Column('date', { nullable: true })
  issuedOn!: string | null;

  @Column('text')
  periodFrom!: string;

  @Column('text', { nullable: true })
  periodTo!: string | null;

  @Column('text')
  status!: FrameworkStatus;

  @Column('text', { nullable: true })
  statusReasonVi!: string | null;

  @Column('text', { nullable: true })
  statusReasonEn!: string | null;

  /** What of it no document states, and why it is as it is; null = its legal basis states it. */
  @Column('text', { nullable: true })
  proposedReasonVi!: string | null;

  @Column('text', { nullable: true })
  proposedReasonEn!: string | null;

  /** Who made this version, why, and from which. */
  @Column('text', { nullable: true })
  author!: string | null;

  @Column('text', { nullable: true })
  changeReason!: string | null;

  @Column('text', { nullable: true })
  copiedFrom!: string | null;

  @Column('jsonb')
  method!: Method;

  /** What bands are called, by their codes; the engine knows codes alone. */
  @Column('jsonb', { default: {} })
  bandNames!: Record<string, BandName>;

  /** The data element in which a published total is kept. */
  @Column('text', { nullable: true })
  totalElement!: string | null;

  @Column('text', { nullable: true })
  rankElement!: string | null;

  /** The data element that says in which peer group a unit was ranked. */
  @Column('text', { nullable: true })
  groupElement!: string | null;

  /** Published figures beside the tree, such as pillars and their ranks. */
  @Column('text', { array: true })
  checkElements!: string[];

  @Column('text')
  confidence!: string;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('text', { array: true })
  sourceIds!: string[];

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt!: Date;
}

export type FrameworkStatus = 'draft' | 'approved' | 'in_use' | 'retired';

/** As the file has it: one text, or one for each language. */
export type BandName = string | Readonly<Record<string, string>>;

/** Rules of a node in the engine's own words; what it does not say, the method says. */
export type NodeRules = Omit<ScoringNode, 'code' | 'points' | 'weight' | 'scored' | 'children'>;

@Entity('framework_node')
export class FrameworkNode {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id!: string;

  @Column('text')
  frameworkVersion!: string;

  @Column('text')
  code!: string;

  @Column('text', { nullable: true })
  parentCode!: string | null;

  @Column('text')
  kind!: 'index' | 'sub_index' | 'component' | 'indicator';

  @Column('text')
  nameVi!: string;

  @Column('text')
  nameEn!: string;

  /** Maximum points; null where the method's points are not held (a tree that is the total alone). */
  @Column('double precision', { nullable: true })
  points!: number | null;

  /** Weight among its siblings, on any scale; null = not stated. */
  @Column('double precision', { nullable: true })
  weight!: number | null;

  /** False = listed by the method, not scored. */
  @Column('boolean')
  scored!: boolean;

  /** Of a leaf that takes a data element as it is; with a formula, the formula names them. */
  @Column('text', { nullable: true })
  dataElement!: string | null;

  @Column('jsonb', { default: {} })
  rules!: NodeRules;

  @Column('integer')
  position!: number;

  @Column('integer')
  depth!: number;

  /** What exactly is measured. */
  @Column('text', { nullable: true })
  definitionVi!: string | null;

  @Column('text', { nullable: true })
  definitionEn!: string | null;

  /** What a unit shows for it. */
  @Column('text', { nullable: true })
  evidenceVi!: string | null;

  @Column('text', { nullable: true })
  evidenceEn!: string | null;

  /** The system that could give its data without a report. */
  @Column('text', { nullable: true })
  automaticSourceVi!: string | null;

  @Column('text', { nullable: true })
  automaticSourceEn!: string | null;

  /** When it does not apply to a unit, in words. */
  @Column('text', { nullable: true })
  notApplicableRuleVi!: string | null;

  @Column('text', { nullable: true })
  notApplicableRuleEn!: string | null;

  /** References to clauses. */
  @Column('text', { array: true, default: [] })
  legalBasis!: string[];

  @Column('text', { nullable: true })
  proposedReasonVi!: string | null;

  @Column('text', { nullable: true })
  proposedReasonEn!: string | null;

  @Column('text', { nullable: true })
  confidence!: string | null;

  @Column('text', { nullable: true })
  note!: string | null;

  @Column('text', { array: true })
  sourceIds!: string[];
}

/** A group of units that are ranked among themselves in a period. */
@Entity('peer_group')
export class PeerGroup {
  @PrimaryColumn('text')
  frameworkVersion!: string;

  @PrimaryColumn('text')
  period!: string;

  @PrimaryColumn('text')
  code!: string;

  @Column('text')
  nameVi!: string;

  @Column('text')
  nameEn!: string;

  /** How many units it has; null = not known. */
  @Column('integer', { nullable: true })
  expected!: number | null;

  /** Every unit of the level on the roster date belongs to it. */
  @Column('boolean')
  wholeRoster!: boolean;

  @Column('integer')
  position!: number;

  @Column('text', { nullable: true })
  note!: string | null;
}

/** What happened to a version; append-only. */
@Entity('framework_event')
export class FrameworkEvent {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id!: string;

  @Column('text')
  frameworkVersion!: string;

  /** corrected = words of a version in use, by the reference data; its rules cannot change. */
  @Column('text')
  kind!: 'created' | 'edited' | 'corrected' | 'transition';

  @Column('text', { nullable: true })
  fromStatus!: FrameworkStatus | null;

  @Column('text')
  toStatus!: FrameworkStatus;

  /** Who decided it. */
  @Column('text')
  author!: string;

  @Column('text', { nullable: true })
  reason!: string | null;

  /** The day it counts from. */
  @Column('date')
  day!: string;

  /** Differences, each a FrameworkChange. */
  @Column('jsonb', { default: [] })
  changes!: object[];

  /** Who wrote it down: http, cli or reference-data. */
  @Column('text')
  writtenBy!: string;

  @CreateDateColumn({ type: 'timestamptz' })
  writtenAt!: Date;
}
