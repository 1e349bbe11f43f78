import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icons';

/** KERN button with an optional symbol: `<button etButton="primary" icon="add">Bestellung buchen</button>`, also on links. */
@Component({
  selector: 'button[etButton], a[etButton]',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'kern-btn', '[class]': 'kind()', '[class.kern-btn--compact]': 'compact()' },
  template: `@if (icon(); as name) {
      <et-icon [name]="name" />
    }
    <span class="kern-label"><ng-content /></span>`,
})
export class Button {
  readonly etButton = input<'primary' | 'secondary' | 'tertiary' | ''>('secondary');
  readonly icon = input<IconName>();
  readonly compact = input(false);
  protected readonly kind = computed(() => `kern-btn--${this.etButton() || 'secondary'}`);
}
