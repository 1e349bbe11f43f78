import { httpResource } from '@angular/common/http';
import { computed, Injectable } from '@angular/core';
import type { Approval } from '@etatlotse/contracts/approval/plain';
import type { Page } from '@etatlotse/contracts/shared/plain';
import { api, query } from '../platform/api';

/** Requests shown as a number: more than this read "50+". */
const WAITING_MAX = 50;

/** Whether the service is ready and how many requests wait. */
@Injectable()
export class OperationsStore {
  private readonly health = httpResource<{ readonly status: string }>(() => api('health', 'ready'));
  private readonly approvals = httpResource<Page<Approval>>(() => ({
    url: api('approvals'),
    params: query({ state: 'pending', limit: WAITING_MAX }),
  }));

  /** null while the answer is under way. */
  readonly isReady = computed(() => {
    if (this.health.error()) return false;
    return this.health.hasValue() ? this.health.value().status === 'ready' : null;
  });
  /** null while the answer is under way. */
  readonly waiting = computed(() =>
    this.approvals.hasValue()
      ? { count: this.approvals.value().rows.length, isMore: this.approvals.value().nextCursor !== null }
      : null,
  );
}
