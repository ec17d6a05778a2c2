import { Column, Entity, PrimaryColumn } from 'typeorm';
import { numeric } from '../../platform/database/numeric.js';
import type { Level } from '../units/unit.dto.js';

export type MeasureKind = 'printed' | 'carried' | 'no_figure';
export type MeasureUnit = 'percent' | 'count' | 'yes_no';
export type Comparator = 'at_least' | 'more_than';
export type Definition = 'stated' | 'proposed' | 'to_be_defined';
/** How the national figure arises. */
export type RollUp = 'sum_over_sum' | 'share_of_yes' | 'share_of_list' | 'reported_for_nation';

/** A part of a programme's list of targets: III.1 … III.4. */
@Entity('target_group')
export class TargetGroup {
  @PrimaryColumn('text')
  programme!: string;

  @PrimaryColumn('text')
  code!: string;

  @Column('text', { nullable: true })
  clause!: string | null;

  @Column('text')
  nameVi!: string;

  @Column('text')
  nameEn!: string;

  /** The year by which the programme's targets are to be met. */
  @Column('text')
  due!: string;

  @Column('integer')
  position!: number;
}

/** A target as one point of a clause sets it. */
@Entity('target')
export class Target {
  @PrimaryColumn('text')
  programme!: string;

  @PrimaryColumn('text')
  code!: string;

  @Column('text')
  groupCode!: string;

  /** In the order of the document: a b c d đ e g h i k l. */
  @Column('integer')
  position!: number;

  @Column('text')
  nameVi!: string;

  @Column('text')
  nameEn!: string;

  /** A year, or a month of its own. */
  @Column('text')
  due!: string;

  @Column('text', { array: true })
  legalBasis!: string[];

  /** The clause by which every unit in scope answers for its own part. */
  @Column('text', { nullable: true })
  eachUnitBasis!: string | null;

  @Column('text', { nullable: true })
  ownerNoteVi!: string | null;

  @Column('text', { nullable: true })
  ownerNoteEn!: string | null;

  /** Who was assigned to follow it, where a source says so. */
  @Column('text', { nullable: true })
  trackingVi!: string | null;

  @Column('text', { nullable: true })
  trackingEn!: string | null;

  @Column('text', { nullable: true })
  trackingBasis!: string | null;
}

/** A body that a clause names for a target, as it was called then. */
@Entity('target_owner')
export class TargetOwner {
  @PrimaryColumn('text')
  programme!: string;

  @PrimaryColumn('text')
  targetCode!: string;

  @PrimaryColumn('integer')
  position!: number;

  @Column('text')
  unitId!: string;

  @Column('text')
  role!: 'leads' | 'guides';

  @Column('text')
  legalBasis!: string;

  @Column('text', { nullable: true })
  partVi!: string | null;

  @Column('text', { nullable: true })
  partEn!: string | null;
}

/** What a clause asks for without a number. */
@Entity('target_condition')
export class TargetCondition {
  @PrimaryColumn('text')
  programme!: string;

  @PrimaryColumn('text')
  code!: string;

  @Column('text')
  targetCode!: string;

  @Column('integer')
  position!: number;

  @Column('text')
  words!: string;

  @Column('text')
  nameVi!: string;

  @Column('text')
  nameEn!: string;

  /** Holds its status as a word. */
  @Column('text', { nullable: true })
  dataElement!: string | null;
}

/** One figure of a target, printed or carried, or a "toàn bộ" without one. */
@Entity('measure')
export class Measure {
  @PrimaryColumn('text')
  programme!: string;

  @PrimaryColumn('text')
  code!: string;

  @Column('text')
  targetCode!: string;

  @Column('integer')
  position!: number;

  @Column('text')
  kind!: MeasureKind;

  @Column('text')
  words!: string;

  @Column('text')
  nameVi!: string;

  @Column('text')
  nameEn!: string;

  @Column('text', { nullable: true })
  comparator!: Comparator | null;

  @Column('numeric', { nullable: true, transformer: numeric })
  value!: number | null;

  @Column('text')
  unit!: MeasureUnit;

  @Column('text', { nullable: true })
  numeratorVi!: string | null;

  @Column('text', { nullable: true })
  numeratorEn!: string | null;

  @Column('text', { nullable: true })
  denominatorVi!: string | null;

  @Column('text', { nullable: true })
  denominatorEn!: string | null;

  @Column('text', { nullable: true })
  definition!: Definition | null;

  @Column('text', { nullable: true })
  definitionNoteVi!: string | null;

  @Column('text', { nullable: true })
  definitionNoteEn!: string | null;

  @Column('text', { nullable: true })
  exclusionWords!: string | null;

  @Column('text', { nullable: true })
  exclusionVi!: string | null;

  @Column('text', { nullable: true })
  exclusionEn!: string | null;

  @Column('text', { nullable: true })
  freshness!: 'real_time' | 'timely' | null;

  @Column('text', { nullable: true })
  freshnessWords!: string | null;

  @Column('text', { array: true })
  levels!: Level[];

  @Column('text', { nullable: true })
  rollUp!: RollUp | null;

  @Column('text', { nullable: true })
  notApplicable!: 'none' | 'no_need' | 'nothing_to_count' | null;

  @Column('text', { nullable: true })
  notApplicableStanding!: 'stated' | 'proposed' | null;

  @Column('text', { nullable: true })
  notApplicableNoteVi!: string | null;

  @Column('text', { nullable: true })
  notApplicableNoteEn!: string | null;

  /** In the words of a framework file; absent for history, which nobody computes. */
  @Column('jsonb', { nullable: true })
  formula!: object | null;

  @Column('text', { array: true })
  dataElements!: string[];
}
