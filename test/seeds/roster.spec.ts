import { describe, expect, it } from '@jest/globals';
import { holdsOn, type Interval, readRegions, readUnits, seedYaml, shiftDay, type Unit } from './seed-files.ts';

const units = readUnits();
const on = (day: string, level: Unit['level']) =>
  units.filter((unit) => unit.level === level && holdsOn(unit.valid, day)).map(({ id }) => id);

describe('the roster by day', () => {
  it.each([
    ['2020-12-31', 63],
    ['2022-12-31', 63],
    ['2024-12-31', 63],
    ['2025-06-30', 63],
    ['2025-07-01', 34],
    ['2026-04-30', 34],
  ])('on %s there are %i provinces', (day, count) => {
    expect(on(day, 'province')).toHaveLength(count);
  });

  it('has one nation', () => {
    expect(on('2024-12-31', 'nation')).toEqual(['viet-nam']);
  });

  it('has 22 ministries and ministerial agencies and 8 agencies under the Government until 28/02/2025', () => {
    expect(on('2025-02-28', 'ministry')).toHaveLength(30);
  });

  it('has 17 ministries and ministerial agencies and 5 agencies under the Government from 01/03/2025', () => {
    const agencies = units.filter(({ kinds }) => kinds.some(({ kind }) => kind === 'government_agency'));
    const names = agencies.map(({ id }) => id);
    const level = on('2025-03-01', 'ministry');
    expect(level.filter((id) => !names.includes(id))).toHaveLength(17);
    expect(level.filter((id) => names.includes(id))).toHaveLength(5);
  });

  it('has Bộ Thông tin và Truyền thông until 28/02/2025, and Bộ Khoa học và Công nghệ before and after', () => {
    expect(on('2025-02-28', 'ministry')).toContain('bo-thong-tin-va-truyen-thong');
    expect(on('2025-03-01', 'ministry')).not.toContain('bo-thong-tin-va-truyen-thong');
    expect(on('2025-02-28', 'ministry')).toContain('bo-khoa-hoc-va-cong-nghe');
    expect(on('2025-03-01', 'ministry')).toContain('bo-khoa-hoc-va-cong-nghe');
  });

  it.each([
    ['2025-02-28', 'bo-thong-tin-va-truyen-thong', 'BTTTT'],
    ['2025-03-01', 'bo-khoa-hoc-va-cong-nghe', 'BKHCN'],
  ])('on %s the one ministry in charge is %s, %s', (day, unit, abbreviation) => {
    const { ministry_in_charge: listed } = seedYaml('units/responsible.yaml') as {
      ministry_in_charge: { unit: string; abbreviation: string; valid: Interval }[];
    };
    const inCharge = listed.filter(({ valid }) => holdsOn(valid, day));
    expect(inCharge).toEqual([expect.objectContaining({ unit, abbreviation })]);
  });
});

describe('what a unit is called, of which kind it is, which codes it bears', () => {
  const earliest = '0001-01-01';
  const latest = '9999-12-31';
  const ends = (interval: Interval, within: Interval) => ({
    from: interval.from ?? within.from ?? earliest,
    to: interval.to ?? within.to ?? latest,
  });

  /** Pairs of days on which two entries hold at once, or none does. */
  function faultsOf(entries: readonly Interval[], unit: Unit, mayPause: boolean): string[] {
    const whole = ends(unit.valid, {});
    const spans = entries.map((entry) => ends(entry, whole)).sort((a, b) => (a.from < b.from ? -1 : 1));
    const faults = spans.flatMap((span, at) => {
      const next = spans[at + 1];
      if (span.from > span.to || span.from < whole.from || span.to > whole.to) return [`${unit.id}: outside ${span.from}`];
      if (next && next.from <= span.to) return [`${unit.id}: overlap at ${next.from}`];
      if (next && !mayPause && next.from !== shiftDay(span.to, 1)) return [`${unit.id}: gap after ${span.to}`];
      return [];
    });
    const [first, last] = [spans[0], spans.at(-1)];
    const short = !mayPause && (first?.from !== whole.from || last?.to !== whole.to);
    return short ? [...faults, `${unit.id}: does not cover its validity`] : faults;
  }

  it('gives every unit exactly one name and one kind on every day of its life', () => {
    expect(units.flatMap((unit) => faultsOf(unit.names, unit, false))).toEqual([]);
    expect(units.flatMap((unit) => faultsOf(unit.kinds, unit, false))).toEqual([]);
  });

  it('gives no unit two codes of one scheme on one day', () => {
    const schemes = [...new Set(units.flatMap(({ codes }) => (codes ?? []).map(({ scheme }) => scheme)))];
    const faults = units.flatMap((unit) =>
      schemes.flatMap((scheme) =>
        faultsOf((unit.codes ?? []).filter((code) => code.scheme === scheme), unit, true),
      ),
    );
    expect(schemes).toEqual(expect.arrayContaining(['gso', 'iso3166-2', 'e-id']));
    expect(faults).toEqual([]);
  });

  it.each(['2024-12-31', '2025-07-01'])('gives no two units the same code of a scheme on %s', (day) => {
    const borne = units
      .filter(({ valid }) => holdsOn(valid, day))
      .flatMap(({ codes }) => (codes ?? []).filter((code) => holdsOn(code, day)))
      .map(({ scheme, code }) => `${scheme} ${code}`);
    expect(borne.filter((code, at) => borne.indexOf(code) !== at)).toEqual([]);
  });

  it('shows every identification code as unverified but the three that were read in a source', () => {
    const verified = units.flatMap(({ id, codes }) =>
      (codes ?? []).filter(({ scheme, verified: yes }) => scheme === 'e-id' && yes).map(({ code }) => `${id} ${code}`),
    );
    expect(verified.sort()).toEqual(['hau-giang H30', 'lao-cai H38', 'thai-nguyen H55']);
  });

  it.each([
    ['lao-cai-2025', '15'],
    ['bac-ninh-2025', '24'],
    ['quang-tri-2025', '44'],
    ['gia-lai-2025', '52'],
    ['tay-ninh-2025', '80'],
    ['dong-thap-2025', '82'],
    ['an-giang-2025', '91'],
  ])('%s bears the GSO code %s, which is not its namesake\'s', (id, code) => {
    const gso = (unit: string) =>
      units.find((candidate) => candidate.id === unit)?.codes?.find(({ scheme }) => scheme === 'gso')?.code;
    expect(gso(id)).toBe(code);
    expect(gso(id.replace('-2025', ''))).not.toBe(code);
  });

  it.each([
    ['hue', '2024-12-31', 'Tỉnh Thừa Thiên Huế', 'province'],
    ['hue', '2025-01-01', 'Thành phố Huế', 'city'],
    ['dong-nai-2025', '2026-04-29', 'Tỉnh Đồng Nai', 'province'],
    ['dong-nai-2025', '2026-04-30', 'Thành phố Đồng Nai', 'city'],
  ])('%s on %s is %s, a %s', (id, day, name, kind) => {
    const unit = units.find((candidate) => candidate.id === id);
    expect(unit?.names.find((entry) => holdsOn(entry, day))?.vi).toBe(name);
    expect(unit?.kinds.find((entry) => holdsOn(entry, day))?.kind).toBe(kind);
  });
});

describe('regions', () => {
  const regions = readRegions();

  it.each(['2024-12-31', '2025-07-01'])('on %s every province lies in one of the six', (day) => {
    const open = regions.filter(({ valid }) => holdsOn(valid, day)).map(({ id }) => id);
    expect(open).toHaveLength(6);
    const members = units
      .filter((unit) => unit.level === 'province' && holdsOn(unit.valid, day))
      .map((unit) => (unit.regions ?? []).filter((entry) => holdsOn(entry, day)).map(({ region }) => region));
    expect(members.filter((found) => found.length !== 1)).toEqual([]);
    expect(new Set(members.flat())).toEqual(new Set(open));
  });

  it.each([
    ['2024-12-31', [14, 11, 14, 5, 6, 13]],
    ['2025-07-01', [9, 6, 3, 5, 5, 6]],
  ])('on %s their sizes are as issued', (day, sizes) => {
    const counts = regions
      .filter(({ valid }) => holdsOn(valid, day))
      .map(({ id }) => units.filter((unit) => holdsOn(unit.valid, day) && unit.regions?.some((entry) => entry.region === id && holdsOn(entry, day))).length);
    expect(counts).toEqual(sizes);
  });
});
