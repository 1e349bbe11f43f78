import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { TRAINING_PATHS, type TrainingQuotaPage, type TrainingQuotaRow } from '@etatlotse/contracts/inventory/plain';
import { query } from '../platform/api';
import { Permissions } from '../platform/permission';
import { Button } from '../ui/button/button';
import { RecordTable, type RecordTableShape } from '../ui/record/record-table';
import { Toasts } from '../ui/toast/toasts';
import { inventoryLabels } from './inventory.labels';
import { RecordDialog } from './record-dialog';
import { shareText } from './record-look';
import { RecordStore } from './record.store';
import { TARGET_FORM, type TargetValues } from './training-shape';
import { trainingLabels } from './training.labels';

/** How far units are with each technology: trained people against people to train. */
@Component({
  selector: 'et-training-quotas',
  imports: [Button, RecordDialog, RecordTable],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<section class="et-panel">
      <h2>{{ t().quotas }}</h2>
      @if (quotas(); as rows) {
        @if (rows.length > 0) {
          <et-record-table [shape]="shape()" [rows]="rows" />
        } @else {
          <p>{{ t().noQuotas }}</p>
        }
      }
      @if (mayWrite()) {
        <div class="et-actions et-actions--below">
          <button type="button" etButton="secondary" (click)="begin()">{{ t().setTarget }}</button>
        </div>
      }
    </section>
    @if (isAsking()) {
      <et-record-dialog
        [heading]="t().setTarget"
        [shape]="form"
        [send]="t().setTarget"
        (confirmed)="send($event)"
        (closed)="isAsking.set(false)"
      />
    }`,
})
export class TrainingQuotas {
  private readonly store = inject(RecordStore);
  private readonly toasts = inject(Toasts);
  private readonly permissions = inject(Permissions);
  protected readonly t = trainingLabels;
  protected readonly form = TARGET_FORM;
  protected readonly isAsking = signal(false);
  protected readonly mayWrite = computed(() => this.permissions.has('inventory.write'));
  private readonly resource = httpResource<TrainingQuotaPage>(() => ({
    url: TRAINING_PATHS.quotas,
    params: query({ limit: 100 }),
  }));
  protected readonly quotas = computed(() => (this.resource.hasValue() ? this.resource.value().rows : null));
  protected readonly shape = computed<RecordTableShape<TrainingQuotaRow>>(() => {
    const t = trainingLabels();
    return {
      caption: t.quotas,
      nameHead: inventoryLabels().unit,
      name: ({ unit }) => `${unit.code} ${unit.name}`,
      link: () => null,
      columns: [
        { head: t.technology, kind: 'text', of: ({ technology }) => t.technologies[technology] },
        { head: t.trained, kind: 'number', of: ({ trained }) => trained },
        { head: t.toTrain, kind: 'number', of: ({ toTrain }) => toTrain },
        {
          head: t.quota,
          kind: 'number',
          of: ({ basisPoints }) => (basisPoints === null ? null : shareText(basisPoints)),
        },
      ],
    };
  });

  protected begin(): void {
    this.store.begin();
    this.isAsking.set(true);
  }

  /** A number that stands already is replaced at the version it was seen at. */
  protected async send(values: TargetValues): Promise<void> {
    const known = (this.quotas() ?? []).find(
      ({ unit, technology }) => unit.id === values.unitId && technology === values.technology,
    );
    const done = await this.store.change.run(TRAINING_PATHS.targets, { ...values, version: known?.version ?? 0 });
    if (done === null) return;
    this.toasts.show(inventoryLabels().saved);
    this.isAsking.set(false);
    this.resource.reload();
  }
}
