import { beforeAll, describe, expect, it } from '@jest/globals';
import type { TDocumentDefinitions } from 'pdfmake/interfaces.js';
import { annualReport } from './document.js';
import { FONT } from './page.js';
import { pdfPages } from './printed-text.fixture.js';
import { publishedReport } from './published-editions.fixture.js';
import { renderPdf } from './render.js';

function oneLine(content: TDocumentDefinitions['content']): TDocumentDefinitions {
  return { content, defaultStyle: { font: FONT }, compress: false, info: { creationDate: new Date(0) } };
}

describe('the printed report of 2022', () => {
  let pdf: Buffer;
  let source: string;
  let pages: readonly string[];

  beforeAll(async () => {
    pdf = await renderPdf({ ...annualReport(publishedReport('2022')), compress: false });
    source = pdf.toString('latin1');
    pages = pdfPages(pdf);
  });

  it('has its body, two pages of 63 rows and a page of sources', () => {
    expect(pages).toHaveLength(6);
    expect(pages.every((page) => page.includes('DỰ THẢO'))).toBe(true);
    expect(pages[3]).toContain('Phụ lục I');
    expect(pages[5]).toContain('Phụ lục II');
  });

  it('has Vietnamese text that can be selected and searched', () => {
    const text = pages.join('\n');
    expect(text).not.toContain('\uFFFD');
    expect(text.normalize('NFC')).toBe(text);
    expect(pages[0]).toContain('Độc lập - Tự do - Hạnh phúc');
    expect(pages[0]).toContain('Hà Nội, ngày 22 tháng 11 năm 2026');
    expect(pages[0]).toContain('Quyết định số 142/QĐ-TTg ngày 02/02/2024');
    expect(pages[1]).toContain('Đồng bằng sông Hồng');
    expect(pages[2]).toContain('- Ủy ban Quốc gia về chuyển đổi số (để báo cáo) [cần đối chiếu];');
  });

  it('repeats the head of the table on the second page, and has every row on one of the two', () => {
    expect(pages[4]).toContain('Giá trị các chỉ số chính');
    const rows = publishedReport('2022').groups.flatMap((group) => group.rows);
    const annex = `${pages[3] ?? ''}${pages[4] ?? ''}`;
    expect(rows.filter((row) => !annex.includes(row.unit))).toEqual([]);
    expect(pages[3]).toContain('15Thanh Hóa0,6350');
    expect(pages[4]).toContain('63Bắc Kạn0,3941');
  });

  it('claims PDF/A-2a and is tagged: language, structure, head cells, the figure in words', () => {
    expect(source).toMatch(/^%PDF-1\.7/);
    expect(source).toContain('<pdfaid:part>2</pdfaid:part>');
    expect(source).toContain('<pdfaid:conformance>A</pdfaid:conformance>');
    expect(source).toContain('/Lang (vi-VN)');
    expect(source).toContain('/Marked true');
    expect(source).toContain('/OutputIntents');
    // 63 rows of 11 cells, one overview row of 7, four sources of 5.
    expect(source.match(/\/S \/TD\n/g)).toHaveLength(63 * 11 + 7 + 4 * 5);
    expect(source.match(/\/S \/TH\n/g)).toHaveLength(4 + 8 + 7 + 5);
    expect(source.match(/\/S \/Figure\n\/Alt /g)).toHaveLength(1);
    expect(source.match(/\/S \/H1\n/g)).toHaveLength(1);
  });

  it('leaves nothing outside the structure but artifacts', () => {
    const bodies = [...source.matchAll(/stream\n([\s\S]*?)endstream/g)]
      .map(([, body = '']) => body)
      .filter((body) => body.includes(' BDC'));
    expect(bodies).toHaveLength(6);
    for (const body of bodies) {
      const outside = body.replaceAll(/\/[A-Z]\w* <<[^>]*>> BDC[\s\S]*?\bEMC\b/g, '');
      expect(outside).not.toMatch(/ T[jJ]$|^(S|f|f\*|B|B\*)$/m);
    }
  });

  it('embeds every font it names', () => {
    const named = new Set(source.match(/\/BaseFont \/[A-Z]{6}\+[\w-]+/g));
    expect([...named].map((font) => font.split('+')[1]).sort()).toEqual([
      'Tinos-Bold',
      'Tinos-BoldItalic',
      'Tinos-Italic',
      'Tinos-Regular',
    ]);
    expect(source.match(/\/FontFile2 /g)).toHaveLength(4);
    expect(source).not.toMatch(/Helvetica|Type1/);
  });

  it('is the same document from the same input', async () => {
    const again = await renderPdf({ ...annualReport(publishedReport('2022')), compress: false });
    expect(again.equals(pdf)).toBe(true);
  });
});

describe('renderPdf', () => {
  it('prints decomposed text composed', async () => {
    const pdf = await renderPdf(oneLine([{ text: 'Tiếng Việt'.normalize('NFD') }]));
    expect(pdfPages(pdf)).toEqual(['Tiếng Việt']);
  });

  it('leaves the definition as it was', async () => {
    const definition = oneLine([{ text: 'a' }, { table: { body: [['b']] } }]);
    await renderPdf(definition);
    expect(definition).toEqual(oneLine([{ text: 'a' }, { table: { body: [['b']] } }]));
  });

  it('opens no file and no address', async () => {
    const image = (src: string) => renderPdf(oneLine([{ image: src }]));
    await expect(image('/etc/hostname')).rejects.toThrow('denied by resource access policy');
    await expect(image('https://example.org/seal.png')).rejects.toThrow('denied by resource access policy');
  });

  it('refuses a font it has not got', async () => {
    await expect(renderPdf(oneLine([{ text: 'a', font: 'Arial' }]))).rejects.toThrow("Font 'Arial'");
  });

  it('keeps markup out of the metadata, which is XML', async () => {
    const pdf = await renderPdf({ ...oneLine(['a']), info: { title: 'A & B <c>' } });
    expect(pdf.toString('latin1')).toContain('<rdf:li xml:lang="x-default">A   B  c </rdf:li>');
  });
});

describe('the printed report of a sample', () => {
  it('says on every page that it is one, in words that can be read and searched', async () => {
    const sample = annualReport({ ...publishedReport('2022'), sample: true });
    const pages = pdfPages(await renderPdf({ ...sample, compress: false }));
    expect(pages).toHaveLength(6);
    for (const page of pages) expect(page).toContain('DỮ LIỆU MẪU – DỰ THẢO');
    expect(pages[0]).toContain('không phải số liệu của bất kỳ cơ quan nào');
  });
});
