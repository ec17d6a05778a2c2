import axe from 'axe-core';
import type { Page } from 'playwright-core';

const standard = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'];

/**
 * What stands against WCAG 2.2 AA on the page as it is now: one readable line for each element, and none
 * when nothing does. A page without a word is itself a fault, since nothing was checked.
 */
export async function accessibilityFaults(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe.source);
  const { violations, words } = await page.evaluate(async (tags) => {
    const runner = (globalThis as unknown as { axe: typeof axe }).axe;
    const options = {
      runOnly: { type: 'tag' as const, values: tags },
      rules: { 'target-size': { enabled: true } },
    };
    const results = await runner.run(document, options);
    return {
      words: document.body.innerText.trim(),
      violations: results.violations.flatMap(({ id, help, nodes }) =>
        nodes.map((node) => ({
          id,
          help,
          target: node.target.join(' '),
          why: node.failureSummary ?? '',
        })),
      ),
    };
  }, standard);
  if (words === '') return ['the page is empty: no rule had anything to check'];
  return violations.map(
    ({ id, help, target, why }) => `${id}: ${help}\n  at ${target}\n  ${why.replaceAll(/\s*\n\s*/g, '; ')}`,
  );
}
