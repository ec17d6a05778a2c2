import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { LawService } from '../../api/src/features/law/law.service.ts';
import { serveApplication, type ServedApplication } from '../support/served-application.ts';

let served: ServedApplication;
beforeAll(async () => {
  served = await serveApplication();
}, 60_000);
afterAll(() => served?.close());

describe('bases', () => {
  it('are told for references, rows of the annex by their code, and unknown ones are absent', async () => {
    const asked = ['decree-47-2020#20', 'decision-142-2024#A.I.3', 'decree-47-2020', 'nothing#1'];
    const bases = await served.get(LawService).bases(asked);
    expect([...bases.keys()]).toEqual(asked.slice(0, 3));
    expect(bases.get('decree-47-2020#20')).toMatchObject({
      lapsed: true,
      successor: 'decree-194-2025',
      successorCitationEn: 'Decree 194/2025/NĐ-CP',
    });
    expect(bases.get('decision-142-2024#A.I.3')).toMatchObject({
      citationVi: 'phụ lục, mục A.I.3, Quyết định 142/QĐ-TTg',
      lapsed: false,
    });
  });
});
