import { describe, expect, it } from '@jest/globals';
import { EMPTY_FORM, formFaults, requestOf, serverFaults, type StatusForm } from './status-form-view.js';

const form = (own: Partial<StatusForm>): StatusForm => ({ ...EMPTY_FORM, note: 'Đã xong', ...own });

describe('the form of a status', () => {
  it.each<[string, Partial<StatusForm>, boolean, string[]]>([
    ['nothing wrong', {}, false, []],
    ['no note', { note: '  ' }, false, ['note']],
    ['no unit where one is needed', {}, true, ['unit']],
    ['a day that there is not', { asOf: '31/02/2025' }, false, ['asOf']],
    ['a date of evidence in another form', { number: '1/BC', date: '2025-01-01' }, false, ['date']],
    ['a date and no evidence', { date: '01/01/2025' }, false, ['number']],
  ])('has with %s: %j', (_what, own, needsUnit, fields) => {
    expect(Object.keys(formFaults(form(own), needsUnit))).toEqual(fields);
  });

  it('is sent without what was left empty', () => {
    expect(requestOf(form({}))).toEqual({ state: 'in_progress', note: 'Đã xong', evidence: [] });
  });

  it('is sent with days as the server reads them', () => {
    expect(
      requestOf(
        form({
          unit: 'ha-noi',
          action: '2',
          state: 'done',
          asOf: '1/7/2025',
          number: '5/BC',
          date: '30/06/2025',
        }),
      ),
    ).toEqual({
      unit: 'ha-noi',
      action: 2,
      state: 'done',
      asOf: '2025-07-01',
      note: 'Đã xong',
      evidence: [{ number: '5/BC', date: '2025-06-30', description: null, url: null }],
    });
  });

  it("puts the server's faults at their fields", () => {
    const failure = {
      status: 422,
      code: 'TASK_STATUS_REFUSED',
      detail: null,
      refusal: null,
      errors: [
        { code: 'TASK_UNIT_NOT_THERE', path: 'unit', message: '' },
        { code: 'TASK_DATE_AHEAD', path: 'evidence.0.date', message: '' },
        { code: 'FIELD_INVALID', path: 'evidence.0.url', message: '' },
        { code: 'FIELD_INVALID', path: 'something.else', message: '' },
      ],
    };
    expect(serverFaults(failure)).toEqual({
      unit: 'tasks.fault.unitNotThere',
      date: 'tasks.fault.ahead',
      url: 'tasks.fault.invalid',
    });
  });
});
