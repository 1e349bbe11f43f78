import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
  untracked,
} from '@angular/core';
import type { MoveDevices } from '@etatlotse/contracts/device';
import type { BatchDetail } from '@etatlotse/contracts/device/plain';
import type { ProblemMessage } from '../platform/problem';
import { SessionStore } from '../platform/session.store';
import { readUseDraft, useDraftOf } from '../platform/use-draft';
import { UseFields } from '../platform/use-fields';
import { formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Select } from '../ui/choice/choice';
import { Dialog } from '../ui/dialog/dialog';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { batchLabels } from './batch.labels';
import { BatchStore } from './batch.store';
import { deviceLabels } from './device.labels';

/** Devices go to another unit or site: how many, where to, and why. */
@Component({
  selector: 'et-move-form',
  imports: [Button, Dialog, Notice, Select, TextField, UseFields],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-dialog [heading]="t().moveHeading" [wide]="true" (closed)="closed.emit()">
    <form novalidate (submit)="send($event)">
      <p class="et-muted">{{ t().moveLead }}</p>
      @if (problem(); as refused) {
        <et-notice kind="bad" class="et-form-notice" [live]="true" [heading]="refused.title">
          <p>{{ refused.detail }}</p>
        </et-notice>
      }
      <et-text-field
        [label]="t().disposeQuantity"
        [hint]="t().disposeHint(left())"
        [(value)]="quantity"
        [error]="hasTried() && count() === null ? words().number : null"
      />
      <div class="et-fields-2">
        <et-select
          [label]="t().unit"
          [options]="units()"
          [placeholder]="needsUnit() ? undefined : words().wholeCity"
          [(value)]="unitId"
          [error]="needsUnit() && hasTried() && unitId() === null ? words().fill : null"
        />
        <et-select
          [label]="t().site"
          [optional]="true"
          [options]="sites()"
          [placeholder]="form().siteNone"
          [(value)]="siteId"
        />
      </div>
      <et-use-fields
        [(draft)]="use"
        [keys]="store.keys()"
        [zones]="chosenSite()?.zones ?? null"
        [siteKind]="chosenSite()?.kind ?? null"
        [hasTried]="hasTried()"
      />
      <et-text-field
        type="lines"
        [label]="t().moveReason"
        [(value)]="reason"
        [error]="hasTried() && reason().trim() === '' ? words().fill : null"
      />
      <div class="et-actions et-actions--below">
        <button type="submit" etButton="primary">{{ t().move }}</button>
        <button type="button" etButton="tertiary" (click)="closed.emit()">{{ words().cancel }}</button>
      </div>
    </form>
  </et-dialog>`,
})
export class MoveForm {
  readonly batch = input.required<BatchDetail>();
  readonly problem = input<ProblemMessage | null>(null);
  readonly confirmed = output<MoveDevices>();
  readonly closed = output<void>();
  protected readonly store = inject(BatchStore);
  protected readonly t = computed(() => batchLabels().batch);
  protected readonly form = computed(() => batchLabels().form);
  protected readonly words = deviceLabels;
  /** Only who works for the whole city keeps devices of no unit. */
  protected readonly needsUnit = computed(() => !this.session.has('finance'));
  private readonly session = inject(SessionStore);
  /** As it stood when the form was opened: what is typed stays when the batch is read again after a refusal. */
  private readonly opened = linkedSignal({
    source: computed(() => this.batch().id),
    computation: () => untracked(this.batch),
  });
  protected readonly quantity = linkedSignal(() => String(this.opened().left));
  protected readonly unitId = linkedSignal<string | null>(() => this.opened().unit?.id ?? null);
  protected readonly siteId = linkedSignal<string | null>(() => this.opened().site?.id ?? null);
  protected readonly use = linkedSignal(() => useDraftOf(this.opened()));
  protected readonly reason = signal('');
  protected readonly hasTried = signal(false);
  protected readonly left = computed(() => formatNumber(this.batch().left));
  protected readonly count = computed(() => {
    const typed = this.quantity().trim();
    return /^[1-9][0-9]{0,5}$/.test(typed) ? Number(typed) : null;
  });
  protected readonly units = computed(() =>
    this.store.units().map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` })),
  );
  protected readonly sites = computed(() => this.store.sites().map(({ id, name }) => ({ value: id, label: name })));
  protected readonly chosenSite = computed(() => this.store.sites().find(({ id }) => id === this.siteId()) ?? null);

  constructor() {
    this.store.needsChoices.set(true);
  }

  protected send(event: Event): void {
    event.preventDefault();
    this.hasTried.set(true);
    const [quantity, unitId, siteId, reason] = [this.count(), this.unitId(), this.siteId(), this.reason().trim()];
    const use = readUseDraft(this.use(), this.chosenSite()?.kind ?? null);
    if (quantity === null || use === null || reason === '' || (this.needsUnit() && unitId === null)) return;
    this.confirmed.emit({
      ...use,
      quantity,
      reason,
      ...(unitId === null ? {} : { unitId }),
      ...(siteId === null ? {} : { siteId }),
      version: this.batch().version,
    });
  }
}
