import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Confidence, Standing } from '../law/law.dto.js';
import type { ProgrammeFact } from './programme.dto.js';

@Entity('programme')
export class Programme {
  @PrimaryColumn('text')
  code!: string;

  @Column('integer')
  position!: number;

  @Column('text')
  nameVi!: string;

  @Column('text')
  nameEn!: string;

  @Column('text')
  summaryVi!: string;

  @Column('text')
  summaryEn!: string;

  @Column('text')
  documentId!: string;

  /** References to law, `document#clause`. */
  @Column('text', { array: true })
  legalBasis!: string[];

  @Column('text')
  standing!: Standing;

  @Column('integer')
  firstYear!: number;

  @Column('integer')
  lastYear!: number;

  /** The programme whose dates it stands beside. */
  @Column('text', { nullable: true })
  overlays!: string | null;

  @Column('jsonb')
  facts!: ProgrammeFact[];

  @Column('text')
  confidence!: Confidence;

  @Column('text', { nullable: true })
  noteVi!: string | null;

  @Column('text', { nullable: true })
  noteEn!: string | null;

  @Column('text', { array: true })
  sourceIds!: string[];
}
