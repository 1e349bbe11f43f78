import type { Permission, Role, RoleKind } from '@etatlotse/domain/access';

/** Without a call for this long a login ends. The database holds the same span. */
export const SESSION_IDLE_SECONDS = 30 * 60;
/** The longest a login lasts, however busy. */
export const SESSION_MAX_SECONDS = 10 * 60 * 60;
export const PASSWORD_MIN_CHARACTERS = 12;
export const PASSWORD_MAX_CHARACTERS = 128;
export const TOKEN_MAX_DAYS = 366;

/** A role as the person who holds it reads it. */
export interface SessionRole {
  readonly role: Role;
  readonly kind: RoleKind | null;
  readonly unitId: string | null;
  readonly unitCode: string | null;
  readonly unitName: string | null;
  readonly bodyName: string | null;
  /** Set while standing in for somebody. */
  readonly substituteForName: string | null;
  /** Last day, `YYYY-MM-DD`. */
  readonly validTo: string | null;
}

/** Who am I, and what may I do? */
export interface SessionState {
  readonly person: { readonly id: string; readonly displayName: string; readonly email: string };
  readonly roles: readonly SessionRole[];
  readonly permissions: readonly Permission[];
  readonly tenant: {
    readonly name: string;
    readonly slug: string;
    readonly isDemo: boolean;
    /** ISO 4217; all amounts of the city are in it. */
    readonly currency: string;
  };
  /** Goes back as `X-CSRF-Token` with every change. The same for the whole session; null for a script's token. */
  readonly csrfToken: string | null;
  readonly expiresAt: string;
  readonly idleSeconds: number;
  /** The fiscal year of today in Germany. */
  readonly fiscalYear: number;
  /** Years that are set up, newest first. */
  readonly fiscalYears: readonly number[];
}

/** One open login of one's own. */
export interface OpenSession {
  readonly id: string;
  readonly device: string;
  readonly createdAt: string;
  readonly lastSeenAt: string;
  readonly expiresAt: string;
  readonly isCurrent: boolean;
}

/** A personal token for scripts. The token itself is shown once, when it is made. */
export interface PersonalToken {
  readonly id: string;
  readonly name: string;
  readonly createdAt: string;
  readonly expiresAt: string;
  readonly lastUsedAt: string | null;
}

export interface CreatedToken {
  readonly id: string;
  /** `etl_...`, to be sent as `Authorization: Bearer`. */
  readonly token: string;
  readonly expiresAt: string;
}

export const LINK_PURPOSES = ['invitation', 'password_reset'] as const;
export type LinkPurpose = (typeof LINK_PURPOSES)[number];

/** What the page behind a one-time link shows before a password is chosen. */
export interface LinkFacts {
  readonly purpose: LinkPurpose;
  readonly email: string;
  readonly displayName: string;
  readonly tenantName: string;
  readonly expiresAt: string;
}
