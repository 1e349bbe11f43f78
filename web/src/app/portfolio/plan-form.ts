import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Amount } from '../ui/amount/amount';
import { formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Dialog } from '../ui/dialog/dialog';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { Scroll } from '../ui/table/scroll';
import { Tag } from '../ui/tag/tag';
import { Unknown } from '../ui/unknown/unknown';
import type { ReadyDemand } from './decision-ready';
import { decisionWorkLabels } from './decision-work.labels';
import type { Pick, Refused } from './decision-work.store';
import { fteText } from './decision-words';

/** Which covered demands are planned, with what they take; a reason where something is not known. */
@Component({
  selector: 'et-plan-form',
  imports: [Amount, Button, Dialog, Notice, RouterLink, Scroll, Tag, TextField, Unknown],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './plan-form.html',
})
export class PlanForm {
  readonly ready = input.required<readonly ReadyDemand[]>();
  readonly refused = input.required<readonly Refused[]>();
  readonly isRunning = input(false);
  readonly done = input(0);
  readonly confirmed = output<{ readonly picks: readonly Pick[]; readonly reason: string }>();
  readonly closed = output<void>();
  protected readonly t = decisionWorkLabels;
  protected readonly fte = fteText;
  protected readonly reason = signal('');
  protected readonly hasTried = signal(false);
  /** Everything known is chosen to begin with; what needs a reason is chosen by hand. */
  protected readonly chosen = linkedSignal<ReadonlySet<string>>(
    () => new Set(this.ready().flatMap(({ demand, unknowns }) => (unknowns.length === 0 ? [demand.id] : []))),
  );
  protected readonly picked = computed(() => this.ready().filter(({ demand }) => this.chosen().has(demand.id)));
  protected readonly needsReason = computed(() => this.picked().some(({ unknowns }) => unknowns.length > 0));
  protected readonly firstCents = computed(() => this.picked().reduce((sum, { firstCents }) => sum + firstCents, 0));
  protected readonly windowCents = computed(() => this.picked().reduce((sum, { windowCents }) => sum + windowCents, 0));
  protected readonly button = computed(() => {
    const count = this.picked().length;
    return count === 1 ? this.t().planOne : this.t().planMany(formatNumber(count));
  });

  protected toggle(id: string): void {
    this.chosen.update((chosen) => {
      const next = new Set(chosen);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }

  protected unknownText({ unknowns }: ReadyDemand): readonly string[] {
    const t = this.t();
    const words = { frame: t.unknownFrame, price: t.unknownPrice, staff: t.unknownStaff };
    return unknowns.map((one) => words[one]);
  }

  protected count(rows: readonly unknown[]): string {
    return formatNumber(rows.length);
  }

  protected send(event: Event): void {
    event.preventDefault();
    this.hasTried.set(true);
    const reason = this.reason().trim();
    if (this.picked().length === 0 || this.isRunning() || (this.needsReason() && reason === '')) return;
    const picks = this.picked().map(({ demand, startYear }) => ({ demand, startYear }));
    this.confirmed.emit({ picks, reason: this.needsReason() ? reason : '' });
  }
}
