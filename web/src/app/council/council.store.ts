import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import type { CancelMeeting, ChangeCouncilBody, CreateCouncilBody, MoveMeeting } from '@etatlotse/contracts/council';
import {
  COUNCIL_PATHS,
  type CouncilBodies,
  type MeetingPage,
  type MeetingRow,
} from '@etatlotse/contracts/council/plain';
import { query } from '../platform/api';
import { command } from '../platform/command';
import { paged } from '../platform/paged';
import { Permissions } from '../platform/permission';
import { problemOf } from '../platform/problem';
import { CouncilClient } from './council.client';

/** A quarter of a year at a glance. */
const SHOWN = 12;

/** The calendar of meetings, coming or past, of all bodies or of one. */
@Injectable()
export class CouncilStore {
  private readonly client = inject(CouncilClient);
  private readonly permissions = inject(Permissions);
  readonly mayWrite = computed(() => this.permissions.has('council.write'));
  /** Works inside the city; a member of a committee sees the own bodies only. */
  readonly isInside = computed(() => this.permissions.has('council.read'));
  readonly isPast = signal(false);
  readonly bodyId = signal<string | null>(null);

  private readonly directory = httpResource<CouncilBodies>(() => COUNCIL_PATHS.bodies);
  readonly bodies = computed(() => (this.directory.hasValue() ? this.directory.value().rows : null));
  readonly bodiesFailure = computed(() => {
    const error = this.directory.error();
    return error ? problemOf(error) : null;
  });
  readonly meetings = paged<MeetingRow, MeetingPage>(COUNCIL_PATHS.meetings, () =>
    query({ past: this.isPast(), bodyId: this.bodyId(), limit: SHOWN }),
  );
  /** What comes of all bodies, for the sentence on top; stays while the list shows something else. */
  private readonly nextPage = httpResource<MeetingPage>(() => ({
    url: COUNCIL_PATHS.meetings,
    params: query({ limit: 20 }),
  }));
  readonly coming = computed(() =>
    this.nextPage.hasValue() ? this.nextPage.value().rows.filter(({ cancelledOn }) => cancelledOn === null) : null,
  );

  readonly createBody = command((body: CreateCouncilBody, key: string) => this.client.createBody(body, key));
  readonly changeBody = command((id: string, body: ChangeCouncilBody) => this.client.changeBody(id, body));
  readonly plan = command((bodyId: string, days: readonly string[], key: string) =>
    this.client.plan(bodyId, days, key),
  );
  readonly move = command((id: string, step: MoveMeeting) => this.client.move(id, step));
  readonly cancel = command((id: string, step: CancelMeeting) => this.client.cancel(id, step));

  reload(): void {
    this.directory.reload();
    this.meetings.reload();
    this.nextPage.reload();
  }
}
