export const INBOX_PATHS = { inbox: '/api/v1/inbox', read: '/api/v1/inbox/read' } as const;

/** What a message is about. */
export const INBOX_KINDS = [
  'demand.step',
  'demand.review_due',
  'demand.signed',
  'demand.objected',
  'demand.remark',
  'round.open',
  'round.freeze',
  'round.thaw',
  'round.near',
  'round.late',
] as const;
export type InboxKind = (typeof INBOX_KINDS)[number];

export interface InboxMessage {
  readonly id: string;
  readonly kind: InboxKind;
  readonly subjectType: 'demand' | 'planning_round';
  readonly subjectId: string;
  /** Codes, numbers and the title, from which the sentence is made. */
  readonly params: Readonly<Record<string, unknown>>;
  readonly createdAt: string;
  readonly isRead: boolean;
}

export interface Inbox {
  readonly rows: readonly InboxMessage[];
  readonly unread: number;
  readonly nextCursor: string | null;
}
