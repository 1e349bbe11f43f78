import { ChangeDetectionStrategy, Component, computed, effect, input, output, signal, untracked } from '@angular/core';
import {
  DEMAND_ITEM_KINDS,
  type DemandItem,
  type DemandItemKind,
  ITEM_RHYTHMS,
  itemKindOf,
  type ItemRhythm,
  PRICE_BASES,
  type PriceBasis,
} from '@etatlotse/contracts/demand/plain';
import { Button } from '../ui/button/button';
import { Choice, Select } from '../ui/choice/choice';
import { formatMonthName } from '../ui/date/format';
import { AmountField } from '../ui/field/amount-field';
import { TextField } from '../ui/field/text-field';
import { USUAL_KIND } from './demand-draft';
import { demandFormLabels } from './demand-form.labels';
import { demandLabels } from './demand.labels';
import { numberText, readDecimal, readWhole } from './number-text';

const VAT_MAX = 10_000;

/** One thing to be bought. What cannot be read stays in its field with a sentence; the item then counts as unknown. */
@Component({
  selector: 'et-demand-item-fields',
  imports: [AmountField, Button, Choice, Select, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<fieldset class="et-demand__item">
    <legend>{{ t().item(at()) }}</legend>
    <div class="et-demand__item-face">
      <et-text-field [label]="t().label" [value]="item().label" (valueChange)="setLabel($event)" />
      <et-select
        [label]="t().itemKind"
        [placeholder]="null"
        [options]="kinds()"
        [value]="item().kind"
        (valueChange)="setKind($event)"
      />
    </div>
    <div class="et-demand__item-money">
      <et-text-field
        [label]="t().quantity"
        [value]="quantity()"
        [error]="quantityError()"
        (valueChange)="setQuantity($event)"
      />
      <et-text-field [label]="t().unit" [value]="item().unit" (valueChange)="set({ unit: $event })" />
      <et-amount-field
        [label]="t().price"
        [value]="item().unitPriceCents"
        (valueChange)="set({ unitPriceCents: $event })"
      />
      <et-choice
        [legend]="t().basisLegend"
        [options]="bases()"
        [value]="item().basis"
        (valueChange)="setBasis($event)"
      />
      <et-text-field [label]="t().vat" [value]="vat()" [error]="vatError()" (valueChange)="setVat($event)" />
    </div>
    <div class="et-demand__item-money">
      <et-choice
        [legend]="t().rhythm"
        [options]="rhythms()"
        [value]="item().rhythm"
        (valueChange)="setRhythm($event)"
      />
      <et-select
        [label]="t().fromYear"
        [placeholder]="null"
        [options]="yearOptions()"
        [value]="'' + item().fromYear"
        (valueChange)="setFrom($event)"
      />
      @if (item().rhythm === 'recurring') {
        <et-select
          [label]="t().toYear"
          [placeholder]="t().open"
          [options]="laterYears()"
          [value]="item().toYear === null ? null : '' + item().toYear"
          (valueChange)="set({ toYear: $event === null ? null : +$event })"
        />
        <et-text-field
          [label]="t().increase"
          [value]="increase()"
          [error]="percentError()"
          (valueChange)="setIncrease($event)"
        />
      } @else {
        <et-select
          [label]="t().month"
          [placeholder]="null"
          [options]="months()"
          [value]="'' + item().month"
          (valueChange)="set({ month: +($event ?? 1) })"
        />
      }
    </div>
    <button type="button" etButton="tertiary" icon="delete" (click)="removed.emit()">
      {{ t().removeItem }}<span class="et-hidden"> {{ item().label || t().item(at()) }}</span>
    </button>
  </fieldset>`,
})
export class DemandItemFields {
  readonly item = input.required<DemandItem>();
  /** From 1. */
  readonly at = input.required<number>();
  readonly years = input.required<readonly number[]>();
  readonly changed = output<DemandItem>();
  readonly removed = output<void>();
  protected readonly t = demandFormLabels;
  protected readonly quantity = signal('');
  protected readonly increase = signal('');
  protected readonly vat = signal('');

  /** Chosen by the person; before that the kind follows the name, so that a tablet is not taken for a service. */
  private readonly isKindChosen = signal(false);

  protected readonly kinds = computed(() =>
    DEMAND_ITEM_KINDS.map((value) => ({ value, label: demandLabels().itemKinds[value] })),
  );
  protected readonly bases = computed(() =>
    PRICE_BASES.map((value) => ({ value, label: demandLabels().bases[value] })),
  );
  protected readonly rhythms = computed(() =>
    ITEM_RHYTHMS.map((value) => ({ value, label: demandLabels().rhythms[value] })),
  );
  protected readonly yearOptions = computed(() => this.years().map((year) => ({ value: `${year}`, label: `${year}` })));
  protected readonly laterYears = computed(() =>
    this.yearOptions().filter(({ value }) => Number(value) >= this.item().fromYear),
  );
  protected readonly months = computed(() =>
    Array.from({ length: 12 }, (_, month) => ({ value: `${month + 1}`, label: formatMonthName(month + 1) })),
  );
  protected readonly quantityError = computed(() =>
    readWhole(this.quantity()) === undefined ? this.t().quantityError : null,
  );
  protected readonly percentError = computed(() =>
    readDecimal(this.increase(), 2) === undefined ? this.t().percentError : null,
  );

  /** Blank is not readable: a rate of zero is written as 0. */
  protected readonly vatError = computed(() => (this.vatOf(this.vat()) === null ? this.t().vatError : null));

  constructor() {
    effect(() => {
      const { quantity, increaseBasisPoints, vatBasisPoints } = this.item();
      untracked(() => {
        if (readWhole(this.quantity()) !== quantity && quantity !== null) this.quantity.set(`${quantity}`);
        if ((readDecimal(this.increase(), 2) ?? 0) !== increaseBasisPoints) {
          this.increase.set(numberText(increaseBasisPoints, 2));
        }
        if (this.vatOf(this.vat()) !== vatBasisPoints) this.vat.set(numberText(vatBasisPoints, 2) || '0');
      });
    });
  }

  protected set(change: Partial<DemandItem>): void {
    this.changed.emit({ ...this.item(), ...change });
  }

  protected setLabel(label: string): void {
    const { kind, label: before } = this.item();
    const isOpen = !this.isKindChosen() && kind === (itemKindOf(before) ?? USUAL_KIND);
    this.set({ label, ...(isOpen ? { kind: itemKindOf(label) ?? USUAL_KIND } : {}) });
  }

  protected setKind(kind: string | null): void {
    if (kind === null) return;
    this.isKindChosen.set(true);
    this.set({ kind: kind as DemandItemKind });
  }

  protected setBasis(basis: string | null): void {
    if (basis !== null) this.set({ basis: basis as PriceBasis });
  }

  protected setRhythm(rhythm: string | null): void {
    if (rhythm === null) return;
    this.set({
      rhythm: rhythm as ItemRhythm,
      ...(rhythm === 'one_off' ? { toYear: null, increaseBasisPoints: 0 } : {}),
    });
  }

  protected setFrom(year: string | null): void {
    const fromYear = Number(year ?? this.item().fromYear);
    const { toYear } = this.item();
    this.set({ fromYear, toYear: toYear === null ? null : Math.max(toYear, fromYear) });
  }

  protected setQuantity(text: string): void {
    this.quantity.set(text);
    const quantity = readWhole(text);
    this.set({ quantity: quantity ?? null });
  }

  protected setIncrease(text: string): void {
    this.increase.set(text);
    const increaseBasisPoints = readDecimal(text, 2);
    if (increaseBasisPoints !== undefined) this.set({ increaseBasisPoints: increaseBasisPoints ?? 0 });
  }

  protected setVat(text: string): void {
    this.vat.set(text);
    const vatBasisPoints = this.vatOf(text);
    if (vatBasisPoints !== null) this.set({ vatBasisPoints });
  }

  private vatOf(text: string): number | null {
    const rate = readDecimal(text, 2) ?? null;
    return rate === null || rate > VAT_MAX ? null : rate;
  }
}
