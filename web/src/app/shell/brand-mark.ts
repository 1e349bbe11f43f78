import { ChangeDetectionStrategy, Component } from '@angular/core';

/** The sign of the product: three lines of a budget, one of them on its way up. */
@Component({
  selector: 'et-brand-mark',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'et-brand__mark', 'aria-hidden': 'true' },
  template: `<svg viewBox="0 0 26 26" focusable="false">
    <rect class="ground" x="1" y="1" width="24" height="24" rx="6" />
    <path class="lines" d="M6 19.5h14M6 15h9M6 10.5h5" />
    <path class="course" d="M14.5 10.5 19.5 6v5.6" />
  </svg>`,
})
export class BrandMark {}
