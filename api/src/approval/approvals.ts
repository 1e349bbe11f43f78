import { Injectable } from '@nestjs/common';
import type { ApprovalAction } from '@etatlotse/contracts/approval/plain';
import type { ProblemCode } from '@etatlotse/contracts/problem/plain';
import type { Permission } from '@etatlotse/domain/access';
import { type Outcome, type Refusal, ok, refuse } from '@etatlotse/domain/shared';
import type { Transaction } from '../platform/database/transactions';

/** What a feature asks a second person for. */
export interface ApprovalSubject {
  readonly action: ApprovalAction;
  readonly subjectType: string;
  readonly subjectId: string;
  /** Everything the executor needs: ids, codes, dates and cents. Shown to whoever decides. */
  readonly request: Readonly<Record<string, unknown>>;
  readonly reason: string;
}

/** A request at the moment it is decided. */
export interface PendingApproval {
  readonly id: string;
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  readonly request: Readonly<Record<string, unknown>>;
  readonly reason: string;
  readonly requestedBy: string;
  readonly version: number;
}

type ExecutorRefusal = Refusal<ProblemCode>;

/** What an action means: who decides on it, and what happens then. */
export interface ApprovalExecutor {
  /** Any one of these makes somebody a second person for this action. */
  readonly deciders: readonly Permission[];
  /**
   * Carries the action out in the transaction of the decision; `tx.actor` is the second person. Checks again what may
   * have changed since the request; a refusal leaves the request waiting.
   */
  execute(tx: Transaction, approval: PendingApproval): Promise<Outcome<unknown, ExecutorRefusal>>;
  /** What is tidied up when the request is rejected or withdrawn. */
  dismissed?(tx: Transaction, approval: PendingApproval): Promise<void>;
}

/** The seam for features: register at start, request inside a command. */
@Injectable()
export class Approvals {
  private readonly executors = new Map<string, ApprovalExecutor>();

  /** Called once in the constructor of a feature's module. */
  register(action: ApprovalAction, executor: ApprovalExecutor): void {
    if (this.executors.has(action)) throw new Error(`The action ${action} is registered twice.`);
    this.executors.set(action, executor);
  }

  executorOf(action: string): ApprovalExecutor | undefined {
    return this.executors.get(action);
  }

  /**
   * Stores the request as part of the running transaction. The last statement of a use case, because it writes to the
   * audit log. Refuses with APPROVAL_PENDING when the same action already waits for the same subject.
   */
  async request(
    tx: Transaction,
    subject: ApprovalSubject,
  ): Promise<Outcome<{ readonly approvalId: string }, Refusal<'APPROVAL_PENDING'>>> {
    if (!this.executors.has(subject.action)) throw new Error(`Nobody carries out ${subject.action}.`);
    const approvalId = tx.nextId();
    const stored = await tx.execute(insertSql, [
      tx.tenantId,
      approvalId,
      subject.action,
      subject.subjectType,
      subject.subjectId,
      JSON.stringify(subject.request),
      subject.reason,
      tx.personId,
      tx.now,
    ]);
    if (stored === 0) return refuse({ code: 'APPROVAL_PENDING', params: {} });
    await tx.audit({
      action: 'approval.requested',
      subjectType: subject.subjectType,
      subjectId: subject.subjectId,
      detail: { approvalId, for: subject.action, request: subject.request },
    });
    return ok({ approvalId });
  }
}

const insertSql = `
  INSERT INTO approval (tenant_id, approval_id, action, subject_type, subject_id, request, reason, state, requested_by,
    requested_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, 'pending', $8, $9)
  ON CONFLICT (tenant_id, action, subject_type, subject_id) WHERE state = 'pending' DO NOTHING`;
