import { Column, CreateDateColumn, Entity, PrimaryGeneratedColumn } from 'typeorm';

/** A decision of the operator; append-only, the latest of a code counts. */
@Entity('operator_setting')
export class OperatorSetting {
  @PrimaryGeneratedColumn('identity', { type: 'bigint' })
  id!: string;

  @Column('text')
  code!: string;

  @Column('jsonb')
  value!: unknown;

  @Column('text')
  reason!: string;

  @Column('text')
  setBy!: string;

  @CreateDateColumn({ type: 'timestamptz' })
  setAt!: Date;
}
