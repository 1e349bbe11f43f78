import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { UnitDetail } from '@etatlotse/contracts/organization/plain';
import { formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { formatDate } from '../ui/date/format';
import { Facts } from '../ui/facts/facts';
import type { UnitDeed } from './unit-form';
import { unitLabels } from './unit.labels';

/** The chosen unit: its place, its days, what hangs on it, and what can be done with it. */
@Component({
  selector: 'et-unit-panel',
  imports: [Button, Facts, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<h2>{{ unit().name }}</h2>
    <et-facts class="et-section--close" [facts]="facts()" />
    <h3 class="et-section">{{ t().usage }}</h3>
    @if (isUnused()) {
      <p class="et-small et-muted">{{ t().usageNone }}</p>
    } @else {
      <ul class="et-unit__usage">
        @if (unit().usage.children) {
          <li>{{ t().usageRows.children(number(unit().usage.children)) }}</li>
        }
        @if (unit().usage.lines) {
          <li>
            @if (linksLines()) {
              <a routerLink="/budget/lines" [queryParams]="{ unit: unit().id }">{{
                t().usageRows.lines(number(unit().usage.lines))
              }}</a>
            } @else {
              {{ t().usageRows.lines(number(unit().usage.lines)) }}
            }
          </li>
        }
        @if (unit().usage.roles) {
          <li>{{ t().usageRows.roles(number(unit().usage.roles)) }}</li>
        }
      </ul>
      <p class="et-source">{{ t().usageHint }}</p>
    }
    @if (mayWrite()) {
      <div class="et-unit__deeds">
        <button type="button" etButton="secondary" icon="add" [compact]="true" (click)="deed.emit('create')">
          {{ t().addBelow }}
        </button>
        <button type="button" etButton="secondary" icon="edit" [compact]="true" (click)="deed.emit('rename')">
          {{ t().rename }}
        </button>
        <button type="button" etButton="secondary" icon="account_tree" [compact]="true" (click)="deed.emit('move')">
          {{ t().move }}
        </button>
        <button
          type="button"
          etButton="secondary"
          icon="calendar_month"
          [compact]="true"
          (click)="deed.emit('validity')"
        >
          {{ t().validityChange }}
        </button>
        <button type="button" etButton="tertiary" icon="delete" [compact]="true" (click)="deed.emit('remove')">
          {{ t().remove }}
        </button>
      </div>
    } @else {
      <p class="et-source">{{ t().readOnly }}</p>
    }`,
})
export class UnitPanel {
  readonly unit = input.required<UnitDetail>();
  readonly mayWrite = input(false);
  readonly linksLines = input(false);
  readonly deed = output<UnitDeed>();
  protected readonly t = unitLabels;
  protected readonly number = (value: number): string => formatNumber(value);
  protected readonly isUnused = computed(() => {
    const { children, lines, roles } = this.unit().usage;
    return children + lines + roles === 0;
  });
  protected readonly facts = computed(() => {
    const unit = this.unit();
    const words = unitLabels();
    const from = formatDate(unit.validFrom);
    return [
      { term: words.facts.code, text: unit.code },
      { term: words.facts.level, text: words.levels[unit.level] },
      {
        term: words.facts.parent,
        text: unit.parentCode === null ? words.top : `${unit.parentCode} ${unit.parentName ?? ''}`,
      },
      {
        term: words.facts.validity,
        text: unit.validTo === null ? words.from(from) : words.fromTo(from, formatDate(unit.validTo)),
      },
    ];
  });
}
