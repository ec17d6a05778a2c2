import { inject, Injectable } from '@angular/core';
import { Api } from '../../api-client/api.js';
import { ApiConfiguration } from '../../api-client/api-configuration.js';
import { createAssessment } from '../../api-client/fn/assessments/create-assessment.js';
import { listFrameworkVersions } from '../../api-client/fn/framework-versions/list-framework-versions.js';
import { createImport } from '../../api-client/fn/imports/create-import.js';
import { getImportTemplate } from '../../api-client/fn/imports/get-import-template.js';
import { listImports } from '../../api-client/fn/imports/list-imports.js';
import { previewImport } from '../../api-client/fn/imports/preview-import.js';
import { listDataElements } from '../../api-client/fn/observations/list-data-elements.js';
import type { Assessment } from '../../api-client/models/assessment.js';
import type { DataElement } from '../../api-client/models/data-element.js';
import type { FrameworkVersionSummary } from '../../api-client/models/framework-version-summary.js';
import type { ImportReport } from '../../api-client/models/import-report.js';
import type { ImportSummary } from '../../api-client/models/import-summary.js';

/** What a file is imported as. */
export interface ImportTarget {
  readonly framework: string;
  readonly period: string;
  /** Source of rows that name none; empty for none. */
  readonly source: string;
}

@Injectable({ providedIn: 'root' })
export class ImportClient {
  private readonly api = inject(Api);
  private readonly root = inject(ApiConfiguration).rootUrl;

  async frameworks(): Promise<readonly FrameworkVersionSummary[]> {
    return (await this.api.invoke(listFrameworkVersions, { size: 500 })).items;
  }

  dataElements(): Promise<readonly DataElement[]> {
    return this.api.invoke(listDataElements);
  }

  async recent(): Promise<readonly ImportSummary[]> {
    return (await this.api.invoke(listImports, { size: 10 })).items;
  }

  preview(file: File, target: ImportTarget): Promise<ImportReport> {
    return this.api.invoke(previewImport, asked(file, target));
  }

  import(file: File, target: ImportTarget): Promise<ImportReport> {
    return this.api.invoke(createImport, asked(file, target));
  }

  score(framework: string, period: string): Promise<Assessment> {
    return this.api.invoke(createAssessment, { body: { framework, period } });
  }

  templateAddress({ framework, period }: ImportTarget): string {
    return `${this.root}${getImportTemplate.PATH}?${new URLSearchParams({ framework, period }).toString()}`;
  }
}

/** A file's own type depends on the machine it comes from; it is sent as what it must be. */
function asked(file: File, { framework, period, source }: ImportTarget) {
  const body = new Blob([file], { type: 'text/csv' });
  return { framework, period, fileName: file.name, ...(source === '' ? {} : { source }), body };
}
