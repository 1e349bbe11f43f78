// Checks the walls of several folders in one process, for the canaries: <parent> <name>... -> { name: violations }.
import { cruise } from 'dependency-cruiser';
import extractTSConfig from 'dependency-cruiser/config-utl/extract-ts-config';
import { createRequire } from 'node:module';
import path from 'node:path';

const { forbidden, options } = createRequire(import.meta.url)('../.dependency-cruiser.cjs');
const [parent, ...names] = process.argv.slice(2);

const answer = {};
for (const name of names) {
  process.chdir(path.join(parent, name));
  const tsConfig = extractTSConfig(path.resolve(options.tsConfig.fileName));
  const { output } = await cruise(
    ['api', 'libs', 'web'],
    { ...options, ruleSet: { forbidden }, validate: true },
    options.enhancedResolveOptions,
    { tsConfig },
  );
  answer[name] = output.summary.violations;
}
console.log(JSON.stringify(answer));
