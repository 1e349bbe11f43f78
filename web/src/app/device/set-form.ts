import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, output, signal } from '@angular/core';
import type { CreateEquipmentSet } from '@etatlotse/contracts/device';
import type { EquipmentSetRow, KindRow } from '@etatlotse/contracts/device/plain';
import type { ProblemMessage } from '../platform/problem';
import { Button } from '../ui/button/button';
import { Select } from '../ui/choice/choice';
import { Dialog } from '../ui/dialog/dialog';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { devicePageLabels } from './device-page.labels';
import { deviceLabels } from './device.labels';

interface ItemDraft {
  readonly kindId: string | null;
  readonly quantity: string;
}

const EMPTY_ITEM: ItemDraft = { kindId: null, quantity: '1' };

/** What a kind of workplace is given, and how many of these workplaces there are. */
@Component({
  selector: 'et-set-form',
  imports: [Button, Dialog, Notice, Select, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-dialog
    [heading]="set() === null ? t().headingNew : t().headingEdit"
    [wide]="true"
    (closed)="closed.emit()"
  >
    <form novalidate (submit)="send($event)">
      @if (problem(); as refused) {
        <et-notice kind="bad" class="et-form-notice" [live]="true" [heading]="refused.title">
          <p>{{ refused.detail }}</p>
        </et-notice>
      }
      <div class="et-fields-2">
        <et-text-field
          [label]="t().name"
          [(value)]="name"
          [error]="hasTried() && name().trim() === '' ? words().fill : null"
        />
        <et-text-field
          [label]="t().workplacesField"
          [(value)]="workplaces"
          [error]="hasTried() && wholeOf(workplaces(), 0) === null ? words().number : null"
        />
      </div>
      @for (item of items(); track $index; let at = $index) {
        <div class="et-fields-2">
          <et-select
            [label]="t().itemKind('' + (at + 1))"
            [options]="kindOptions()"
            [value]="item.kindId"
            [error]="hasTried() && item.kindId === null ? words().fill : null"
            (valueChange)="setItem(at, { kindId: $event })"
          />
          <et-text-field
            [label]="t().itemQuantity('' + (at + 1))"
            [value]="item.quantity"
            [error]="hasTried() && wholeOf(item.quantity, 1) === null ? words().number : null"
            (valueChange)="setItem(at, { quantity: $event })"
          />
        </div>
        @if (items().length > 1) {
          <button type="button" class="et-link-button et-device__drop" (click)="drop(at)">{{ words().remove }}</button>
        }
      }
      <div class="et-actions">
        <button type="button" etButton="secondary" icon="add" (click)="add()">{{ t().addItem }}</button>
      </div>
      <div class="et-actions et-actions--below">
        <button type="submit" etButton="primary">{{ words().save }}</button>
        @if (set() !== null) {
          <button type="button" etButton="secondary" icon="delete" (click)="removed.emit()">
            {{ words().remove }}
          </button>
        }
        <button type="button" etButton="tertiary" (click)="closed.emit()">{{ words().cancel }}</button>
      </div>
    </form>
  </et-dialog>`,
})
export class SetForm {
  /** Null for a new one. */
  readonly set = input.required<EquipmentSetRow | null>();
  readonly kinds = input.required<readonly KindRow[]>();
  readonly problem = input<ProblemMessage | null>(null);
  readonly confirmed = output<CreateEquipmentSet>();
  readonly removed = output<void>();
  readonly closed = output<void>();
  protected readonly t = computed(() => devicePageLabels().sets);
  protected readonly words = deviceLabels;
  protected readonly name = linkedSignal(() => this.set()?.name ?? '');
  protected readonly workplaces = linkedSignal(() => String(this.set()?.workplaces ?? ''));
  protected readonly items = linkedSignal<readonly ItemDraft[]>(
    () =>
      this.set()?.items.map(({ kind, quantity }) => ({ kindId: kind.id, quantity: String(quantity) })) ?? [EMPTY_ITEM],
  );
  protected readonly hasTried = signal(false);
  protected readonly kindOptions = computed(() => this.kinds().map(({ id, name }) => ({ value: id, label: name })));

  protected wholeOf(text: string, least: number): number | null {
    const typed = text.trim();
    return /^[0-9]{1,6}$/.test(typed) && Number(typed) >= least ? Number(typed) : null;
  }

  protected setItem(at: number, change: Partial<ItemDraft>): void {
    this.items.update((items) => items.map((item, place) => (place === at ? { ...item, ...change } : item)));
  }

  protected add(): void {
    this.items.update((items) => [...items, EMPTY_ITEM]);
  }

  protected drop(at: number): void {
    this.items.update((items) => items.filter((_, place) => place !== at));
  }

  protected send(event: Event): void {
    event.preventDefault();
    this.hasTried.set(true);
    const [name, workplaces] = [this.name().trim(), this.wholeOf(this.workplaces(), 0)];
    const items = this.items().flatMap(({ kindId, quantity }) => {
      const count = this.wholeOf(quantity, 1);
      return kindId === null || count === null ? [] : [{ kindId, quantity: count }];
    });
    if (name === '' || workplaces === null || items.length < this.items().length) return;
    this.confirmed.emit({ name, workplaces, items });
  }
}
