import { Injectable } from '@nestjs/common';
import { notFound } from '../../platform/http/problem.js';
import { DataSetsService } from '../data-sets/data-sets.service.js';
import { INVENTORY_RULES, type InventoryAction } from './inventory-flow.js';
import type { LegalBasisDto } from '../law/law.dto.js';
import { LawService } from '../law/law.service.js';
import { DatabaseReferenceRepository } from './database-reference.repository.js';
import type { TermDto, TermsDto } from './database-words.dto.js';
import type { DatabaseTerm, TermKind } from './national-database.entity.js';

/** The words of the documents about databases, and which data set is spoken of. */
@Injectable()
export class DatabaseReferenceService {
  constructor(
    private readonly repository: DatabaseReferenceRepository,
    private readonly dataSets: DataSetsService,
    private readonly law: LawService,
  ) {}

  async terms(): Promise<TermsDto> {
    const all = await this.repository.terms();
    const of = (kind: TermKind) => all.filter((term) => term.kind === kind).map(termDto);
    return {
      conditions: of('condition'),
      conditionAspects: of('condition_aspect'),
      qualities: of('quality'),
      classes: of('class'),
      marks: of('mark'),
      assessments: of('assessment'),
      assessmentAspects: of('assessment_aspect'),
      // What a step needs is the flow's rule, so that a form asks for what will be asked.
      steps: of('step').map((step) => ({
        ...step,
        needs: [...INVENTORY_RULES[step.code as InventoryAction].needs],
      })),
      bases: await this.bases(all.flatMap(({ legalBasis }) => legalBasis)),
    };
  }

  /** What references lead to, each once, with its standing today. */
  async bases(references: readonly string[]): Promise<LegalBasisDto[]> {
    return [...(await this.law.bases([...new Set(references)])).values()];
  }

  /** A data set that is not there holds nothing, and what is not known to be official is marked as a sample. */
  async isSample(code: string): Promise<boolean> {
    const known = (await this.dataSets.list()).find((one) => one.code === code);
    return known?.sample ?? true;
  }

  /** @throws Problem DATA_SET_NOT_FOUND */
  async requireDataSet(code: string): Promise<void> {
    const known = await this.dataSets.list();
    if (!known.some((one) => one.code === code)) throw notFound('DATA_SET', code);
  }
}

export function termDto(term: DatabaseTerm): TermDto {
  return {
    code: term.code,
    parent: term.parentCode,
    nameVi: term.nameVi,
    nameEn: term.nameEn,
    text: term.text,
    standing: term.standing,
    legalBasis: term.legalBasis,
    levels: term.levels,
    needs: term.needs,
    actor: term.actor,
    group: term.classGroup,
    sourceIds: term.sourceIds,
    confidence: term.confidence,
  };
}
