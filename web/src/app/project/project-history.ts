import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import type { ProjectEvent } from '@etatlotse/contracts/project/plain';
import { formatEuro, formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { formatDate, formatDateTime } from '../ui/date/format';
import { projectPageLabels } from './project-page.labels';
import { projectLabels } from './project.labels';

/** What has changed, newest first, with the reason that was given. */
@Component({
  selector: 'et-project-history',
  imports: [Button],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<section class="et-panel">
    <h2>{{ t().history }}</h2>
    <ol class="et-project__entries">
      @for (event of events(); track event.id) {
        <li class="et-project__entry">
          {{ t().events[event.kind] }}{{ about(event) }}
          @if (event.reason) {
            <span class="et-project__sub">{{ event.reason }}</span>
          }
          <span class="et-project__sub">{{ when(event.recordedAt) }}, {{ event.byName ?? t().somebody }}</span>
        </li>
      }
    </ol>
    @if (hasMore()) {
      <div class="et-actions et-actions--below">
        <button type="button" etButton="secondary" (click)="more.emit()">{{ words().more }}</button>
      </div>
    }
  </section>`,
})
export class ProjectHistory {
  readonly events = input.required<readonly ProjectEvent[]>();
  readonly hasMore = input(false);
  readonly more = output<void>();
  protected readonly t = projectPageLabels;
  protected readonly words = projectLabels;
  protected readonly when = formatDateTime;

  /** The one figure, day or name that says most about the change. */
  protected about({ kind, detail }: ProjectEvent): string {
    const text = (key: string): string | null => (typeof detail[key] === 'string' ? detail[key] : null);
    const name = text('name') ?? text('title') ?? text('number');
    const parts: (string | null)[] = [name];
    if (kind === 'milestone') parts.push(dayOf(text('actualOn') ?? text('forecastOn')));
    if (kind === 'plan' || kind === 'baseline_requested') {
      parts.push(typeof detail['budgetCents'] === 'number' ? formatEuro(detail['budgetCents']) : null);
      parts.push(dayOf(text('plannedEnd')));
    }
    if (typeof detail['number'] === 'number') parts.push(this.t().number(formatNumber(detail['number'])));
    const said = parts.filter((part) => part !== null);
    return said.length === 0 ? '' : `: ${said.join(', ')}`;
  }
}

const dayOf = (iso: string | null): string | null => (iso === null ? null : formatDate(iso));
