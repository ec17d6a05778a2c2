import { Column, Entity, PrimaryColumn } from 'typeorm';
import type { Confidence, DocumentKind, Standing, TextCheck } from './law.dto.js';

@Entity('legal_document')
export class LegalDocument {
  @PrimaryColumn('text')
  id!: string;

  @Column('integer')
  position!: number;

  @Column('text', { nullable: true })
  number!: string | null;

  @Column('text')
  kind!: DocumentKind;

  @Column('text')
  titleVi!: string;

  @Column('text')
  titleEn!: string;

  @Column('text')
  citationVi!: string;

  @Column('text')
  citationEn!: string;

  @Column('text')
  issuedByVi!: string;

  @Column('text')
  issuedByEn!: string;

  @Column('date', { nullable: true })
  issuedOn!: string | null;

  @Column('date', { nullable: true })
  validFrom!: string | null;

  @Column('date', { nullable: true })
  validTo!: string | null;

  @Column('text')
  standing!: Standing;

  @Column('text', { nullable: true })
  successorId!: string | null;

  /** The clause that ended it, as a reference. */
  @Column('text', { nullable: true })
  endedBy!: string | null;

  @Column('text')
  confidence!: Confidence;

  @Column('text', { nullable: true })
  noteVi!: string | null;

  @Column('text', { nullable: true })
  noteEn!: string | null;

  @Column('text', { array: true })
  sourceIds!: string[];
}

@Entity('clause')
export class Clause {
  @PrimaryColumn('text')
  documentId!: string;

  @PrimaryColumn('text')
  code!: string;

  @Column('text', { nullable: true })
  parentCode!: string | null;

  @Column('integer')
  position!: number;

  @Column('integer')
  depth!: number;

  @Column('text')
  citationVi!: string;

  @Column('text')
  citationEn!: string;

  @Column('text', { nullable: true })
  headingVi!: string | null;

  @Column('text', { nullable: true })
  headingEn!: string | null;

  /** Word for word; null where the text is not held. */
  @Column('text', { nullable: true })
  textVi!: string | null;

  @Column('text', { nullable: true })
  textCheck!: TextCheck | null;

  /** What another document says of it, word for word, where its own text is not held. */
  @Column('text', { nullable: true })
  reportedVi!: string | null;

  @Column('text', { nullable: true })
  reportedBy!: string | null;

  @Column('date', { nullable: true })
  validFrom!: string | null;

  @Column('date', { nullable: true })
  validTo!: string | null;

  @Column('text', { nullable: true })
  successorRef!: string | null;

  @Column('text', { nullable: true })
  endedBy!: string | null;

  @Column('text')
  confidence!: Confidence;

  @Column('text', { nullable: true })
  noteVi!: string | null;

  @Column('text', { nullable: true })
  noteEn!: string | null;

  @Column('text', { array: true })
  sourceIds!: string[];
}
