import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, output, signal } from '@angular/core';
import type { AddRisk } from '@etatlotse/contracts/project';
import { type ProjectRisk, RISK_STATES, type RiskState } from '@etatlotse/contracts/project/plain';
import type { ProblemMessage } from '../platform/problem';
import { formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Choice } from '../ui/choice/choice';
import { Dialog } from '../ui/dialog/dialog';
import { AmountField } from '../ui/field/amount-field';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { shareOf } from './project-assess-form';
import { projectDialogLabels } from './project-dialog.labels';
import { projectLabels } from './project.labels';

const DELAY_MAX = 3_650;

/** A risk: what, how likely, what it would cost at best, most likely and at worst. */
@Component({
  selector: 'et-project-risk-form',
  imports: [AmountField, Button, Choice, Dialog, Notice, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-dialog [heading]="t().riskHeading" [wide]="true" (closed)="closed.emit()">
    <form novalidate (submit)="send($event)">
      @if (problem(); as refused) {
        <et-notice kind="bad" class="et-form-notice" [live]="true" [heading]="refused.title">
          <p>{{ refused.detail }}</p>
        </et-notice>
      }
      <et-text-field [label]="t().riskTitle" [(value)]="title" [error]="missing(title().trim() === '')" />
      <et-text-field type="lines" [label]="t().measure" [optional]="true" [(value)]="measure" />
      <div class="et-fields-2">
        <et-text-field
          [label]="t().probability"
          [(value)]="probability"
          [error]="hasTried() && !isShare() ? t().progressWrong : null"
        />
        <et-text-field
          [label]="t().delay"
          [(value)]="delay"
          [error]="hasTried() && delayDays() === null ? t().delayWrong : null"
        />
        <et-amount-field [label]="t().low" [(value)]="low" [error]="missing(low() === null)" />
        <et-amount-field [label]="t().likely" [(value)]="likely" [error]="missing(likely() === null)" />
        <et-amount-field [label]="t().high" [(value)]="high" [error]="missing(high() === null)" />
      </div>
      @if (risk()) {
        <et-choice [legend]="t().riskState" [options]="states()" [(value)]="state" />
      }
      <div class="et-actions et-actions--below">
        <button type="submit" etButton="primary" icon="check">{{ t().send }}</button>
        <button type="button" etButton="tertiary" (click)="closed.emit()">{{ words().cancel }}</button>
      </div>
    </form>
  </et-dialog>`,
})
export class ProjectRiskForm {
  /** Null for a new one. */
  readonly risk = input<ProjectRisk | null>(null);
  readonly problem = input<ProblemMessage | null>(null);
  readonly confirmed = output<{ readonly risk: AddRisk; readonly state: RiskState }>();
  readonly closed = output<void>();
  protected readonly t = projectDialogLabels;
  protected readonly words = projectLabels;
  protected readonly title = linkedSignal(() => this.risk()?.title ?? '');
  protected readonly measure = linkedSignal(() => this.risk()?.measure ?? '');
  protected readonly probability = linkedSignal(() => percentOf(this.risk()?.probabilityBasisPoints));
  protected readonly delay = linkedSignal(() => String(this.risk()?.delayDays ?? 0));
  protected readonly low = linkedSignal<number | null>(() => this.risk()?.lowCents ?? null);
  protected readonly likely = linkedSignal<number | null>(() => this.risk()?.likelyCents ?? null);
  protected readonly high = linkedSignal<number | null>(() => this.risk()?.highCents ?? null);
  protected readonly state = linkedSignal<string | null>(() => this.risk()?.state ?? 'open');
  protected readonly hasTried = signal(false);
  protected readonly share = computed(() => shareOf(this.probability()));
  protected readonly isShare = computed(() => typeof this.share() === 'number');
  protected readonly delayDays = computed(() => {
    const days = Number(this.delay().trim());
    return /^\d{1,4}$/.test(this.delay().trim()) && days <= DELAY_MAX ? days : null;
  });
  protected readonly states = computed(() =>
    RISK_STATES.map((value) => ({ value, label: projectLabels().riskStates[value] })),
  );

  protected missing(isMissing: boolean): string | null {
    return this.hasTried() && isMissing ? projectLabels().missing : null;
  }

  protected send(event: Event): void {
    event.preventDefault();
    this.hasTried.set(true);
    const [title, share, delayDays] = [this.title().trim(), this.share(), this.delayDays()];
    const [lowCents, likelyCents, highCents] = [this.low(), this.likely(), this.high()];
    if (title === '' || typeof share !== 'number' || delayDays === null) return;
    if (lowCents === null || likelyCents === null || highCents === null) return;
    const range = { lowCents, likelyCents, highCents, delayDays };
    this.confirmed.emit({
      risk: { title, measure: this.measure().trim(), probabilityBasisPoints: share, ...range },
      state: RISK_STATES.find((one) => one === this.state()) ?? 'open',
    });
  }
}

function percentOf(basisPoints: number | undefined): string {
  if (basisPoints === undefined) return '';
  return formatNumber(basisPoints / 100, basisPoints % 100 === 0 ? 0 : 2);
}
