import { computed, inject, Injectable } from '@angular/core';
import { IMPORT_KINDS } from '@etatlotse/contracts/import/plain';
import { IMPORT_PERMISSIONS } from '@etatlotse/domain/import';
import { Permissions } from '../platform/permission';

/** What somebody may do with files: finance with all kinds, others with those whose figures they keep. */
@Injectable({ providedIn: 'root' })
export class ImportRights {
  private readonly permissions = inject(Permissions);
  readonly mayRun = computed(() => this.permissions.has('import.run'));
  /** The imports of everybody, and how each source system stands. */
  readonly seesAll = computed(() => this.permissions.has('import.read'));
  readonly mayKeepProfiles = computed(() => this.permissions.has('import_profile.write'));
  readonly kinds = computed(() => IMPORT_KINDS.filter((kind) => this.permissions.has(IMPORT_PERMISSIONS[kind])));
}
