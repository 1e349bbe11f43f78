const { longestFirst } = require('../../tools/jest-longest-first.cjs');

module.exports = longestFirst(['pages.', 'payloads.', 'import.', 'law.', 'register.', 'demand.', 'plan-grid.']);
