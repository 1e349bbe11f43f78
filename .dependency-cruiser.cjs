/**
 * The walls of the house: between the projects and inside them. Every rule has a canary in libs/testing/src/house.
 * A path is matched with and without node_modules, so that a package that is not installed is caught, too.
 */
const npm = (...names) => `(^|node_modules/)(${names.join('|')})(/|$)`;
const TEST = '\\.spec\\.ts$|^api/test/|^web/e2e/|^libs/testing/|jest\\.|test-setup\\.ts$';
const FEATURE_OF_API = '^api/src/(?!platform/|migrations/|demo/)([^/]+)/';
const FEATURE_OF_WEB = '^web/src/app/(?!platform/|ui/|shell/)([^/]+)/';
const PLAIN = '^libs/contracts/src/[^/]+/plain\\.ts$';

const wall = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to });

const betweenProjects = [
  wall(
    'domain-is-pure',
    'libs/domain imports nothing but itself: no package, no node module. Pass what it needs as an argument.',
    { path: '^libs/domain/', pathNot: TEST },
    { pathNot: '^libs/domain/' },
  ),
  wall(
    'contracts-know-domain-only',
    'libs/contracts imports the domain and the decorators of class-validator and class-transformer, nothing else.',
    { path: '^libs/contracts/', pathNot: TEST },
    { pathNot: ['^libs/(contracts|domain)/', npm('class-validator', 'class-transformer', 'tslib')] },
  ),
  wall(
    'plain-stays-plain',
    'plain.ts is what the web may import at run time: constants and types, no decorators and no package behind it.',
    { path: PLAIN },
    { path: npm('class-validator', 'class-transformer', '@nestjs/.+', 'reflect-metadata'), reachable: true },
  ),
  wall(
    'testing-knows-libs-only',
    'libs/testing builds sample data from domain and contracts; it knows neither API nor web.',
    { path: '^libs/testing/' },
    { path: '^(api|web)/' },
  ),
  wall(
    'tests-stay-out-of-the-product',
    'Only tests import libs/testing and test files.',
    { path: '^(api|web|libs)/', pathNot: TEST },
    { path: TEST },
  ),
  wall(
    'api-knows-no-web',
    'The API imports neither the web nor its packages.',
    { path: '^api/' },
    { path: ['^web/', npm('@angular', 'chart\\.js', 'chartjs-.+', 'ag-grid-.+', '@kern-ux')] },
  ),
  wall(
    'web-knows-no-api',
    'The web imports neither the API nor packages of the server.',
    { path: '^web/src/' },
    { path: ['^api/', npm('@nestjs', 'typeorm', 'pg', 'pg-.+', 'fastify', '@fastify', 'class-validator')] },
  ),
  wall(
    'web-runs-in-a-browser',
    'Modules of Node do not exist in a browser.',
    { path: '^web/src/', pathNot: TEST },
    { dependencyTypes: ['core'] },
  ),
  wall(
    'web-takes-contracts-as-types',
    'The web imports contracts with `import type`; constants come from @etatlotse/contracts/<noun>/plain.',
    { path: '^web/src/' },
    { path: '^libs/contracts/', pathNot: PLAIN, dependencyTypesNot: ['type-only'] },
  ),
];

const everywhere = [
  wall(
    'no-cycles',
    'Data flows one way; two files that need each other are one file or three.',
    {},
    { circular: true },
  ),
  wall('no-unknown-imports', 'The import leads nowhere.', { path: '^(api|web|libs)/' }, { couldNotResolve: true }),
  wall(
    'no-dead-files',
    'Nothing imports this file. Delete it or put it to use.',
    {
      orphan: true,
      pathNot:
        '(\\.spec\\.ts|\\.d\\.ts|index\\.ts|plain\\.ts|main\\.ts|migrate\\.ts|/migrations/.+\\.ts|[./]config\\.[cm]?[jt]s|\\.cjs|test-setup\\.ts)$|^libs/testing/|^web/e2e/',
    },
    {},
  ),
];

const insideProjects = [
  wall(
    'domain-shared-at-the-bottom',
    'domain/shared knows no subject.',
    { path: '^libs/domain/src/shared/', pathNot: TEST },
    { path: '^libs/domain/src/(?!shared/)' },
  ),
  wall(
    'feature-through-its-door',
    'A feature of the API uses another one only through its index.ts.',
    { path: FEATURE_OF_API, pathNot: TEST },
    { path: FEATURE_OF_API, pathNot: ['^api/src/$1/', '^api/src/[^/]+/index\\.ts$'] },
  ),
  wall(
    'platform-knows-no-feature',
    'platform carries no subject; a feature registers itself with it.',
    { path: '^api/src/platform/', pathNot: TEST },
    { path: FEATURE_OF_API },
  ),
  wall(
    'database-behind-the-platform',
    'Only platform, migrations and the commands around them talk to the driver. Use Tx from platform/database.',
    { path: '^api/src/', pathNot: [TEST, '^api/src/(platform|migrations|demo)/', '^api/src/migrate\\.ts$'] },
    { path: npm('pg', 'pg-boss'), dependencyTypesNot: ['type-only'] },
  ),
  wall(
    'rows-stay-behind-the-repository',
    'Only repository, mapper, queries, module and migrations see TypeORM rows.',
    {
      path: '^api/src/',
      pathNot: [
        TEST,
        '\\.(repository|mapper|queries|module|entity)\\.ts$',
        '^api/src/(migrations|platform/database|demo)/',
      ],
    },
    { path: '\\.entity\\.ts$' },
  ),
  wall(
    'controller-asks-use-cases',
    'HTTP reaches the database only through a use case or a query.',
    { path: '\\.controller\\.ts$' },
    { path: '\\.(repository|mapper)\\.ts$' },
  ),
  wall(
    'use-case-knows-no-http',
    'A use case knows no controller and no HTTP; it takes plain input and returns an outcome.',
    { path: '/use-cases/', pathNot: TEST },
    { path: ['\\.controller\\.ts$', '^api/src/platform/http/', npm('fastify')] },
  ),
  wall(
    'web-features-are-strangers',
    'Screens meet by link or by a dashboard endpoint, never by import.',
    { path: FEATURE_OF_WEB },
    { path: FEATURE_OF_WEB, pathNot: '^web/src/app/$1/' },
  ),
  wall(
    'web-platform-knows-no-feature',
    'platform and shell of the web know no feature; app.routes.ts brings them together.',
    { path: '^web/src/app/(platform|shell)/', pathNot: TEST },
    { path: FEATURE_OF_WEB },
  ),
  wall(
    'ui-is-dumb',
    'ui knows neither features nor HTTP: it shows what it is given.',
    { path: '^web/src/app/ui/' },
    { path: ['^web/src/app/(?!ui/|platform/(language|format))', npm('@angular/common/http')] },
  ),
  wall(
    'page-store-client',
    'Only stores talk to clients.',
    { path: '^web/src/app/', pathNot: '\\.(store|client|spec)\\.ts$|^web/src/app/(platform|shell)/' },
    { path: '\\.client\\.ts$', dependencyTypesNot: ['type-only'] },
  ),
];

module.exports = {
  forbidden: [...betweenProjects, ...everywhere, ...insideProjects],
  options: {
    // The resolver of this tool knows one star a path only, hence a tsconfig of its own.
    tsConfig: { fileName: 'tools/tsconfig.walls.json' },
    tsPreCompilationDeps: true,
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/|^web/\\.angular/' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};
