import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import type { ChangeBatch, CreateBatch, DisposeDevices, MoveDevices } from '@etatlotse/contracts/device';
import { type BatchDetail, DEVICE_PATHS, type KindsView } from '@etatlotse/contracts/device/plain';
import { ORGANIZATION_PATHS, type UnitTree } from '@etatlotse/contracts/organization/plain';
import { SITE_PATHS, type SiteName, type SplitKeyRow } from '@etatlotse/contracts/site/plain';
import { query } from '../platform/api';
import { command } from '../platform/command';
import { problemOf } from '../platform/problem';
import { DeviceClient } from './device.client';

/** One batch, and everything that its form chooses from. */
@Injectable()
export class BatchStore {
  private readonly client = inject(DeviceClient);
  readonly id = signal('');
  /** The form is open: what can be chosen is read. */
  readonly needsChoices = signal(false);
  /** The year whose low-value rule is shown. */
  readonly ruleYear = signal(0);

  private readonly resource = httpResource<BatchDetail>(() =>
    this.id() === '' ? undefined : DEVICE_PATHS.batch(this.id()),
  );
  private readonly kindResource = httpResource<KindsView>(() =>
    this.needsChoices() && this.ruleYear() > 0
      ? { url: DEVICE_PATHS.kinds, params: query({ fiscalYear: this.ruleYear() }) }
      : undefined,
  );
  private readonly siteResource = httpResource<readonly SiteName[]>(() =>
    this.needsChoices() ? SITE_PATHS.names : undefined,
  );
  private readonly keyResource = httpResource<readonly SplitKeyRow[]>(() =>
    this.needsChoices() ? SITE_PATHS.keys : undefined,
  );
  private readonly unitResource = httpResource<UnitTree>(() =>
    this.needsChoices() ? ORGANIZATION_PATHS.units : undefined,
  );

  readonly batch = computed(() => (this.resource.hasValue() ? this.resource.value() : null));
  readonly kindsView = computed(() => (this.kindResource.hasValue() ? this.kindResource.value() : null));
  readonly sites = computed(() => (this.siteResource.hasValue() ? this.siteResource.value() : []));
  readonly keys = computed(() => (this.keyResource.hasValue() ? this.keyResource.value() : []));
  readonly units = computed(() => (this.unitResource.hasValue() ? this.unitResource.value().units : []));
  readonly failure = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });

  readonly create = command((batch: CreateBatch, key: string) => this.client.createBatch(batch, key));
  readonly change = command((batch: ChangeBatch) => this.client.changeBatch(this.id(), batch));
  readonly dispose = command((disposal: DisposeDevices) => this.client.dispose(this.id(), disposal));
  readonly move = command((move: MoveDevices) => this.client.move(this.id(), move));

  reload(): void {
    this.resource.reload();
  }
}
