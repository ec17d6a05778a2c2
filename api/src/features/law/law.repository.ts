import { Injectable } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { referenceOf } from './citation.js';
import { Clause, LegalDocument } from './law.entity.js';

/** How many clauses of a document are held, and how. */
export interface ClauseCounts {
  readonly documentId: string;
  readonly clauses: number;
  readonly texts: number;
  /** Clauses with a last day before the day asked for. */
  readonly lapsed: number;
}

@Injectable()
export class LawRepository {
  constructor(private readonly dataSource: DataSource) {}

  async documents(): Promise<LegalDocument[]> {
    return this.dataSource.manager.find(LegalDocument, { order: { position: 'ASC' } });
  }

  async clausesOf(documentId: string): Promise<Clause[]> {
    return this.dataSource.manager.find(Clause, { where: { documentId }, order: { position: 'ASC' } });
  }

  /** Clauses by reference; what is not held is absent. */
  async clausesByReference(references: readonly string[]): Promise<Map<string, Clause>> {
    const wanted = references.filter((reference) => reference.includes('#'));
    if (wanted.length === 0) return new Map();
    const found = await this.dataSource.manager
      .createQueryBuilder(Clause, 'c')
      .where(`c.document_id || '#' || c.code = ANY(:wanted)`, { wanted })
      .getMany();
    return new Map(found.map((clause) => [referenceOf(clause.documentId, clause.code), clause]));
  }

  async documentsByIds(ids: readonly string[]): Promise<Map<string, LegalDocument>> {
    const found = await this.dataSource.manager.findBy(LegalDocument, { id: In([...ids]) });
    return new Map(found.map((document) => [document.id, document]));
  }

  async clauseCounts(on: string): Promise<Map<string, ClauseCounts>> {
    const rows: ClauseCounts[] = await this.dataSource.query(
      `SELECT document_id AS "documentId", count(*)::int AS clauses, count(text_vi)::int AS texts,
              count(*) FILTER (WHERE valid_to < $1)::int AS lapsed
       FROM clause GROUP BY document_id`,
      [on],
    );
    return new Map(rows.map((row) => [row.documentId, row]));
  }
}
