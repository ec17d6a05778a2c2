import { HttpErrorResponse } from '@angular/common/http';
import type { ProblemDetail } from '../../api-client/models/problem-detail.js';
import type { TextKey } from '../language/text-key.js';

/** Why a request failed, as far as a screen needs it. */
export interface Failure {
  /** 0 when no answer came. */
  readonly status: number;
  /** The stable code of the answer, or one of our own: OFFLINE, HTTP_<status>, UNEXPECTED. */
  readonly code: string;
  /** What the server says of this very case; not translated. */
  readonly detail: string | null;
  readonly errors: readonly ProblemDetail[];
  /** What was refused for want of a right; null for any other failure. */
  readonly refusal: Refusal | null;
}

/** What an action was refused on, and the roles that could do it. */
export interface Refusal {
  readonly action: string;
  /** The unit whose data it was asked for; null where it is of no single unit. */
  readonly unit: string | null;
  readonly ask: readonly string[];
}

/** Hands on a failure that was already read, from one store to the next. */
export class RequestFailed extends Error {
  constructor(readonly failure: Failure) {
    super(failure.code);
  }
}

/** Reads RFC 9457 problem details from a failed request; whatever else was thrown is UNEXPECTED. */
export function failureOf(error: unknown): Failure {
  if (error instanceof RequestFailed) return error.failure;
  if (!(error instanceof HttpErrorResponse)) {
    return {
      status: 0,
      code: 'UNEXPECTED',
      detail: error instanceof Error ? error.message : null,
      errors: [],
      refusal: null,
    };
  }
  if (error.status === 0) return { status: 0, code: 'OFFLINE', detail: null, errors: [], refusal: null };
  const body: unknown = error.error;
  return {
    status: error.status,
    code: textIn(body, 'code') ?? `HTTP_${error.status}`,
    detail: textIn(body, 'detail') ?? textIn(body, 'title'),
    errors: errorsIn(body),
    refusal: refusalIn(body),
  };
}

const REFUSED: Readonly<Record<string, TextKey>> = {
  SIGN_IN_NEEDED: 'state.refused.signIn',
  SECOND_FACTOR_NEEDED: 'state.refused.secondFactor',
  NOT_PERMITTED: 'state.refused.role',
  OTHER_UNIT: 'state.refused.otherUnit',
  CSRF_REFUSED: 'state.refused.csrf',
};

/** What to tell the reader, and so what to do, for a failure. */
export function adviceFor(failure: Failure): TextKey {
  if (failure.code === 'OFFLINE') return 'state.failed.offline';
  const refused = REFUSED[failure.code];
  if (refused !== undefined) return refused;
  if (failure.status === 404) return 'state.failed.notFound';
  return failure.status >= 500 || failure.status === 0 ? 'state.failed.server' : 'state.failed.other';
}

function textIn(body: unknown, key: string): string | null {
  if (typeof body !== 'object' || body === null) return null;
  const value: unknown = (body as Record<string, unknown>)[key];
  return typeof value === 'string' ? value : null;
}

function errorsIn(body: unknown): readonly ProblemDetail[] {
  if (typeof body !== 'object' || body === null || !('errors' in body) || !Array.isArray(body.errors))
    return [];
  return (body.errors as readonly unknown[]).filter(
    (entry): entry is ProblemDetail => textIn(entry, 'code') !== null && textIn(entry, 'message') !== null,
  );
}

function refusalIn(body: unknown): Refusal | null {
  const action = textIn(body, 'action');
  if (action === null || typeof body !== 'object' || body === null || !('ask' in body)) return null;
  const ask = Array.isArray(body.ask) ? (body.ask as readonly unknown[]) : [];
  return {
    action,
    unit: textIn(body, 'unit'),
    ask: ask.filter((role): role is string => typeof role === 'string'),
  };
}
