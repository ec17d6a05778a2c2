import { describe, expect, it } from '@jest/globals';
import { readUnits, seedPaths, seedText, seedYaml } from './seed-files.ts';

interface Owner {
  readonly standing: 'implied' | 'not_stated';
  readonly unit?: string;
  readonly legal_basis?: readonly string[];
  readonly recollection?: { readonly unit: string; readonly source: readonly string[] };
}
interface Named {
  readonly code: string;
  readonly text: string;
  readonly legal_basis: readonly string[];
}
const national = seedYaml('databases/national.yaml') as {
  conditions: (Named & { aspects: { code: string }[] })[];
  qualities: Named[];
  databases: {
    id: string;
    short: { vi: string };
    owner: Owner;
    facts: { code: string; value?: number; as_of: string }[];
  }[];
};
const classes = seedYaml('databases/classes.yaml') as {
  classes: (Named & { group: number })[];
  marks: (Named & { needs: string[] })[];
  inventory: {
    every_months: number;
    due: { before: string };
    assessments: (Named & { aspects: { code: string }[] })[];
    steps: (Named & { standing: string })[];
  };
};

describe('the national databases of IV.3.a', () => {
  it('are six, in the order of the Decision', () => {
    expect(national.databases.map(({ short }) => short.vi)).toEqual([
      'Dân cư',
      'Đất đai',
      'Đăng ký doanh nghiệp',
      'Tài chính',
      'Bảo hiểm',
      'Cán bộ, công chức, viên chức',
    ]);
  });

  it('have an owner that a clause implies three times, and none that is stated three times', () => {
    const of = (standing: Owner['standing']) =>
      national.databases.filter(({ owner }) => owner.standing === standing);
    expect(of('implied').map(({ id, owner }) => [id, owner.unit, owner.legal_basis])).toEqual([
      ['population', 'bo-cong-an', ['decision-142-2024#VIII.4.b']],
      ['land', 'bo-tai-nguyen-va-moi-truong', ['decision-142-2024#VIII.8.a']],
      ['business-registration', 'bo-ke-hoach-va-dau-tu', ['decision-142-2024#VIII.12.a']],
    ]);
    expect(of('not_stated').map(({ id }) => id)).toEqual(['finance', 'insurance', 'officials']);
    expect(of('not_stated').every(({ owner }) => owner.recollection?.source.join() === 'recollection')).toBe(
      true,
    );
  });

  it('name units that there are', () => {
    const units = readUnits().map(({ id }) => id);
    const named = national.databases.flatMap(({ owner }) => [owner.unit, owner.recollection?.unit]);
    expect(named.filter((id) => id !== undefined && !units.includes(id))).toEqual([]);
  });

  it('have three conditions of III.2.a and six words of quality', () => {
    expect(national.conditions.map(({ aspects }) => aspects.length)).toEqual([3, 1, 1]);
    expect(national.conditions.every(({ legal_basis }) => legal_basis[0] === 'decision-142-2024#III.2.a')).toBe(
      true,
    );
    expect(national.qualities.map(({ code }) => code)).toEqual([
      'machine-readable',
      'real-time',
      'correct',
      'sufficient',
      'clean',
      'live',
    ]);
  });

  it('carry the figures that were published of two of them, with their date', () => {
    const records = national.databases.flatMap(({ id, facts }) =>
      facts.filter(({ code }) => code === 'records').map(({ value, as_of }) => [id, value, as_of]),
    );
    expect(records).toEqual([
      ['population', 99_000_000, '2022-11'],
      ['business-registration', 1_456_551, '2022-11'],
    ]);
    expect(
      national.databases.every(({ facts }) =>
        facts.some(({ code, as_of }) => code === 'on-ndxp' && as_of === '2022-12-29'),
      ),
    ).toBe(true);
  });
});

describe('classes, marks and the yearly inventory', () => {
  it('are three classes, the second of three kinds', () => {
    expect(classes.classes.map(({ group }) => group)).toEqual([1, 2, 2, 2, 3]);
  });

  it('mark nghiệp vụ đặc thù with a reason and an approver, and nothing else', () => {
    expect(classes.marks.map(({ code, needs }) => [code, needs])).toEqual([
      ['sector-specific', []],
      ['important', []],
      ['special-purpose', ['reason', 'approver']],
    ]);
  });

  it('ask for five assessments of Article 16.2, points a to đ, every twelve months, before 31 December', () => {
    const { assessments, every_months: months, due } = classes.inventory;
    expect(assessments.map(({ legal_basis }) => legal_basis[0])).toEqual(
      ['a', 'b', 'c', 'd', 'đ'].map((point) => `decree-47-2020#16.2.${point}`),
    );
    expect(assessments.map(({ aspects }) => aspects.length)).toEqual([1, 1, 3, 3, 3]);
    expect([months, due.before]).toEqual([12, '12-31']);
  });

  it('go from assessing to reporting, with a return that no document names', () => {
    expect(classes.inventory.steps.map(({ code }) => code)).toEqual([
      'assess',
      'send',
      'verify',
      'remedy',
      'report',
      'return',
    ]);
    const own = classes.inventory.steps.filter(({ standing }) => standing === 'own');
    expect(own.map(({ code }) => code)).toEqual(['assess', 'return']);
  });

  it('have every code once', () => {
    const codes = [
      ...classes.inventory.assessments.flatMap(({ aspects }) => aspects.map(({ code }) => code)),
      ...national.conditions.flatMap(({ aspects }) => aspects.map(({ code }) => code)),
      ...national.qualities.map(({ code }) => code),
    ];
    expect(new Set(codes).size).toBe(codes.length);
  });
});

describe('what is printed', () => {
  const decision = seedPaths('.yaml')
    .filter((path) => path.startsWith('law/decision-142-2024/'))
    .map(seedText)
    .join('\n')
    .replaceAll(/\s+/g, ' ');

  it.each(
    [...national.conditions, ...national.qualities, ...classes.marks].map(({ code, text }) => [code, text]),
  )('of %s stands word for word in the Decision', (_code, text) => {
    expect(decision).toContain(text.replace(/^\(|\)$/g, ''));
  });
});
