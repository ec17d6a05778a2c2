/**
 * Who may import whom inside a project, and no circles anywhere. What one project may take from another
 * is the lint's part (`eslint.config.js`); ARCHITECTURE.md has both as one table.
 *
 * A rule's comment is what its reader sees when it refuses. `test/architecture/inner-layers.spec.ts`
 * plants a violation of each rule and sees it refused.
 */
import { join } from 'node:path';

const feature = '^api/src/features/([^/]+)/';
const area = '^web/src/app/areas/([^/]+)/';
const spec = '\\.spec\\.ts$';
/** What specs share, and what ships with nothing. */
const ofTests = '\\.(spec|fixture)\\.ts$';

/** @type {import('dependency-cruiser').IConfiguration} */
export default {
  forbidden: [
    // everywhere
    {
      name: 'no-circles',
      comment: 'Two files that need each other are one idea or three. Type-only circles are free.',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'resolvable',
      comment: 'This import leads nowhere. (Packages are for the compiler and the lint to find.)',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true, path: '^\\.' },
    },
    {
      name: 'product-needs-no-development-package',
      comment: 'What runs in production is declared under dependencies.',
      severity: 'error',
      from: { path: '^(api|web|scoring|scoring/cli)/src/', pathNot: ofTests },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'specs-are-imported-by-nobody',
      comment: 'What two specs share is a file of its own.',
      severity: 'error',
      from: {},
      to: { path: spec },
    },
    {
      name: 'seeds-are-read-by-path',
      comment: 'Seeds are data: read at run time, imported by nobody.',
      severity: 'error',
      from: {},
      to: { path: '^seeds/' },
    },
    {
      name: 'product-knows-no-tests-or-tools',
      comment: 'The product does not import its tests, its tools or its launcher.',
      severity: 'error',
      from: { path: '^(api|web|scoring)/' },
      to: { path: '^(test|tools|launcher)/' },
    },
    {
      name: 'outside-the-api-only-its-door',
      comment: 'Launcher and tools reach the api through @dti-monitor/api/launch.',
      severity: 'error',
      from: { path: '^(launcher|tools)/' },
      to: { path: '^api/(src|dist)/', pathNot: '^api/(src|dist)/launch\\.(ts|js|d\\.ts)$' },
    },
    {
      name: 'outside-scoring-only-its-door',
      comment: 'scoring has one door: its index.',
      severity: 'error',
      from: { pathNot: '^scoring/(?!cli/|examples/)' },
      to: { path: '^scoring/src/', pathNot: '^scoring/src/index\\.ts$' },
    },
    {
      name: 'tests-enter-by-the-door',
      comment:
        'What is tested from outside is reached from outside: by HTTP, the launch door or test/support. Types are free, and so are the schemas that answers are checked by.',
      severity: 'error',
      from: { path: '^test/(golden|http|cli|faults|browser)/' },
      to: {
        path: '^(api|web)/src/',
        pathNot:
          '^api/src/(launch|.+\\.dto|platform/openapi/answers|platform/health/health\\.controller)\\.ts$',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'launcher-and-tools-apart',
      comment: 'What starts the product does not need what builds its data, nor the other way round.',
      severity: 'error',
      from: { path: '^(launcher|tools)/' },
      to: { path: '^(launcher|tools)/', pathNot: '^$1/' },
    },

    {
      name: 'scoring-knows-no-command-line',
      comment: 'What reads files and prints is on top: nobody imports it.',
      severity: 'error',
      from: { pathNot: '^scoring/cli/' },
      to: { path: '^scoring/cli/(src|bin|dist)/' },
    },

    // scoring: model and numeric below, stages above, sensitivity on top
    {
      name: 'scoring-model-and-numeric-stand-below',
      comment: 'model and numeric know nothing of the stages that use them.',
      severity: 'error',
      from: { path: '^scoring/src/(model|numeric)/', pathNot: spec },
      to: { path: '^scoring/src/(stages|sensitivity|index)' },
    },
    {
      name: 'scoring-numeric-knows-no-model',
      comment: 'numeric is arithmetic on numbers.',
      severity: 'error',
      from: { path: '^scoring/src/numeric/', pathNot: spec },
      to: { path: '^scoring/src/model/' },
    },
    {
      name: 'scoring-door-is-for-others',
      comment: 'Inside scoring, import the file that has it.',
      severity: 'error',
      from: { path: '^scoring/src/', pathNot: ofTests },
      to: { path: '^scoring/src/index\\.ts$' },
    },

    // api: controller → service → repository → entity
    {
      name: 'api-controller-asks-its-service',
      comment: 'A controller knows HTTP and its service, neither SQL nor columns.',
      severity: 'error',
      from: { path: '^api/src/features/.+\\.controller\\.ts$' },
      to: {
        path: [
          '\\.(repository|entity|controller)\\.ts$',
          '^api/src/platform/database/',
          '(^|/)node_modules/(typeorm|@nestjs/typeorm|pg)/',
        ],
      },
    },
    {
      name: 'api-service-knows-no-http',
      comment: 'The same service answers HTTP and the command line.',
      severity: 'error',
      from: { path: '^api/src/.+\\.(service|repository|entity)\\.ts$' },
      to: {
        path: ['\\.controller\\.ts$', '(^|/)node_modules/(fastify|@fastify/[^/]+|@nestjs/platform-fastify)/'],
      },
    },
    {
      name: 'api-repository-serves',
      comment: 'A repository is asked; it asks neither services nor other repositories.',
      severity: 'error',
      from: { path: '^api/src/.+\\.(repository|entity)\\.ts$' },
      to: { path: '\\.(service|controller|module)\\.ts$' },
    },
    {
      name: 'api-entity-is-columns',
      comment: 'An entity is columns.',
      severity: 'error',
      from: { path: '^api/src/.+\\.entity\\.ts$' },
      to: { path: '\\.(repository|dto)\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'api-schema-is-shape',
      comment: 'A DTO is the shape of a request or an answer, and nothing that runs.',
      severity: 'error',
      from: { path: '^api/src/.+\\.dto\\.ts$' },
      to: {
        path: ['\\.(service|repository|entity|controller|module)\\.ts$', '(^|/)node_modules/(typeorm|pg)/'],
      },
    },
    {
      name: 'api-feature-through-its-service',
      comment:
        'Another feature is reached through the service its module exports; types and pure functions are free.',
      severity: 'error',
      from: { path: feature, pathNot: spec },
      to: {
        path: '^api/src/features/.+\\.(repository|entity|controller)\\.ts$',
        pathNot: '^api/src/features/$1/',
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'api-modules-are-wired-by-modules',
      comment: 'Only modules import modules.',
      severity: 'error',
      from: { path: '^api/src/features/', pathNot: ['\\.module\\.ts$', spec] },
      to: { path: '\\.module\\.ts$' },
    },
    {
      name: 'api-features-know-no-entrance',
      comment: 'Features do not know how they are started, seeded or migrated.',
      severity: 'error',
      from: { path: '^api/src/features/' },
      to: { path: '^api/src/(cli|seeding|migrations|main|launch|app\\.module)' },
    },
    {
      name: 'api-platform-has-no-domain',
      comment:
        'The platform would serve another product as well. Its database alone lists tables and migrations.',
      severity: 'error',
      from: { path: '^api/src/(platform|config)/', pathNot: [spec, '^api/src/platform/database/'] },
      to: { path: '^api/src/(features|seeding|cli|migrations)/' },
    },
    {
      name: 'api-migrations-stand-alone',
      comment: 'A migration is history: it must read the same when the code has moved on.',
      severity: 'error',
      from: { path: '^api/src/migrations/', pathNot: [spec, '^api/src/migrations/index\\.ts$'] },
      to: { path: '^api/src/', pathNot: '^api/src/migrations/' },
    },

    // web: page → store → client
    {
      name: 'web-areas-apart',
      comment: 'No area imports another; what both need is shared.',
      severity: 'error',
      from: { path: area },
      to: { path: '^web/src/app/areas/', pathNot: '^web/src/app/areas/$1/' },
    },
    {
      name: 'web-areas-know-no-shell',
      comment: 'An area stands in the shell and does not reach for it.',
      severity: 'error',
      from: { path: '^web/src/app/areas/' },
      to: { path: '^web/src/app/shell/' },
    },
    {
      name: 'web-areas-are-lazy',
      comment: 'Outside an area only its routes are known, and those by a dynamic import.',
      severity: 'error',
      from: { path: '^web/src/', pathNot: ['^web/src/app/areas/', spec] },
      to: { path: '^web/src/app/areas/', dynamic: false },
    },
    {
      name: 'web-shared-knows-no-area',
      comment: 'What is shared knows nobody who uses it.',
      severity: 'error',
      from: { path: '^web/src/app/shared/' },
      to: { path: '^web/src/app/(areas|shell)/' },
    },
    {
      name: 'web-page-asks-its-store',
      comment: 'A page asks its store; the store asks the client.',
      severity: 'error',
      from: { path: '^web/src/app/.+-page\\.ts$', pathNot: '^web/src/app/api-client/' },
      to: { path: ['-client\\.ts$', '^web/src/app/api-client/'], dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'web-ui-is-given-its-data',
      comment: 'What shows is given its data: it knows no page, store or client.',
      severity: 'error',
      from: { path: ['^web/src/app/areas/[^/]+/ui/', '^web/src/app/shared/(ui|charts|format)/'] },
      to: {
        path: ['-(page|store|client)\\.ts$', '^web/src/app/api-client/'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'web-store-knows-no-screen',
      comment: 'A store can be tested without a screen.',
      severity: 'error',
      from: { path: '^web/src/app/.+-(store|client)\\.ts$' },
      to: {
        path: ['-page\\.ts$', '/ui/', '^web/src/app/shared/(ui|charts)/'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'web-chart-options-are-pure',
      comment: 'Data in, option out: no framework, no service.',
      severity: 'error',
      from: { path: '-chart-options\\.ts$' },
      to: {
        path: ['(^|/)node_modules/(@angular|rxjs)/', '-(page|store|client)\\.ts$'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'web-one-owner-of-echarts',
      comment: 'One shared component owns ECharts; elsewhere its types alone.',
      severity: 'error',
      from: { path: '^web/src/', pathNot: '^web/src/app/shared/charts/' },
      to: { path: '(^|/)node_modules/(echarts|ngx-echarts)/', dependencyTypesNot: ['type-only'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '(^|/)(dist|\\.angular|coverage)/' },
    tsPreCompilationDeps: true,
    combinedDependencies: true,
    tsConfig: { fileName: join(import.meta.dirname, 'test/tsconfig.json') },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'types', 'node', 'default'],
      extensions: ['.ts', '.js', '.mjs', '.json'],
    },
  },
};
