const path = require('node:path');
const root = path.resolve(__dirname, '..');

/** @type {import('jest').Config} */
module.exports = {
  ...require('../jest.swc.cjs')(root),
  displayName: 'libs',
  rootDir: __dirname,
  testMatch: ['<rootDir>/*/src/**/*.spec.ts'],
};
