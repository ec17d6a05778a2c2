import { Column, Entity, PrimaryColumn } from 'typeorm';

export type TextCheck = 'as_printed' | 'mended' | 'damaged';
export type TaskPart = 'A' | 'B' | 'C' | 'body';
export type AnsweredBy = 'lead' | 'each_ministry' | 'each_province' | 'each_ministry_and_province';
export type ScheduleKind = 'years' | 'ongoing' | 'unstated';

/** A lead or coordinator that a document names as a group and not as one body. */
@Entity('task_party')
export class TaskParty {
  @PrimaryColumn('text')
  id!: string;

  @Column('text')
  nameVi!: string;

  @Column('text')
  nameEn!: string;

  @Column('integer')
  position!: number;
}

/** A numbered heading of the annex (A.I), or the heading of the body that a duty stands under (VIII.1). */
@Entity('task_group')
export class TaskGroup {
  @PrimaryColumn('text')
  code!: string;

  @Column('text')
  documentId!: string;

  @Column('text')
  part!: TaskPart;

  @Column('text')
  partNameVi!: string;

  @Column('text')
  partNameEn!: string;

  @Column('integer')
  position!: number;

  @Column('text')
  nameVi!: string;

  @Column('text')
  nameEn!: string;

  @Column('text')
  nameCheck!: TextCheck;

  @Column('text', { nullable: true })
  noteVi!: string | null;

  @Column('text', { nullable: true })
  noteEn!: string | null;
}

/** A row of the annex, or a clause of the body that is a duty without one. */
@Entity('task')
export class Task {
  @PrimaryColumn('text')
  code!: string;

  @Column('text')
  groupCode!: string;

  @Column('integer')
  position!: number;

  @Column('text')
  nameVi!: string;

  @Column('text')
  nameEn!: string;

  @Column('text')
  textCheck!: TextCheck;

  @Column('text')
  answeredBy!: AnsweredBy;

  /** Ids of units or of parties; several are joint, none where the cell names or shows nobody. */
  @Column('text', { array: true })
  leads!: string[];

  @Column('text', { nullable: true })
  leadsPrinted!: string | null;

  @Column('text')
  leadsCheck!: TextCheck;

  @Column('text', { array: true })
  coordinators!: string[];

  @Column('text', { nullable: true })
  coordinatorsPrinted!: string | null;

  @Column('text')
  coordinatorsCheck!: TextCheck;

  @Column('text', { nullable: true })
  expectedResultVi!: string | null;

  @Column('text', { nullable: true })
  expectedResultEn!: string | null;

  /** Clauses of which one or more may belong to a row whose text is lost. */
  @Column('text', { array: true })
  unclearClauses!: string[];

  @Column('text', { nullable: true })
  noteVi!: string | null;

  @Column('text', { nullable: true })
  noteEn!: string | null;

  @Column('text', { array: true })
  sourceIds!: string[];
}

/** One dash of a row; a row without dashes is one action. */
@Entity('task_action')
export class TaskAction {
  @PrimaryColumn('text')
  taskCode!: string;

  @PrimaryColumn('integer')
  number!: number;

  /** Null where nothing can be read. */
  @Column('text', { nullable: true })
  textVi!: string | null;

  @Column('text', { array: true })
  bodyClauses!: string[];

  @Column('text')
  schedule!: ScheduleKind;

  @Column('integer', { nullable: true })
  yearFrom!: number | null;

  @Column('integer', { nullable: true })
  yearTo!: number | null;
}

/** A solution of section VI and the tasks that, by our reading, serve it. */
@Entity('task_solution')
export class TaskSolution {
  @PrimaryColumn('text')
  clause!: string;

  @Column('integer')
  position!: number;

  @Column('text')
  nameVi!: string;

  @Column('text')
  nameEn!: string;

  @Column('text', { array: true })
  taskCodes!: string[];

  @Column('text')
  reasonVi!: string;

  @Column('text')
  reasonEn!: string;

  @Column('text', { array: true })
  sourceIds!: string[];
}

/** What the ministry's own plan says of a task; stands beside the annex and replaces nothing. */
@Entity('task_plan_duty')
export class TaskPlanDuty {
  @PrimaryColumn('text')
  code!: string;

  @Column('text')
  documentId!: string;

  @Column('integer')
  position!: number;

  @Column('text', { nullable: true })
  taskCode!: string | null;

  @Column('integer', { nullable: true })
  action!: number | null;

  @Column('text')
  nameVi!: string;

  @Column('text')
  nameEn!: string;

  @Column('text')
  quoteVi!: string;

  @Column('text', { nullable: true })
  implementingVi!: string | null;

  @Column('text', { nullable: true })
  coordinatingVi!: string | null;

  @Column('text', { nullable: true })
  expectedResultVi!: string | null;

  @Column('text', { nullable: true })
  phasePrinted!: string | null;

  @Column('integer', { nullable: true })
  phaseFrom!: number | null;

  @Column('integer', { nullable: true })
  phaseTo!: number | null;

  @Column('boolean')
  phaseOngoing!: boolean;

  @Column('text', { nullable: true })
  deadlinePrinted!: string | null;

  /** The last day of what is printed: of the month, the quarter, the year. */
  @Column('date', { nullable: true })
  due!: string | null;

  @Column('text')
  confidence!: string;

  @Column('text', { array: true })
  sourceIds!: string[];
}

/** How many tasks an earlier programme had where its source does not list them. */
@Entity('task_count')
export class TaskCount {
  @PrimaryColumn('text')
  documentId!: string;

  @PrimaryColumn('text')
  code!: string;

  @Column('integer')
  position!: number;

  @Column('text')
  nameVi!: string;

  @Column('text')
  nameEn!: string;

  @Column('integer')
  count!: number;

  @Column('boolean')
  additional!: boolean;

  @Column('text')
  quoteVi!: string;

  @Column('text')
  confidence!: string;

  @Column('text', { array: true })
  sourceIds!: string[];
}
