import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  clauseDetailSchema,
  clausePageSchema,
  legalDocumentDetailSchema,
  legalDocumentPageSchema,
  type ClauseDetail,
  type ClauseDto,
  type LegalDocumentDetail,
  type LegalDocumentDto,
} from '../../api/src/features/law/law.dto.ts';
import {
  programmeDetailSchema,
  programmeListSchema,
  type ProgrammeDto,
} from '../../api/src/features/programmes/programme.dto.ts';
import type { Page } from '../../api/src/platform/http/page.ts';
import { serveApplication, type ServedApplication } from '../support/served-application.ts';

let served: ServedApplication;
beforeAll(async () => {
  served = await serveApplication();
}, 60_000);
afterAll(() => served?.close());

const DECISION = '/legal-documents/decision-142-2024';
const clausePath = (document: string, code: string) =>
  `/legal-documents/${document}/clauses/${encodeURIComponent(code)}`;

async function read<T>(path: string): Promise<T> {
  const answer = await served.ask(path);
  expect([path, answer.status]).toEqual([path, 200]);
  return answer.json<T>();
}

describe('law over HTTP', () => {
  it.each([
    ['/legal-documents', legalDocumentPageSchema],
    ['/legal-documents?state=lapsed&kind=decree&q=47/2024', legalDocumentPageSchema],
    [DECISION, legalDocumentDetailSchema],
    ['/legal-documents/decree-47-2024', legalDocumentDetailSchema],
    [`${DECISION}/clauses?size=500`, clausePageSchema],
    [clausePath('decision-142-2024', 'III.2.đ'), clauseDetailSchema],
    [clausePath('decree-47-2020', '20'), clauseDetailSchema],
    ['/programmes', programmeListSchema],
    ['/programmes/strategy-2030', programmeDetailSchema],
  ])('%s answers what it declares, and nothing else', async (path, schema) => {
    const body = await read<unknown>(path);
    expect(body).toEqual(schema.parse(body));
  });

  it('gives III.2.đ word for word, whether đ is sent composed or not', async () => {
    const clause = await read<ClauseDetail>(clausePath('decision-142-2024', 'III.2.đ'));
    expect(clause.textVi).toBe(
      'Tích hợp kết quả xử lý công việc của cán bộ, công chức, viên chức vào phần mềm quản lý văn bản và hồ sơ công việc của từng đơn vị; tỷ lệ áp dụng dữ liệu trong phục vụ quản lý điều hành công việc trên môi trường số, trong kiểm tra, đánh giá, xếp loại cán bộ, công chức, viên chức đạt tối thiểu 70%.',
    );
    expect(clause.citationVi).toBe('mục III.2.đ, Quyết định 142/QĐ-TTg');
    expect(clause.within.map(({ code }) => code)).toEqual(['III', 'III.2']);
    expect(clause.textCheck).toBe('as_printed');
    expect(clause.sources.map(({ id }) => id)).toEqual(['decision-142-2024']);
    const sent = await read<ClauseDetail>(clausePath('decision-142-2024', 'III.2.đ'.normalize('NFD')));
    expect(sent.code).toBe('III.2.đ');
    expect((await read<ClauseDetail>(clausePath('decision-142-2024', 'III.2.d'))).textVi).toMatch(
      /^100% hồ sơ/,
    );
  });

  it('keeps the clauses in the order of the document, parts beneath what they are parts of', async () => {
    const { items, total } = await read<Page<ClauseDto>>(`${DECISION}/clauses?size=500`);
    // 211 of the body; 3 parts, 27 groups and 77 rows of the annex.
    expect(total).toBe(211 + 3 + 27 + 77);
    const codes = items.map(({ code }) => code);
    expect(codes.slice(0, 5)).toEqual(['1', '2', '3', 'I', 'I.1']);
    expect(codes.at(-1)).toBe('C.XVI.1');
    expect(codes.indexOf('III.2.đ')).toBe(codes.indexOf('III.2.d') + 1);
    expect(items.filter(({ parent }) => parent !== null && !codes.includes(parent))).toEqual([]);
  });

  it.each([
    ['du lieu mo', 'without diacritics'],
    ['dữ liệu mở', 'with diacritics'],
    ['DỮ LIỆU MỞ', 'in capitals'],
  ])('finds clauses by "%s", %s', async (q) => {
    const { items } = await read<Page<ClauseDto>>(`${DECISION}/clauses?size=500&q=${encodeURIComponent(q)}`);
    expect(items.map(({ code }) => code)).toEqual(expect.arrayContaining(['III.2.c', 'V.1.a', 'VI.7.a']));
  });

  it('tells of a lapsed clause what took its place, and leaves the rest of its document in force', async () => {
    const lapsed = await read<ClauseDetail>(clausePath('decree-47-2020', '20'));
    expect(lapsed).toMatchObject({ state: 'lapsed', validTo: '2025-08-18', textVi: null });
    expect(lapsed.successor?.citationVi).toBe('Nghị định 194/2025/NĐ-CP');
    expect(lapsed.endedBy?.citationVi).toBe('điểm b khoản 2 Điều 40, Nghị định 194/2025/NĐ-CP');
    expect(lapsed.reportedBy?.document).toBe('guidance-2024');
    const held = await read<ClauseDetail>(clausePath('decree-47-2020', '16.2.a'));
    expect(held.state).toBe('in_force');
    const decree = await read<LegalDocumentDetail>('/legal-documents/decree-47-2020');
    expect(decree.state).toBe('in_force');
    expect(decree.lapsedCount).toBeGreaterThanOrEqual(5);
  });

  it('lists by state: law in force, lapsed law, and what is no law', async () => {
    const ids = async (state: string) =>
      (await read<Page<LegalDocumentDto>>(`/legal-documents?size=500&state=${state}`)).items.map(
        ({ id }) => id,
      );
    const [inForce, lapsed, history] = [await ids('in_force'), await ids('lapsed'), await ids('history')];
    const unverified = await ids('unverified');
    expect(unverified).toContain('decree-13-2023');
    expect(inForce[0]).toBe('decision-142-2024');
    expect(lapsed).toEqual(expect.arrayContaining(['decree-47-2024', 'decision-922-2022']));
    expect(history).toEqual(
      expect.arrayContaining(['draft-strategy-2020', 'data-year-2023', 'guidance-2024']),
    );
    const all = (await read<Page<LegalDocumentDto>>('/legal-documents?size=500')).items.map(({ id }) => id);
    expect([...inForce, ...unverified, ...lapsed, ...history].sort()).toEqual([...all].sort());
  });

  it('tells of a document what it took the place of', async () => {
    const decree = await read<LegalDocumentDetail>('/legal-documents/decree-194-2025');
    expect(decree.predecessors.map(({ document }) => document)).toEqual(['decree-47-2024']);
  });

  it.each([
    ['/legal-documents/decree-48-2020', 'LEGAL_DOCUMENT_NOT_FOUND'],
    ['/legal-documents/decree-48-2020/clauses', 'LEGAL_DOCUMENT_NOT_FOUND'],
    [clausePath('decree-48-2020', '20'), 'LEGAL_DOCUMENT_NOT_FOUND'],
    [clausePath('decision-142-2024', 'III.2.z'), 'CLAUSE_NOT_FOUND'],
    [clausePath('decision-142-2024', "' OR 1=1 --"), 'CLAUSE_NOT_FOUND'],
    ['/programmes/strategy-2040', 'PROGRAMME_NOT_FOUND'],
  ])('%s is not there: %s', async (path, code) => {
    const answer = await served.ask(path);
    expect([answer.status, answer.json()['code']]).toEqual([404, code]);
  });

  it.each(['/legal-documents?state=gone', '/legal-documents?kind=rumour', `${DECISION}/clauses?q=`])(
    'refuses %s',
    async (path) => {
      const answer = await served.ask(path);
      expect([answer.status, answer.json()['code']]).toEqual([400, 'REQUEST_INVALID']);
    },
  );
});

describe('programmes', () => {
  it('are four, of which one is law', async () => {
    const programmes = await read<ProgrammeDto[]>('/programmes');
    expect(programmes.map(({ code, standing, isLaw }) => [code, standing, isLaw])).toEqual([
      ['strategy-2030', 'binding', true],
      ['mic-plan-2024', 'plan', false],
      ['data-year-2023', 'history', false],
      ['draft-2025', 'draft', false],
    ]);
    expect(programmes.find(({ code }) => code === 'mic-plan-2024')?.overlays).toBe('strategy-2030');
    expect(programmes.filter(({ legalBasis }) => legalBasis.length === 0)).toEqual([]);
  });
});
