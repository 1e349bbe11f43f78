import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { PROCUREMENT_ADVICE_PATH, type ProcurementAdviceView } from '@etatlotse/contracts/procurement/plain';
import { formatEuro, formatNumber } from '../ui/amount/format';
import { formatDate } from '../ui/date/format';
import { Tag } from '../ui/tag/tag';
import { query } from './api';
import { procurementLabels } from './procurement.labels';

/** Which way a purchase goes: the way, the reason, the last day to begin, and where the limits come from. */
@Component({
  selector: 'et-procurement-advice',
  imports: [Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@let seen = advice();
    <div aria-live="polite">
      <p>
        <et-tag [kind]="seen.isLate ? 'warn' : 'plain'" [icon]="seen.isLate ? 'warning' : undefined">{{
          t().paths[seen.path]
        }}</et-tag>
      </p>
      @if (!brief()) {
        <p class="et-section--close">{{ reason(seen) }}</p>
      }
      <p class="et-section--close">{{ start(seen) }}</p>
      @if (!brief()) {
        <p class="et-source">
          {{ t().source(seen.source) }}
          @if (seen.isExample) {
            {{ t().example }}
          }
        </p>
      }
    </div>`,
})
export class ProcurementAdvice {
  readonly advice = input.required<ProcurementAdviceView>();
  /** Only the way and how long it takes: where many purchases stand below each other. */
  readonly brief = input(false);
  protected readonly t = procurementLabels;
  protected readonly reason = reasonOf;
  protected readonly start = startOf;
}

/** The same while a purchase is typed: asks the city's limits anew whenever the purchase changes. */
@Component({
  selector: 'et-procurement-check',
  imports: [ProcurementAdvice],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@if (advice(); as seen) {
    <et-procurement-advice [advice]="seen" [brief]="brief()" />
  }`,
})
export class ProcurementCheck {
  /** Without tax, for the whole purchase; null: not known yet, then nothing is said. */
  readonly netCents = input.required<number | null>();
  readonly wantedOn = input<string | null>(null);
  readonly isFramework = input(false);
  readonly isInHouse = input(false);
  readonly brief = input(false);

  private readonly answer = httpResource<ProcurementAdviceView>(() => {
    const netCents = this.netCents();
    if (netCents === null || netCents < 0) return undefined;
    const [wantedOn, isFramework, isInHouse] = [this.wantedOn() ?? undefined, this.isFramework(), this.isInHouse()];
    return { url: PROCUREMENT_ADVICE_PATH, params: query({ netCents, wantedOn, isFramework, isInHouse }) };
  });
  protected readonly advice = computed(() => (this.answer.hasValue() ? this.answer.value() : null));
}

type Advised = Pick<ProcurementAdviceView, 'path' | 'netCents' | 'aboveCents' | 'upToCents'>;

/** Why it goes this way, in figures. */
export function reasonOf({ path, netCents, aboveCents, upToCents }: Advised): string {
  const words = procurementLabels();
  const [net, above, upTo] = [formatEuro(netCents), formatEuro(aboveCents ?? 0), formatEuro(upToCents ?? 0)];
  switch (path) {
    case 'in_house':
      return words.in_house;
    case 'framework':
      return words.framework;
    case 'direct':
      return words.direct(net, upTo);
    case 'negotiated':
      return words.negotiated(net, above, upTo);
    case 'national':
      return words.national(net, above, upTo);
    case 'eu':
      return words.eu(net, above);
  }
}

/** When it has to begin. */
function startOf({ leadDays, latestStartOn, isLate, wantedOn }: ProcurementAdviceView): string {
  const words = procurementLabels();
  const days = formatNumber(leadDays);
  if (latestStartOn === null || wantedOn === null) return words.lasts(days);
  const [wanted, day] = [formatDate(wantedOn), formatDate(latestStartOn)];
  return isLate ? words.late(wanted, day, days) : words.start(wanted, day, days);
}
