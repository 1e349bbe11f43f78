import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icons';

/** State in one word, always with icon and word: `<et-tag kind="warn" icon="warning">knapp</et-tag>`. */
@Component({
  selector: 'et-tag',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[class]': "'et-tag et-tag--' + kind()" },
  template: `@if (icon(); as name) {
      <et-icon [name]="name" [small]="true" />
    }
    <ng-content />`,
})
export class Tag {
  readonly kind = input<'plain' | 'info' | 'ok' | 'warn' | 'bad'>('plain');
  readonly icon = input<IconName>();
}
