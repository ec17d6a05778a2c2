import { describe, expect, it } from '@jest/globals';
import { useBrowser } from './harness/journey.ts';
import { arrived, choose, finding, open, settled } from './harness/screen.ts';
import { say, saying } from './harness/words.ts';

/** A card for each target that is shown. */
const CARD = 'main dti-target-card';

describe('targets', () => {
  const { visit } = useBrowser();

  it('says that 32 measures of 20 targets have no official figure yet, kind by kind', async () => {
    await visit({}, async (page) => {
      await open(page, '/targets');
      expect(await finding(page)).toBe(say('targets.finding.noData', { targets: 20, measures: 32 }));
      const total = page.locator('dti-state-counts tfoot tr');
      expect((await total.innerText()).split(/\s+/)).toEqual([say('targets.total'), '32', '25', '5', '2']);
      expect(await page.locator(CARD).count()).toBe(20);
      expect(await page.locator('main dti-measure-row').count()).toBe(32);
    });
  });

  it('shows the targets that are asked for, and keeps the question in the address', async () => {
    await visit({}, async (page) => {
      await open(page, '/targets');
      await choose(page, say('targets.group'), /^III\.3 /);
      expect(await page.locator(CARD).count()).toBe(11);
      await choose(page, say('targets.kind'), say('targets.kind.no_figure'));
      expect(await page.locator(CARD).count()).toBe(2);
      expect(page.url()).toMatch(/group=III\.3&kind=no_figure/);
      await page.reload();
      await settled(page);
      expect(await page.locator(CARD).count()).toBe(2);
    });
  });

  it('leads to a target with đ in its code, and from there to the words of its clause', async () => {
    await visit({}, async (page) => {
      await open(page, '/targets?group=III.2');
      const card = page.locator(CARD).filter({ hasText: 'III.2.đ' });
      await card.getByRole('heading').getByRole('link').click();
      await arrived(page, /^III\.2\.đ /);
      expect(decodeURIComponent(new URL(page.url()).pathname)).toBe('/targets/III.2.đ');
      const clause = page.locator('dti-clause-disclosure').first();
      await clause.getByRole('button').click();
      await settled(page);
      expect(await clause.innerText()).toContain('đạt tối thiểu 70%');
      expect(await page.locator('main').innerText()).toContain(say('targets.toBeDefined'));
    });
  });

  it('keeps the draft of 2020 apart and says that it is no law', async () => {
    await visit({}, async (page) => {
      await open(page, '/targets');
      await choose(page, say('targets.programme'), say('targets.programme.draft-2025'));
      await arrived(page, saying('targets.finding.history', { targets: 13, measures: 19 }));
      expect(await page.locator('main').innerText()).toContain(say('targets.notLaw.draft'));
      expect(await page.locator('main dti-state-chip').count()).toBe(0);
    });
  });

  it('says so when there is no such target', async () => {
    await visit({ expected: [/404/] }, async (page) => {
      await open(page, '/targets/III.9.z');
      expect(await page.locator('main').innerText()).toContain(say('state.failed.notFound'));
    });
  });
});
