import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { serveApplication, type ServedApplication } from '../support/served-application.ts';

interface Hit {
  readonly kind: string;
  readonly ref: string;
  readonly titleVi: string;
  readonly excerptVi: string | null;
}
interface Found {
  readonly items: readonly Hit[];
  readonly total: number;
  readonly kinds: readonly { readonly kind: string; readonly count: number }[];
  readonly withoutDiacritics: boolean;
}

let served: ServedApplication;
beforeAll(async () => {
  served = await serveApplication();
}, 120_000);
afterAll(() => served?.close());

async function ask(query: Record<string, string>): Promise<{ status: number; body: unknown }> {
  const answer = await served.ask(`/search?${new URLSearchParams(query).toString()}`);
  return { status: answer.status, body: answer.json<unknown>() };
}

async function find(q: string, more: Record<string, string> = {}): Promise<Found> {
  const { status, body } = await ask({ q, ...more });
  expect(status).toBe(200);
  return body as Found;
}

const firstOf = async (q: string) => {
  const [first] = (await find(q)).items;
  return first && [first.kind, first.ref];
};

describe('GET /search', () => {
  it.each([
    ['III.2.đ', ['target', 'III.2.đ']],
    ['iii.2.d', ['target', 'III.2.d']],
    ['A.I.3', ['task', 'A.I.3']],
    ['VIII.16.e', ['clause', 'decision-142-2024#VIII.16.e']],
    ['142/QĐ-TTg', ['document', 'decision-142-2024']],
    ['cơ sở dữ liệu quốc gia về dân cư', ['database', 'national/population']],
    ['da nang', ['unit', 'da-nang']],
  ])('leads %j to %j', async (q, expected) => {
    expect(await firstOf(q)).toEqual(expected);
  });

  it('finds a code however its đ is composed, and by d as well', async () => {
    const composed = await find('III.2.đ');
    expect(await find('III.2.đ'.normalize('NFD'))).toEqual(composed);
    expect((await find('III.2.d')).items.map(({ ref }) => ref)).toEqual(
      expect.arrayContaining(['III.2.d', 'III.2.đ']),
    );
  });

  it('finds with and without diacritics, and says which it was', async () => {
    const written = await find('dữ liệu mở');
    expect(written.withoutDiacritics).toBe(false);
    expect(written.total).toBeGreaterThan(10);
    expect((await find('du lieu mo')).total).toBeGreaterThanOrEqual(written.total);
    const mistaken = await find('dử liêu mỡ');
    expect([mistaken.withoutDiacritics, mistaken.total]).toEqual([true, (await find('du lieu mo')).total]);
  });

  it('counts every kind, and lists one when asked for it', async () => {
    const all = await find('dữ liệu mở');
    const count = all.kinds.reduce((sum, one) => sum + one.count, 0);
    expect(count).toBe(all.total);
    for (const { kind, count: of } of all.kinds) {
      const one = await find('dữ liệu mở', { kind, size: '500' });
      expect([one.total, new Set(one.items.map((hit) => hit.kind))]).toEqual([of, new Set([kind])]);
      expect(one.kinds).toEqual(all.kinds);
    }
  });

  it('shows the words of the law around what was asked', async () => {
    const { items } = await find('cơ sở dữ liệu nghiệp vụ đặc thù', { kind: 'clause' });
    expect(items.map(({ ref }) => ref)).toEqual(
      expect.arrayContaining(['decision-142-2024#III.2.b', 'decision-142-2024#III.2.d']),
    );
    expect(items[0]?.excerptVi).toContain('nghiệp vụ đặc thù');
  });

  it('answers with nothing where nothing fits', async () => {
    const none = await find('zzzz không có');
    expect([none.total, none.items, none.kinds, none.withoutDiacritics]).toEqual([0, [], [], false]);
  });

  it('takes signs that mean something elsewhere for what they are', async () => {
    for (const q of ['%', "'; DROP TABLE task; --", '\\', '(((', '100%']) {
      const { status } = await ask({ q });
      expect(status).toBe(200);
    }
  });

  it.each([
    ['no words', {}],
    ['blanks', { q: '   ' }],
    ['too many letters', { q: 'x'.repeat(201) }],
    ['an unknown kind', { q: 'x', kind: 'everything' }],
    ['a data set that cannot be', { q: 'x', dataSet: '../x' }],
  ])('refuses %s', async (_what, query: Record<string, string>) => {
    const { status, body } = await ask(query);
    expect([status, (body as { code: string }).code]).toEqual([400, 'REQUEST_INVALID']);
  });
});
