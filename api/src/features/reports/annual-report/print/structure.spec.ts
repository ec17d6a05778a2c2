import { describe, expect, it } from '@jest/globals';
import { withStructure, type StructureElement } from './structure.js';

const root: StructureElement = { role: 'Document', parent: null };

describe('withStructure', () => {
  it('makes headings, paragraphs and figures, and leaves rules alone', () => {
    const rule = { canvas: [] };
    const content = [
      { text: 'BÁO CÁO', headlineLevel: 1 },
      'Một đoạn',
      { stack: [{ text: 'Trong khung' }, { svg: '<svg/>', alt: 'Cao nhất: Đà Nẵng' }, { svg: '<svg/>' }] },
      rule,
    ];
    expect(withStructure(content, root)).toEqual([
      { text: 'BÁO CÁO', headlineLevel: 1, structure: { role: 'H1', parent: root } },
      { text: 'Một đoạn', structure: { role: 'P', parent: root } },
      {
        stack: [
          { text: 'Trong khung', structure: { role: 'P', parent: root } },
          {
            svg: '<svg/>',
            alt: 'Cao nhất: Đà Nẵng',
            structure: { role: 'Figure', parent: root, alt: 'Cao nhất: Đà Nẵng' },
          },
          { svg: '<svg/>' },
        ],
      },
      rule,
    ]);
  });

  it('makes rows of cells; head cells repeat, spans are kept, covered cells stay empty', () => {
    const body = [
      [{ text: 'Hai cột', colSpan: 2 }, {}],
      ['1', { stack: ['2'] }],
    ];
    const table: StructureElement = { role: 'Table', parent: root };
    const head: StructureElement = { role: 'TR', parent: table };
    const row: StructureElement = { role: 'TR', parent: table };
    const second: StructureElement = { role: 'TD', parent: row };
    expect(withStructure({ table: { body, headerRows: 1 } }, root)).toEqual({
      table: {
        headerRows: 1,
        body: [
          [
            {
              text: 'Hai cột',
              colSpan: 2,
              structure: { role: 'TH', parent: head, repeats: true, colSpan: 2 },
            },
            {},
          ],
          [
            { text: '1', structure: { role: 'TD', parent: row } },
            { stack: [{ text: '2', structure: { role: 'P', parent: second } }] },
          ],
        ],
      },
    });
  });

  it('makes each section a part of its own', () => {
    expect(withStructure({ section: ['Phụ lục'], pageSize: 'A4' }, root)).toEqual({
      section: [{ text: 'Phụ lục', structure: { role: 'P', parent: { role: 'Sect', parent: root } } }],
      pageSize: 'A4',
    });
  });
});
