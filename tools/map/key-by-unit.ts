import type { MultiPolygon, Polygon } from 'geojson';
import type { Outline } from './outlines.ts';
import type { Province } from './province-register.ts';

/** An outline that knows which of our units it is. */
export interface ProvinceOutline {
  readonly province: Province;
  readonly geometry: Polygon | MultiPolygon;
}

/** "Thua Thien–Hue province", "Tỉnh Hải Dương" and "Hanoi" as bare letters: thuathienhue, haiduong, hanoi. */
export function nameKey(name: string): string {
  return name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/đ/gi, 'd')
    .toLowerCase()
    .replace(/^tinh | province$| city$/g, '')
    .replace(/[^a-z]/g, '');
}

/**
 * Finds for each province the one outline that bears its name.
 * @throws Error that names every province without an outline and every outline without a province
 */
export function keyByUnit(outlines: readonly Outline[], provinces: readonly Province[]): ProvinceOutline[] {
  const byKey = new Map(outlines.map((outline) => [nameKey(outline.name), outline]));
  if (byKey.size !== outlines.length) throw new Error('two outlines bear the same name');
  const found: ProvinceOutline[] = [];
  const lacking: string[] = [];
  for (const province of provinces) {
    const key = nameKey(province.englishName);
    const outline = byKey.get(key);
    if (outline) found.push({ province, geometry: outline.geometry });
    else lacking.push(province.id);
    byKey.delete(key);
  }
  const unclaimed = [...byKey.values()].map((outline) => outline.name);
  if (lacking.length + unclaimed.length > 0) {
    throw new Error(
      `provinces without outline: [${lacking.join(', ')}]; outlines without province: [${unclaimed.join(', ')}]`,
    );
  }
  return found;
}
