import type { Model, Row } from './choice';

/** What the text is for: whole decisions, or the relaxed model whose prices explain the whole ones. */
export interface ModelTextOptions {
  readonly isRelaxed?: boolean;
}

/** The model in the LP format that solvers read. Money in thousands of euros and staff in FTE, exact to the cent; points in hundredths. */
export function modelText(model: Model, { isRelaxed = false }: ModelTextOptions = {}): string {
  const names = model.variables.map((_, at) => variableName(at));
  const objective = model.variables.flatMap(({ value }, at) => (value === 0 ? [] : [`${value} ${names[at]}`]));
  const rows = model.rows.filter(({ terms }) => terms.length > 0).map((row) => rowText(model, row));
  const bounds = names.map((name) => ` 0 <= ${name} <= 1`);
  const kinds = isRelaxed ? [] : ['Binary', ...names.map((name) => ` ${name}`)];
  const goal = objective.length > 0 ? joined(objective) : `0 ${names[0] ?? 'x0'}`;
  return ['Maximize', ` value: ${goal}`, 'Subject To', ...rows, 'Bounds', ...bounds, ...kinds, 'End', ''].join('\n');
}

/** How a variable is called in the text. */
export function variableName(at: number): string {
  return `x${at}`;
}

/** By what the figures of a row are divided in the text: cents become thousands of euros, thousandths of an FTE become FTE. */
export function divisorOf({ choice }: Model, { limit }: Row): number {
  if (limit === null) return 1;
  return choice.limits[limit]?.kind === 'fte' ? 1_000 : 100_000;
}

function rowText(model: Model, row: Row, raise: string | null = null): string {
  const digits = String(divisorOf(model, row)).length - 1;
  const terms = row.terms.map(({ variable, factor }) => `${decimal(factor, digits)} ${variableName(variable)}`);
  const raised = raise === null ? terms : [...terms, `-1 ${raise}`];
  return ` ${row.name}: ${joined(raised)} ${row.sense === 'at_most' ? '<=' : '='} ${decimal(row.right, digits)}`;
}

/** Signed terms one after the other, a new line now and then: some readers stop at 500 characters. */
function joined(terms: readonly string[]): string {
  return terms
    .map(
      (term, at) =>
        `${at > 0 && at % 12 === 0 ? '\n  ' : ''}${term.startsWith('-') ? '' : '+ '}${term.replace(/^-/, '- ')}`,
    )
    .join(' ');
}

/** A whole number with the decimal point moved, without arithmetic on fractions. */
function decimal(whole: number, digits: number): string {
  if (digits === 0) return String(whole);
  const text = String(Math.abs(whole)).padStart(digits + 1, '0');
  return `${whole < 0 ? '-' : ''}${text.slice(0, -digits)}.${text.slice(-digits)}`;
}

/**
 * The same model with every limit made elastic: its answer is the cheapest set of raises with which all mandatory demands fit. A
 * thousand euros and a hundredth of an FTE weigh the same.
 */
export function reliefText(model: Model): string {
  const limits = model.rows.filter(({ limit, terms }) => limit !== null && terms.length > 0);
  const raise = (row: Row) => `r${row.limit ?? 0}`;
  const goal = limits.map(
    (row) => `-${model.choice.limits[row.limit ?? 0]?.kind === 'fte' ? '100' : '1'} ${raise(row)}`,
  );
  const rows = model.rows
    .filter(({ terms }) => terms.length > 0)
    .map((row) => rowText(model, row, row.limit === null ? null : raise(row)));
  const names = model.variables.map((_, at) => variableName(at));
  const bounds = [...names.map((name) => ` 0 <= ${name} <= 1`), ...limits.map((row) => ` ${raise(row)} >= 0`)];
  const binary = ['Binary', ...names.map((name) => ` ${name}`)];
  return [
    'Maximize',
    ` relief: ${joined(goal)}`,
    'Subject To',
    ...rows,
    'Bounds',
    ...bounds,
    ...binary,
    'End',
    '',
  ].join('\n');
}

/** How the raise of a limit is called in the text, and by what its figure is multiplied to become whole units again. */
export function raiseOf(model: Model, limit: number): { readonly name: string; readonly factor: number } {
  return { name: `r${limit}`, factor: model.choice.limits[limit]?.kind === 'fte' ? 1_000 : 100_000 };
}
