import { httpResource } from '@angular/common/http';
import { computed, Injectable } from '@angular/core';
import type { Approval } from '@etatlotse/contracts/approval/plain';
import type { Page } from '@etatlotse/contracts/shared/plain';
import { query } from '../platform/api';
import { APPROVALS } from './settings.client';

/** How many requests this person could decide right now, for the tab. */
@Injectable({ providedIn: 'root' })
export class ApprovalCount {
  private readonly pending = httpResource<Page<Approval>>(() => ({
    url: APPROVALS,
    params: query({ state: 'pending', limit: 100 }),
  }));
  readonly count = computed(() =>
    this.pending.hasValue() ? this.pending.value().rows.filter(({ mayDecide }) => mayDecide).length : 0,
  );

  reload(): void {
    this.pending.reload();
  }
}
