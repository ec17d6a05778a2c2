import { describe, expect, it } from '@jest/globals';
import { useBrowser } from './harness/journey.ts';
import { open } from './harness/screen.ts';

const paths = [
  ...['/', '/ranking?edition=dti-2022', '/ranking?edition=dti-2022&view=map', '/units', '/units/da-nang'],
  ...['/import', '/editions', '/editions/dti-2022', '/duties', '/duties/framework-2024'],
];

/** From the narrowest telephone to the operations room's wall. */
describe.each([{ width: 360 }, { width: 768 }, { width: 3840 }])('at $width px', ({ width }) => {
  const { visit } = useBrowser();

  it('no screen scrolls sideways, and its finding is in sight', async () => {
    await visit({ width, height: width === 3840 ? 2160 : 800 }, async (page) => {
      for (const path of paths) {
        await open(page, path);
        const { beyond, top, bottom } = await page.evaluate(() => {
          const heading = document.querySelector('main h1')?.getBoundingClientRect();
          const { scrollWidth, clientWidth } = document.documentElement;
          return {
            beyond: scrollWidth - clientWidth,
            top: heading?.top ?? -1,
            bottom: heading?.bottom ?? Infinity,
          };
        });
        expect([path, beyond]).toEqual([path, 0]);
        expect(top).toBeGreaterThanOrEqual(0);
        expect(bottom).toBeLessThan(800);
      }
    });
  });
});
