import { describe, expect, it } from '@jest/globals';
import type { Inventory } from '../../api-client/models/inventory.js';
import { draftFaults, parseFigure, stepDraft, stepRequest } from './step-draft.js';

describe('parseFigure', () => {
  it.each([
    ['97,5', 97.5],
    ['97.5', 97.5],
    ['0.875', 0.875],
    ['1.234', 1234],
    ['1.234.567,8', 1234567.8],
    ['1 234 567', 1234567],
    [' 12 ', 12],
    ['0', 0],
    ['', null],
    ['-1', null],
    ['1e9', null],
    ['NaN', null],
    ['1,2,3', null],
    ['12%', null],
  ])('%j is %j', (text, value) => expect(parseFigure(text)).toBe(value));
});

const INVENTORY = {
  findings: [
    {
      aspect: 'accuracy',
      reported: { state: 'partly', figure: 97.5, figureUnit: '%', note: 'x' },
      verified: null,
    },
    { aspect: 'logs', reported: null, verified: null },
  ],
} as unknown as Inventory;
const NEEDS = ['reference', 'findings'];

describe('a step that is being written', () => {
  const draft = stepDraft(INVENTORY, 'verify', '22/11/2026');

  it('begins with what the owner reported', () => {
    expect(draft.findings).toEqual([
      { aspect: 'accuracy', state: 'partly', figure: '97,5', figureUnit: '%', note: '' },
      { aspect: 'logs', state: 'no_data', figure: '', figureUnit: '', note: '' },
    ]);
  });

  it('lacks what its action needs', () => {
    expect(draftFaults(draft, NEEDS)).toEqual(['actor', 'reference']);
    expect(draftFaults({ ...draft, actor: 'Sở', reference: '1', day: '31/02/2026' }, NEEDS)).toEqual([
      'doneOn',
    ]);
    expect(draftFaults({ ...draft, actor: 'Sở' }, ['reason'])).toEqual(['reason']);
  });

  it.each([
    ['a percentage above a hundred', { figure: '101', figureUnit: '%' }],
    ['a figure of what', { figure: '5', figureUnit: '' }],
    ['a unit without a figure', { figure: '', figureUnit: '%' }],
    ['words for a figure', { figure: 'nhiều', figureUnit: '%' }],
  ])('does not take %s', (_what, change) => {
    const [first, ...rest] = draft.findings;
    const findings = [{ ...first!, ...change }, ...rest];
    const given = { ...draft, actor: 'Sở', reference: '1', findings };
    expect(draftFaults(given, NEEDS)).toEqual(['findings']);
  });

  it('is sent as the server takes it, without what is blank', () => {
    const given = { ...draft, actor: ' Sở ', reference: '3/TB', reason: 'left over' };
    expect(JSON.parse(JSON.stringify(stepRequest(given, NEEDS)))).toEqual({
      action: 'verify',
      actor: 'Sở',
      doneOn: '2026-11-22',
      reference: '3/TB',
      findings: [
        { aspect: 'accuracy', state: 'partly', figure: 97.5, figureUnit: '%' },
        { aspect: 'logs', state: 'no_data' },
      ],
    });
  });
});
