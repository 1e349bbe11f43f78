import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, input, output, signal } from '@angular/core';
import type { CreateReading } from '@etatlotse/contracts/council';
import { COUNCIL_PATHS, type MeetingPage } from '@etatlotse/contracts/council/plain';
import { PLANNING_PATHS, type PlanVersionRow } from '@etatlotse/contracts/planning/plain';
import type { Page } from '@etatlotse/contracts/shared/plain';
import type { ProblemMessage } from '../platform/problem';
import { Button } from '../ui/button/button';
import { Select } from '../ui/choice/choice';
import { formatDate } from '../ui/date/format';
import { Dialog } from '../ui/dialog/dialog';
import { Notice } from '../ui/notice/notice';
import { readingLabels } from './reading.labels';

/** Which introduced plan is read in which meeting. */
@Component({
  selector: 'et-reading-form',
  imports: [Button, Dialog, Notice, Select],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-dialog [heading]="t().heading" (closed)="closed.emit()">
    <form novalidate (submit)="send($event)">
      @if (problem(); as refused) {
        <et-notice kind="bad" class="et-form-notice" [live]="true" [heading]="refused.title">
          <p>{{ refused.detail }}</p>
        </et-notice>
      }
      @if (hasNoPlan()) {
        <et-notice kind="info" class="et-form-notice" [heading]="t().noPlan" />
      }
      <et-select
        [label]="t().plan"
        [hint]="t().planHint"
        [options]="plans()"
        [(value)]="planId"
        [error]="hasTried() && !planId() ? t().fill : null"
      />
      <et-select
        [label]="t().meeting"
        [options]="meetings()"
        [(value)]="meetingId"
        [error]="hasTried() && !meetingId() ? t().fill : null"
      />
      <div class="et-actions et-actions--below">
        <button type="submit" etButton="primary">{{ t().save }}</button>
        <button type="button" etButton="tertiary" (click)="closed.emit()">{{ t().cancel }}</button>
      </div>
    </form>
  </et-dialog>`,
})
export class ReadingForm {
  readonly problem = input<ProblemMessage | null>(null);
  readonly confirmed = output<CreateReading>();
  readonly closed = output<void>();
  protected readonly t = computed(() => readingLabels().setUp);
  protected readonly planId = signal<string | null>(null);
  protected readonly meetingId = signal<string | null>(null);
  protected readonly hasTried = signal(false);

  private readonly versions = httpResource<Page<PlanVersionRow>>(() => ({
    url: PLANNING_PATHS.planVersions,
    params: { state: 'introduced' },
  }));
  private readonly coming = httpResource<MeetingPage>(() => ({ url: COUNCIL_PATHS.meetings, params: { limit: 50 } }));
  private readonly past = httpResource<MeetingPage>(() => ({
    url: COUNCIL_PATHS.meetings,
    params: { limit: 30, past: true },
  }));
  protected readonly plans = computed(() =>
    (this.versions.hasValue() ? this.versions.value().rows : []).map(({ id, name }) => ({ value: id, label: name })),
  );
  protected readonly hasNoPlan = computed(() => this.versions.hasValue() && this.plans().length === 0);
  protected readonly meetings = computed(() =>
    [this.coming, this.past]
      .flatMap((resource) => (resource.hasValue() ? resource.value().rows : []))
      .filter(({ cancelledOn }) => cancelledOn === null)
      .map(({ id, heldOn, body }) => ({ value: id, label: `${formatDate(heldOn)} ${body.name}` })),
  );

  protected send(event: Event): void {
    event.preventDefault();
    this.hasTried.set(true);
    const [planVersionId, meetingId] = [this.planId(), this.meetingId()];
    if (planVersionId !== null && meetingId !== null) this.confirmed.emit({ planVersionId, meetingId });
  }
}
