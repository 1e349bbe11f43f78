import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import { type BatchPage, DEVICE_PATHS } from '@etatlotse/contracts/device/plain';
import type {
  ChangeInvestment,
  ChangeSite,
  CreateInvestment,
  CreateSite,
  TakeSiteStep,
} from '@etatlotse/contracts/site';
import { SITE_PATHS, type SiteDetail, type SplitKeyRow } from '@etatlotse/contracts/site/plain';
import { newIdempotencyKey, query } from '../platform/api';
import { command } from '../platform/command';
import { FiscalYear } from '../platform/fiscal-year';
import { problemOf } from '../platform/problem';
import { SiteClient } from './site.client';

/** One site with what stands there, and what can be done with it. */
@Injectable()
export class SiteStore {
  private readonly client = inject(SiteClient);
  readonly year = inject(FiscalYear).year;
  readonly id = signal('');
  /** The page is open, not only the form: what stands there is read, too. */
  readonly isPage = signal(false);

  private readonly resource = httpResource<SiteDetail>(() =>
    this.id() === '' ? undefined : { url: SITE_PATHS.site(this.id()), params: query({ fiscalYear: this.year() }) },
  );
  private readonly deviceResource = httpResource<BatchPage>(() =>
    this.id() === '' || !this.isPage()
      ? undefined
      : { url: DEVICE_PATHS.devices, params: query({ siteId: this.id(), limit: 10 }) },
  );
  private readonly keyResource = httpResource<readonly SplitKeyRow[]>(() =>
    this.isPage() ? SITE_PATHS.keys : undefined,
  );

  readonly site = computed(() => (this.resource.hasValue() ? this.resource.value() : null));
  readonly devices = computed(() => (this.deviceResource.hasValue() ? this.deviceResource.value() : null));
  readonly keys = computed(() => (this.keyResource.hasValue() ? this.keyResource.value() : []));
  readonly failure = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });

  readonly create = command((site: CreateSite, key: string) => this.client.create(site, key));
  readonly change = command((site: ChangeSite) => this.client.change(this.id(), site));
  readonly remove = command((version: number) => this.client.remove(this.id(), version));
  readonly step = command((step: TakeSiteStep) => this.client.step(this.id(), step));
  readonly invest = command((investment: CreateInvestment) =>
    this.client.invest(this.id(), investment, newIdempotencyKey()),
  );
  readonly changeInvestment = command((investmentId: string, investment: ChangeInvestment) =>
    this.client.changeInvestment(this.id(), investmentId, investment),
  );

  reload(): void {
    this.resource.reload();
  }
}
