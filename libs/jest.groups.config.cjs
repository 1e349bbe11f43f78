const { inGroups } = require('../tools/jest-groups.cjs');

/** As `npm test` runs the specs of the libraries. */
module.exports = inGroups(require('./jest.config.cjs'), { count: 4, alone: ['testing/'] });
