const { inGroups } = require('../tools/jest-groups.cjs');

/** As `npm test` runs the specs of the API. */
module.exports = {
  ...inGroups(require('./jest.config.cjs'), {
    count: 12,
    alone: ['test/faults/', 'test/security/', 'test/bad-inputs/', 'test/role-matrix'],
  }),
  testSequencer: '<rootDir>/test/longest-first.cjs',
};
