import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import type {
  CreateUnit,
  MoveUnit,
  RenameUnit,
  SetUnitValidity,
  UnitDetail,
  UnitTree,
} from '@etatlotse/contracts/organization';
import { ORGANIZATION_PATHS } from '@etatlotse/contracts/organization/plain';
import { query } from '../platform/api';
import { command } from '../platform/command';
import { Permissions } from '../platform/permission';
import { problemOf } from '../platform/problem';
import { OrganizationClient } from './organization.client';

/** The tree on a day, and the unit that was chosen with what hangs on it. */
@Injectable()
export class UnitsStore {
  private readonly client = inject(OrganizationClient);
  private readonly permissions = inject(Permissions);
  readonly asOf = signal<string | undefined>(undefined);
  readonly chosenId = signal<string | undefined>(undefined);

  private readonly treeResource = httpResource<UnitTree>(() => ({
    url: ORGANIZATION_PATHS.units,
    params: query({ asOf: this.asOf() }),
  }));
  private readonly chosenResource = httpResource<UnitDetail>(() => {
    const id = this.chosenId();
    return id === undefined ? undefined : ORGANIZATION_PATHS.unit(id);
  });
  readonly tree = computed(() => (this.treeResource.hasValue() ? this.treeResource.value() : null));
  readonly chosen = computed(() => (this.chosenResource.hasValue() ? this.chosenResource.value() : null));
  readonly failure = computed(() => failureOf(this.treeResource.error()));
  readonly chosenFailure = computed(() => failureOf(this.chosenResource.error()));
  readonly mayWrite = computed(() => this.permissions.has('organization.write'));
  readonly mayImport = computed(() => this.permissions.has('import.budget'));

  readonly create = command((unit: CreateUnit, key: string) => this.client.createUnit(unit, key));
  readonly rename = command((id: string, change: RenameUnit) => this.client.renameUnit(id, change));
  readonly move = command((id: string, move: MoveUnit) => this.client.moveUnit(id, move));
  readonly setValidity = command((id: string, change: SetUnitValidity) => this.client.setValidity(id, change));
  readonly remove = command((id: string, version: number) => this.client.removeUnit(id, version));
  readonly problem = computed(
    () =>
      this.create.problem() ??
      this.rename.problem() ??
      this.move.problem() ??
      this.setValidity.problem() ??
      this.remove.problem(),
  );

  clear(): void {
    [this.create, this.rename, this.move, this.setValidity, this.remove].forEach((one) => one.clear());
  }

  reload(): void {
    this.treeResource.reload();
    this.chosenResource.reload();
  }
}

const failureOf = (error: unknown): ReturnType<typeof problemOf> | null => (error ? problemOf(error) : null);
