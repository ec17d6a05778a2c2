import { describe, expect, it } from '@jest/globals';
import { planSteps } from './plan.ts';

const everything = planSteps({
  scripts: new Set(['build', 'openapi:check', 'client:check']),
  has: () => true,
});

describe('the plan of the check', () => {
  it('builds before anything runs the built product, and runs every jest project', () => {
    const names = everything.map(({ name }) => name);
    expect(names.filter((name) => ['unit', 'integration', 'faults', 'browser'].includes(name))).toHaveLength(
      4,
    );
    for (const later of ['openapi', 'integration', 'faults', 'browser']) {
      expect(names.indexOf('build')).toBeLessThan(names.indexOf(later));
    }
  });

  it('names no step twice and leaves none without a command', () => {
    expect(new Set(everything.map(({ name }) => name)).size).toBe(everything.length);
    expect(everything.filter(({ command }) => command.length === 0)).toEqual([]);
  });

  it('fails, instead of leaving out, a step whose script is gone', () => {
    const bare = planSteps({ scripts: new Set(), has: () => false });
    expect(bare).toHaveLength(everything.length);
    expect(
      bare.filter(({ counts }) => counts === 'missing').map(({ name, does }) => `${name}: ${does}`),
    ).toEqual([
      'build: package.json has no script "build"',
      'openapi: package.json has no script "openapi:check"',
      'client: package.json has no script "client:check"',
      'map: tools/map/build-map.ts is not there',
    ]);
  });
});
