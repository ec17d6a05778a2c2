import { describe, expect, it } from '@jest/globals';
import { readPublishedTable } from './published-table.ts';
import {
  type Edition,
  type Framework,
  holdsOn,
  type Node,
  readDataElements,
  readEditions,
  readFrameworks,
  readUnits,
  seedPaths,
} from './seed-files.ts';

const units = readUnits();
const elements = new Map(readDataElements().map((element) => [element.code, element]));
const editions = readEditions();
const frameworks = new Map(readFrameworks().map((framework) => [framework.code, framework]));
const framework = (code: string) => frameworks.get(code) as Framework;
const nodes = (node: Node): Node[] => [node, ...(node.children ?? []).flatMap(nodes)];

/** The units that a published name may mean on a day: by full name, by short name or by an alias of the day. */
function unitsNamed(name: string, day: string): string[] {
  return units
    .filter(({ valid }) => holdsOn(valid, day))
    .filter(
      ({ names, aliases }) =>
        names.some((entry) => holdsOn(entry, day) && [entry.vi, entry.short_vi].includes(name)) ||
        aliases?.some((entry) => holdsOn(entry, day) && entry.text === name),
    )
    .map(({ id }) => id);
}

const tables = editions.flatMap((edition) =>
  edition.assessments.flatMap((assessment) =>
    assessment.file ? [{ edition, assessment, path: `published/${edition.code}/${assessment.file}` }] : [],
  ),
);

describe('names of units', () => {
  it.each([
    ['Huế', '2020-12-31', ['hue']],
    ['Huế', '2025-01-01', ['hue']],
    ['Thừa Thiên Huế', '2022-12-31', ['hue']],
    ['Thừa Thiên Huế', '2025-01-01', ['hue']],
    ['Thành phố Huế', '2024-12-31', []],
    ['Hồ Chí Minh', '2025-06-30', ['ho-chi-minh']],
    ['TP Hồ Chí Minh', '2025-07-01', ['ho-chi-minh-2025']],
    ['Tuyên Quang', '2025-06-30', ['tuyen-quang']],
    ['Tuyên Quang', '2025-07-01', ['tuyen-quang-2025']],
    ['Hà Giang', '2025-07-01', []],
    ['Bộ LĐ-TB&XH', '2024-12-31', ['bo-lao-dong-thuong-binh-va-xa-hoi']],
    ['Bộ LĐ-TB&XH', '2025-03-01', []],
  ])('%s on %s means %j', (name, day, ids) => {
    expect(unitsNamed(name, day)).toEqual(ids);
  });

  it.each(['2024-12-31', '2025-01-01', '2025-03-01', '2025-07-01', '2026-04-30'])('none means two units on %s', (day) => {
    const names = units.flatMap((unit) => [
      ...unit.names.flatMap(({ vi, short_vi: short }) => (short ? [vi, short] : [vi])),
      ...(unit.aliases ?? []).map(({ text }) => text),
    ]);
    expect([...new Set(names)].filter((name) => unitsNamed(name, day).length > 1)).toEqual([]);
  });

  it('no alias repeats a name of its own unit for the same days', () => {
    const idle = units.flatMap(({ id, names, aliases }) =>
      (aliases ?? [])
        .filter(({ text, from, to }) =>
          names.some(
            (entry) =>
              [entry.vi, entry.short_vi].includes(text) &&
              (entry.from ?? '') <= (to ?? '9999-12-31') &&
              (from ?? '') <= (entry.to ?? '9999-12-31'),
          ),
        )
        .map(({ text }) => `${id}: ${text}`),
    );
    expect(idle).toEqual([]);
  });
});

describe('editions', () => {
  it.each(editions.map((edition) => [edition.code, edition] as const))(
    '%s: roster of the year\'s last day, published later, by frameworks of its period, figures of its groups',
    (_code, edition: Edition) => {
      expect(edition.roster_date).toBe(`${edition.period}-12-31`);
      expect(edition.published_on > edition.roster_date).toBe(true);
      for (const assessment of edition.assessments) {
        const { periods } = framework(assessment.framework);
        expect(periods.from <= edition.period && edition.period <= (periods.to ?? '9999')).toBe(true);
      }
      for (const figure of edition.check_figures) {
        const assessed = edition.assessments.find((candidate) => candidate.framework === figure.framework);
        expect(assessed?.groups.map(({ code }) => code)).toContain(figure.group);
        expect(elements.get(figure.element)?.value_type).toBe('ratio');
        expect(figure.value > 0 && figure.value < 1).toBe(true);
      }
    },
  );

  it('leave no table unread', () => {
    expect(seedPaths('.csv')).toEqual(tables.map(({ path }) => path).sort());
  });
});

describe.each(tables)('$path', ({ edition, assessment, path }) => {
  const { columns, rows } = readPublishedTable(path);
  const values = columns.slice(2, -3);
  const { level, tree, published } = framework(assessment.framework);

  it('has the columns of the import format, and of data elements those with a value', () => {
    expect([...columns.slice(0, 2), ...columns.slice(-3)]).toEqual(['unit', 'group', 'source', 'confidence', 'note']);
    const known = [published?.total, published?.rank, ...(published?.checks ?? []), ...nodes(tree).map(({ element }) => element)];
    expect(values.filter((code) => !known.includes(code))).toEqual([]);
    expect(values.filter((code) => rows.every((row) => row[code] === ''))).toEqual([]);
  });

  it('names in every row exactly one unit of the framework\'s level on the roster date, and no unit twice', () => {
    const found = rows.map((row) => unitsNamed(row['unit'] ?? '', edition.roster_date));
    expect(rows.filter((_row, at) => found[at]?.length !== 1)).toEqual([]);
    const ids = found.flat();
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.filter((id) => units.find((unit) => unit.id === id)?.level !== level)).toEqual([]);
  });

  it('puts every row into a group of the assessment that is large enough', () => {
    for (const { code, expected } of assessment.groups) {
      const members = rows.filter((row) => row['group'] === code).length;
      expect(members).toBeGreaterThan(0);
      expect(members).toBeLessThanOrEqual(expected ?? Infinity);
    }
    const groups = assessment.groups.map(({ code }) => code);
    expect(rows.filter((row) => !groups.includes(row['group'] ?? ''))).toEqual([]);
  });

  it('writes ratios as 0.5346 and ranks as whole numbers, and has a total or a rank in every row', () => {
    const shape: Readonly<Record<string, RegExp>> = { ratio: /^(0\.\d{1,4}|1\.0)$/, rank: /^[1-9]\d*$/ };
    const odd = rows.flatMap((row) =>
      values.filter((code) => row[code] !== '' && !shape[elements.get(code)?.value_type ?? 'rank']?.test(row[code] ?? '')),
    );
    expect(odd).toEqual([]);
    expect(rows.filter((row) => !row['dti.total'] && !row['dti.rank'])).toEqual([]);
    expect(rows.filter((row) => !['high', 'medium-high', 'medium'].includes(row['confidence'] ?? ''))).toEqual([]);
  });
});

describe('what the published tables hold', () => {
  const rows = (path: string) => readPublishedTable(path).rows;

  it('of 2022: all 63 totals and ranks; 57 rows rest on the student project\'s copy alone', () => {
    const table = rows('published/dti-2022/province.csv');
    expect(table.filter((row) => row['dti.total'] && row['dti.rank'])).toHaveLength(63);
    expect(table.filter((row) => row['source'] === 'pmnm-haui-dnk-2025')).toHaveLength(57);
    expect(table.filter((row) => row['dti.awareness'])).toHaveLength(5);
  });

  it('of 2021: ten ministries with public services, five of them with a rank and no total, and five without', () => {
    const table = rows('published/dti-2021/ministry.csv');
    const withServices = table.filter((row) => row['group'] === 'with_public_service');
    expect(withServices.map((row) => row['dti.rank'])).toEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10']);
    expect(withServices.filter((row) => row['dti.total'] === '')).toHaveLength(5);
    expect(table).toHaveLength(15);
  });

  it('of 2020: nine provinces with their three pillars, three ministries and agencies', () => {
    const table = rows('published/dti-2020/province.csv');
    expect(table.filter((row) => row['dti.government'] && row['dti.economy'] && row['dti.society'])).toHaveLength(9);
    expect(rows('published/dti-2020/ministry.csv')).toHaveLength(3);
  });
});
