const { longestFirst } = require('../../tools/jest-longest-first.cjs');

module.exports = longestFirst([
  'role-matrix',
  'test-groups',
  'security/reading',
  'bad-inputs',
  'security/injection',
  'kill-api',
  'random-workload',
  'kill-database',
]);
