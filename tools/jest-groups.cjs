// Many specs in one jest suite: they load the sources once instead of once each, which is most of what a small spec takes.
const fs = require('node:fs');
const path = require('node:path');

const root = path.resolve(__dirname, '..');
/** Of jest-preset-angular, which a project's own list replaces. */
const PRESET_EXTENSIONS = ['ts', 'html', 'js', 'json', 'mjs'];

/**
 * The specs that `config` finds, in `count` suites. Those named by `alone` stay suites of their own: long ones, so that
 * the others run beside them, and those that do something to their process. Each spec keeps its hooks to itself.
 * A spec is written, and run by hand, as if there were no groups: `config` is as it was.
 */
function inGroups(config, { count, alone = [] }) {
  const specs = specsOf(config);
  const isAlone = (spec) => alone.some((start) => spec.startsWith(start));
  const together = specs.filter((spec) => !isAlone(spec));
  const folder = path.join(root, 'dist/test-groups', config.displayName);
  const suites = Array.from({ length: count }, (_, turn) => together.filter((_, at) => at % count === turn));
  writeAll(folder, new Map(suites.map((suite, at) => [`${config.displayName}-${at + 1}.cjs`, text(config, suite)])));
  return {
    ...config,
    roots: ['<rootDir>', folder],
    moduleFileExtensions: [...(config.moduleFileExtensions ?? PRESET_EXTENSIONS), 'cjs'],
    testMatch: [...specs.filter(isAlone).map((spec) => `<rootDir>/${spec}`), `${folder}/*.cjs`],
  };
}

/** Paths below the project's folder, by the alphabet: neighbours, which are often alike in length, come into different suites. */
function specsOf({ rootDir, testMatch, testPathIgnorePatterns = [] }) {
  const ignored = testPathIgnorePatterns.map((pattern) => new RegExp(pattern));
  return fs
    .globSync(
      testMatch.map((pattern) => pattern.replace('<rootDir>/', '')),
      { cwd: rootDir },
    )
    .map((spec) => spec.split(path.sep).join('/'))
    .filter((spec) => !ignored.some((pattern) => pattern.test(`/${path.basename(rootDir)}/${spec}`)))
    .sort();
}

/** A spec that cannot be loaded fails alone. Mocks and clocks of one are gone before the next. */
function text({ rootDir }, specs) {
  const loads = specs.map((spec) => {
    const file = JSON.stringify(path.join(rootDir, spec));
    return `  ${JSON.stringify(spec)}: () => require(${file}),`;
  });
  return `const specs = {
${loads.join('\n')}
};
for (const [name, load] of Object.entries(specs)) {
  describe(name, () => {
    afterAll(() => {
      jest.restoreAllMocks();
      jest.useRealTimers();
    });
    try {
      load();
    } catch (error) {
      it('can be loaded', () => {
        throw error;
      });
    }
  });
}
`;
}

/** Leaves alone what is there already: another run may be reading it. */
function writeAll(folder, files) {
  fs.mkdirSync(folder, { recursive: true });
  for (const name of fs.readdirSync(folder)) if (!files.has(name)) fs.rmSync(path.join(folder, name));
  for (const [name, content] of files) {
    const file = path.join(folder, name);
    if (!fs.existsSync(file) || fs.readFileSync(file, 'utf8') !== content) fs.writeFileSync(file, content);
  }
}

module.exports = { inGroups };
