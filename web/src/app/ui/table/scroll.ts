import { ChangeDetectionStrategy, Component, input } from '@angular/core';

/** A named region in which a wide table scrolls, so that the page never does. */
@Component({
  selector: 'et-scroll',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'et-scroll', role: 'region', tabindex: '0', '[attr.aria-label]': 'label()' },
  template: `<ng-content />`,
})
export class Scroll {
  readonly label = input.required<string>();
}
