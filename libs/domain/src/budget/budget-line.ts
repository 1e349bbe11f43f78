import type { FiscalYear } from '../shared/fiscal-year';
import type { AccountFrameCode } from './account-class';
import { classifyAccount } from './account-frame';

/** Operation of what exists (Betrieb) or a project that changes something (Vorhaben). */
export const RUN_OR_CHANGE = ['run', 'change'] as const;
export type RunOrChange = (typeof RUN_OR_CHANGE)[number];

/** Querschnittsinfrastruktur (central) or Fachverfahren (line-of-business application of a department). */
export const SERVICE_CLASSES = ['central_infrastructure', 'business_application'] as const;
export type ServiceClass = (typeof SERVICE_CLASSES)[number];

/** The separate virtual networks of the source paper: Verwaltung, Pädagogik, Telefonie, Gebäudetechnik, externe Nutzung. */
export const NETWORK_ZONES = ['administration', 'education', 'telephony', 'building', 'external'] as const;
export type NetworkZone = (typeof NETWORK_ZONES)[number];

/** Money put aside without a purpose yet (§ 13 KomHKVO): Deckungsreserve (contingency) and Verfügungsmittel (discretionary). */
export const RESERVE_KINDS = ['contingency', 'discretionary'] as const;
export type ReserveKind = (typeof RESERVE_KINDS)[number];

/** What places a line in the plan. A part that is not known yet is null. */
export interface LinePlace {
  readonly subBudget: string | null;
  readonly product: string | null;
  readonly account: string | null;
}

/** Parts without which a line cannot be introduced. */
export type LinePart = keyof LinePlace;

/** Why a line is not fit to be introduced (T2). */
export type LineFinding =
  | { readonly code: 'LINE_INCOMPLETE'; readonly missing: readonly LinePart[] }
  | { readonly code: 'ACCOUNT_NOT_IN_FRAME'; readonly account: string; readonly accountFrame: AccountFrameCode }
  | { readonly code: 'ACCOUNT_UNCLASSIFIED'; readonly account: string };

const LINE_PARTS: readonly LinePart[] = ['subBudget', 'product', 'account'];

/**
 * Checks where a line stands (T2): sub-budget, product and account must be there, and the account must be in the frame of
 * the year. Null when the line is fit. Working drafts may be incomplete; the check runs when a version is introduced.
 */
export function checkLinePlace(place: LinePlace, accountFrame: AccountFrameCode, year: FiscalYear): LineFinding | null {
  const missing = LINE_PARTS.filter((part) => isBlank(place[part]));
  if (missing.length > 0) return { code: 'LINE_INCOMPLETE', missing };
  const account = place.account ?? '';
  const meaning = classifyAccount(account, accountFrame, year);
  if (meaning === null) return { code: 'ACCOUNT_NOT_IN_FRAME', account, accountFrame };
  return meaning.direction === 'unclassified' ? { code: 'ACCOUNT_UNCLASSIFIED', account } : null;
}

function isBlank(part: string | null): boolean {
  return part === null || part.trim() === '';
}
