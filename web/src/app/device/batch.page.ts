import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { DisposeDevices, MoveDevices } from '@etatlotse/contracts/device';
import type { BatchDetail, BatchEventRow } from '@etatlotse/contracts/device/plain';
import { Clock } from '../platform/clock';
import { type ChangedFieldWords, RecordChanges } from '../platform/record-changes';
import type { NetworkZone } from '@etatlotse/domain/budget';
import type { HardwareFrame } from '@etatlotse/domain/site';
import { frameLabels } from '../platform/frame.labels';
import { networkLabels } from '../platform/network.labels';
import { formatEuro, formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { formatDate } from '../ui/date/format';
import { type Fact, Facts } from '../ui/facts/facts';
import { PageHead } from '../ui/page-head/page-head';
import { Failure, Loading } from '../ui/state/state';
import { Scroll } from '../ui/table/scroll';
import { Toasts } from '../ui/toast/toasts';
import { batchLabels } from './batch.labels';
import { BatchStore } from './batch.store';
import { ageText, classReason, useText } from './device-look';
import { deviceLabels } from './device.labels';
import { DisposalForm } from './disposal-form';
import { MoveForm } from './move-form';

/** One batch: what it is, what is left of it, and what happened to it. */
@Component({
  selector: 'et-batch-page',
  imports: [Button, DisposalForm, Facts, Failure, Loading, MoveForm, PageHead, RecordChanges, RouterLink, Scroll],
  providers: [BatchStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './batch.page.html',
})
export class BatchPage {
  readonly batchId = input.required<string>();
  protected readonly store = inject(BatchStore);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly today = new Date(inject(Clock).nowMs()).toISOString().slice(0, 10);
  protected readonly t = computed(() => batchLabels().batch);
  protected readonly words = deviceLabels;
  protected readonly date = formatDate;
  protected readonly isDisposing = signal(false);
  protected readonly isMoving = signal(false);

  protected readonly crumbs = computed(() => [
    { label: deviceLabels().title, link: ['/devices'] },
    { label: this.store.batch()?.kind.name ?? '' },
  ]);
  protected readonly lead = computed(() => {
    const batch = this.store.batch();
    if (batch === null) return '';
    const quantity = formatNumber(batch.quantity);
    if (batch.left === 0) return this.t().leadGone(quantity);
    const due = batch.isDue ? this.t().leadDue(batch.dueYear) : this.t().leadLater(batch.dueYear);
    return `${this.t().lead(formatNumber(batch.left), quantity, ageText(batch.ageYears))} ${due}`;
  });
  protected readonly facts = computed(() => {
    const batch = this.store.batch();
    return batch === null ? [] : factsOf(batch);
  });

  constructor() {
    effect(() => this.store.id.set(this.batchId()));
  }

  /** "3 Stück, defekt" or the fields that were changed. */
  protected detailOf({ quantity, disposalReason, changed, remark }: BatchEventRow): string {
    const fields = this.t().fields;
    return [
      quantity === null ? '' : deviceLabels().pieces(formatNumber(quantity)),
      disposalReason === null ? '' : deviceLabels().disposals[disposalReason],
      changed.length === 0
        ? ''
        : this.t().changedFields(changed.map((name) => fields[name as keyof typeof fields]).join(', ')),
      remark,
    ]
      .filter((part) => part !== '')
      .join(', ');
  }

  /** How a field that was changed is called, and what its values are called. */
  protected readonly fieldWords = (field: string): ChangedFieldWords => {
    const { fields } = this.t();
    const { zones } = networkLabels();
    const { names } = frameLabels();
    return {
      label: capital(fields[field as keyof typeof fields] ?? field),
      text: (value) => {
        if (field === 'netUnitCents') return formatEuro(Number(value));
        if (field === 'boughtOn') return formatDate(value);
        if (field === 'networkZone') return zones[value as NetworkZone];
        return field === 'frame' ? names[value as HardwareFrame] : null;
      },
    };
  };

  protected start(): void {
    this.store.dispose.clear();
    this.isDisposing.set(true);
  }

  protected startMove(): void {
    this.store.move.clear();
    this.isMoving.set(true);
  }

  /** The page goes where the devices are now. */
  protected async move(move: MoveDevices): Promise<void> {
    const done = await this.store.move.run(move);
    this.store.reload();
    if (done === null) return;
    this.toasts.show(this.t().moved);
    this.isMoving.set(false);
    await this.router.navigate(['/devices', done.id], { queryParamsHandling: 'preserve' });
  }

  protected async dispose(disposal: DisposeDevices): Promise<void> {
    const done = await this.store.dispose.run(disposal);
    this.store.reload();
    if (done === null) return;
    this.toasts.show(this.t().disposed);
    this.isDisposing.set(false);
  }
}

const capital = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1);

function factsOf(batch: BatchDetail): Fact[] {
  const words = batchLabels().batch;
  const { classes, wholeCity, noSite } = deviceLabels();
  const { decision, unit, site } = batch;
  return [
    { term: words.kind, text: `${batch.kind.name} (${batch.kind.code})` },
    { term: words.bought, text: formatDate(batch.boughtOn) },
    { term: words.price, text: formatEuro(batch.netUnitCents) },
    { term: words.gross, text: formatEuro(batch.grossCents) },
    { term: words.class, text: `${classes[batch.deviceClass.as]}, ${classReason(batch.deviceClass)}` },
    { term: words.unit, text: unit === null ? wholeCity : `${unit.code} ${unit.name}` },
    site === null
      ? { term: words.site, text: noSite }
      : { term: words.site, text: site.name, link: ['/sites', site.id] },
    { term: words.use, text: useText(batch) },
    ...(batch.inventoryNumber === '' ? [] : [{ term: words.inventoryNumber, text: batch.inventoryNumber }]),
    ...(decision === null
      ? []
      : [
          {
            term: words.decision,
            text: words.decisionText(decision.body, formatDate(decision.decidedOn), decision.document),
          },
        ]),
    ...(batch.note === '' ? [] : [{ term: words.note, text: batch.note }]),
  ];
}
