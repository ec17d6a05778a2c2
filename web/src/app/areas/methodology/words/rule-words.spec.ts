import { describe, expect, it } from '@jest/globals';
import type { FrameworkVersion } from '../../../api-client/models/framework-version.js';
import { treeNodeOf, versionOf } from '../../../../testing/frameworks.js';
import { wordingOf } from '../../../../testing/wording.js';
import { clampWords, methodSaid, normaliseWords, unitWords } from './rule-words.js';

const vi = wordingOf('vi');
const en = wordingOf('en');
const rule = (method: string, parameters: Record<string, unknown> = {}) => ({
  method,
  parameters,
  own: true,
});

describe('a normalisation in words', () => {
  it('says the threshold with its unit, and from which side it is met', () => {
    const days = { normalise: rule('boolean', { threshold: 184 }), unit: 'days' };
    expect(normaliseWords({ ...days, direction: 'lower_is_better' }, vi)).toBe(
      'Đạt được 1 khi không quá 184 ngày, còn lại là 0.',
    );
    expect(normaliseWords({ ...days, direction: 'higher_is_better' }, en)).toBe(
      '1 from 184 days up, else 0.',
    );
  });

  it.each([
    ['percentile_rank', {}, /Thứ hạng phần trăm/],
    ['goalposts', { from: 0, upTo: 1234.5 }, /0 và 1\.234,5/],
    ['steps', { steps: [{ from: 1, value: 0.5 }] }, /từ 1 được 0,5/],
    ['ratio_to_target', { target: 80 }, /mức 80/],
  ] as const)('%s', (method, parameters, text) => {
    const node = { normalise: rule(method, parameters), direction: null, unit: null };
    expect(normaliseWords(node, vi)).toMatch(text);
  });

  it('has words for every method of the engine, in both languages', () => {
    const methods =
      'ratio_to_maximum min_max goalposts ratio_to_target distance_to_target z_score scaled_z_score rank borda ' +
      'percentile_rank distance_to_maximum distance_to_reference fraction_of_maximum steps boolean';
    for (const method of methods.split(' ')) {
      const node = { normalise: rule(method), direction: null, unit: null };
      expect(normaliseWords(node, vi)).not.toBe(method);
      expect(normaliseWords(node, en)).not.toBe(method);
    }
  });

  it('says what becomes of a value beyond it, and nothing where the rule has no such case', () => {
    expect([clampWords({ clamp: 'clamp' }, en), clampWords({ clamp: null }, en)]).toEqual([
      'Held at the end of the scale, and marked.',
      '',
    ]);
  });

  it('names a unit that it knows, and another as the file has it', () => {
    expect([unitWords('per 1000 inhabitants', vi), unitWords('TB', vi), unitWords(null, vi)]).toEqual([
      'trên 1.000 dân',
      'TB',
      '',
    ]);
  });
});

describe('the rules of a version', () => {
  const version: FrameworkVersion = {
    ...versionOf('v'),
    method: {
      aggregation: 'arithmetic',
      missing: 'reweight',
      notApplicable: 'reweight',
      rankMethod: 'competition',
      rankDecimals: 4,
      rounding: 'half_up_decimal',
    },
    bands: [],
    rules: { availability: 0.66 },
    statusReasonVi: null,
    statusReasonEn: null,
    proposedReasonVi: null,
    proposedReasonEn: null,
    changeReason: null,
    legalBases: [],
    frozen: false,
    totalElement: null,
    rankElement: null,
    groups: [],
    nodes: [treeNodeOf('root', { weighting: rule('given') })],
    note: null,
    sourceIds: [],
  };
  const said = (own: Partial<FrameworkVersion>) =>
    new Map(methodSaid({ ...version, ...own }, vi).map(({ label, text }) => [label, text]));

  it('say what becomes of gaps, of what does not apply and of equal scores', () => {
    const rules = said({});
    expect(rules.get('Khi thiếu số liệu')).toContain('được chia cho các mục còn lại');
    expect(rules.get('Mức số liệu tối thiểu')).toContain('66%');
    expect(rules.get('Làm tròn trước khi xếp hạng')).toBe('4 chữ số thập phân, làm tròn nửa lên.');
    expect(rules.get('Khi bằng điểm')).toBe('Đồng hạng, không có tiêu chí phụ.');
  });

  it('name what separates equal scores, in turn', () => {
    const rank = { tieBreaks: [{ by: 'node', node: 'data.open' }, { by: 'code' }] };
    expect(said({ rules: { rank } }).get('Khi bằng điểm')).toBe('Xét lần lượt theo: data.open, mã đơn vị.');
  });

  it('rank nobody at the level of the nation', () => {
    const rules = said({ level: 'nation' });
    expect(rules.get('Xếp hạng')).toBe('Cấp này không xếp hạng.');
    expect(rules.has('Khi bằng điểm')).toBe(false);
  });
});
