import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, output, signal } from '@angular/core';
import type { MeasureGoal } from '@etatlotse/contracts/rollout';
import { type GoalMeasurement, OPERATORS } from '@etatlotse/contracts/rollout/plain';
import type { ProblemMessage } from '../platform/problem';
import { formatNumber } from '../ui/amount/format';
import { boundLabels } from '../ui/bound/bound.labels';
import { Button } from '../ui/button/button';
import { Choice } from '../ui/choice/choice';
import { Dialog } from '../ui/dialog/dialog';
import { DateField } from '../ui/field/date-field';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { rolloutDialogLabels } from './rollout-dialog.labels';
import { shareOf, wholeOf } from './rollout-look';
import { rolloutLabels } from './rollout.labels';

/** States a share with its operator, or corrects a statement; "several" asks for no number. */
@Component({
  selector: 'et-rollout-measure-form',
  imports: [Button, Choice, DateField, Dialog, Notice, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './rollout-measure-form.html',
})
export class RolloutMeasureForm {
  readonly goalName = input.required<string>();
  /** What is corrected; null for a new statement. */
  readonly corrected = input<GoalMeasurement | null>(null);
  readonly problem = input<ProblemMessage | null>(null);
  readonly confirmed = output<MeasureGoal>();
  readonly closed = output<void>();
  protected readonly t = rolloutDialogLabels;
  protected readonly words = rolloutLabels;
  protected readonly measuredOn = linkedSignal<string | null>(() => this.corrected()?.measuredOn ?? null);
  protected readonly operator = linkedSignal<string | null>(() => this.corrected()?.operator ?? 'exact');
  protected readonly form = linkedSignal<string | null>(() =>
    (this.corrected()?.shareBasisPoints ?? null) === null ? 'counts' : 'share',
  );
  protected readonly numerator = linkedSignal(() => textOf(this.corrected()?.numerator));
  protected readonly denominator = linkedSignal(() => textOf(this.corrected()?.denominator));
  protected readonly share = linkedSignal(() => percentOf(this.corrected()?.shareBasisPoints));
  protected readonly source = linkedSignal(() => this.corrected()?.source ?? '');
  protected readonly reason = signal('');
  protected readonly hasTried = signal(false);
  protected readonly operators = computed(() =>
    OPERATORS.map((value) => ({ value, label: boundLabels().operators[value] })),
  );
  protected readonly forms = computed(() => [
    { value: 'counts', label: this.t().forms.counts },
    { value: 'share', label: this.t().forms.share },
  ]);
  protected readonly isSeveral = computed(() => this.operator() === 'several');
  protected readonly counts = computed(() => ({ part: wholeOf(this.numerator()), whole: wholeOf(this.denominator()) }));
  protected readonly partError = computed(() => {
    const { part, whole } = this.counts();
    if (part !== null && whole !== null && part > whole) return this.t().aboveWhole;
    return this.hasTried() && part === null ? this.words().notNumber : null;
  });

  protected missing(isMissing: boolean): string | null {
    return this.hasTried() && isMissing ? this.words().missing : null;
  }

  protected wrongWhole(): string | null {
    return this.hasTried() && this.counts().whole === null ? this.words().notNumber : null;
  }

  protected wrongShare(): string | null {
    return this.hasTried() && shareOf(this.share()) === null ? this.words().notShare : null;
  }

  protected send(event: Event): void {
    event.preventDefault();
    this.hasTried.set(true);
    const [measuredOn, figures, source, reason] = [
      this.measuredOn(),
      this.figures(),
      this.source().trim(),
      this.reason().trim(),
    ];
    const corrected = this.corrected();
    if (measuredOn === null || figures === null || source === '' || (corrected !== null && reason === '')) return;
    const operator = OPERATORS.find((one) => one === this.operator()) ?? 'exact';
    this.confirmed.emit({
      measuredOn,
      operator,
      ...figures,
      source,
      ...(corrected === null ? {} : { supersedesId: corrected.id, reason }),
    });
  }

  /** Null while something is missing or cannot be. */
  private figures(): Pick<MeasureGoal, 'numerator' | 'denominator' | 'shareBasisPoints'> | null {
    const nothing = { numerator: null, denominator: null, shareBasisPoints: null };
    if (this.isSeveral()) return nothing;
    if (this.form() === 'share') {
      const shareBasisPoints = shareOf(this.share());
      return shareBasisPoints === null ? null : { ...nothing, shareBasisPoints };
    }
    const { part, whole } = this.counts();
    return part === null || whole === null || part > whole ? null : { ...nothing, numerator: part, denominator: whole };
  }
}

const textOf = (value: number | null | undefined): string => String(value ?? '');

function percentOf(basisPoints: number | null | undefined): string {
  if (basisPoints === null || basisPoints === undefined) return '';
  return formatNumber(basisPoints / 100, basisPoints % 100 === 0 ? 0 : 2);
}
