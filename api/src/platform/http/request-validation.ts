import { StandardSchemaValidationPipe } from '@nestjs/common';
import { Problem } from './problem.js';

type PathPart = PropertyKey | { readonly key: PropertyKey };

function pathText(path: readonly PathPart[] | undefined): string {
  return (path ?? []).map((part) => String(typeof part === 'object' ? part.key : part)).join('.');
}

/** Checks what `@Query`, `@Param` and `@Body` declare as `schema`; all faults at once. */
export function requestValidation(): StandardSchemaValidationPipe {
  return new StandardSchemaValidationPipe({
    exceptionFactory: (issues) =>
      new Problem(
        400,
        'REQUEST_INVALID',
        'The request does not fit what the route takes',
        undefined,
        issues.map((issue) => ({
          code: 'FIELD_INVALID',
          path: pathText(issue.path),
          message: issue.message,
        })),
      ),
  });
}
