const path = require('node:path');
const root = path.resolve(__dirname, '..');

/** The large tests of setting up, starting and stopping: real processes, own folders, own ports. */
/** @type {import('jest').Config} */
module.exports = {
  ...require('../jest.swc.cjs')(root),
  displayName: 'launcher',
  rootDir: path.join(root, 'libs/testing/src/launcher'),
  testTimeout: 180_000,
};
