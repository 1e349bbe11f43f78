import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CarryOverRow, YearEndLineRow } from '@etatlotse/contracts/authority/plain';
import type { CarryOverState } from '@etatlotse/domain/authority';
import { Amount } from '../ui/amount/amount';
import { formatEuro } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { formatDate } from '../ui/date/format';
import type { IconName } from '../ui/icon/icons';
import { Scroll } from '../ui/table/scroll';
import { Tag } from '../ui/tag/tag';
import type { CarryOverVerdict } from './carry-over-decision-form';
import { yearEndLabels } from './year-end.labels';

const LOOKS: Readonly<
  Record<CarryOverState, { readonly kind: 'ok' | 'info' | 'bad' | 'plain'; readonly icon: IconName }>
> = {
  proposed: { kind: 'info', icon: 'pending' },
  approved: { kind: 'ok', icon: 'check_circle' },
  refused: { kind: 'bad', icon: 'cancel' },
  used: { kind: 'plain', icon: 'check' },
  lapsed: { kind: 'plain', icon: 'timer' },
};

/** The lines of a year's end with what is needed and asked for; suggestions and decisions go in batches. */
@Component({
  selector: 'et-year-end-lines',
  imports: [Amount, Button, RouterLink, Scroll, Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './year-end-lines.html',
})
export class YearEndLines {
  readonly rows = input.required<readonly YearEndLineRow[]>();
  readonly mayDecide = input(false);
  readonly isBusy = input(false);
  readonly edit = output<YearEndLineRow>();
  readonly suggest = output<readonly YearEndLineRow[]>();
  readonly verdict = output<{ readonly verdict: CarryOverVerdict; readonly rows: readonly YearEndLineRow[] }>();
  protected readonly t = yearEndLabels;
  protected readonly looks = LOOKS;
  protected readonly date = formatDate;
  protected readonly euro = (cents: number): string => formatEuro(cents);

  private readonly chosen = linkedSignal<readonly YearEndLineRow[], ReadonlySet<string>>({
    source: this.rows,
    computation: () => new Set(),
  });
  protected readonly selected = computed(() => this.rows().filter(({ lineId }) => this.chosen().has(lineId)));
  protected readonly suggested = computed(() => this.selected().filter((row) => isSuggested(row)));
  protected readonly decidable = computed(() => this.selected().filter((row) => this.isDecidable(row)));
  protected readonly selectable = computed(() => this.rows().filter((row) => this.isSelectable(row)));
  protected readonly isAllSelected = computed(
    () => this.selectable().length > 0 && this.selectable().every(({ lineId }) => this.chosen().has(lineId)),
  );

  protected proposalOf(row: YearEndLineRow): CarryOverRow | undefined {
    return proposalOf(row);
  }

  protected isSelectable(row: YearEndLineRow): boolean {
    return isSuggested(row) || this.isDecidable(row);
  }

  protected isChosen({ lineId }: YearEndLineRow): boolean {
    return this.chosen().has(lineId);
  }

  protected toggle({ lineId }: YearEndLineRow): void {
    const next = new Set(this.chosen());
    if (!next.delete(lineId)) next.add(lineId);
    this.chosen.set(next);
  }

  protected toggleAll(): void {
    this.chosen.set(this.isAllSelected() ? new Set() : new Set(this.selectable().map(({ lineId }) => lineId)));
  }

  private isDecidable(row: YearEndLineRow): boolean {
    return this.mayDecide() && proposalOf(row)?.isOwn === false;
  }
}

const proposalOf = ({ carryOvers }: YearEndLineRow): CarryOverRow | undefined =>
  carryOvers.find(({ state }) => state === 'proposed');

/** A line with open orders for which nobody has asked yet. */
const isSuggested = (row: YearEndLineRow): boolean =>
  row.mayPropose && !row.isReserve && row.necessaryCents > 0 && row.openOrders > 0 && proposalOf(row) === undefined;
