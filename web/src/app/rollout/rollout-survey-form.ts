import { ChangeDetectionStrategy, Component, computed, input, output, signal } from '@angular/core';
import type { RecordSurvey } from '@etatlotse/contracts/rollout';
import { SURVEY_LEVELS } from '@etatlotse/contracts/rollout/plain';
import type { ProblemMessage } from '../platform/problem';
import { Button } from '../ui/button/button';
import { Dialog } from '../ui/dialog/dialog';
import { DateField } from '../ui/field/date-field';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { rolloutDialogLabels } from './rollout-dialog.labels';
import { wholeOf } from './rollout-look';
import { rolloutLabels } from './rollout.labels';

/** A small survey: how many were asked, and how many gave each of five answers. */
@Component({
  selector: 'et-rollout-survey-form',
  imports: [Button, DateField, Dialog, Notice, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-dialog [heading]="t().surveyHeading" [wide]="true" (closed)="closed.emit()">
    <form novalidate (submit)="send($event)">
      @if (problem(); as refused) {
        <et-notice kind="bad" class="et-form-notice" [live]="true" [heading]="refused.title">
          <p>{{ refused.detail }}</p>
        </et-notice>
      }
      <p>{{ t().surveyText }}</p>
      <et-text-field [label]="t().question" [(value)]="question" [error]="missing(question().trim() === '')" />
      <div class="et-fields-2">
        <et-date-field [label]="t().heldOn" [(value)]="heldOn" [error]="missing(heldOn() === null)" />
        <et-text-field
          [label]="t().invited"
          [(value)]="invited"
          [error]="isAbove() ? t().aboveInvited : wrong(invited())"
        />
        @for (label of t().levels; track $index) {
          <et-text-field
            [label]="label"
            [value]="answers()[$index] ?? ''"
            [error]="wrong(answers()[$index] ?? '')"
            (valueChange)="answer($index, $event)"
          />
        }
        <et-text-field [label]="t().source" [optional]="true" [(value)]="source" />
      </div>
      <div class="et-actions et-actions--below">
        <button type="submit" etButton="primary" icon="check">{{ words().save }}</button>
        <button type="button" etButton="tertiary" (click)="closed.emit()">{{ words().cancel }}</button>
      </div>
    </form>
  </et-dialog>`,
})
export class RolloutSurveyForm {
  readonly problem = input<ProblemMessage | null>(null);
  readonly confirmed = output<RecordSurvey>();
  readonly closed = output<void>();
  protected readonly t = rolloutDialogLabels;
  protected readonly words = rolloutLabels;
  protected readonly question = signal('');
  protected readonly heldOn = signal<string | null>(null);
  protected readonly invited = signal('');
  protected readonly source = signal('');
  protected readonly answers = signal<readonly string[]>(Array.from({ length: SURVEY_LEVELS }, () => ''));
  protected readonly hasTried = signal(false);
  private readonly counts = computed(() => this.answers().map(wholeOf));
  protected readonly isAbove = computed(() => {
    const invited = wholeOf(this.invited());
    return invited !== null && this.counts().reduce<number>((sum, count) => sum + (count ?? 0), 0) > invited;
  });

  protected answer(at: number, text: string): void {
    this.answers.update((answers) => answers.map((one, index) => (index === at ? text : one)));
  }

  protected missing(isMissing: boolean): string | null {
    return this.hasTried() && isMissing ? this.words().missing : null;
  }

  protected wrong(text: string): string | null {
    return this.hasTried() && wholeOf(text) === null ? this.words().notNumber : null;
  }

  protected send(event: Event): void {
    event.preventDefault();
    this.hasTried.set(true);
    const [question, heldOn, invited] = [this.question().trim(), this.heldOn(), wholeOf(this.invited())];
    const answers = this.counts().filter((count) => count !== null);
    const areComplete = answers.length === SURVEY_LEVELS && !this.isAbove();
    if (question === '' || heldOn === null || invited === null || !areComplete) return;
    this.confirmed.emit({ question, heldOn, invited, answers, source: this.source().trim() });
  }
}
