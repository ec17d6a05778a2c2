import { ArgumentsHost, Catch, ExceptionFilter, HttpException, Logger } from '@nestjs/common';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { RefusalLog } from '../audit/refusal-log.js';
import { Problem, problemBody } from './problem.js';

const FALLBACK_CODES: Readonly<Record<number, string>> = {
  400: 'BAD_REQUEST',
  403: 'FORBIDDEN',
  404: 'ROUTE_NOT_FOUND',
  405: 'METHOD_NOT_ALLOWED',
  413: 'BODY_TOO_LARGE',
  414: 'ADDRESS_TOO_LONG',
  415: 'MEDIA_TYPE_NOT_SUPPORTED',
};

/** Fastify's own errors carry `statusCode`; Nest's carry a status; anything else is ours and a fault. */
export function toProblem(error: unknown): Problem {
  if (error instanceof Problem) return error;
  if (error instanceof HttpException) return fromStatus(error.getStatus(), error.message);
  const status = (error as { statusCode?: unknown } | null)?.statusCode;
  if (typeof status === 'number' && status >= 400 && status < 500) {
    return fromStatus(status, error instanceof Error ? error.message : undefined);
  }
  return new Problem(500, 'INTERNAL_ERROR', 'The server failed; the log has the cause.');
}

function fromStatus(status: number, detail: string | undefined): Problem {
  return new Problem(status, FALLBACK_CODES[status] ?? `HTTP_${status}`, 'The request was refused', detail);
}

const REFUSED = 403;

/** Turns every error into `application/problem+json`; nothing internal leaks in a 500. What was refused is in the trail. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('Http');

  constructor(private readonly refusals: RefusalLog) {}

  async catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const http = host.switchToHttp();
    const reply = http.getResponse<FastifyReply>();
    const request = http.getRequest<FastifyRequest>();
    const problem = toProblem(error);
    if (problem.status >= 500) {
      this.log.error(causeOf(error));
    }
    if (problem.status === REFUSED) await this.refusals.refused(problem, routeOf(request));
    answerProblem(reply, problem, request.url);
  }
}

/** Method and path; what follows the question mark may hold what is not for the trail. */
function routeOf({ method, url }: FastifyRequest): string {
  return `${method} ${url.split('?')[0] ?? ''}`;
}

/** The stack, and the statement where a database refused one; its parameters may hold what is not for logs. */
function causeOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const statement = 'query' in error && typeof error.query === 'string' ? `\n${error.query}` : '';
  return `${error.stack ?? error.message}${statement}`;
}

/** Answers a problem as RFC 9457 says; nobody keeps it. */
export function answerProblem(reply: FastifyReply, problem: Problem, instance: string): void {
  const { retryAfter } = problem.extensions;
  if (typeof retryAfter === 'number') void reply.header('retry-after', String(retryAfter));
  if (problem.status === 401) void reply.header('www-authenticate', 'Bearer');
  void reply
    .status(problem.status)
    .header('content-type', 'application/problem+json; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(JSON.stringify(problemBody(problem, instance)));
}
