import { Column, CreateDateColumn, Entity, PrimaryGeneratedColumn } from 'typeorm';
import type { ObstacleAction } from './obstacle-flow.js';

/** What stands in the way of sharing a database; its state follows from its steps. */
@Entity('sharing_obstacle')
export class SharingObstacle {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id!: string;

  @Column('text')
  dataSet!: string;

  @Column('bigint')
  databaseId!: string;

  @Column('text')
  description!: string;

  @Column('text')
  raisedBy!: string;

  @Column('date')
  raisedOn!: string;

  @CreateDateColumn({ type: 'timestamptz' })
  writtenAt!: Date;

  @Column('text')
  writtenBy!: string;

  /** The day from which it is everybody's; null before. */
  @Column('date', { nullable: true })
  releasedOn?: string | null;
}

@Entity('sharing_obstacle_step')
export class SharingObstacleStep {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id!: string;

  @Column('text')
  dataSet!: string;

  @Column('bigint')
  obstacleId!: string;

  @Column('text')
  action!: ObstacleAction;

  @Column('text')
  actor!: string;

  @Column('date')
  doneOn!: string;

  @Column('text')
  note!: string;

  @Column('text', { nullable: true })
  reference!: string | null;

  @CreateDateColumn({ type: 'timestamptz' })
  writtenAt!: Date;

  @Column('text')
  writtenBy!: string;

  /** The day from which it is everybody's; null before. */
  @Column('date', { nullable: true })
  releasedOn?: string | null;
}

/** A service by which a database is shared; append-only, the latest of a name counts. */
@Entity('sharing_service')
export class SharingServiceEntry {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id!: string;

  @Column('text')
  dataSet!: string;

  @Column('bigint')
  databaseId!: string;

  @Column('text')
  name!: string;

  @Column('text')
  nameKey!: string;

  @Column('text')
  form!: string;

  @Column('boolean')
  onLgsp!: boolean;

  @Column('boolean')
  onNdxp!: boolean;

  @Column('text', { nullable: true })
  documentation!: string | null;

  @Column('date', { nullable: true })
  publishedOn!: string | null;

  @Column('date', { nullable: true })
  withdrawnOn!: string | null;

  @Column('text', { nullable: true })
  note!: string | null;

  @CreateDateColumn({ type: 'timestamptz' })
  writtenAt!: Date;

  @Column('text')
  writtenBy!: string;

  /** The day from which it is everybody's; null before. */
  @Column('date', { nullable: true })
  releasedOn?: string | null;
}
