import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import type { CreateEquipmentSet } from '@etatlotse/contracts/device';
import type { EquipmentSetRow } from '@etatlotse/contracts/device/plain';
import { Amount } from '../ui/amount/amount';
import { formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { PageHead } from '../ui/page-head/page-head';
import { Empty, Failure, Loading } from '../ui/state/state';
import { Scroll } from '../ui/table/scroll';
import { Tag } from '../ui/tag/tag';
import { Toasts } from '../ui/toast/toasts';
import { devicePageLabels } from './device-page.labels';
import { DeviceTabs } from './device-tabs';
import { deviceLabels } from './device.labels';
import { EquipmentStore } from './equipment.store';
import { SetForm } from './set-form';

/** What workplaces are given, and whether the stock is enough for all of them. */
@Component({
  selector: 'et-set-list-page',
  imports: [Amount, Button, DeviceTabs, Empty, Failure, Loading, PageHead, Scroll, SetForm, Tag],
  providers: [EquipmentStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './set-list.page.html',
})
export class SetListPage {
  protected readonly store = inject(EquipmentStore);
  private readonly toasts = inject(Toasts);
  protected readonly t = computed(() => devicePageLabels().sets);
  protected readonly words = deviceLabels;
  protected readonly number = (value: number): string => formatNumber(value);
  protected readonly editing = signal<{ readonly set: EquipmentSetRow | null } | null>(null);
  protected readonly problem = computed(() => this.store.saveSet.problem() ?? this.store.removeSet.problem());
  protected readonly lead = computed(() => {
    const equipment = this.store.equipment();
    if (equipment === null || equipment.sets.length === 0) return '';
    if (equipment.balance === null) return this.t().leadSets(formatNumber(equipment.sets.length));
    const short = equipment.balance.filter(({ missing }) => missing > 0).length;
    return short === 0 ? this.t().leadFine : this.t().lead(formatNumber(short));
  });

  /** Only what a workplace is given can be missing. */
  protected readonly balance = computed(() =>
    (this.store.equipment()?.balance ?? []).filter(({ needed }) => needed > 0),
  );

  protected itemsOf({ items }: EquipmentSetRow): string {
    return items.map(({ kind, quantity }) => this.t().item(formatNumber(quantity), kind.name)).join(', ');
  }

  protected edit(set: EquipmentSetRow | null): void {
    this.store.saveSet.clear();
    this.store.removeSet.clear();
    this.editing.set({ set });
  }

  protected async save(set: CreateEquipmentSet): Promise<void> {
    const saved = await this.store.saveSet.run(set, this.editing()?.set ?? null);
    this.done(saved !== null, this.t().saved);
  }

  protected async remove(): Promise<void> {
    const set = this.editing()?.set;
    if (!set) return;
    const removed = await this.store.removeSet.run(set.id, set.version);
    this.done(removed !== null, this.t().removed);
  }

  private done(isDone: boolean, words: string): void {
    this.store.reload();
    if (!isDone) return;
    this.toasts.show(words);
    this.editing.set(null);
  }
}
