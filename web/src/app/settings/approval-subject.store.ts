import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import { COUNCIL_PATHS, type CouncilBodies } from '@etatlotse/contracts/council/plain';
import type { UnitTree } from '@etatlotse/contracts/organization/plain';
import { ORGANIZATION_PATHS } from '@etatlotse/contracts/organization/plain';
import type { PersonRow } from '@etatlotse/contracts/person/plain';
import { PLANNING_PATHS } from '@etatlotse/contracts/planning/plain';
import { api } from '../platform/api';
import { Permissions } from '../platform/permission';

/** Names behind the ids of requests, asked for once each and only where the reader may see them. */
@Injectable()
export class ApprovalSubjects {
  private readonly permissions = inject(Permissions);
  readonly personId = signal<string | null>(null);
  readonly substituteId = signal<string | null>(null);
  readonly planId = signal<string | null>(null);
  readonly needsUnits = signal(false);
  readonly needsBodies = signal(false);

  private readonly person = httpResource<PersonRow>(() => this.personUrl(this.personId()));
  private readonly substitute = httpResource<PersonRow>(() => this.personUrl(this.substituteId()));
  private readonly plan = httpResource<{ readonly name: string }>(() => {
    const id = this.planId();
    return id !== null && this.permissions.has('plan.read') ? PLANNING_PATHS.planVersion(id) : undefined;
  });
  private readonly units = httpResource<UnitTree>(() => (this.needsUnits() ? ORGANIZATION_PATHS.units : undefined));

  private readonly bodies = httpResource<CouncilBodies>(() =>
    this.needsBodies() && this.permissions.has('meeting.read') ? COUNCIL_PATHS.bodies : undefined,
  );

  readonly personName = computed(() => (this.person.hasValue() ? this.person.value().displayName : null));
  readonly substituteName = computed(() => (this.substitute.hasValue() ? this.substitute.value().displayName : null));
  readonly planName = computed(() => (this.plan.hasValue() ? this.plan.value().name : null));

  unitName(unitId: string): string | null {
    const unit = this.units.hasValue() ? this.units.value().units.find(({ id }) => id === unitId) : undefined;
    return unit === undefined ? null : `${unit.code} ${unit.name}`;
  }

  bodyName(bodyId: string): string | null {
    const body = this.bodies.hasValue() ? this.bodies.value().rows.find(({ id }) => id === bodyId) : undefined;
    return body?.name ?? null;
  }

  private personUrl(id: string | null): string | undefined {
    return id !== null && this.permissions.has('person.read') ? api('person', id) : undefined;
  }
}
