import { ChangeDetectionStrategy, Component, computed, input, model } from '@angular/core';
import type { ProvisionalCheck, ProvisionalGround } from '@etatlotse/contracts/budget/plain';
import { beyondTwelfthsCents } from '@etatlotse/domain/budget';
import { cents, fiscalYear } from '@etatlotse/domain/shared';
import { formatEuro } from '../ui/amount/format';
import { Choice } from '../ui/choice/choice';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { provisionalLabels } from './provisional.labels';

/** The ground of a booking while no budget is in force (§ 116 NKomVG): why it has to be now, in the words of the office. */
@Component({
  selector: 'et-booking-ground',
  imports: [Choice, Notice, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-notice kind="info" class="et-form-notice" [heading]="t().heading(year())">
      <p>{{ t().explain(check().rule) }}</p>
      @if (isNew()) {
        <p>{{ t().newTask }}</p>
      }
    </et-notice>
    <et-choice
      [large]="true"
      [legend]="t().ground"
      [options]="options()"
      [value]="ground()"
      (valueChange)="pick($event)"
      [error]="hasTried() && ground() === null ? t().groundMissing : null"
    />
    @if (ground(); as chosen) {
      <et-text-field
        [label]="t().basis[chosen]"
        [hint]="t().basisHint[chosen]"
        [optional]="chosen === 'continued_investment'"
        [(value)]="basis"
        [error]="hasTried() && isBasisMissing() ? t().basisMissing : null"
      />
    }
    @if (beyond(); as sentence) {
      <et-notice kind="warn" class="et-form-notice"
        ><p>{{ sentence }}</p></et-notice
      >
    }`,
})
export class BookingGround {
  readonly check = input.required<ProvisionalCheck>();
  readonly year = input.required<number>();
  readonly amountCents = input<number | null>(null);
  /** Day of the booking, for the months that have begun. */
  readonly day = input<string | null>(null);
  /** Whether the city has switched the warning on (setting `oneTwelfthWarning`). */
  readonly warnsOfTwelfths = input(false);
  readonly hasTried = input(false);
  readonly ground = model<ProvisionalGround | null>(null);
  readonly basis = model('');
  protected readonly t = provisionalLabels;

  protected readonly isNew = computed(() => !this.check().grounds.includes('unpostponable'));
  protected readonly isBasisMissing = computed(
    () => this.ground() !== null && this.ground() !== 'continued_investment' && this.basis().trim() === '',
  );
  protected readonly options = computed(() => {
    const { grounds, details } = this.t();
    const before = this.check().earlierPlan;
    return this.check().grounds.map((value) => ({
      value,
      label: grounds[value],
      detail:
        value === 'continued_investment'
          ? details.continued_investment(before?.fiscalYear ?? this.year() - 1, formatEuro(before?.amountCents ?? 0))
          : details[value],
    }));
  });
  protected readonly beyond = computed(() => {
    const { earlierPlan: before, claimedCents } = this.check();
    const amountCents = this.amountCents() ?? 0;
    if (!this.warnsOfTwelfths() || before === null || amountCents <= 0) return null;
    const month = Number(this.day()?.slice(5, 7) ?? '1');
    const claims = { claimedCents: cents(claimedCents), addedCents: cents(amountCents), month };
    const plan = { fiscalYear: fiscalYear(before.fiscalYear), amountCents: cents(before.amountCents) };
    const beyondCents = beyondTwelfthsCents(claims, plan);
    return beyondCents === null ? null : this.t().twelfths(formatEuro(beyondCents), before.fiscalYear);
  });

  protected pick(value: string | null): void {
    this.ground.set(this.check().grounds.find((one) => one === value) ?? null);
  }
}
