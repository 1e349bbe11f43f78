import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Unknown } from '../unknown/unknown';

export interface Fact {
  readonly term: string;
  /** `null` is unknown. */
  readonly text: string | null;
  readonly link?: readonly (string | number)[];
}

/** Name and value in two columns. For values that are more than text write `<dl class="et-facts">` yourself. */
@Component({
  selector: 'et-facts',
  imports: [RouterLink, Unknown],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<dl class="et-facts">
    @for (fact of facts(); track fact.term) {
      <dt>{{ fact.term }}</dt>
      <dd>
        @if (fact.text === null) {
          <et-unknown />
        } @else if (fact.link) {
          <a [routerLink]="fact.link">{{ fact.text }}</a>
        } @else {
          {{ fact.text }}
        }
      </dd>
    }
  </dl>`,
})
export class Facts {
  readonly facts = input.required<readonly Fact[]>();
}
