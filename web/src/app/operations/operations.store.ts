import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable } from '@angular/core';
import { rxResource } from '@angular/core/rxjs-interop';
import type { AuditVerification } from '@etatlotse/contracts/audit';
import type { UnitTree } from '@etatlotse/contracts/organization/plain';
import { api } from '../platform/api';
import { problemOf } from '../platform/problem';
import { OperationsClient } from './operations.client';

export type Health = 'checking' | 'up' | 'down';

/** Each question is asked on its own, so that one answer that fails does not hide the others. */
@Injectable()
export class OperationsStore {
  private readonly client = inject(OperationsClient);
  private readonly liveResource = httpResource<{ readonly status: 'up' }>(() => api('health/live'));
  private readonly readyResource = httpResource<{ readonly status: 'ready' }>(() => api('health/ready'));
  private readonly verificationResource = httpResource<AuditVerification>(() => api('audit/verification'));
  private readonly peopleResource = rxResource({ stream: () => this.client.countPeople() });
  private readonly unitResource = httpResource<UnitTree>(() => api('organization/units'));

  readonly live = computed(() => healthOf(this.liveResource));
  readonly ready = computed(() => healthOf(this.readyResource));
  readonly verification = computed(() =>
    this.verificationResource.hasValue() ? this.verificationResource.value() : null,
  );
  readonly verificationFailure = computed(() => {
    const error = this.verificationResource.error();
    return error ? problemOf(error) : null;
  });
  readonly people = computed(() => (this.peopleResource.hasValue() ? this.peopleResource.value() : null));
  readonly units = computed(() => (this.unitResource.hasValue() ? this.unitResource.value().units.length : null));
  readonly peopleFailure = computed(() => {
    const error = this.peopleResource.error() ?? this.unitResource.error();
    return error ? problemOf(error) : null;
  });
  readonly isChecking = computed(
    () => this.live() === 'checking' || this.ready() === 'checking' || this.verificationResource.isLoading(),
  );

  check(): void {
    this.liveResource.reload();
    this.readyResource.reload();
    this.verificationResource.reload();
    this.peopleResource.reload();
    this.unitResource.reload();
  }
}

function healthOf(resource: { isLoading: () => boolean; hasValue: () => boolean }): Health {
  if (resource.isLoading()) return 'checking';
  return resource.hasValue() ? 'up' : 'down';
}
