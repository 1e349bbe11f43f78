const path = require('node:path');
const root = path.resolve(__dirname, '..');

/** @type {import('jest').Config} */
module.exports = {
  ...require('../jest.swc.cjs')(root),
  displayName: 'libs',
  rootDir: __dirname,
  testMatch: ['<rootDir>/*/src/**/*.spec.ts'],
  // Large tests with processes of their own: tools/jest.launcher.config.cjs.
  testPathIgnorePatterns: ['/node_modules/', '/libs/testing/src/launcher/'],
};
