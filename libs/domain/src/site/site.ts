import type { NetworkZone } from '../budget/budget-line';
import { type Outcome, type Refusal, ok, refuse } from '../shared/outcome';
import { type PlainDate, yearOf } from '../shared/plain-date';

/** What a site is used for. A school is paid from the frame of the school networks where its lessons are concerned. */
export const SITE_KINDS = ['administration', 'branch', 'school', 'culture', 'operations', 'other'] as const;
export type SiteKind = (typeof SITE_KINDS)[number];

/** What a person or a file states about a site. */
export interface SiteFacts {
  /** Short key of the city's own list of buildings; unique. */
  readonly number: string;
  readonly name: string;
  readonly kind: SiteKind;
  readonly address: string;
  /** The separate networks that reach it. */
  readonly zones: readonly NetworkZone[];
}

/** Why a site cannot stand in the register like this. */
export type SiteRefusal = Refusal<'SITE_ZONE_TWICE'> | Refusal<'SITE_ZONES_NEEDED'>;

/** Checks one site, from the form or from a row of a file; texts and single values are checked where they come in. */
export function checkSite({ zones }: Pick<SiteFacts, 'zones'>): Outcome<null, SiteRefusal> {
  if (zones.length === 0) return refuse({ code: 'SITE_ZONES_NEEDED', params: {} });
  return new Set(zones).size === zones.length ? ok(null) : refuse({ code: 'SITE_ZONE_TWICE', params: {} });
}

/** What stands or ends at a site. */
export interface SiteTies {
  readonly devices: number;
  readonly lines: number;
  readonly investments: number;
}

export type RemovalRefusal = Refusal<'SITE_IN_USE', SiteTies>;

/** A site is only taken away while nothing ever stood there: an entry made by mistake. Every other one is closed. */
export function decideSiteRemoval(ties: SiteTies): Outcome<null, RemovalRefusal> {
  const isFree = ties.devices === 0 && ties.lines === 0 && ties.investments === 0;
  return isFree ? ok(null) : refuse({ code: 'SITE_IN_USE', params: ties });
}

/** What can be recorded about the use of a site. */
export const SITE_STEPS = ['close', 'reopen'] as const;
export type SiteStep = (typeof SITE_STEPS)[number];

export type SiteStepRefusal =
  Refusal<'SITE_CLOSED', { readonly closedOn: PlainDate }> | Refusal<'SITE_OPEN'> | Refusal<'SITE_CLOSING_DATE'>;

/** Years around today in which a site may be given up; what lies beyond is a slip of the pen. */
const CLOSING_YEARS_BACK = 30;
const CLOSING_YEARS_AHEAD = 5;

/** The day on which a site is closed from now on; null: it is in use. */
export function decideSiteStep(
  step: SiteStep,
  day: PlainDate,
  closedOn: PlainDate | null,
  today: PlainDate,
): Outcome<PlainDate | null, SiteStepRefusal> {
  if (step === 'reopen') return closedOn === null ? refuse({ code: 'SITE_OPEN', params: {} }) : ok(null);
  if (closedOn !== null) return refuse({ code: 'SITE_CLOSED', params: { closedOn } });
  const away = yearOf(day) - yearOf(today);
  return away < -CLOSING_YEARS_BACK || away > CLOSING_YEARS_AHEAD
    ? refuse({ code: 'SITE_CLOSING_DATE', params: {} })
    : ok(day);
}

/** A site as whatever is put there sees it. */
export interface SitePlace {
  readonly kind: SiteKind;
  readonly zones: readonly NetworkZone[];
  readonly closedOn: PlainDate | null;
}

export type PlaceRefusal =
  | Refusal<'SITE_CLOSED', { readonly closedOn: PlainDate }>
  | Refusal<'SITE_ZONE_ABSENT', { readonly zone: NetworkZone }>;

/** Whether something of a network may be put at a site: it is in use, and the network reaches it. */
export function checkPlace(site: SitePlace, zone: NetworkZone | null): Outcome<null, PlaceRefusal> {
  if (site.closedOn !== null) return refuse({ code: 'SITE_CLOSED', params: { closedOn: site.closedOn } });
  return zone === null || site.zones.includes(zone) ? ok(null) : refuse({ code: 'SITE_ZONE_ABSENT', params: { zone } });
}
