import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import type { AddPlanChange, RecordPlanChangeResult } from '@etatlotse/contracts/planning';
import type {
  PlanChangeEffect,
  PlanChangeResult,
  PlanChangeRow,
  PlanVersionDetail,
} from '@etatlotse/contracts/planning/plain';
import { frameLabels } from '../platform/frame.labels';
import { Amount } from '../ui/amount/amount';
import { formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { formatDate, formatDateTime } from '../ui/date/format';
import { Scroll } from '../ui/table/scroll';
import { Tag } from '../ui/tag/tag';
import { Toasts } from '../ui/toast/toasts';
import { PlanChangeForm } from './plan-change-form';
import { planChangeLabels } from './plan-change.labels';
import { PlanChangesStore } from './plan-changes.store';
import { PlanResultForm } from './plan-result-form';

const LOOKS = {
  open: { kind: 'warn', icon: 'pending' },
  accepted: { kind: 'ok', icon: 'check_circle' },
  rejected: { kind: 'plain', icon: 'cancel' },
} as const satisfies Record<PlanChangeResult, object>;

/** The dated changes of a version: each with its effect on the frames and what was decided, and what it comes to (R22). */
@Component({
  selector: 'et-plan-changes',
  imports: [Amount, Button, PlanChangeForm, PlanResultForm, Scroll, Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './plan-changes.html',
})
export class PlanChangesPanel {
  readonly version = input.required<PlanVersionDetail>();
  /** Something has been stored: the version is to be read again. */
  readonly changed = output<void>();
  protected readonly store = inject(PlanChangesStore);
  private readonly toasts = inject(Toasts);
  protected readonly t = planChangeLabels;
  protected readonly looks = LOOKS;
  protected readonly date = formatDate;
  protected readonly isAdding = signal(false);
  protected readonly deciding = signal<PlanChangeRow | null>(null);

  protected readonly kinds = computed(() => (this.store.mayWrite() ? (this.store.changes()?.kinds ?? []) : []));
  protected readonly isDraft = computed(() => this.version().state === 'draft');
  protected readonly heading = computed(() => (this.isDraft() ? this.t().draftTitle : this.t().title));
  protected readonly lead = computed(() => {
    const { lead } = this.t();
    if (this.isDraft()) return lead.draft;
    if (this.version().state === 'introduced') return lead.introduced;
    return this.store.changes()?.count === 0 ? lead.none : lead.decided;
  });
  protected readonly openSentence = computed(() => {
    const changes = this.store.changes();
    if (changes === null || changes.count === 0 || !this.version().isOpen || this.isDraft()) return null;
    if (changes.openCount === 0) return this.t().allDecided;
    return changes.openCount === 1 ? this.t().openOne : this.t().open(formatNumber(changes.openCount));
  });
  /** Frames and sides that changes have touched. */
  protected readonly totals = computed(() => {
    const touched = new Set(this.store.rows().flatMap(({ effects }) => effects.map(placeOf)));
    return this.store.changes()?.totals.filter((total) => touched.has(placeOf(total))) ?? [];
  });

  protected place({ frame, side, fiscalYear }: Pick<PlanChangeEffect, 'frame' | 'side' | 'fiscalYear'>): string {
    const name = frame === null ? this.t().noFrame : frameLabels().names[frame];
    return `${side === 'income' ? `${this.t().income}, ${name}` : name} ${fiscalYear}`;
  }

  protected broughtBy(row: PlanChangeRow): string {
    return this.t().broughtBy(row.broughtBy ?? '–', formatDateTime(row.broughtAt));
  }

  protected mayRecord(row: PlanChangeRow): boolean {
    return this.store.mayRecord() && this.version().isOpen && !(this.isDraft() && row.kind === 'neutral_shift');
  }

  protected start(): void {
    this.store.add.clear();
    this.store.renewKey();
    this.isAdding.set(true);
  }

  protected async add(change: AddPlanChange): Promise<void> {
    const added = await this.store.add.run(change);
    if (added === null) return;
    this.isAdding.set(false);
    this.toasts.show(added.result === 'accepted' ? this.t().form.shifted : this.t().form.saved);
    this.renew();
  }

  protected decide(row: PlanChangeRow): void {
    this.store.record.clear();
    this.deciding.set(row);
  }

  protected async record(row: PlanChangeRow, result: RecordPlanChangeResult): Promise<void> {
    if ((await this.store.record.run(row.id, result)) === null) return;
    this.deciding.set(null);
    this.toasts.show(this.t().result.saved);
    this.renew();
  }

  protected async withdraw(row: PlanChangeRow): Promise<void> {
    if ((await this.store.withdraw.run(row.id, row.version)) === null) return;
    this.toasts.show(this.t().withdrawn);
    this.renew();
  }

  private renew(): void {
    this.store.reload();
    this.changed.emit();
  }
}

const placeOf = ({ frame, side, fiscalYear }: Pick<PlanChangeEffect, 'frame' | 'side' | 'fiscalYear'>): string =>
  `${frame} ${side} ${fiscalYear}`;
