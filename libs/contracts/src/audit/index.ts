import { IsPlainDate, IsText, Optional } from '@etatlotse/contracts/input';
import { PageQuery } from '@etatlotse/contracts/shared';

/** One entry of the audit log. Names are looked up when it is read; the chain itself holds ids only. */
export interface AuditEntry {
  readonly id: string;
  readonly recordedAt: string;
  readonly actorName: string | null;
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly detail: Readonly<Record<string, unknown>>;
  readonly requestId: string | null;
  /** First 16 hex digits of the chain hash, to compare with a print-out. */
  readonly hash: string;
}

/** What the verifier found: every chain recomputed from its first entry and compared with its head and the anchors. */
export interface AuditVerification {
  readonly entries: number;
  readonly lanes: number;
  readonly defects: readonly AuditDefect[];
  readonly anchoredAt: string | null;
}

export interface AuditDefect {
  readonly lane: number;
  readonly seq: number;
  /** `changed`: content and hash differ; `missing`: a number is left out; `tail_cut`: newer entries were anchored than exist. */
  readonly kind: 'changed' | 'missing' | 'head_differs' | 'tail_cut';
}

export class AuditQuery extends PageQuery {
  @Optional() @IsText({ max: 60 }) subjectType?: string;
  @Optional() @IsText({ max: 80 }) subjectId?: string;
  @Optional() @IsText({ max: 60 }) action?: string;
  @Optional() @IsPlainDate() from?: string;
  @Optional() @IsPlainDate() to?: string;
  @Optional() @IsText({ max: 80 }) cursor?: string;
}
