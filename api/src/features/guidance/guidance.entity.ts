import { Column, CreateDateColumn, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';

type TextCheck = 'as_printed' | 'mended' | 'damaged';

/** A framework of guidance: no law of its own, its force is what it cites. */
@Entity('guidance_framework')
export class GuidanceFramework {
  @PrimaryColumn('text')
  code!: string;

  @Column('text')
  documentId!: string;

  @Column('text')
  nameVi!: string;

  @Column('text')
  nameEn!: string;

  @Column('text')
  standing!: string;

  @Column('date')
  presentedOn!: string;

  @Column('text')
  confidence!: string;

  @Column('text', { array: true })
  sourceIds!: string[];
}

@Entity('guidance_group')
export class GuidanceGroup {
  @PrimaryColumn('text')
  frameworkCode!: string;

  @PrimaryColumn('text')
  code!: string;

  @Column('integer')
  position!: number;

  @Column('text')
  nameVi!: string;

  @Column('text')
  nameEn!: string;

  /** As printed beside the group's heading. */
  @Column('text', { nullable: true })
  basisPrinted!: string | null;

  @Column('text', { array: true })
  legalBasis!: string[];
}

@Entity('guidance_activity')
export class GuidanceActivity {
  @PrimaryColumn('text')
  frameworkCode!: string;

  /** `III.6`; of a group whose one activity has no number, the group's code. */
  @PrimaryColumn('text')
  code!: string;

  @Column('text')
  groupCode!: string;

  @Column('integer', { nullable: true })
  number!: number | null;

  @Column('integer')
  position!: number;

  @Column('text')
  nameVi!: string;

  @Column('text')
  nameEn!: string;

  @Column('text', { nullable: true })
  agency!: string | null;

  @Column('text', { nullable: true })
  objective!: string | null;

  @Column('text', { nullable: true })
  result!: string | null;

  @Column('text', { nullable: true })
  basisPrinted!: string | null;

  @Column('text', { array: true })
  legalBasis!: string[];

  @Column('text', { array: true })
  appliesTo!: string[];

  @Column('text')
  textCheck!: TextCheck;
}

@Entity('maturity_level')
export class MaturityLevel {
  @PrimaryColumn('text')
  frameworkCode!: string;

  @PrimaryColumn('integer')
  level!: number;

  @Column('text')
  nameVi!: string;

  @Column('text')
  nameEn!: string;

  @Column('text', { nullable: true })
  headlineVi!: string | null;

  @Column('text', { nullable: true })
  headlineEn!: string | null;
}

@Entity('maturity_criterion')
export class MaturityCriterion {
  @PrimaryColumn('text')
  frameworkCode!: string;

  @PrimaryColumn('text')
  code!: string;

  @Column('integer')
  level!: number;

  @Column('integer')
  position!: number;

  @Column('text')
  textVi!: string;

  @Column('text')
  textEn!: string;

  @Column('text')
  textCheck!: TextCheck;
}

/** What a unit says of itself about one criterion; append-only, the latest counts. */
@Entity('maturity_self_assessment')
export class MaturitySelfAssessment {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id!: string;

  @Column('text')
  dataSet!: string;

  @Column('text')
  frameworkCode!: string;

  @Column('text')
  criterionCode!: string;

  @Column('text')
  unitId!: string;

  @Column('boolean')
  met!: boolean;

  @Column('text', { nullable: true })
  evidence!: string | null;

  @Column('date')
  assessedOn!: string;

  @CreateDateColumn({ type: 'timestamptz' })
  writtenAt!: Date;

  @Column('text')
  writtenBy!: string;

  /** The day from which it is everybody's; null before. */
  @Column('date', { nullable: true })
  releasedOn?: string | null;
}
