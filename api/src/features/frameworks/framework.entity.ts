import { Column, Entity, PrimaryColumn, PrimaryGeneratedColumn } from 'typeorm';
import type { Method } from '@dti-monitor/scoring';

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

  @Column('text')
  legalBasis!: string;

  @Column('date', { nullable: true })
  issuedOn!: string | null;

  @Column('text')
  periodFrom!: string;

  @Column('text', { nullable: true })
  periodTo!: string | null;

  @Column('text')
  status!: 'draft' | 'approved' | 'in_use' | 'retired';

  @Column('text', { nullable: true })
  statusReasonVi!: string | null;

  @Column('text', { nullable: true })
  statusReasonEn!: string | null;

  @Column('jsonb')
  method!: Method;

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
}

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

  /** False = listed by the method, not scored. */
  @Column('boolean')
  scored!: boolean;

  @Column('text', { nullable: true })
  dataElement!: string | null;

  @Column('integer')
  position!: number;

  @Column('integer')
  depth!: number;

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
