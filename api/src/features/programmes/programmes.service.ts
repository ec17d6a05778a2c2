import { Injectable } from '@nestjs/common';
import { today } from '../../platform/clock.js';
import { notFound } from '../../platform/http/problem.js';
import type { LegalBasisDto } from '../law/law.dto.js';
import { LawService } from '../law/law.service.js';
import type { ProgrammeDetail, ProgrammeDto } from './programme.dto.js';
import type { Programme } from './programme.entity.js';
import { ProgrammesRepository } from './programmes.repository.js';

/** The programmes that targets, tasks and dates belong to: which of them is law, which is history. */
@Injectable()
export class ProgrammesService {
  constructor(
    private readonly repository: ProgrammesRepository,
    private readonly law: LawService,
  ) {}

  async list(): Promise<ProgrammeDto[]> {
    const programmes = await this.repository.all();
    const bases = await this.law.bases(programmes.flatMap(({ legalBasis }) => legalBasis));
    return programmes.map((programme) => programmeDto(programme, bases, Number(today().slice(0, 4))));
  }

  /** @throws Problem PROGRAMME_NOT_FOUND */
  async detail(code: string): Promise<ProgrammeDetail> {
    const programmes = await this.list();
    const programme = programmes.find((one) => one.code === code);
    if (programme === undefined) throw notFound('PROGRAMME', code);
    return {
      ...programme,
      legalDocument: await this.law.detail(programme.document),
      overlaidBy: programmes.filter(({ overlays }) => overlays === code).map((one) => one.code),
    };
  }
}

function programmeDto(
  programme: Programme,
  bases: ReadonlyMap<string, LegalBasisDto>,
  year: number,
): ProgrammeDto {
  const { documentId, legalBasis, position: _position, sourceIds: _sources, ...own } = programme;
  const past = own.standing === 'draft' || own.standing === 'history';
  return {
    ...own,
    document: documentId,
    isLaw: own.standing === 'binding',
    current: !past && own.firstYear <= year && year <= own.lastYear,
    legalBasis: legalBasis.flatMap((reference) => bases.get(reference) ?? []),
  };
}
