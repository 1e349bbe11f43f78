// Lints texts that stand in no file, for the canaries: reads [{ file, text }] as JSON, answers [{ file, found }].
import { ESLint } from 'eslint';

let input = '';
for await (const chunk of process.stdin) input += chunk;

const eslint = new ESLint();
const answers = [];
for (const { file, text } of JSON.parse(input)) {
  const results = await eslint.lintText(text, { filePath: file });
  const found = results.flatMap(({ messages }) => messages.map(({ ruleId, message }) => ({ rule: ruleId, message })));
  answers.push({ file, found });
}
console.log(JSON.stringify(answers));
