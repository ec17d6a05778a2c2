import type { Step } from './step.ts';

/** What the plan depends on: read from disk by the caller. */
export interface Workspace {
  /** The names under `scripts` in the root package.json. */
  readonly scripts: ReadonlySet<string>;
  /** Whether a path, relative to the workspace, exists. */
  readonly has: (path: string) => boolean;
}

const node = 'node';
const eslint = [node, 'node_modules/eslint/bin/eslint.js'];
const tsc = [node, 'node_modules/typescript/bin/tsc'];
const cruiser = [
  ...[node, 'node_modules/dependency-cruiser/bin/dependency-cruiser.mjs'],
  ...['--config', '.dependency-cruiser.mjs'],
];
const cruised = [
  'scoring/src',
  'scoring/cli',
  'scoring/examples',
  'api/src',
  'web/src',
  'launcher',
  'tools',
  'test',
];

/** Parts whose configuration for the compiler is not `tsconfig.spec.json` in their folder. */
const projects: Readonly<Record<string, string>> = {
  'scoring/bench': 'scoring/bench',
  tools: 'tsconfig.tools.json',
  test: 'test',
};

/** jest leaves one of two cores to itself; specs of `faults` mostly wait for processes that start and end. */
const twoWorkers = '--maxWorkers=2';

/**
 * Every step of the check, in order: what is quick and says most first, the build before what runs the
 * built product. Each step can fail; a step whose script is missing is itself a failure.
 */
export function planSteps(workspace: Workspace): readonly Step[] {
  return [
    reading('format', 'code is formatted', [node, 'node_modules/prettier/bin/prettier.cjs', '--check', '.']),
    reading('lint', 'lint, and the layers', [...eslint, '.', '--max-warnings=0']),
    reading('boundaries', 'inner layers and circles', [...cruiser, ...cruised]),
    ...['scoring', 'scoring/bench', 'scoring/cli', 'web', 'tools', 'test'].map((part) =>
      reading(`types:${part}`, `types of ${part}${part === 'test' ? ' and api' : ''}, specs included`, [
        ...tsc,
        '--noEmit',
        '-p',
        projects[part] ?? `${part}/tsconfig.spec.json`,
      ]),
    ),
    fromScript(workspace, 'build', 'build', 'scoring, its command line, api and web are built'),
    jest('unit', 'unit and architecture tests', twoWorkers),
    fromScript(workspace, 'openapi', 'openapi:check', 'the committed OpenAPI is what the code says'),
    fromScript(workspace, 'client', 'client:check', "the web's client is generated from that OpenAPI"),
    fromFile(workspace, 'map', 'tools/map/build-map.ts', 'the committed map is what its sources say'),
    jest('integration', 'golden figures, services and HTTP on a real PostgreSQL', twoWorkers),
    jest('faults', 'start, stop and failure of the product', '--maxWorkers=3'),
    jest('browser', 'journeys in a real browser, with accessibility', twoWorkers),
  ];
}

function step(name: string, does: string, command: readonly string[]): Step {
  return { name, does, command, counts: 'exit', limit: 600 };
}

function reading(name: string, does: string, command: readonly string[]): Step {
  return { ...step(name, does, command), onlyReads: true };
}

function jest(project: string, does: string, workers: string): Step {
  const command = [
    node,
    '--experimental-vm-modules',
    '--disable-warning=ExperimentalWarning',
    'node_modules/jest/bin/jest.js',
    '--ci',
    '--selectProjects',
    project,
    workers,
  ];
  return { name: project, does, command, counts: 'jest', limit: 600 };
}

function fromScript(workspace: Workspace, name: string, script: string, does: string): Step {
  if (workspace.scripts.has(script)) return step(name, does, ['npm', 'run', '--silent', script]);
  return missing(name, `package.json has no script "${script}"`);
}

function fromFile(workspace: Workspace, name: string, path: string, does: string): Step {
  if (workspace.has(path)) return step(name, does, [node, path, '--check']);
  return missing(name, `${path} is not there`);
}

function missing(name: string, does: string): Step {
  return { name, does, command: [], counts: 'missing', limit: 0 };
}
