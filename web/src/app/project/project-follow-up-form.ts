import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, input, output, signal } from '@angular/core';
import type { AddFollowUpCost } from '@etatlotse/contracts/project';
import { type Project, PROJECT_PATHS, type ProjectLineOffer } from '@etatlotse/contracts/project/plain';
import { query } from '../platform/api';
import type { ProblemMessage } from '../platform/problem';
import { Button } from '../ui/button/button';
import { type Option, Select } from '../ui/choice/choice';
import { formatDate } from '../ui/date/format';
import { Dialog } from '../ui/dialog/dialog';
import { AmountField } from '../ui/field/amount-field';
import { TextField } from '../ui/field/text-field';
import { type ChosenLine, LineChoice } from '../ui/line-choice/line-choice';
import { Notice } from '../ui/notice/notice';
import { projectFollowUpLabels } from './project-follow-up.labels';

/** What operation costs a year, from which milestone on, and which line bears it. */
@Component({
  selector: 'et-project-follow-up-form',
  imports: [AmountField, Button, Dialog, LineChoice, Notice, Select, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-dialog [heading]="t().heading" (closed)="closed.emit()">
    <form novalidate (submit)="send($event)">
      @if (problem(); as refused) {
        <et-notice kind="bad" class="et-form-notice" [live]="true" [heading]="refused.title">
          <p>{{ refused.detail }}</p>
        </et-notice>
      }
      <p class="et-form-notice">{{ t().effect }}</p>
      <et-text-field
        [label]="t().name"
        [hint]="t().nameHint"
        [(value)]="name"
        [error]="missing(name().trim() === '')"
      />
      <et-amount-field [label]="t().yearly" [(value)]="yearlyCents" [error]="missing(!yearlyCents())" />
      <et-select
        [label]="t().milestone"
        [options]="milestones()"
        [(value)]="milestoneId"
        [error]="missing(milestoneId() === null)"
      />
      <et-line-choice
        [label]="t().line"
        [found]="lines()"
        [(value)]="line"
        [error]="hasTried() && line() === null ? t().lineMissing : null"
        (searched)="words.set($event)"
      />
      <div class="et-actions et-actions--below">
        <button type="submit" etButton="primary" icon="check">{{ t().send }}</button>
        <button type="button" etButton="tertiary" (click)="closed.emit()">{{ t().cancel }}</button>
      </div>
    </form>
  </et-dialog>`,
})
export class ProjectFollowUpForm {
  readonly project = input.required<Project>();
  readonly problem = input<ProblemMessage | null>(null);
  readonly confirmed = output<AddFollowUpCost>();
  readonly closed = output<void>();
  protected readonly t = computed(() => projectFollowUpLabels().dialog);
  protected readonly name = signal('');
  protected readonly yearlyCents = signal<number | null>(null);
  protected readonly milestoneId = signal<string | null>(null);
  protected readonly line = signal<ChosenLine | null>(null);
  protected readonly words = signal('');
  protected readonly hasTried = signal(false);

  private readonly offers = httpResource<readonly ProjectLineOffer[]>(() =>
    this.words() === ''
      ? undefined
      : { url: PROJECT_PATHS.lineOffers(this.project().id), params: query({ q: this.words() }) },
  );
  protected readonly lines = computed<readonly ChosenLine[] | null>(() =>
    this.offers.hasValue()
      ? this.offers.value().map(({ lineId, number, name }) => ({ id: lineId, number, name }))
      : null,
  );
  protected readonly milestones = computed<readonly Option[]>(() =>
    this.project()
      .milestones.filter(({ isDropped }) => !isDropped)
      .map(({ id, name, actualOn, forecastOn, plannedOn }) => ({
        value: id,
        label: `${name} (${formatDate(actualOn ?? forecastOn ?? plannedOn)})`,
      })),
  );

  protected missing(isMissing: boolean): string | null {
    return this.hasTried() && isMissing ? this.t().missing : null;
  }

  protected send(event: Event): void {
    event.preventDefault();
    this.hasTried.set(true);
    const [name, yearlyCents, milestoneId, line] = [
      this.name().trim(),
      this.yearlyCents(),
      this.milestoneId(),
      this.line(),
    ];
    if (name === '' || !yearlyCents || milestoneId === null || line === null) return;
    this.confirmed.emit({ name, yearlyCents, milestoneId, lineId: line.id, version: this.project().version });
  }
}
