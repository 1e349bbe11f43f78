import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { unknownLabels } from './unknown.labels';

/** The only way to show a figure that is not known. It is never 0 and never blank. */
@Component({
  selector: 'et-unknown',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'et-unknown' },
  template: `{{ text() ?? t().unknown }}`,
})
export class Unknown {
  /** Another word than "unbekannt", for example "nicht hinterlegt". */
  readonly text = input<string>();
  protected readonly t = unknownLabels;
}

/** The remark that every total above an unknown figure carries: "+ unbekannt (Gebühren)". */
@Component({
  selector: 'et-plus-unknown',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'et-plus-unknown' },
  template: `{{ sentence() }}`,
})
export class PlusUnknown {
  /** What is not known, in the reader's words. */
  readonly of = input<string>();
  protected readonly sentence = computed(() => {
    const of = this.of();
    return of ? unknownLabels().plusOf(of) : unknownLabels().plus;
  });
}
