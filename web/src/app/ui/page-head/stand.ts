import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { formatEuro } from '../amount/format';
import { formatDateTime } from '../date/format';
import { Icon } from '../icon/icon';
import { pageHeadLabels } from './page-head.labels';

/** How old the figures are and whether they were reconciled. Every page with figures shows one. */
@Component({
  selector: 'et-stand',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'et-stand', '[class.et-stand--stale]': 'alarm()' },
  template: `<et-icon [name]="symbol()" [small]="true" /><span>{{ sentence() }}</span>`,
})
export class Stand {
  /** Instant the figures are of. */
  readonly at = input.required<string>();
  /** Result of the last reconciliation; leave out where there is none. */
  readonly differenceCents = input<number | null>();
  readonly stale = input(false);

  protected readonly alarm = computed(() => this.stale() || (this.differenceCents() ?? 0) !== 0);
  protected readonly symbol = computed(() => {
    if (this.alarm()) return 'warning' as const;
    return this.differenceCents() === 0 ? ('verified' as const) : ('schedule' as const);
  });
  protected readonly sentence = computed(() => {
    const words = pageHeadLabels();
    if (this.stale()) return words.stale(formatDateTime(this.at()));
    const difference = this.differenceCents() ?? null;
    const stand = words.stand(formatDateTime(this.at()));
    return difference === null ? stand : `${stand} · ${words.reconciled(formatEuro(difference))}`;
  });
}
