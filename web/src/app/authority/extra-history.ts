import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import type { ExtraEvent } from '@etatlotse/contracts/authority/plain';
import { formatDateTime } from '../ui/date/format';
import { extraRequestLabels } from './extra-request.labels';
import { extraLabels } from './extra.labels';

/** Every step so far: who took it, who confirmed, with what note. */
@Component({
  selector: 'et-extra-history',
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<section class="et-panel">
    <h2>{{ t().history }}</h2>
    <ol class="et-extra__steps">
      @for (event of history(); track $index) {
        <li>
          <p>{{ words().events[event.step] }}</p>
          <p class="et-tiny et-muted">{{ whoAndWhen(event) }}</p>
          @if (event.note) {
            <p class="et-small et-extra__note">{{ event.note }}</p>
          }
        </li>
      }
    </ol>
  </section>`,
})
export class ExtraHistory {
  readonly history = input.required<readonly ExtraEvent[]>();
  protected readonly t = extraRequestLabels;
  protected readonly words = extraLabels;

  protected whoAndWhen({ takenBy, approvedBy, takenAt }: ExtraEvent): string {
    const when = formatDateTime(takenAt);
    return approvedBy === null ? this.t().by(takenBy, when) : this.t().byBoth(takenBy, approvedBy, when);
  }
}
