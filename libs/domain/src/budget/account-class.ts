import type { FiscalYear } from '../shared/fiscal-year';

/**
 * Which way value flows: revenue and expense (Ertrag, Aufwand) in the Ergebnishaushalt, receipt and payment (Einzahlung,
 * Auszahlung) in the Finanzhaushalt, internal for cost accounting. Classes must never be added together.
 */
export const ACCOUNT_DIRECTIONS = ['revenue', 'expense', 'receipt', 'payment', 'internal', 'unclassified'] as const;
export type AccountDirection = (typeof ACCOUNT_DIRECTIONS)[number];

/**
 * Sphere that a line controls: current operation, investment, financing, internal charging, or not classified. Between
 * operating and the others stands the wall of R7 (§ 19 Abs. 3 and 4 KomHKVO).
 */
export const SPHERES = ['operating', 'investing', 'financing', 'internal', 'unclassified'] as const;
export type Sphere = (typeof SPHERES)[number];

/**
 * Account frames (Kontenrahmen) the program knows: of German Länder, Austria and Switzerland, of cameral budgets, and none.
 * Other Länder share the classes of one of them; where nobody could check that, they have no code of their own.
 */
export const ACCOUNT_FRAME_CODES = ['NI', 'NW', 'BY', 'HE', 'AT', 'CH', 'cameral', 'unclassified'] as const;
export type AccountFrameCode = (typeof ACCOUNT_FRAME_CODES)[number];

/** What an account means. */
export interface AccountClass {
  readonly direction: AccountDirection;
  readonly sphere: Sphere;
}

/** Accounts that begin with `prefix` mean this, unless a rule further down says more. */
export interface AccountRule extends AccountClass {
  readonly prefix: string;
}

/**
 * The account frame of a Land from a fiscal year on, as its state statistics office sets it. A change is a new frame from a
 * later year, never an edit of an old one.
 */
export interface AccountFrame {
  readonly code: AccountFrameCode;
  readonly fromYear: FiscalYear;
  /** From general to special: the last rule that matches decides. */
  readonly rules: readonly AccountRule[];
}
