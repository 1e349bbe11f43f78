import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import type { CreateDeviceKind } from '@etatlotse/contracts/device';
import type { KindRow } from '@etatlotse/contracts/device/plain';
import { Amount } from '../ui/amount/amount';
import { formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { PageHead } from '../ui/page-head/page-head';
import { Empty, Failure, Loading } from '../ui/state/state';
import { Scroll } from '../ui/table/scroll';
import { Toasts } from '../ui/toast/toasts';
import { DeviceClass } from './device-class';
import { devicePageLabels } from './device-page.labels';
import { DeviceRule } from './device-rule';
import { DeviceTabs } from './device-tabs';
import { deviceLabels } from './device.labels';
import { EquipmentStore } from './equipment.store';
import { KindForm } from './kind-form';

/** Kinds of devices with price, cycle and class, under the low-value rule of the year. */
@Component({
  selector: 'et-kind-list-page',
  imports: [Amount, Button, DeviceClass, DeviceRule, DeviceTabs, Empty, Failure, KindForm, Loading, PageHead, Scroll],
  providers: [EquipmentStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './kind-list.page.html',
})
export class KindListPage {
  protected readonly store = inject(EquipmentStore);
  private readonly toasts = inject(Toasts);
  protected readonly t = computed(() => devicePageLabels().kinds);
  protected readonly words = deviceLabels;
  protected readonly number = (value: number): string => formatNumber(value);
  /** What is being edited: a kind, or a new one. */
  protected readonly editing = signal<{ readonly kind: KindRow | null } | null>(null);
  protected readonly lead = computed(() => {
    const kinds = this.store.kinds()?.kinds ?? [];
    if (kinds.length === 0) return '';
    const open = kinds.filter(({ deviceClass }) => deviceClass.as === 'ask').length;
    return open === 0
      ? this.t().leadFine(formatNumber(kinds.length))
      : this.t().lead(formatNumber(kinds.length), formatNumber(open));
  });

  protected edit(kind: KindRow | null): void {
    this.store.saveKind.clear();
    this.editing.set({ kind });
  }

  protected async save(kind: CreateDeviceKind): Promise<void> {
    const saved = await this.store.saveKind.run(kind, this.editing()?.kind ?? null);
    this.store.reload();
    if (saved === null) return;
    this.toasts.show(devicePageLabels().kinds.saved);
    this.editing.set(null);
  }
}
