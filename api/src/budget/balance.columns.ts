import { BALANCE_FIELD, MOVEMENT_KINDS } from '@etatlotse/domain/budget';

/*
 * How balances are written in SQL, made from the domain's table of kinds so that no query spells the formula again.
 * `adjusted_cents` and `available_cents` are kept by the database (generated columns, equal to the domain by test).
 */

/** Pairs for `json_build_object`: one amount per kind of the balance with this alias; zero where there is no row. */
export const balanceColumns = (alias: string): string =>
  MOVEMENT_KINDS.map((kind) => `'${BALANCE_FIELD[kind]}', coalesce(${alias}.${kind}_cents, 0)`).join(', ');

/** Pairs with the two results of R1 besides the kinds: everything `BalanceFigures` has. */
export const figureColumns = (alias: string): string =>
  `${balanceColumns(alias)}, 'adjustedCents', coalesce(${alias}.adjusted_cents, 0), 'availableCents', coalesce(${alias}.available_cents, 0)`;

/** The same as sums over a group of rows. */
export const figureSums = (alias: string, filter = ''): string =>
  [
    ...MOVEMENT_KINDS.map((kind) => [BALANCE_FIELD[kind], `${kind}_cents`] as const),
    ['adjustedCents', 'adjusted_cents'] as const,
    ['availableCents', 'available_cents'] as const,
  ]
    .map(
      ([field, column]) =>
        `'${field}', coalesce(sum(${alias}.${column})${filter === '' ? '' : ` FILTER (WHERE ${filter})`}, 0)`,
    )
    .join(', ');
