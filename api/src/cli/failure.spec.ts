import { describe, expect, it } from '@jest/globals';
import { CommanderError } from 'commander';
import { LaunchError } from '../platform/database/launch-check.js';
import { notFound, Problem } from '../platform/http/problem.js';
import { CallError } from './call-error.js';
import { failureOf } from './failure.js';

describe('failureOf', () => {
  it.each([
    ['help that was asked for', new CommanderError(0, 'commander.helpDisplayed', ''), 0],
    ['an option that does not exist', new CommanderError(1, 'commander.unknownOption', 'x'), 2],
    ['a file that cannot be read', new CallError('FILE_UNREADABLE', 'x'), 2],
    ['a database that does not answer', new LaunchError('DATABASE_UNREACHABLE', 'x'), 2],
    ['an edition that is not there', notFound('EDITION', 'x'), 2],
    ['a request of the wrong form', new Problem(400, 'REQUEST_INVALID', 'x'), 2],
    ['figures that do not fit', new Problem(422, 'SCORING_REFUSED', 'x'), 1],
    ['an edition that is published already', new Problem(409, 'EDITION_ALREADY_PUBLISHED', 'x'), 1],
  ])('%s', (_what, error, status) => {
    expect(failureOf(error)?.status).toBe(status);
  });

  it('says the same to people and to machines', () => {
    const fault = { code: 'VALUE_ABSENT', path: 'dataset.cells[3]', message: '{}' };
    const failure = failureOf(new Problem(422, 'SCORING_REFUSED', 'Do not fit', 'dti', [fault]));
    expect(failure?.text).toBe('SCORING_REFUSED: Do not fit (dti)\n  dataset.cells[3]  VALUE_ABSENT  {}');
    expect(failure?.body).toMatchObject({ code: 'SCORING_REFUSED', detail: 'dti', errors: [fault] });
  });

  it('leaves an error that nobody foresaw to whoever runs the command', () => {
    expect(failureOf(new TypeError('x'))).toBeNull();
  });
});
