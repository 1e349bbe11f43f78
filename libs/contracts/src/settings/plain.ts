import type { AccountFrameCode } from '@etatlotse/domain/budget';

/** What the city has set. */
export interface CitySettings {
  readonly name: string;
  readonly slug: string;
  /** The Land whose budget law applies. */
  readonly land: 'NI' | 'NW' | 'BW';
  readonly currency: string;
  readonly isDemo: boolean;
  /** The account frame in which the city's files speak; null: that of its Land. */
  readonly accountFrame: AccountFrameCode | null;
  /** Bookings above this take a second person; null: none does. */
  readonly bookingApprovalCents: number | null;
  readonly version: number;
  /** A change of the limit that waits for a second person. */
  readonly pendingApprovalId: string | null;
}

/** Whom readers of the public page may write to: the city, and who helps where it does not answer. */
export const PUBLIC_CONTACT_KINDS = ['city', 'enforcement'] as const;
export type PublicContactKind = (typeof PUBLIC_CONTACT_KINDS)[number];

export interface PublicContactFacts {
  readonly name: string;
  /** In several lines. */
  readonly address: string;
  readonly email: string;
  /** Where the city's facts were read, with the day. */
  readonly source: string;
}

export interface PublicContact extends PublicContactFacts {
  readonly kind: PublicContactKind;
  readonly version: number;
  readonly changedAt: string;
}

/** The contacts that are set; one that is missing was never entered. */
export interface PublicContacts {
  readonly contacts: readonly PublicContact[];
}

/** The new state, or the request for a second person where the limit was changed. */
export interface SettingsChanged {
  readonly version: number;
  readonly approvalId: string | null;
}

/** What the login page of a demo offers; empty lists where there is no demo. */
export interface DemoFacts {
  readonly isDemo: boolean;
  readonly accounts: readonly DemoAccount[];
}

export interface DemoAccount {
  readonly tenantName: string;
  readonly email: string;
  readonly displayName: string;
  readonly roles: readonly { readonly role: string; readonly kind: string | null; readonly unitName: string | null }[];
}
