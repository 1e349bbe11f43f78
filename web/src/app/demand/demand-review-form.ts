import {
  ChangeDetectionStrategy,
  Component,
  computed,
  input,
  linkedSignal,
  output,
  signal,
  type WritableSignal,
} from '@angular/core';
import type { DecideReview } from '@etatlotse/contracts/demand';
import {
  CHECK_ANSWERS,
  type CheckAnswer,
  type DemandReviewView,
  DESK_CHECKS,
  type DeskCheck,
  openChecks,
  type ReviewState,
} from '@etatlotse/contracts/demand/plain';
import type { ProblemMessage } from '../platform/problem';
import { Button } from '../ui/button/button';
import { Choice } from '../ui/choice/choice';
import { Dialog } from '../ui/dialog/dialog';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { demandPageLabels } from './demand-page.labels';
import { demandLabels } from './demand.labels';

/** The sheet of one desk: its list point by point, then signature, with conditions if need be, or objection. */
@Component({
  selector: 'et-demand-review-form',
  imports: [Button, Choice, Dialog, Notice, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-dialog [heading]="t().checklist + ': ' + words().desks[review().desk]" (closed)="closed.emit()">
    <form novalidate (submit)="$event.preventDefault()">
      @if (problem(); as refused) {
        <et-notice kind="bad" class="et-form-notice" [live]="true" [heading]="refused.title">
          <p>{{ refused.detail }}</p>
        </et-notice>
      }
      @for (check of checks(); track check) {
        <et-choice
          [legend]="words().checks[check]"
          [options]="answers()"
          [value]="checklist()[check] ?? null"
          (valueChange)="tick(check, $event)"
        />
      }
      <et-text-field
        type="lines"
        [label]="t().conditions"
        [hint]="t().conditionsHint"
        [optional]="true"
        [(value)]="conditions"
      />
      <et-text-field
        type="lines"
        [label]="t().objection"
        [hint]="t().objectionHint"
        [optional]="true"
        [error]="hasObjected() && objection().trim() === '' ? words().missing : null"
        [(value)]="objection"
      />
      @if (openCount() > 0) {
        <p class="et-muted">{{ t().openPoints(openCount()) }}</p>
      }
      <div class="et-actions et-actions--below">
        <button type="button" etButton="primary" icon="check" (click)="say('signed')">{{ t().sign }}</button>
        <button type="button" etButton="secondary" icon="error" (click)="say('objected')">{{ t().object }}</button>
        <button type="button" etButton="tertiary" (click)="say('open')">{{ t().keep }}</button>
      </div>
    </form>
  </et-dialog>`,
})
export class DemandReviewForm {
  readonly review = input.required<DemandReviewView>();
  readonly problem = input<ProblemMessage | null>(null);
  readonly decided = output<DecideReview>();
  readonly closed = output<void>();
  protected readonly t = demandPageLabels;
  protected readonly words = demandLabels;
  protected readonly hasObjected = signal(false);
  protected readonly checklist = this.kept('checklist');
  protected readonly conditions = this.kept('conditions');
  protected readonly objection = this.kept('objection');
  protected readonly checks = computed((): readonly DeskCheck[] => DESK_CHECKS[this.review().desk]);
  protected readonly openCount = computed(() => openChecks(this.review().desk, this.checklist()).length);
  protected readonly answers = computed(() =>
    CHECK_ANSWERS.map((value) => ({ value, label: demandLabels().answers[value] })),
  );

  /** What was typed stays while the page is read anew; only another version of the sheet brings its own. */
  private kept<Field extends 'checklist' | 'conditions' | 'objection'>(
    field: Field,
  ): WritableSignal<DemandReviewView[Field]> {
    return linkedSignal<DemandReviewView, DemandReviewView[Field]>({
      source: () => this.review(),
      computation: (review, before) =>
        before?.source.desk === review.desk && before.source.version === review.version ? before.value : review[field],
    });
  }

  protected tick(check: DeskCheck, answer: string | null): void {
    if (answer !== null) this.checklist.update((list) => ({ ...list, [check]: answer as CheckAnswer }));
  }

  protected say(state: ReviewState): void {
    this.hasObjected.set(state === 'objected');
    if (state === 'objected' && this.objection().trim() === '') return;
    this.decided.emit({
      state,
      checklist: this.checklist(),
      conditions: this.conditions().trim(),
      objection: this.objection().trim(),
      version: this.review().version,
    });
  }
}
