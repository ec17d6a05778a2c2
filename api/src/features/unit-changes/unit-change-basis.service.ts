import { Injectable } from '@nestjs/common';
import { LawService } from '../law/law.service.js';
import { fault } from './rules/fault.js';
import type { Basis } from './unit-change-judgement.js';
import type { LegalBasisRequest, UnitChangeRequest } from './unit-change-request.dto.js';

const NONE: Basis = { text: null, reference: null, faults: [], warnings: [] };

/** Reads the legal basis of a change against the documents held. */
@Injectable()
export class UnitChangeBasisService {
  constructor(private readonly law: LawService) {}

  async of(change: UnitChangeRequest): Promise<Basis> {
    const basis: LegalBasisRequest | undefined = change.legalBasis;
    if (basis === undefined) return NONE;
    const day = 'effectiveDate' in change ? change.effectiveDate : change.validFrom;
    if ('reference' in basis) return this.held(basis.reference.normalize('NFC'), day);
    const [year, month, date] = basis.date.split('-');
    const warnings = [
      fault('LEGAL_BASIS_NOT_HELD', 'legalBasis.number', 'its text is not among the documents held'),
      ...(day !== null && basis.date > day
        ? [fault('LEGAL_BASIS_LATER', 'legalBasis.date', 'it is later than what it orders')]
        : []),
    ];
    return { ...NONE, text: `${basis.number} ngày ${date}/${month}/${year}`, warnings };
  }

  private async held(reference: string, day: string | null): Promise<Basis> {
    const path = 'legalBasis.reference';
    const [unknown] = await this.law.unknownReferences([reference]);
    const basis = (await this.law.bases([reference])).get(reference);
    if (unknown !== undefined || basis === undefined) {
      return { ...NONE, faults: [fault('LEGAL_BASIS_NOT_FOUND', path, `nothing is held as "${reference}"`)] };
    }
    const { validFrom, validTo, standing } = basis;
    const out =
      day !== null && ((validTo !== null && validTo < day) || (validFrom !== null && validFrom > day));
    const warnings = [
      ...(out ? [fault('LEGAL_BASIS_LAPSED', path, `it holds from ${validFrom} to ${validTo}`)] : []),
      ...(standing === 'binding' ? [] : [fault('LEGAL_BASIS_NOT_BINDING', path, `it is a ${standing}`)]),
    ];
    return { text: basis.citationVi, reference, faults: [], warnings };
  }
}
