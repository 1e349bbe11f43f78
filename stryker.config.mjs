/** Mutation testing of the rules that money depends on: `npx stryker run`. No network, results in reports/. */
export default {
  packageManager: 'npm',
  testRunner: 'jest',
  plugins: ['@stryker-mutator/jest-runner'],
  mutate: [
    'libs/domain/src/{budget,authority}/**/*.ts',
    '!libs/domain/src/{budget,authority}/**/*.spec.ts',
    '!libs/domain/src/{budget,authority}/index.ts',
  ],
  jest: { projectType: 'custom', configFile: 'tools/jest.stryker.config.cjs', enableFindRelatedTests: true },
  coverageAnalysis: 'perTest',
  concurrency: 2,
  ignorePatterns: ['dist', '.data', '.nx', 'docs', 'web', 'api', 'reports', 'coverage'],
  reporters: ['clear-text', 'progress', 'html', 'json'],
  htmlReporter: { fileName: 'reports/mutation/budget.html' },
  jsonReporter: { fileName: 'reports/mutation/budget.json' },
  tempDirName: '.stryker-tmp',
  cleanTempDir: 'always',
  thresholds: { high: 95, low: 90, break: 85 },
  allowEmpty: false,
  disableTypeChecks: true,
};
