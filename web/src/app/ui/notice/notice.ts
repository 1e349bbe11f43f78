import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icons';

export type NoticeKind = 'info' | 'ok' | 'warn' | 'bad';

const SYMBOLS: Record<NoticeKind, IconName> = { info: 'info', ok: 'check_circle', warn: 'warning', bad: 'error' };

/** A call in the flow of the page: what happened, what stayed, what to do. Refusals (`bad`) interrupt a screen reader. */
@Component({
  selector: 'et-notice',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[class]': "'et-notice et-notice--' + kind()", '[attr.role]': 'role()' },
  template: `<et-icon [name]="symbol()" [class]="'et-icon--' + kind()" />
    <div class="et-notice__body">
      @if (heading()) {
        <p class="et-strong">{{ heading() }}</p>
      }
      <ng-content />
    </div>`,
})
export class Notice {
  readonly kind = input<NoticeKind>('info');
  readonly heading = input<string>();
  /** Announces itself when it appears. Leave off for what stands there from the beginning. */
  readonly live = input(false);
  protected readonly symbol = computed(() => SYMBOLS[this.kind()]);
  protected readonly role = computed(() => (this.live() ? (this.kind() === 'bad' ? 'alert' : 'status') : null));
}
