import { describe, expect, it } from '@jest/globals';
import { Problem } from '../platform/http/problem.js';
import { parseSeed } from './seed-document.js';
import { targetFaults } from './target-faults.js';
import type { TargetsFile } from './target-format.js';

const SOUND = `# yaml-language-server: $schema=../schemas/targets.schema.json
programme: strategy-2030
due: '2030'
groups:
  - { code: III.1, name: { vi: Nhóm, en: Group } }
targets:
  - code: III.1.a
    group: III.1
    legal_basis: [decision-142-2024#III.1.a]
    name: { vi: Mục tiêu, en: Target }
    owners: [{ unit: bo-y-te, role: leads, legal_basis: decision-142-2024#VIII.5.b }]
    conditions: [{ code: III.1.a-c1, words: đủ, name: { vi: Đủ, en: Enough } }]
    measures:
      - code: III.1.a-1
        kind: printed
        words: 100%
        name: { vi: Tỷ lệ, en: Rate }
        comparator: at_least
        value: 100
        unit: percent
        definition: stated
        levels: [nation]
        roll_up: reported_for_nation
        not_applicable: none
        formula: { kind: value, element: x.y }
`;
const KNOWN = { elements: new Set(['x.y']), units: new Set(['bo-y-te']) };
const read = (text: string) => parseSeed<TargetsFile>(text, 'seeds/targets/x.yaml');
const faults = (text: string) => targetFaults(read(text), KNOWN).map(({ code, path }) => `${code} ${path}`);

describe('a file of targets', () => {
  it('is taken as it is where everything it names exists', () => expect(faults(SOUND)).toEqual([]));

  it.each([
    [['group: III.1', 'group: III.9'], 'SEED_REFERENCE_UNKNOWN seeds/targets/x.yaml:8 /targets/0/group'],
    [
      ['unit: bo-y-te', 'unit: bo-nao'],
      'SEED_REFERENCE_UNKNOWN seeds/targets/x.yaml:11 /targets/0/owners/0/unit',
    ],
    [
      ['element: x.y', 'element: x.z'],
      'SEED_REFERENCE_UNKNOWN seeds/targets/x.yaml:25 /targets/0/measures/0/formula',
    ],
    [
      ['III.1.a-c1', 'III.1.b-c1'],
      'SEED_CODE_MISPLACED seeds/targets/x.yaml:12 /targets/0/conditions/0/code',
    ],
  ])('with %j is refused, with file, line and path', ([from = '', to = ''], fault) => {
    expect(faults(SOUND.replace(from, to))).toEqual([fault]);
  });

  it('with a code twice is refused where it stands the second time', () => {
    const again = SOUND.slice(SOUND.indexOf('  - code: III.1.a\n'));
    expect(faults(SOUND + again)).toEqual([
      'SEED_CODE_TWICE seeds/targets/x.yaml:26 /targets/1/code',
      'SEED_CODE_TWICE seeds/targets/x.yaml:31 /targets/1/conditions/0/code',
      'SEED_CODE_TWICE seeds/targets/x.yaml:33 /targets/1/measures/0/code',
    ]);
  });

  it.each([
    [
      'without a measure',
      (text: string) => text.slice(0, text.indexOf('    measures:')) + '    measures: []\n',
    ],
    ['of a printed measure without its figure', (text: string) => text.replace('        value: 100\n', '')],
    ['of a figure for a "toàn bộ"', (text: string) => text.replace('kind: printed', 'kind: no_figure')],
    ['of a formula that is none', (text: string) => text.replace('kind: value', 'kind: guess')],
    [
      'of a rate that nobody defined, without saying so',
      (text: string) => text.replace(': stated', ': proposed'),
    ],
  ])('%s does not keep to the schema', (_what, spoil) => {
    expect(() => read(spoil(SOUND))).toThrow(Problem);
  });
});
