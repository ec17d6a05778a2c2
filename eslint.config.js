/**
 * Lint, in layers: what every file keeps, what each layer may import, and what `scoring` may touch at
 * all. A later block replaces the options of the same rule in an earlier one, so each rule that differs
 * by layer is set once for each layer and never twice for the same file.
 *
 * `test/architecture/boundaries.spec.ts` plants violations and sees each refused by the rule expected.
 */
import { createProjectGraphAsync } from '@nx/devkit';
import nx from '@nx/eslint-plugin';
import angular from 'angular-eslint';
import { defineConfig, globalIgnores } from 'eslint/config';
import { builtinModules } from 'node:module';
import tseslint from 'typescript-eslint';

// Without a project graph `@nx/enforce-module-boundaries` checks nothing and still passes, so the graph is
// made here, before the first file is read, and a graph that cannot be made stops the lint.
await createProjectGraphAsync({ exitOnError: false, resetDaemonClient: false });

const everyTypeScript = ['**/*.ts'];
const specs = ['**/*.spec.ts', 'test/**/*.ts'];

/** One entry for each layer; a layer without an entry could import nothing from the workspace. */
const layers = [
  { sourceTag: 'layer:scoring', onlyDependOnLibsWithTags: ['layer:scoring'] },
  { sourceTag: 'layer:scoring-cli', onlyDependOnLibsWithTags: ['layer:scoring', 'layer:scoring-cli'] },
  { sourceTag: 'layer:api', onlyDependOnLibsWithTags: ['layer:scoring', 'layer:api'] },
  { sourceTag: 'layer:web', onlyDependOnLibsWithTags: ['layer:scoring', 'layer:web'] },
];

/** @param {readonly string[]} scoringMayImport packages that scoring may import: none, or a test's tools */
function layerRule(scoringMayImport) {
  const depConstraints = layers.map((layer) =>
    layer.sourceTag === 'layer:scoring' ? { ...layer, allowedExternalImports: [...scoringMayImport] } : layer,
  );
  return { '@nx/enforce-module-boundaries': ['error', { banTransitiveDependencies: true, depConstraints }] };
}

/** What a pure function cannot see: the clock, the machine, the network, the page, the reader's locale. */
const impureGlobals = [
  ...['process', 'Buffer', 'global', 'globalThis', 'self', 'require', 'module', '__dirname', '__filename'],
  ...['Date', 'Temporal', 'Intl', 'performance', 'crypto', 'console', 'navigator', 'WeakRef'],
  ...['setTimeout', 'setInterval', 'setImmediate', 'queueMicrotask', 'requestAnimationFrame'],
  ...['fetch', 'XMLHttpRequest', 'WebSocket', 'EventSource', 'Worker', 'FinalizationRegistry'],
  ...['window', 'document', 'location', 'localStorage', 'sessionStorage', 'indexedDB'],
];

const houseSyntax = [
  { selector: 'TSInterfaceDeclaration[id.name=/^I[A-Z][a-z]/]', message: 'Name the thing; no I-prefix.' },
  { selector: 'ClassDeclaration[id.name=/^(Base|Abstract)[A-Z]/]', message: 'Compose; no base classes.' },
  {
    selector: 'MemberExpression[object.name=/^(it|test|describe)$/][property.name=/^(only|skip|todo)$/]',
    message: 'A test runs or is deleted.',
  },
  {
    selector: 'CallExpression[callee.name=/^(x|f)(it|test|describe)$/]',
    message: 'A test runs or is deleted.',
  },
];

export default defineConfig(
  globalIgnores([
    '**/node_modules/',
    '**/dist/',
    '**/.angular/',
    '**/coverage/',
    '.nx/',
    '.data/',
    'test-results/',
    'web/src/app/api-client/',
  ]),
  { linterOptions: { noInlineConfig: true, reportUnusedDisableDirectives: 'error' } },

  {
    name: 'every TypeScript file',
    files: everyTypeScript,
    extends: [tseslint.configs.recommended],
    languageOptions: {
      parserOptions: {
        // One program for all that Node runs: of one for each part, the types of scoring and api would be
        // worked out again and again.
        project: ['tsconfig.lint.json', 'web/tsconfig.spec.json'],
        tsconfigRootDir: import.meta.dirname,
      },
    },
    rules: {
      '@typescript-eslint/no-explicit-any': 'error',
      '@typescript-eslint/no-floating-promises': 'error',
      '@typescript-eslint/no-misused-promises': 'error',
      '@typescript-eslint/await-thenable': 'error',
      '@typescript-eslint/return-await': ['error', 'in-try-catch'],
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true, requireDefaultForNonUnion: true },
      ],
      '@typescript-eslint/only-throw-error': 'error',
      '@typescript-eslint/restrict-plus-operands': 'error',
      '@typescript-eslint/no-base-to-string': 'error',
      '@typescript-eslint/no-unsafe-assignment': 'error',
      '@typescript-eslint/no-unsafe-argument': 'error',
      '@typescript-eslint/no-unsafe-call': 'error',
      '@typescript-eslint/no-unsafe-member-access': 'error',
      '@typescript-eslint/no-unsafe-return': 'error',
      // Classes that Nest injects stay value imports: the rule leaves a file with decorators alone
      // wherever the compiler emits their metadata.
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_' }],
      // A decorated class without a body is Nest's module.
      '@typescript-eslint/no-extraneous-class': ['error', { allowWithDecorator: true }],
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-constant-condition': 'error',
      'no-unreachable-loop': 'error',
      'no-self-compare': 'error',
      'no-template-curly-in-string': 'error',
      'array-callback-return': 'error',
      'default-case-last': 'error',
      'no-param-reassign': 'error',
      'max-lines-per-function': ['error', { max: 50, skipBlankLines: true, skipComments: true }],
      complexity: ['error', 20],
      'no-restricted-syntax': ['error', ...houseSyntax],
    },
  },
  {
    name: 'as long as what they list: the table of a describe block, the tables of a migration',
    files: [...specs, 'api/src/migrations/**/*.ts'],
    rules: { 'max-lines-per-function': 'off' },
  },
  {
    name: 'declarations of what others wrote',
    files: ['**/*.d.ts'],
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { disallowTypeAnnotations: false }],
      '@typescript-eslint/no-unused-vars': 'off',
      '@typescript-eslint/no-extraneous-class': 'off',
    },
  },
  {
    name: 'what speaks to a terminal, or to nobody else while nothing is on screen',
    files: ['launcher/**/*.ts', 'tools/**/*.ts', 'api/src/cli/**/*.ts', 'web/*.ts', 'web/src/main.ts'],
    rules: { 'no-console': 'off' },
  },

  {
    name: 'layers',
    files: ['scoring/**/*.ts', 'api/**/*.ts', 'web/**/*.ts'],
    // An example imports the package by its name, as its readers do.
    ignores: ['scoring/src/**/*.spec.ts', 'scoring/examples/**/*.ts'],
    plugins: { '@nx': nx },
    rules: layerRule([]),
  },
  {
    name: 'layers: scoring specs may use the test tools',
    files: ['scoring/src/**/*.spec.ts'],
    plugins: { '@nx': nx },
    rules: layerRule(['@jest/globals', 'fast-check']),
  },
  {
    name: 'scoring is pure',
    files: ['scoring/src/**/*.ts'],
    rules: {
      'no-restricted-imports': [
        'error',
        {
          patterns: [
            { regex: '^node:', message: 'scoring touches no machine: values come in as arguments.' },
            {
              regex: `^(${builtinModules.filter((name) => !name.startsWith('node:')).join('|')})$`,
              message: 'scoring touches no machine: values come in as arguments.',
            },
          ],
        },
      ],
      'no-restricted-globals': [
        'error',
        ...impureGlobals.map((name) => ({ name, message: 'scoring is pure: pass the value in.' })),
      ],
      'no-restricted-properties': [
        'error',
        { object: 'Math', property: 'random', message: 'Pass a seeded generator in.' },
        { object: 'Date', property: 'now', message: 'Pass the time in.' },
        { object: 'performance', property: 'now', message: 'Pass the time in.' },
        {
          property: 'localeCompare',
          message: 'The order must not depend on the machine: compare code units.',
        },
        { property: 'toLocaleString', message: "Display is the caller's: scoring answers in numbers." },
      ],
      'no-restricted-syntax': [
        'error',
        ...houseSyntax,
        { selector: 'ImportExpression', message: 'scoring is one static graph.' },
        { selector: 'MetaProperty[meta.name="import"]', message: 'scoring does not know where it lies.' },
      ],
    },
  },

  {
    name: 'web: components',
    files: ['web/src/**/*.ts'],
    extends: [angular.configs.tsRecommended],
    processor: angular.processInlineTemplates,
    rules: { '@angular-eslint/use-lifecycle-interface': 'error' },
  },
  {
    name: 'web: templates, in files and inline',
    files: ['web/src/**/*.html'],
    ignores: ['web/src/index.html'],
    extends: [angular.configs.templateRecommended, angular.configs.templateAccessibility],
    rules: {
      '@angular-eslint/template/button-has-type': 'error',
      '@angular-eslint/template/no-positive-tabindex': 'error',
    },
  },
);
