/**
 * A sequencer of jest that starts suites in the order of `names`, parts of their paths, and all others after them. In a fresh
 * clone jest knows no durations and goes by the size of files: a long suite may then begin last, and a core waits for it.
 */
function longestFirst(names) {
  const rank = ({ path }) => {
    const at = names.findIndex((name) => path.includes(name));
    return at === -1 ? names.length : at;
  };
  return class LongestFirst {
    static names = names;

    sort(tests) {
      return [...tests].sort((one, other) => rank(one) - rank(other) || (one.path < other.path ? -1 : 1));
    }
    allFailedTests(tests) {
      return tests;
    }
    cacheResults() {
      // The order does not depend on them.
    }
  };
}

module.exports = { longestFirst };
