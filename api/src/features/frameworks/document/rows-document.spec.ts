import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { frameworkOf } from '@dti-monitor/scoring';
import { parse } from 'yaml';
import { scoringFramework } from '../scoring-framework.js';
import { rowsOf } from './document-rows.js';
import type { FrameworkDocument } from './framework-document.js';
import { documentOf } from './rows-document.js';

const FOLDER = join(import.meta.dirname, '../../../../../seeds/frameworks');
const seeds = readdirSync(FOLDER).map(
  (name) => parse(readFileSync(join(FOLDER, name), 'utf8'), { schema: 'core' }) as FrameworkDocument,
);

/** Every rule that a file can have, once. */
const EVERYTHING: FrameworkDocument = {
  code: 'everything',
  index: 'data',
  level: 'province',
  name: { vi: 'Tất cả', en: 'Everything' },
  version: '1',
  legal_basis: ['decision-142-2024#VI.7.a'],
  legal_basis_text: 'Quyết định 142/QĐ-TTg, VI.7.a',
  author: 'Cục A',
  change_reason: 'thử',
  copied_from: 'before',
  periods: { from: '2024' },
  status: 'draft',
  proposed: { vi: 'đề xuất', en: 'proposed' },
  source: ['decision-142-2024'],
  confidence: 'medium',
  method: {
    screen: { unit_availability: 0.5 },
    impute: { method: 'last_value', periods: 2 },
    normalise: { method: 'min_max', to: [0, 100], constant: 'undetermined' },
    weights: 'given',
    aggregation: { method: 'geometric', non_positive: { floor: 1 } },
    missing: 'no_value',
    not_applicable: 'reweight',
    availability_by: 'children',
    rank: {
      method: 'dense',
      decimals: 2,
      rounding: 'half_up_decimal',
      direction: 'descending',
      tie_breaks: [{ by: 'code' }],
    },
    bands: [{ code: 'high', from: 50, name: { vi: 'Cao', en: 'High' } }],
  },
  tree: {
    code: 'data',
    kind: 'index',
    name: { vi: 'Gốc', en: 'Root' },
    weights: 'equal',
    aggregation: 'arithmetic',
    children: [
      {
        code: 'data.age',
        kind: 'indicator',
        name: { vi: 'Tuổi', en: 'Age' },
        weight: 2,
        formula: { kind: 'age', element: 'open.day', at: '2026-12-31', future: 'zero' },
        unit: 'days',
        direction: 'lower_is_better',
        normalise: { method: 'goalposts', from: 0, up_to: 90, clamp: 'clamp' },
        treat: { method: 'transform', transformation: 'log_shifted' },
        definition: { vi: 'là', en: 'is' },
        evidence: { vi: 'ảnh', en: 'picture' },
        automatic_source: { vi: 'cổng', en: 'portal' },
        not_applicable_rule: { vi: 'khi', en: 'when' },
        legal_basis: ['decree-47-2020#20'],
        proposed: { vi: 'vì', en: 'since' },
        source: ['guidance-2024'],
        confidence: 'low',
        note: 'a note',
      },
      {
        code: 'data.listed',
        kind: 'indicator',
        name: { vi: 'Kê', en: 'Listed' },
        scored: false,
        element: 'open.count',
      },
    ],
  },
};

function again(document: FrameworkDocument) {
  const rows = rowsOf(document);
  if (!rows.ok) throw new Error(JSON.stringify(rows.problems));
  const { version, nodes } = rows.value;
  // What the database gives back: JSON without order of keys.
  const stored = JSON.parse(JSON.stringify({ version, nodes })) as typeof rows.value;
  return { stored, document: documentOf(stored.version, stored.nodes) };
}

describe('a framework document in rows and back', () => {
  it('is the same when every key is used', () => {
    expect(again(EVERYTHING).document).toEqual(EVERYTHING);
  });

  it('has its keys in one order, whatever order they were stored in', () => {
    const once = again(EVERYTHING).document;
    expect(JSON.stringify(again(once).document)).toBe(JSON.stringify(once));
  });

  it.each(seeds.map((seed) => [seed.code, seed] as const))('%s scores as its file says', (_code, seed) => {
    const { stored, document } = again(seed);
    const told = frameworkOf(document);
    const file = frameworkOf(seed);
    if (!told.ok || !file.ok) throw new Error('not read');
    expect(told.value).toEqual(file.value);
    expect(again(document).document).toEqual(document);
    expect(scoringFramework(stored.version, stored.nodes).method).toEqual(file.value.method);
  });

  it('gives the engine what the file gives it', () => {
    const { stored } = again(EVERYTHING);
    const file = frameworkOf(EVERYTHING);
    const root = file.ok ? file.value.root : null;
    const [age, listed] = root?.children ?? [];
    expect(scoringFramework(stored.version, stored.nodes).root).toEqual({
      ...root,
      scored: true,
      children: [{ ...age, scored: true }, listed],
    });
  });
});
