import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { KindRow, LowValueView } from '@etatlotse/contracts/device/plain';
import { burdenOf, classifyDevice } from '@etatlotse/domain/budget';
import { DEVICE_PRICE_MAX_CENTS, DEVICE_QUANTITY_MAX, dueYear } from '@etatlotse/domain/device';
import { cents, isPlainDate } from '@etatlotse/domain/shared';
import { formatEuro, formatNumber } from '../ui/amount/format';
import { Tag } from '../ui/tag/tag';
import { CLASS_LOOKS, classReason } from './device-look';
import { batchLabels } from './batch.labels';
import { deviceLabels } from './device.labels';

/** What a purchase takes from the budget while it is typed, by the same rules as the API. */
@Component({
  selector: 'et-device-effect',
  imports: [Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<section class="et-panel" aria-live="polite">
    <h2>{{ t().effect }}</h2>
    @if (result(); as found) {
      <p class="et-section--close">
        <et-tag [kind]="found.look.kind" [icon]="found.look.icon">{{ found.as }}</et-tag>
      </p>
      @for (sentence of found.sentences; track $index) {
        <p class="et-device__rule">{{ sentence }}</p>
      }
    } @else {
      <p class="et-finding">{{ t().effectEmpty }}</p>
    }
  </section>`,
})
export class DeviceEffect {
  readonly kind = input.required<KindRow | null>();
  readonly rule = input.required<LowValueView | null>();
  readonly quantity = input.required<number | null>();
  readonly netUnitCents = input.required<number | null>();
  readonly boughtOn = input.required<string | null>();
  protected readonly t = computed(() => batchLabels().form);

  protected readonly result = computed(() => {
    const [kind, rule, quantity, price] = [this.kind(), this.rule(), this.quantity(), this.netUnitCents()];
    if (kind === null || rule === null || quantity === null || price === null) return null;
    if (price < 1 || price > DEVICE_PRICE_MAX_CENTS || quantity > DEVICE_QUANTITY_MAX) return null;
    const net = cents(price);
    const found = classifyDevice({ netUnitCents: net, isStandalone: kind.isStandalone, answer: kind.answer }, rule);
    const words = this.t();
    const as = deviceLabels().classes[found.as];
    const all = burdenOf(quantity, net, kind.vatBasisPoints).grossCents;
    const one = burdenOf(1, net, kind.vatBasisPoints).grossCents;
    const day = this.boughtOn();
    return {
      as,
      look: CLASS_LOOKS[found.as],
      sentences: [
        words.effectGross(formatNumber(quantity), formatEuro(net), formatEuro(all)),
        words.effectUnit(formatEuro(one)),
        words.effectClass(as, classReason(found)),
        ...(isPlainDate(day) ? [words.effectDue(dueYear(day, kind.cycleMonths))] : []),
      ],
    };
  });
}
