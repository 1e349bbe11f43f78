import ts from 'typescript';
import type { SourceFile } from './tree';

export const LIMITS = {
  fileLines: 400,
  functionLines: 70,
  constructorParameters: 6,
  templateLines: 200,
  componentInputs: 8,
  readmeLines: 15,
} as const;

/** One broken rule, worded so that the reader knows what to do. */
export interface Finding {
  readonly file: string;
  readonly line: number;
  readonly what: string;
}

/** Sizes and empty tests of one TypeScript file. */
export function measure({ path, text }: SourceFile): Finding[] {
  const source = ts.createSourceFile(path, text, ts.ScriptTarget.ES2023, true);
  const findings: Finding[] = [];
  const lineOf = (position: number): number => source.getLineAndCharacterOfPosition(position).line + 1;
  const report = (node: ts.Node, what: string): void => {
    findings.push({ file: path, line: lineOf(node.getStart(source)), what });
  };

  const visit = (node: ts.Node): void => {
    if (ts.isFunctionLike(node) && 'body' in node && node.body) {
      const lines = lineOf(node.end) - lineOf(node.getStart(source)) + 1;
      if (lines > LIMITS.functionLines && !isTestBlock(node)) {
        report(node, `function of ${lines} lines (at most ${LIMITS.functionLines}): give its parts names`);
      }
    }
    if (ts.isConstructorDeclaration(node) && node.parameters.length > LIMITS.constructorParameters) {
      report(
        node,
        `constructor with ${node.parameters.length} parameters (at most ${LIMITS.constructorParameters}): split the class`,
      );
    }
    if (ts.isClassDeclaration(node)) measureComponent(node, report);
    if (ts.isCallExpression(node) && isEmptyTest(node)) {
      report(node, 'test that only asserts that something is defined: assert what it does');
    }
    ts.forEachChild(node, visit);
  };
  visit(source);
  return findings;
}

/** A callback that holds tests (of describe() or of a suite that is skipped at times) does nothing itself. */
function isTestBlock(node: ts.Node): boolean {
  if (!ts.isCallExpression(node.parent) || !ts.isFunctionLike(node) || !('body' in node)) return false;
  const { body } = node;
  const statements = body && ts.isBlock(body) ? body.statements : [];
  return statements.some((statement) => /^(it|test|describe)\b/.test(statement.getText()));
}

function measureComponent(node: ts.ClassDeclaration, report: (node: ts.Node, what: string) => void): void {
  const decorator = ts.getDecorators(node)?.find((one) => /^@Component\(/.test(one.getText()));
  if (!decorator) return;
  const template = /template:\s*`([^`]*)`/.exec(decorator.getText())?.[1] ?? '';
  const lines = template.split('\n').length;
  if (lines > LIMITS.templateLines)
    report(decorator, `template of ${lines} lines (at most ${LIMITS.templateLines}): split the component`);
  const inputs = node.members.filter(
    (member) => ts.isPropertyDeclaration(member) && /^(input|model)\b/.test(member.initializer?.getText() ?? ''),
  );
  if (inputs.length > LIMITS.componentInputs) {
    report(
      node,
      `component with ${inputs.length} inputs (at most ${LIMITS.componentInputs}): pass one object or split it`,
    );
  }
}

function isEmptyTest(call: ts.CallExpression): boolean {
  if (!/^(it|test)(\.only|\.each)?$/.test(call.expression.getText())) return false;
  const body = call.arguments[1];
  if (!body || !(ts.isArrowFunction(body) || ts.isFunctionExpression(body))) return false;
  const matchers = [...body.getText().matchAll(/\.(to[A-Z]\w*)\(/g)].map(([, name]) => name);
  return matchers.length > 0 && matchers.every((name) => name === 'toBeDefined' || name === 'toBeTruthy');
}
