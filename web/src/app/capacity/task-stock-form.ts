import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, output, signal } from '@angular/core';
import type { SaveStock } from '@etatlotse/contracts/capacity';
import type { TaskDetail } from '@etatlotse/contracts/capacity/plain';
import { monthsFrom } from '@etatlotse/domain/capacity';
import type { ProblemMessage } from '../platform/problem';
import { formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Dialog } from '../ui/dialog/dialog';
import { DateField } from '../ui/field/date-field';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { Scroll } from '../ui/table/scroll';
import { taskPageLabels } from './task-page.labels';
import { taskRecordLabels } from './task-record.labels';
import { monthName } from './task-sentence';
import { taskLabels } from './task.labels';

interface MonthDraft {
  readonly year: number;
  readonly month: number;
  readonly workable: string;
  readonly waiting: string;
}

/** Months of receipt that are asked for: older cases go into the first of them. */
const MONTHS = 12;

/** Counts what lies there on a day: what can be worked, what waits, and from which months it is. */
@Component({
  selector: 'et-task-stock-form',
  imports: [Button, DateField, Dialog, Notice, Scroll, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-dialog [heading]="t().heading" (closed)="closed.emit()">
    <form novalidate (submit)="send($event)">
      <p>{{ t().lead }}</p>
      @if (problem(); as refused) {
        <et-notice kind="bad" class="et-form-notice" [live]="true" [heading]="refused.title">
          <p>{{ refused.detail }}</p>
        </et-notice>
      }
      <et-date-field
        [label]="t().countedOn"
        [(value)]="countedOn"
        [error]="hasTried() && countedOn() === null ? words().fill : null"
      />
      <div class="et-fields-2">
        <et-text-field [label]="t().workable" [(value)]="workable" [error]="count(workable())" />
        <et-text-field [label]="t().waiting" [(value)]="waiting" [error]="count(waiting())" />
        <et-text-field [label]="t().incomplete" [(value)]="incomplete" [error]="percent(incomplete())" />
        <et-text-field [label]="t().returning" [(value)]="returning" [error]="percent(returning())" />
      </div>
      <label class="et-check">
        <input type="checkbox" [checked]="byMonth()" (change)="byMonth.set(!byMonth())" />
        {{ t().byMonth }}
      </label>
      @if (byMonth()) {
        <et-scroll [label]="t().byMonth">
          <table class="et-table">
            <thead>
              <tr>
                <th scope="col">{{ t().month }}</th>
                <th scope="col" class="n">{{ page().workable }}</th>
                <th scope="col" class="n">{{ page().waiting }}</th>
              </tr>
            </thead>
            <tbody>
              @for (row of months(); track row.year * 12 + row.month; let at = $index) {
                <tr>
                  <th scope="row">{{ name(row) }}</th>
                  @for (kind of kinds; track kind) {
                    <td class="n">
                      <input
                        class="et-control et-control--compact et-control--number"
                        [style.min-width.rem]="5.5"
                        inputmode="numeric"
                        autocomplete="off"
                        [attr.aria-label]="page()[kind] + ', ' + name(row)"
                        [value]="row[kind]"
                        (input)="type(at, kind, $event)"
                      />
                    </td>
                  }
                </tr>
              }
            </tbody>
          </table>
        </et-scroll>
        @if (hasTried() && sumFault(); as fault) {
          <p class="et-field__error">{{ fault }}</p>
        }
      }
      <div class="et-actions et-actions--below">
        <button type="submit" etButton="primary">{{ words().save }}</button>
        <button type="button" etButton="tertiary" (click)="closed.emit()">{{ words().cancel }}</button>
      </div>
    </form>
  </et-dialog>`,
})
export class TaskStockForm {
  readonly task = input.required<TaskDetail>();
  readonly today = input.required<string>();
  readonly problem = input<ProblemMessage | null>(null);
  readonly confirmed = output<SaveStock>();
  readonly closed = output<void>();
  protected readonly t = computed(() => taskRecordLabels().stock);
  protected readonly page = computed(() => taskPageLabels().backlog);
  protected readonly words = taskLabels;
  protected readonly name = monthName;
  protected readonly kinds = ['workable', 'waiting'] as const;

  protected readonly countedOn = linkedSignal<string | null>(() => this.today());
  protected readonly workable = linkedSignal(() => String(this.task().backlog ?? ''));
  protected readonly waiting = linkedSignal(() => String(this.task().waiting ?? 0));
  protected readonly incomplete = linkedSignal(() => String(this.task().incompletePercent));
  protected readonly returning = linkedSignal(() => String(this.task().returnPercent));
  protected readonly byMonth = linkedSignal(() => this.task().stock.length > 0);
  protected readonly hasTried = signal(false);
  protected readonly months = linkedSignal<readonly MonthDraft[]>(() => {
    const day = this.countedOn() ?? this.today();
    const last = { year: Number(day.slice(0, 4)), month: Number(day.slice(5, 7)) };
    const place = last.year * 12 + last.month - MONTHS;
    const first = { year: Math.floor(place / 12), month: (place % 12) + 1 };
    return monthsFrom(first, MONTHS).map(({ year, month }) => {
      const known = this.task().stock.find((row) => row.year === year && row.month === month);
      return { year, month, workable: String(known?.workable ?? ''), waiting: String(known?.waiting ?? '') };
    });
  });
  private readonly sums = computed(() =>
    this.kinds.map((kind) => this.months().reduce((sum, row) => sum + (whole(row[kind] || '0') ?? Number.NaN), 0)),
  );
  protected readonly sumFault = computed(() => {
    const totals = [whole(this.workable()), whole(this.waiting())];
    const at = this.sums().findIndex((sum, kind) => sum !== totals[kind]);
    if (at === -1) return null;
    const sum = this.sums()[at] ?? 0;
    return Number.isNaN(sum) ? this.t().wrong : this.t().sum(formatNumber(sum), formatNumber(totals[at] ?? 0));
  });

  protected count(text: string): string | null {
    return this.hasTried() && whole(text) === null ? this.t().wrong : null;
  }

  protected percent(text: string): string | null {
    const value = whole(text);
    return this.hasTried() && (value === null || value > 100) ? this.t().wrongPercent : null;
  }

  protected type(at: number, kind: 'workable' | 'waiting', event: Event): void {
    const text = (event.target as HTMLInputElement).value;
    this.months.update((rows) => rows.map((row, place) => (place === at ? { ...row, [kind]: text } : row)));
  }

  protected send(event: Event): void {
    event.preventDefault();
    this.hasTried.set(true);
    const countedOn = this.countedOn();
    const [workable, waiting] = [whole(this.workable()), whole(this.waiting())];
    const [incompletePercent, returnPercent] = [whole(this.incomplete()), whole(this.returning())];
    if (countedOn === null || workable === null || waiting === null) return;
    if (incompletePercent === null || returnPercent === null || Math.max(incompletePercent, returnPercent) > 100)
      return;
    if (this.byMonth() && this.sumFault() !== null) return;
    const months = this.byMonth()
      ? this.months()
          .map((row) => ({
            ...row,
            workable: whole(row.workable || '0') ?? 0,
            waiting: whole(row.waiting || '0') ?? 0,
          }))
          .filter((row) => row.workable + row.waiting > 0)
      : [];
    const { version } = this.task();
    this.confirmed.emit({ countedOn, workable, waiting, incompletePercent, returnPercent, months, version });
  }
}

function whole(text: string): number | null {
  return /^\d{1,8}$/.test(text.trim()) ? Number(text.trim()) : null;
}
