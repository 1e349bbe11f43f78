import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ProjectRow } from '@etatlotse/contracts/project/plain';
import { Clock } from '../platform/clock';
import { formatDate } from '../ui/date/format';
import { Tag } from '../ui/tag/tag';
import { projectListLabels } from './project-list.labels';
import { STATUS_LOOKS } from './project-look';
import { projectLabels } from './project.labels';

/** Every project as a bar over the same years; the mark is the end that was promised first. */
@Component({
  selector: 'et-project-timeline',
  imports: [RouterLink, Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<h2>{{ t().timelineQuestion }}</h2>
    <p class="et-finding">{{ t().timelineFinding }}</p>
    <div class="et-project__years" aria-hidden="true">
      @for (year of span().years; track year.year) {
        <span [style.inset-inline-start.%]="year.at">{{ year.year }}</span>
      }
    </div>
    <ol class="et-project__bars">
      @for (bar of bars(); track bar.row.id) {
        <li>
          <div class="et-project__bar-name">
            <a [routerLink]="['/projects', bar.row.id]" queryParamsHandling="preserve">{{ bar.row.name }}</a>
            <span class="et-project__sub">{{ bar.text }}</span>
          </div>
          <et-tag [kind]="looks[bar.row.status].kind" [icon]="looks[bar.row.status].icon">{{
            words().statuses[bar.row.status]
          }}</et-tag>
          <div class="et-project__track" aria-hidden="true">
            <span
              [class]="'et-project__span et-project__span--' + bar.row.status"
              [style.inset-inline-start.%]="bar.from"
              [style.width.%]="bar.width"
            ></span>
            @if (bar.original !== null) {
              <span class="et-project__promise" [style.inset-inline-start.%]="bar.original"></span>
            }
            <span class="et-project__now" [style.inset-inline-start.%]="now()"></span>
          </div>
        </li>
      }
    </ol>`,
})
export class ProjectTimeline {
  readonly rows = input.required<readonly ProjectRow[]>();
  private readonly clock = inject(Clock);
  protected readonly t = projectListLabels;
  protected readonly words = projectLabels;
  protected readonly looks = STATUS_LOOKS;

  protected readonly span = computed(() => {
    const years = this.rows().flatMap((row) =>
      [row.plannedStart, row.currentEnd ?? row.plannedEnd, row.originalEnd ?? row.plannedEnd].map((day) =>
        Number(day.slice(0, 4)),
      ),
    );
    const [first, last] = [Math.min(...years), Math.max(...years)];
    const [from, to] = [Date.UTC(first, 0, 1), Date.UTC(last + 1, 0, 1)];
    const all = Array.from({ length: last - first + 1 }, (_, at) => first + at);
    return {
      from,
      to,
      years: all.map((year) => ({ year, at: ((Date.UTC(year, 0, 1) - from) / (to - from)) * 100 })),
    };
  });
  protected readonly now = computed(() => this.place(this.clock.nowMs()));
  protected readonly bars = computed(() =>
    this.rows().map((row) => {
      const end = row.currentEnd ?? row.plannedEnd;
      const from = this.place(Date.parse(row.plannedStart));
      const hasMoved = row.originalEnd !== null && row.originalEnd !== end;
      const text = this.t().fromTo(formatDate(row.plannedStart), formatDate(end));
      return {
        row,
        from,
        width: Math.max(1, this.place(Date.parse(end)) - from),
        original: hasMoved ? this.place(Date.parse(row.originalEnd ?? end)) : null,
        text: hasMoved ? `${text} (${this.t().originalEnd(formatDate(row.originalEnd ?? end))})` : text,
      };
    }),
  );

  /** Share of the whole width, at most all of it. */
  private place(time: number): number {
    const { from, to } = this.span();
    return Math.min(100, Math.max(0, ((time - from) / (to - from)) * 100));
  }
}
