/** Roles as the permission table names them; decides which navigation a person sees. */
export type RoleName =
  | 'admin'
  | 'finance'
  | 'clerk'
  | 'department_head'
  | 'coordinator'
  | 'reviewer'
  | 'personnel_office'
  | 'council_office'
  | 'auditor'
  | 'committee'
  | 'public';

export interface SessionRole {
  readonly role: RoleName;
  readonly unitId?: string | null;
  /** Short name of the unit as people say it: "FB 20". */
  readonly unitCode?: string | null;
  readonly unitName?: string | null;
}

/** What `GET` and `POST /api/v1/session` answer, as far as the frame needs it. */
export interface Session {
  readonly person: { readonly id: string; readonly displayName: string; readonly email: string };
  readonly tenant: { readonly name: string; readonly isDemo: boolean };
  readonly roles: readonly SessionRole[];
  /** Sent back with every change; kept in memory only. */
  readonly csrfToken: string;
  /** Seconds without a call after which the login ends. */
  readonly idleSeconds: number;
  /** Instant at which it ends in any case. */
  readonly expiresAt: string;
  /** The fiscal year of today. */
  readonly fiscalYear: number;
  /** Years that can be chosen, newest first. */
  readonly fiscalYears?: readonly number[];
}
