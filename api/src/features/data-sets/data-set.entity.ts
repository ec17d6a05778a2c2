import { Column, CreateDateColumn, Entity, PrimaryColumn } from 'typeorm';

/** A body of figures that is never mixed with another: the official one, or a sample beside it. */
@Entity('data_set')
export class DataSet {
  @PrimaryColumn('text')
  code!: string;

  @Column('text')
  kind!: 'official' | 'sample';

  @Column('text')
  nameVi!: string;

  @Column('text')
  nameEn!: string;

  @Column('text', { nullable: true })
  noteVi!: string | null;

  @Column('text', { nullable: true })
  noteEn!: string | null;

  @CreateDateColumn({ type: 'timestamptz' })
  createdAt!: Date;
}
