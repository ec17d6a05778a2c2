import { describe, expect, it } from '@jest/globals';
import { formulaOf } from '../../../../testing/frameworks.js';
import { wordingOf } from '../../../../testing/wording.js';
import { formulaCases, formulaWords } from './formula-words.js';

const vi = wordingOf('vi');
const en = wordingOf('en');

const ratio = formulaOf(
  'ratio',
  [
    ['numerator', 'met'],
    ['denominator', 'all'],
  ],
  {
    scale: 100,
    zeroDenominator: 'undetermined',
    nothingToCount: 'not_applicable',
    exceeding: 'undetermined',
  },
);

describe('a formula in words', () => {
  it.each([
    ['a value', formulaOf('value', [['element', 'a']]), 'số a', 'number a'],
    ['a ratio in percent', ratio, 'số met ÷ số all × 100%', 'number met ÷ number all × 100%'],
    [
      'a ratio on another scale',
      { ...ratio, parameters: { scale: 1000 } },
      'số met ÷ số all × 1.000',
      'number met ÷ number all × 1,000',
    ],
    [
      'a sum',
      formulaOf('sum', [
        ['elements', 'a'],
        ['elements', 'b'],
      ]),
      'số a + số b',
      'number a + number b',
    ],
    [
      'a number per head',
      formulaOf(
        'per_head',
        [
          ['element', 'a'],
          ['population', 'people'],
        ],
        { per: 1000 },
      ),
      'số a ÷ số people × 1.000',
      'number a ÷ number people × 1,000',
    ],
    [
      'growth',
      formulaOf('growth', [['element', 'a']], { scale: 100 }),
      '(số a − cùng số liệu kỳ trước) ÷ cùng số liệu kỳ trước × 100%',
      '(number a − the same in the period before) ÷ the same in the period before × 100%',
    ],
    [
      'answers',
      formulaOf('share_of_yes', [
        ['elements', 'a', 'yes_no'],
        ['elements', 'b', 'yes_no'],
      ]),
      'tỷ lệ trả lời “có” trong: số a; số b',
      'share of “yes” among: number a; number b',
    ],
    [
      'an age, of a day that the engine holds as a number',
      formulaOf('age', [['element', 'a', 'day']], { at: 20818 }),
      'số ngày từ số a đến 31/12/2026',
      'days from number a to 31/12/2026',
    ],
    [
      'conditions, a yes said as a yes',
      formulaOf(
        'yes_no',
        [
          ['conditions', 'a'],
          ['conditions', 'b', 'yes_no'],
        ],
        {
          holds: 'all',
          conditions: [
            { element: 'a', is: 'at_least', value: 1 },
            { element: 'b', is: 'equal', value: 1 },
          ],
        },
      ),
      'có khi đủ các điều kiện: số a ≥ 1; số b: có',
      'yes where all hold: number a ≥ 1; number b: yes',
    ],
    [
      'levels',
      formulaOf('levels', [['element', 'a']], { steps: [{ from: 5, value: 0.5 }] }),
      'mức theo số a: từ 5 được 0,5',
      'level by number a: from 5 gives 0.5',
    ],
    [
      'a count against a data element',
      formulaOf('count_against_target', [
        ['element', 'a'],
        ['target', 'plan'],
      ]),
      'số a ÷ số plan',
      'number a ÷ number plan',
    ],
    [
      'a count against a number',
      formulaOf('count_against_target', [['element', 'a']], { target: 5 }),
      'số a ÷ 5',
      'number a ÷ 5',
    ],
  ])('of %s', (_what, formula, vietnamese, english) => {
    expect([formulaWords(formula, vi), formulaWords(formula, en)]).toEqual([vietnamese, english]);
  });

  it('of a kind that is not known here is its code, not nothing', () => {
    expect(formulaWords(formulaOf('median_of', []), vi)).toBe('median_of');
  });
});

describe('its special cases', () => {
  it('are said one by one, in the order of the engine', () => {
    expect(formulaCases(ratio, vi)).toEqual([
      'Mẫu số bằng 0: không xác định được giá trị.',
      'Tử số và mẫu số cùng bằng 0: không áp dụng.',
      'Tử số lớn hơn mẫu số: không xác định được giá trị.',
    ]);
  });

  it('say the value that is stated', () => {
    const stated = formulaOf('ratio', [], { nothingToCount: { value: 0 } });
    expect(formulaCases(stated, en)).toEqual(['Numerator and denominator both zero: counts as 0.']);
  });

  it('are none of a formula that has none', () => {
    expect(formulaCases(formulaOf('value', [['element', 'a']]), vi)).toEqual([]);
  });
});
