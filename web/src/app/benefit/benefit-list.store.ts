import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable, linkedSignal, signal } from '@angular/core';
import {
  BENEFIT_PATHS,
  type BenefitRow,
  type BenefitSummary,
  type FreedHours,
} from '@etatlotse/contracts/benefit/plain';
import type { Page } from '@etatlotse/contracts/shared/plain';
import { listAddress, query } from '../platform/api';
import { command } from '../platform/command';
import { FiscalYear } from '../platform/fiscal-year';
import { Permissions } from '../platform/permission';
import { problemOf } from '../platform/problem';
import { BenefitClient } from './benefit.client';

/** Benefits as the address filters them, all of them together, and the hours they free by unit. */
@Injectable()
export class BenefitListStore {
  private readonly client = inject(BenefitClient);
  private readonly permissions = inject(Permissions);
  readonly year = inject(FiscalYear).year;
  readonly overdue = signal(false);

  private readonly view = computed(() => ({ overdue: this.overdue() || undefined }));
  /** The list as it is filtered, for a file. */
  readonly address = computed(() => listAddress(BENEFIT_PATHS.benefits, query(this.view())));
  private readonly firstPage = httpResource<Page<BenefitRow>>(() => ({
    url: BENEFIT_PATHS.benefits,
    params: query(this.view()),
  }));
  private readonly summaryResource = httpResource<BenefitSummary>(() => BENEFIT_PATHS.summary);
  private readonly hourResource = httpResource<readonly FreedHours[]>(() => ({
    url: BENEFIT_PATHS.hours,
    params: query({ fiscalYear: this.year() }),
  }));
  private readonly page = linkedSignal(() => (this.firstPage.hasValue() ? this.firstPage.value() : null));

  readonly rows = computed(() => this.page()?.rows ?? null);
  readonly nextCursor = computed(() => this.page()?.nextCursor ?? null);
  readonly summary = computed(() => (this.summaryResource.hasValue() ? this.summaryResource.value() : null));
  readonly hours = computed(() => (this.hourResource.hasValue() ? this.hourResource.value() : []));
  readonly failure = computed(() => {
    const error = this.firstPage.error();
    return error ? problemOf(error) : null;
  });
  readonly mayWrite = computed(() => this.permissions.has('benefit.write'));
  private readonly next = command((cursor: string) => this.client.page({ ...this.view(), cursor }));

  async showMore(): Promise<void> {
    const before = this.page();
    if (!before?.nextCursor) return;
    const page = await this.next.run(before.nextCursor);
    if (page !== null) this.page.set({ ...page, rows: [...before.rows, ...page.rows] });
  }

  reload(): void {
    this.firstPage.reload();
    this.summaryResource.reload();
  }
}
