import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable } from '@angular/core';
import type { ChangeSettings, CitySettings } from '@etatlotse/contracts/settings';
import { command } from '../platform/command';
import { Permissions } from '../platform/permission';
import { problemOf } from '../platform/problem';
import { SETTINGS, SettingsClient } from './settings.client';

/** What the city has set for itself. */
@Injectable()
export class CityStore {
  private readonly client = inject(SettingsClient);
  private readonly permissions = inject(Permissions);
  private readonly resource = httpResource<CitySettings>(() => SETTINGS);

  readonly settings = computed(() => (this.resource.hasValue() ? this.resource.value() : null));
  readonly failure = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });
  readonly mayWrite = computed(() => this.permissions.has('settings.write'));
  readonly rename = command((change: ChangeSettings) => this.client.change(change));
  readonly setLimit = command((change: ChangeSettings) => this.client.change(change));

  reload(): void {
    this.resource.reload();
  }
}
