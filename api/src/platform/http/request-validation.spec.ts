import { describe, expect, it } from '@jest/globals';
import { z } from 'zod';
import { Problem } from './problem.js';
import { requestValidation } from './request-validation.js';

const schema = z.object({ period: z.string().regex(/^\d{4}$/, 'a year'), ids: z.array(z.string().min(2)) });

async function check(value: unknown): Promise<unknown> {
  const checked: unknown = await requestValidation().transform(value, { type: 'body', schema });
  return checked;
}

describe('requestValidation', () => {
  it('passes on what fits, as the schema makes it', async () => {
    await expect(check({ period: '2022', ids: ['ab'], more: 1 })).resolves.toEqual({
      period: '2022',
      ids: ['ab'],
    });
  });

  it('names every field that does not fit, by its path, in one problem', async () => {
    const problem = await check({ period: 'x', ids: ['ab', 'c'] }).catch((error: unknown) => error);
    expect(problem).toBeInstanceOf(Problem);
    expect(problem).toMatchObject({
      status: 400,
      code: 'REQUEST_INVALID',
      errors: [
        { code: 'FIELD_INVALID', path: 'period', message: 'a year' },
        { code: 'FIELD_INVALID', path: 'ids.1' },
      ],
    });
  });

  it.each([undefined, null, 'text', []])('refuses %j where an object is asked for', async (value) => {
    await expect(check(value)).rejects.toMatchObject({ code: 'REQUEST_INVALID' });
  });
});
