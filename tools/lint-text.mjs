// Lints texts that stand in no file, for the canaries: reads [{ file, text }] as JSON, answers [{ file, found }].
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

let input = '';
for await (const chunk of process.stdin) input += chunk;

// Rules that need types work on files of a project only; the canaries are about the bans, which need none.
const withoutTypes = { files: ['**/*.ts'], ...tseslint.configs.disableTypeChecked };
const eslint = new ESLint({ overrideConfig: [withoutTypes] });
const answers = [];
for (const { file, text } of JSON.parse(input)) {
  const results = await eslint.lintText(text, { filePath: file });
  const found = results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => ({ rule: ruleId, message })));
  answers.push({ file, found });
}
console.log(JSON.stringify(answers));
