import { HttpClient, HttpErrorResponse, type HttpEvent, HttpEventType } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import { lastValueFrom, tap } from 'rxjs';
import { Api } from '../../api-client/api.js';
import { ApiConfiguration } from '../../api-client/api-configuration.js';
import { getEdition } from '../../api-client/fn/editions/get-edition.js';
import { getEditionReport } from '../../api-client/fn/editions/get-edition-report.js';
import type { Edition } from '../../api-client/models/edition.js';

/** A report as it came: its bytes and the name the server gives it. */
export interface ReportFile {
  readonly content: Blob;
  readonly name: string;
}

/** Which edition's report, and of which day. */
export interface ReportQuestion {
  readonly code: string;
  readonly revision: number | null;
  readonly date: string;
}

@Injectable({ providedIn: 'root' })
export class EditionClient {
  private readonly api = inject(Api);
  private readonly http = inject(HttpClient);
  private readonly root = inject(ApiConfiguration).rootUrl;

  /** One revision, or the latest published one. */
  edition(code: string, revision: number | null): Promise<Edition> {
    return this.api.invoke(getEdition, { code, ...asked(revision) });
  }

  /** Has the server make the report of a day; `progress` is the share received, null while it is made. */
  async report(
    { code, revision, date }: ReportQuestion,
    progress: (share: number | null) => void,
  ): Promise<ReportFile> {
    const address = this.root + getEditionReport.PATH.replace('{code}', encodeURIComponent(code));
    const events = this.http
      .get(address, {
        params: { date, ...asked(revision) },
        responseType: 'blob',
        observe: 'events',
        reportProgress: true,
      })
      .pipe(tap((event) => progress(shareOf(event))));
    try {
      const last = await lastValueFrom(events);
      if (last.type !== HttpEventType.Response || !last.body) throw new Error('NO_REPORT');
      const named = /filename="?([^";]+)"?/.exec(last.headers.get('content-disposition') ?? '')?.[1];
      return { content: last.body, name: named ?? `${code}.pdf` };
    } catch (error) {
      throw await withReadProblem(error);
    }
  }
}

function asked(revision: number | null): { revision?: number } {
  return revision === null ? {} : { revision };
}

function shareOf(event: HttpEvent<Blob>): number | null {
  if (event.type !== HttpEventType.DownloadProgress || !event.total) return null;
  return event.loaded / event.total;
}

/** Where a file was expected, the problem comes as a file too; it is read like any other. */
async function withReadProblem(error: unknown): Promise<unknown> {
  if (!(error instanceof HttpErrorResponse) || !(error.error instanceof Blob)) return error;
  const text = await error.error.text();
  let problem: unknown = null;
  try {
    problem = JSON.parse(text);
  } catch {
    // Not a problem document: the status alone will do.
  }
  return new HttpErrorResponse({
    error: problem,
    status: error.status,
    statusText: error.statusText,
    url: error.url ?? undefined,
  });
}
