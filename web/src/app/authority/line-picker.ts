import { ChangeDetectionStrategy, Component, effect, inject, input, model } from '@angular/core';
import { LineSearch } from '../platform/line-search';
import { type ChosenLine, LineChoice } from '../ui/line-choice/line-choice';

/** Chooses a line with a search of its own: the forms of this section have two lines or more beside each other. */
@Component({
  selector: 'et-line-picker',
  imports: [LineChoice],
  providers: [LineSearch],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-line-choice
    [label]="label()"
    [hint]="hint()"
    [error]="error()"
    [found]="search.found()"
    [(value)]="line"
    (searched)="search.ask($event)"
  />`,
})
export class LinePicker {
  readonly label = input.required<string>();
  readonly hint = input<string>();
  readonly error = input<string | null>(null);
  /** Where the form is for another year than the page. */
  readonly year = input<number | null>(null);
  readonly line = model<ChosenLine | null>(null);
  protected readonly search = inject(LineSearch);

  constructor() {
    effect(() => this.search.ownYear.set(this.year()));
  }
}
