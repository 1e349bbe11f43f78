import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, signal } from '@angular/core';
import { COUNCIL_PATHS, type CouncilBodies } from '@etatlotse/contracts/council/plain';
import type { UnitRow } from '@etatlotse/contracts/organization/plain';
import type { RoleGrant } from '@etatlotse/contracts/person';
import { BODY_ROLES, kindsOf, type Role, ROLES, UNIT_ROLES } from '@etatlotse/domain/access';
import { roleLabels } from '../platform/role.labels';
import { Choice, Select } from '../ui/choice/choice';
import { DateField } from '../ui/field/date-field';
import { userLabels } from './user.labels';

/** One role: which, of which kind, for which unit or body, for how long. Asks only for what the role has. */
@Component({
  selector: 'et-role-fields',
  imports: [Choice, DateField, Select],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-select
      [label]="t().role"
      [options]="roles()"
      [(value)]="role"
      [error]="tried() && known() === null ? t().roleMissing : null"
    />
    @if (kinds().length) {
      <et-choice
        [legend]="t().kind"
        [options]="kinds()"
        [(value)]="kind"
        [error]="tried() && kind() === null ? t().kindMissing : null"
      />
    }
    @if (needsUnit()) {
      <et-select
        [label]="t().unit"
        [options]="unitOptions()"
        [(value)]="unitId"
        [error]="tried() && unitId() === null ? t().unitMissing : null"
      />
    }
    @if (needsBody()) {
      <et-select
        [label]="t().body"
        [hint]="t().bodyHint"
        [options]="bodyOptions()"
        [(value)]="bodyId"
        [error]="tried() && bodyId() === null ? t().bodyMissing : null"
      />
    }
    @if (known()) {
      <div class="et-fields-2">
        <et-date-field [optional]="true" [label]="t().validFrom" [(value)]="validFrom" />
        <et-date-field [optional]="true" [label]="t().validTo" [(value)]="validTo" />
      </div>
    }`,
})
export class RoleFields {
  readonly units = input.required<readonly UnitRow[]>();
  /** The form was sent once: what is missing is said now. */
  readonly tried = input(false);
  protected readonly t = computed(() => userLabels().form);
  protected readonly role = signal<string | null>(null);
  protected readonly known = computed<Role | null>(() => ROLES.find((one) => one === this.role()) ?? null);
  private readonly allowedKinds = computed(() => {
    const role = this.known();
    return role === null ? [] : kindsOf(role);
  });
  /** Another role has other kinds: the choice begins anew. */
  protected readonly kind = linkedSignal<Role | null, string | null>({ source: this.known, computation: () => null });
  protected readonly unitId = signal<string | null>(null);
  protected readonly bodyId = signal<string | null>(null);
  protected readonly validFrom = signal<string | null>(null);
  protected readonly validTo = signal<string | null>(null);

  protected readonly roles = computed(() => ROLES.map((value) => ({ value, label: roleLabels().roles[value] })));
  protected readonly kinds = computed(() =>
    this.allowedKinds().map((value) => ({ value, label: roleLabels().kinds[value] })),
  );
  protected readonly needsUnit = computed(() => {
    const role = this.known();
    return role !== null && UNIT_ROLES.includes(role);
  });
  protected readonly needsBody = computed(() => {
    const role = this.known();
    return role !== null && BODY_ROLES.includes(role);
  });
  private readonly bodies = httpResource<CouncilBodies>(() => (this.needsBody() ? COUNCIL_PATHS.bodies : undefined));
  protected readonly bodyOptions = computed(() => {
    const rows = this.bodies.hasValue() ? this.bodies.value().rows : [];
    return rows.filter(({ isArchived }) => !isArchived).map(({ id, name }) => ({ value: id, label: name }));
  });
  protected readonly unitOptions = computed(() =>
    this.units().map(({ id, code, name, depth }) => ({
      value: id,
      label: `${'\u2003'.repeat(depth)}${code} ${name}`,
    })),
  );

  /** The role as typed, or null while something is missing. */
  readonly grant = computed<RoleGrant | null>(() => {
    const role = this.known();
    const kind = this.allowedKinds().find((one) => one === this.kind()) ?? null;
    const unitId = this.needsUnit() ? this.unitId() : null;
    const bodyId = this.needsBody() ? this.bodyId() : null;
    if (role === null || (this.kinds().length > 0 && kind === null)) return null;
    if ((this.needsUnit() && unitId === null) || (this.needsBody() && bodyId === null)) return null;
    const validFrom = this.validFrom();
    const validTo = this.validTo();
    return {
      role,
      ...(kind === null ? {} : { kind }),
      ...(unitId === null ? {} : { unitId }),
      ...(bodyId === null ? {} : { bodyId }),
      ...(validFrom === null ? {} : { validFrom }),
      ...(validTo === null ? {} : { validTo }),
    };
  });
}
