import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable } from '@angular/core';
import type {
  ChangeSettings,
  CitySettings,
  PublicContactKind,
  PublicContacts,
  SetPublicContact,
} from '@etatlotse/contracts/settings';
import { command } from '../platform/command';
import { Permissions } from '../platform/permission';
import { problemOf } from '../platform/problem';
import { PUBLIC_CONTACTS, SETTINGS, SettingsClient } from './settings.client';

/** What the city has set for itself. */
@Injectable()
export class CityStore {
  private readonly client = inject(SettingsClient);
  private readonly permissions = inject(Permissions);
  private readonly resource = httpResource<CitySettings>(() => SETTINGS);

  private readonly offices = httpResource<PublicContacts>(() => PUBLIC_CONTACTS);

  readonly settings = computed(() => (this.resource.hasValue() ? this.resource.value() : null));
  readonly failure = computed(() => {
    const error = this.resource.error() ?? this.offices.error();
    return error ? problemOf(error) : null;
  });
  readonly contacts = computed(() => (this.offices.hasValue() ? this.offices.value().contacts : null));
  readonly mayWrite = computed(() => this.permissions.has('settings.write'));
  readonly rename = command((change: ChangeSettings) => this.client.change(change));
  readonly setFrame = command((change: ChangeSettings) => this.client.change(change));
  readonly setLimit = command((change: ChangeSettings) => this.client.change(change));

  readonly setContact = command((kind: PublicContactKind, contact: SetPublicContact) =>
    this.client.setPublicContact(kind, contact),
  );

  reload(): void {
    this.resource.reload();
    this.offices.reload();
  }
}
