import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { PaperRunRow } from '@etatlotse/contracts/council/plain';
import { paperLabels } from './paper.labels';

/** Words and figures in a line. */
@Component({
  selector: 'et-paper-runs',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@for (run of runs(); track $index) {
    @if (run.isMissing) {
      <mark class="et-paper__missing"
        >{{ run.text }} <small>({{ t().missing }})</small></mark
      >
    } @else if (run.before !== null) {
      <mark
        >{{ run.text }} <small>({{ t().before(run.before) }})</small></mark
      >
    } @else if (run.figure !== null) {
      <span class="et-strong">{{ run.text }}</span>
    } @else {
      {{ run.text }}
    }
  }`,
})
export class PaperRuns {
  readonly runs = input.required<readonly PaperRunRow[]>();
  protected readonly t = paperLabels;
}
