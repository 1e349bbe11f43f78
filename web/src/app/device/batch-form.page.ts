import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { CreateBatch } from '@etatlotse/contracts/device';
import { type BatchDetail, DEVICE_PATHS, type DeviceChanged } from '@etatlotse/contracts/device/plain';
import { newIdempotencyKey } from '../platform/api';
import { Clock } from '../platform/clock';
import { editConflict } from '../platform/edit-conflict';
import { SessionStore } from '../platform/session.store';
import { EMPTY_USE, readUseDraft, useDraftOf } from '../platform/use-draft';
import { UseFields } from '../platform/use-fields';
import { Button } from '../ui/button/button';
import { Select } from '../ui/choice/choice';
import { Conflict } from '../ui/conflict/conflict';
import { AmountField } from '../ui/field/amount-field';
import { DateField } from '../ui/field/date-field';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { PageHead } from '../ui/page-head/page-head';
import { Failure, Loading } from '../ui/state/state';
import { Toasts } from '../ui/toast/toasts';
import { batchFields, statedOf } from './batch-compare';
import { BatchStore } from './batch.store';
import { DeviceEffect } from './device-effect';
import { batchLabels } from './batch.labels';
import { deviceLabels } from './device.labels';

/** Enters devices that were bought together, or puts a batch right; what the purchase takes stands beside it. */
@Component({
  selector: 'et-batch-form-page',
  imports: [
    AmountField,
    Button,
    Conflict,
    DateField,
    DeviceEffect,
    Failure,
    Loading,
    Notice,
    PageHead,
    RouterLink,
    Select,
    TextField,
    UseFields,
  ],
  providers: [BatchStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './batch-form.page.html',
})
export class BatchFormPage {
  /** Given where a batch is changed. */
  readonly batchId = input<string>();
  /** `?site=` from the page of a site. */
  readonly site = input<string>();
  protected readonly store = inject(BatchStore);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly session = inject(SessionStore);
  private readonly today = new Date(inject(Clock).nowMs()).toISOString().slice(0, 10);
  private readonly key = newIdempotencyKey();
  protected readonly t = computed(() => batchLabels().form);
  protected readonly words = deviceLabels;
  protected readonly isNew = computed(() => this.batchId() === undefined);
  private readonly before = this.store.batch;

  protected readonly kindId = linkedSignal<string | null>(() => this.before()?.kind.id ?? null);
  protected readonly quantity = linkedSignal(() => String(this.before()?.quantity ?? ''));
  protected readonly boughtOn = linkedSignal<string | null>(() => this.before()?.boughtOn ?? null);
  protected readonly price = linkedSignal<number | null>(() => this.before()?.netUnitCents ?? null);
  protected readonly unitId = linkedSignal<string | null>(() => this.before()?.unit?.id ?? null);
  protected readonly siteId = linkedSignal<string | null>(() => this.before()?.site?.id ?? this.site() ?? null);
  protected readonly inventoryNumber = linkedSignal(() => this.before()?.inventoryNumber ?? '');
  protected readonly note = linkedSignal(() => this.before()?.note ?? '');
  protected readonly use = linkedSignal(() => {
    const batch = this.before();
    return batch === null ? EMPTY_USE : useDraftOf(batch);
  });
  protected readonly reason = signal('');
  protected readonly hasTried = signal(false);

  protected readonly count = computed(() => {
    const typed = this.quantity().trim();
    return /^[1-9][0-9]{0,5}$/.test(typed) ? Number(typed) : null;
  });
  protected readonly kind = computed(
    () => this.store.kindsView()?.kinds.find(({ id }) => id === this.kindId()) ?? null,
  );
  protected readonly rule = computed(() => this.store.kindsView()?.rule ?? null);
  protected readonly chosenSite = computed(() => this.store.sites().find(({ id }) => id === this.siteId()) ?? null);
  protected readonly problem = computed(() => this.store.create.problem() ?? this.store.change.problem());
  /** Only who works for the whole city enters devices of no unit. */
  protected readonly needsUnit = computed(() => !this.session.has('finance'));
  protected readonly kinds = computed(() =>
    (this.store.kindsView()?.kinds ?? []).map(({ id, name }) => ({ value: id, label: name })),
  );
  protected readonly units = computed(() =>
    this.store.units().map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` })),
  );
  protected readonly sites = computed(() => this.store.sites().map(({ id, name }) => ({ value: id, label: name })));
  protected readonly conflict = editConflict<BatchDetail, CreateBatch, DeviceChanged>({
    url: () => DEVICE_PATHS.batch(this.batchId() ?? ''),
    valuesOf: statedOf,
    fields: () =>
      batchFields({ kinds: this.kinds(), units: this.units(), sites: this.sites(), keys: this.store.keys() }),
    save: (batch, version) => this.store.change.run({ ...batch, reason: this.reason().trim(), version }),
    problem: this.store.change.problem,
  });
  protected readonly crumbs = computed(() => [
    { label: deviceLabels().title, link: ['/devices'] },
    { label: this.isNew() ? this.t().titleNew : (this.before()?.kind.name ?? '') },
  ]);

  constructor() {
    this.store.needsChoices.set(true);
    effect(() => this.store.id.set(this.batchId() ?? ''));
    effect(() => this.store.ruleYear.set(Number((this.boughtOn() ?? this.today).slice(0, 4))));
  }

  protected fill(value: string | number | null): string | null {
    return this.hasTried() && (value === null || value === '') ? this.words().fill : null;
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.hasTried.set(true);
    const batch = this.read();
    if (batch === null) return;
    const before = this.before();
    await this.leave(
      before === null ? await this.store.create.run(batch, this.key) : await this.conflict.save(batch, before),
    );
  }

  protected async settle(kept: readonly string[]): Promise<void> {
    await this.leave(await this.conflict.settle(kept));
  }

  private async leave(saved: DeviceChanged | null): Promise<void> {
    if (saved === null) return;
    this.toasts.show(this.isNew() ? this.t().saved : this.t().changed);
    await this.router.navigate(['/devices', saved.id], { queryParams: { site: null }, queryParamsHandling: 'merge' });
  }

  private read(): CreateBatch | null {
    const [kindId, quantity, boughtOn, netUnitCents] = [this.kindId(), this.count(), this.boughtOn(), this.price()];
    const use = readUseDraft(this.use(), this.chosenSite()?.kind ?? null);
    const [unitId, siteId] = [this.unitId(), this.siteId()];
    if (kindId === null || quantity === null || boughtOn === null || netUnitCents === null || use === null) return null;
    if ((this.needsUnit() && unitId === null) || (!this.isNew() && this.reason().trim() === '')) return null;
    return {
      ...use,
      kindId,
      quantity,
      boughtOn,
      netUnitCents,
      note: this.note().trim(),
      inventoryNumber: this.inventoryNumber().trim(),
      ...(unitId === null ? {} : { unitId }),
      ...(siteId === null ? {} : { siteId }),
    };
  }
}
