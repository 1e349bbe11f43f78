/**
 * Component and store tests of the web app: jsdom, zoneless, HTTP stubbed at the transport.
 * @type {import('jest').Config}
 */
module.exports = {
  displayName: 'web',
  rootDir: __dirname,
  preset: 'jest-preset-angular',
  setupFilesAfterEnv: ['<rootDir>/src/test-setup.ts'],
  // A busy machine may need seconds to compile the first page of a file.
  testTimeout: 30_000,
  testMatch: ['<rootDir>/src/**/*.spec.ts'],
  transform: {
    '^.+\\.(ts|mjs|js|html|svg)$': [
      'jest-preset-angular',
      { tsconfig: '<rootDir>/tsconfig.spec.json', stringifyContentPathRegex: '\\.(html|svg)$' },
    ],
  },
  transformIgnorePatterns: ['node_modules/(?!.*\\.mjs$|chart\\.js|chartjs-chart-treemap|@kurkle)'],
  moduleNameMapper: {
    '^@etatlotse/domain/(.+)$': '<rootDir>/../libs/domain/src/$1/index.ts',
    '^@etatlotse/contracts/(.+)/plain$': '<rootDir>/../libs/contracts/src/$1/plain.ts',
    '^@etatlotse/contracts/(.+)$': '<rootDir>/../libs/contracts/src/$1/index.ts',
  },
};
