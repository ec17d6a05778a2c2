import { applyDecorators } from '@nestjs/common';
import { ApiDefaultResponse, ApiOkResponse, ApiResponse } from '@nestjs/swagger';
import { z } from 'zod';

export const problemSchema = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    code: z.string().describe('Stable; listed in the guide on errors'),
    detail: z.string().optional(),
    instance: z.string(),
    errors: z.array(
      z.object({ code: z.string(), path: z.string(), message: z.string() }).meta({ id: 'ProblemDetail' }),
    ),
  })
  .meta({ id: 'Problem', description: 'RFC 9457 problem details' });

const problemAnswer = ApiDefaultResponse({
  description: 'Refused or failed',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
});

/** Says what a route answers (200, or another status) and that every refusal is a problem. */
export function Answers(schema: z.ZodType, description: string, status = 200): MethodDecorator {
  return applyDecorators(ApiResponse({ status, description, standardSchema: schema }), problemAnswer);
}

/** Says that a route answers with nothing but that it is done (204) or taken (202). */
export function AnswersNothing(description: string, status: 202 | 204 = 204): MethodDecorator {
  return applyDecorators(ApiResponse({ status, description }), problemAnswer);
}

/** Says that a route answers a file of a media type. */
export function AnswersFile(mediaType: string, description: string): MethodDecorator {
  return applyDecorators(
    ApiOkResponse({
      description,
      content: { [mediaType]: { schema: { type: 'string', format: 'binary' } } },
    }),
    problemAnswer,
  );
}

/** Says that a route leads the browser elsewhere. */
export function AnswersElsewhere(description: string): MethodDecorator {
  return applyDecorators(ApiResponse({ status: 303, description }), problemAnswer);
}
