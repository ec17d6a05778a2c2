/**
 * One jest run, several projects. `unit` needs nothing; `integration` brings a real
 * PostgreSQL of its own; `browser` brings the built product and a real Chromium.
 */
const swc = [
  '@swc/jest',
  {
    jsc: {
      target: 'es2023',
      parser: { syntax: 'typescript', decorators: true },
      transform: { legacyDecorator: true, decoratorMetadata: true },
    },
    module: { type: 'es6' },
    sourceMaps: 'inline',
  },
];

const shared = {
  rootDir: import.meta.dirname,
  // What jest looks through for specs and sources: node_modules alone has fifty times as many files.
  roots: ['scoring', 'api', 'web/src', 'launcher', 'tools', 'test'].map((part) => `<rootDir>/${part}`),
  testEnvironment: 'node',
  // Only against what never ends: on a machine that is busy everything takes many times as long.
  testTimeout: 60_000,
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': swc },
  moduleNameMapper: {
    '^@dti-monitor/scoring$': '<rootDir>/scoring/src/index.ts',
    '^@dti-monitor/api/launch$': '<rootDir>/api/src/launch.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/\\.data/', '/\\.nx/'],
  modulePathIgnorePatterns: ['/dist/', '/\\.data/'],
};

export default {
  testSequencer: '<rootDir>/tools/check/longest-first.ts',
  projects: [
    {
      ...shared,
      displayName: 'unit',
      testMatch: [
        '<rootDir>/scoring/{src,cli/src}/**/*.spec.ts',
        '<rootDir>/api/src/**/*.spec.ts',
        '<rootDir>/web/src/**/*.spec.ts',
        '<rootDir>/launcher/src/**/*.spec.ts',
        '<rootDir>/tools/**/*.spec.ts',
        '<rootDir>/test/architecture/**/*.spec.ts',
        '<rootDir>/test/seeds/**/*.spec.ts',
      ],
    },
    {
      ...shared,
      displayName: 'integration',
      testMatch: ['<rootDir>/test/{golden,integration,http,cli}/**/*.spec.ts'],
      globalSetup: '<rootDir>/test/support/database-global-setup.ts',
      globalTeardown: '<rootDir>/test/support/database-global-teardown.ts',
    },
    {
      ...shared,
      displayName: 'faults',
      testMatch: ['<rootDir>/test/faults/**/*.spec.ts'],
      globalSetup: '<rootDir>/test/faults/made-state-global-setup.ts',
      globalTeardown: '<rootDir>/test/faults/made-state-global-teardown.ts',
    },
    {
      ...shared,
      displayName: 'browser',
      testMatch: ['<rootDir>/test/browser/**/*.spec.ts'],
      globalSetup: '<rootDir>/test/browser/harness/product-global-setup.ts',
      globalTeardown: '<rootDir>/test/browser/harness/product-global-teardown.ts',
    },
  ],
};
