export const APPROVAL_STATES = ['pending', 'approved', 'rejected', 'withdrawn'] as const;
export type ApprovalState = (typeof APPROVAL_STATES)[number];

/** Everything that takes two people. Each has words on the page that decides, or it could not be decided knowingly. */
export const APPROVAL_ACTIONS = [
  'role.grant',
  'role.delegate',
  'password.reset',
  'settings.booking_limit',
  'fiscal_year.close',
  'fiscal_year.reopen',
  'plan_version.adopt',
  'booking.large',
  'rule_setting.change',
  'lock.set',
  'lock.lift',
  'earmark.change',
  'commitment_authority.grant',
  'extra.grant',
  'project.baseline',
] as const;
export type ApprovalAction = (typeof APPROVAL_ACTIONS)[number];

/** Something that takes two people: who asked for what and why, and who decided. */
export interface Approval {
  readonly id: string;
  /** What happens on approval. */
  readonly action: ApprovalAction;
  readonly subjectType: string;
  readonly subjectId: string;
  /** What exactly was asked for, as the action keeps it: ids, codes, dates and cents. */
  readonly request: Readonly<Record<string, unknown>>;
  readonly reason: string;
  readonly state: ApprovalState;
  readonly requestedBy: { readonly id: string; readonly displayName: string };
  readonly requestedAt: string;
  readonly decidedBy: { readonly id: string; readonly displayName: string } | null;
  readonly decidedAt: string | null;
  readonly decisionNote: string | null;
  readonly version: number;
  /** Whether the reader is a second person who may decide. */
  readonly mayDecide: boolean;
  readonly mayWithdraw: boolean;
}
