import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable } from '@angular/core';
import type { ImportProfile } from '@etatlotse/contracts/import/plain';
import { command } from '../platform/command';
import { problemOf } from '../platform/problem';
import { ImportRights } from './import-rights';
import { ImportClient, PROFILES } from './import.client';

/** The mappings that the city keeps for its source systems. */
@Injectable()
export class ProfilesStore {
  private readonly client = inject(ImportClient);
  private readonly resource = httpResource<{ readonly rows: readonly ImportProfile[] }>(() => PROFILES);

  readonly rows = computed(() => (this.resource.hasValue() ? this.resource.value().rows : null));
  readonly failure = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });
  readonly mayRun = inject(ImportRights).mayKeepProfiles;

  readonly change = command((profile: ImportProfile, isAutomatic: boolean) =>
    this.client.changeProfile(profile.id, { version: profile.version, isAutomatic }),
  );
  readonly remove = command((profile: ImportProfile) => this.client.deleteProfile(profile.id));

  reload(): void {
    this.resource.reload();
  }
}
