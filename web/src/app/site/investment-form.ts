import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, output, signal } from '@angular/core';
import type { CreateInvestment } from '@etatlotse/contracts/site';
import {
  INVESTMENT_STATES,
  type InvestmentRow,
  type InvestmentState,
  type SiteDetail,
  type SplitKeyRow,
} from '@etatlotse/contracts/site/plain';
import { isFiscalYear } from '@etatlotse/domain/shared';
import type { ProblemMessage } from '../platform/problem';
import { EMPTY_USE, readUseDraft, useDraftOf } from '../platform/use-draft';
import { UseFields } from '../platform/use-fields';
import { Button } from '../ui/button/button';
import { Choice } from '../ui/choice/choice';
import { Dialog } from '../ui/dialog/dialog';
import { AmountField } from '../ui/field/amount-field';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { siteLabels } from './site.labels';

/** What is sent: the investment, and why it was changed. */
export interface TypedInvestment {
  readonly investment: CreateInvestment;
  readonly reason: string;
}

/** Money that goes into the network of a site. */
@Component({
  selector: 'et-investment-form',
  imports: [AmountField, Button, Choice, Dialog, Notice, TextField, UseFields],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-dialog
    [heading]="investment() === null ? t().headingNew : t().headingEdit"
    [wide]="true"
    (closed)="closed.emit()"
  >
    <form novalidate (submit)="send($event)">
      @if (problem(); as refused) {
        <et-notice kind="bad" class="et-form-notice" [live]="true" [heading]="refused.title">
          <p>{{ refused.detail }}</p>
        </et-notice>
      }
      <et-text-field
        [label]="t().name"
        [(value)]="name"
        [error]="hasTried() && name().trim() === '' ? words().fill : null"
      />
      <div class="et-fields-2">
        <et-text-field
          [label]="t().year"
          [(value)]="year"
          [error]="hasTried() && fiscalYear() === null ? t().yearWrong : null"
        />
        <et-amount-field
          [label]="t().amount"
          [(value)]="amount"
          [error]="hasTried() && amount() === null ? words().fill : null"
        />
      </div>
      <et-use-fields
        [(draft)]="use"
        [keys]="keys()"
        [zones]="site().zones"
        [siteKind]="site().kind"
        [hasTried]="hasTried()"
      />
      <et-choice [legend]="t().state" [options]="states()" [(value)]="state" />
      @if (investment() !== null) {
        <et-text-field type="lines" [label]="t().reason" [optional]="true" [(value)]="reason" />
      }
      <div class="et-actions et-actions--below">
        <button type="submit" etButton="primary">{{ words().save }}</button>
        <button type="button" etButton="tertiary" (click)="closed.emit()">{{ words().cancel }}</button>
      </div>
    </form>
  </et-dialog>`,
})
export class InvestmentForm {
  readonly site = input.required<SiteDetail>();
  /** Null for a new one. */
  readonly investment = input.required<InvestmentRow | null>();
  readonly keys = input.required<readonly SplitKeyRow[]>();
  readonly problem = input<ProblemMessage | null>(null);
  readonly confirmed = output<TypedInvestment>();
  readonly closed = output<void>();
  protected readonly t = computed(() => siteLabels().investment);
  protected readonly words = siteLabels;
  protected readonly name = linkedSignal(() => this.investment()?.name ?? '');
  protected readonly year = linkedSignal(() => String(this.investment()?.fiscalYear ?? this.site().years[0] ?? ''));
  protected readonly amount = linkedSignal<number | null>(() => this.investment()?.amountCents ?? null);
  protected readonly state = linkedSignal<string | null>(() => this.investment()?.state ?? 'planned');
  protected readonly use = linkedSignal(() => {
    const known = this.investment();
    return known === null ? EMPTY_USE : useDraftOf(known);
  });
  protected readonly reason = signal('');
  protected readonly hasTried = signal(false);
  protected readonly fiscalYear = computed(() => {
    const typed = Number(this.year().trim());
    return isFiscalYear(typed) ? typed : null;
  });
  protected readonly states = computed(() =>
    INVESTMENT_STATES.map((value) => ({ value, label: siteLabels().page.states[value] })),
  );

  protected send(event: Event): void {
    event.preventDefault();
    this.hasTried.set(true);
    const [name, fiscalYear, amountCents] = [this.name().trim(), this.fiscalYear(), this.amount()];
    const use = readUseDraft(this.use(), this.site().kind);
    if (name === '' || fiscalYear === null || amountCents === null || use === null) return;
    const state = this.state() as InvestmentState;
    this.confirmed.emit({
      investment: { ...use, name, fiscalYear, amountCents, state },
      reason: this.reason().trim(),
    });
  }
}
