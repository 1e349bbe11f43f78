import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import { Unknown } from '../unknown/unknown';

export interface Fact {
  readonly term: string;
  /** `null` is unknown. */
  readonly text: string | null;
  readonly link?: readonly (string | number)[];
  readonly query?: Readonly<Record<string, string>>;
}

/** Name and value in two columns. For values that are more than text write `<dl class="et-facts">` yourself. */
@Component({
  selector: 'et-facts',
  imports: [RouterLink, Unknown],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<dl class="et-facts">
    @for (fact of facts(); track $index) {
      <dt>{{ fact.term }}</dt>
      <dd>
        @if (fact.text === null) {
          <et-unknown />
        } @else if (fact.link) {
          <a [routerLink]="fact.link" [queryParams]="fact.query">{{ fact.text }}</a>
        } @else {
          {{ fact.text.slice(0, signOf(fact.text)) }}<wbr />{{ fact.text.slice(signOf(fact.text)) }}
        }
      </dd>
    }
  </dl>`,
})
export class Facts {
  readonly facts = input.required<readonly Fact[]>();
  /** An e-mail address breaks before its sign rather than within a word, and is still copied whole. */
  protected readonly signOf = (text: string): number => (/^\S+@\S+$/.test(text) ? text.indexOf('@') : text.length);
}
