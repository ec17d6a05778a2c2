import { inject, Injectable } from '@angular/core';
import { Api } from '../../api-client/api.js';
import { listLegalDocuments } from '../../api-client/fn/law/list-legal-documents.js';
import { enterUnitChange } from '../../api-client/fn/unit-changes/enter-unit-change.js';
import { listUnitChanges } from '../../api-client/fn/unit-changes/list-unit-changes.js';
import { previewUnitChange } from '../../api-client/fn/unit-changes/preview-unit-change.js';
import { getUnit } from '../../api-client/fn/units/get-unit.js';
import { listRegions } from '../../api-client/fn/units/list-regions.js';
import { listUnits } from '../../api-client/fn/units/list-units.js';
import type { LegalDocument } from '../../api-client/models/legal-document.js';
import type { Region } from '../../api-client/models/region.js';
import type { UnitChangeApplyRequest } from '../../api-client/models/unit-change-apply-request.js';
import type { UnitChangeEntry } from '../../api-client/models/unit-change-entry.js';
import type { UnitChangePage } from '../../api-client/models/unit-change-page.js';
import type { UnitChangePreview } from '../../api-client/models/unit-change-preview.js';
import type { UnitChangeRequest } from '../../api-client/models/unit-change-request.js';
import type { UnitDetail } from '../../api-client/models/unit-detail.js';
import type { UnitSummary } from '../../api-client/models/unit-summary.js';

export interface HistoryQuestion {
  readonly unit: string | undefined;
  readonly page: number;
}

@Injectable({ providedIn: 'root' })
export class UnitChangesClient {
  private readonly api = inject(Api);

  history({ unit, page }: HistoryQuestion): Promise<UnitChangePage> {
    return this.api.invoke(listUnitChanges, { page, size: 20, ...(unit === undefined ? {} : { unit }) });
  }

  preview(change: UnitChangeRequest): Promise<UnitChangePreview> {
    return this.api.invoke(previewUnitChange, { body: change });
  }

  enter(body: UnitChangeApplyRequest): Promise<UnitChangeEntry> {
    return this.api.invoke(enterUnitChange, { body });
  }

  /** Units of a day; today's where none is given. */
  async units(on?: string): Promise<readonly UnitSummary[]> {
    return (await this.api.invoke(listUnits, { size: 500, ...(on === undefined ? {} : { on }) })).items;
  }

  unit(id: string): Promise<UnitDetail> {
    return this.api.invoke(getUnit, { id });
  }

  regions(on?: string): Promise<readonly Region[]> {
    return this.api.invoke(listRegions, on === undefined ? {} : { on });
  }

  async documents(): Promise<readonly LegalDocument[]> {
    return (await this.api.invoke(listLegalDocuments, { size: 500 })).items;
  }
}
