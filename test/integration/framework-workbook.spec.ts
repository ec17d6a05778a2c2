import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { readWorkbook } from '../../api/src/features/frameworks/workbook/read-workbook.ts';
import { serveApplication, type ServedApplication } from '../support/served-application.ts';

const DRAFT = 'data-2026-draft-province';

let served: ServedApplication;
beforeAll(async () => {
  served = await serveApplication();
}, 60_000);
afterAll(() => served?.close());

describe('the workbook of a framework version', () => {
  it('read back is the document that it was written from', async () => {
    const { bytes } = await served.ask(`/framework-versions/${DRAFT}.xlsx`);
    const asked = await served.ask(`/framework-versions/${DRAFT}/document`);
    const { data_elements: elements, ...document } = asked.json<Record<string, unknown>>();
    const read = await readWorkbook(bytes);
    expect(read?.faults).toEqual([]);
    expect(read?.document).toMatchObject({ code: DRAFT, data_elements: elements, tree: document['tree'] });
  });
});
