import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable } from '@angular/core';
import type { CreateDeviceKind, CreateEquipmentSet } from '@etatlotse/contracts/device';
import { DEVICE_PATHS, type EquipmentView, type KindsView } from '@etatlotse/contracts/device/plain';
import { newIdempotencyKey, query } from '../platform/api';
import { command } from '../platform/command';
import { FiscalYear } from '../platform/fiscal-year';
import { Permissions } from '../platform/permission';
import { problemOf } from '../platform/problem';
import { DeviceClient } from './device.client';

/** What is already there, with the version that was seen; null for something new. */
export type Known = { readonly id: string; readonly version: number } | null;

/** Kinds of devices and what workplaces are given. */
@Injectable()
export class EquipmentStore {
  private readonly client = inject(DeviceClient);
  private readonly permissions = inject(Permissions);
  private readonly year = inject(FiscalYear).year;

  private readonly kindResource = httpResource<KindsView>(() => ({
    url: DEVICE_PATHS.kinds,
    params: query({ fiscalYear: this.year() }),
  }));
  private readonly setResource = httpResource<EquipmentView>(() => DEVICE_PATHS.sets);

  readonly kinds = computed(() => (this.kindResource.hasValue() ? this.kindResource.value() : null));
  readonly equipment = computed(() => (this.setResource.hasValue() ? this.setResource.value() : null));
  readonly failure = computed(() => {
    const error = this.kindResource.error() ?? this.setResource.error();
    return error ? problemOf(error) : null;
  });
  readonly mayWrite = computed(() => this.permissions.has('device_kind.write'));

  readonly saveKind = command((kind: CreateDeviceKind, known: Known) =>
    known === null
      ? this.client.createKind(kind, newIdempotencyKey())
      : this.client.changeKind(known.id, { ...kind, version: known.version }),
  );
  readonly saveSet = command((set: CreateEquipmentSet, known: Known) =>
    known === null
      ? this.client.createSet(set, newIdempotencyKey())
      : this.client.changeSet(known.id, { ...set, version: known.version }),
  );
  readonly removeSet = command((id: string, version: number) => this.client.removeSet(id, version));

  reload(): void {
    this.kindResource.reload();
    this.setResource.reload();
  }
}
