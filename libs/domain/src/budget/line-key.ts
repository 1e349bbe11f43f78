import { type Checked, ok } from '../shared/outcome';

/** Whether a project key stands for one project (Einzelprojekt) or for many small ones (Sammelprojekt). */
export type ProjectForm = 'single' | 'collective';

/** A project (PSP) key as Braunschweig writes it, such as `4S.100005` or `4E.210270` (R3). */
export interface ProjectKey {
  readonly text: string;
  readonly form: ProjectForm;
  /** The digits behind the point. They name no department: 210003, 210051 and 210270 all belong to FB 20. */
  readonly number: string;
}

/** Key of a budget line: Teilhaushalt / Zeile / Projekt / Sachkonto (R3). */
export interface LineKey {
  readonly subBudget: string;
  /** Line of the statement, such as 15 (goods and services) or 27 (movable assets). */
  readonly statementLine: string;
  readonly project: ProjectKey;
  readonly account: string;
}

const PROJECT_KEY = /^[0-9]([SE])\.([0-9]{6})$/;
const STATEMENT_LINE = /^[0-9]{1,3}$/;
const ACCOUNT = /^[0-9]{4,10}$/;

/** Reads a project key (T3): `S` is a Sammelprojekt, `E` an Einzelprojekt. Sphere and department are never derived from it. */
export function parseProjectKey(text: string): Checked<ProjectKey, 'PROJECT_KEY_FORMAT'> {
  const parts = PROJECT_KEY.exec(text);
  if (parts === null) return { ok: false, code: 'PROJECT_KEY_FORMAT' };
  return ok({ text, form: parts[1] === 'S' ? 'collective' : 'single', number: parts[2] ?? '' });
}

/** Reads a line key written with slashes, such as `FB 10 / 27 / 4S.100005 / 783125`. */
export function parseLineKey(text: string): Checked<LineKey, 'LINE_KEY_FORMAT' | 'PROJECT_KEY_FORMAT'> {
  const parts = text.split('/').map((part) => part.trim());
  const [subBudget = '', statementLine = '', projectText = '', account = ''] = parts;
  if (parts.length !== 4 || subBudget === '' || !STATEMENT_LINE.test(statementLine) || !ACCOUNT.test(account)) {
    return { ok: false, code: 'LINE_KEY_FORMAT' };
  }
  const project = parseProjectKey(projectText);
  return project.ok ? ok({ subBudget, statementLine, project: project.value, account }) : project;
}

/** Writes a line key the way it is read. */
export function formatLineKey(key: LineKey): string {
  return [key.subBudget, key.statementLine, key.project.text, key.account].join(' / ');
}
