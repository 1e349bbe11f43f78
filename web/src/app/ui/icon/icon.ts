import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { ICONS, type IconName } from './icons';

/** A symbol beside a word. It is decoration; where it stands alone, the button around it carries the `aria-label`. */
@Component({
  selector: 'et-icon',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'et-icon', '[class.et-icon--small]': 'small()', 'aria-hidden': 'true' },
  template: `<svg viewBox="0 -960 960 960" focusable="false"><path [attr.d]="shape()" /></svg>`,
})
export class Icon {
  readonly name = input.required<IconName>();
  /** 16 px instead of 20 px, for tags and table cells. */
  readonly small = input(false);
  protected readonly shape = computed(() => ICONS[this.name()]);
}
