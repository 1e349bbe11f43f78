import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { type DriverRow, MICROS, type TaskDetail } from '@etatlotse/contracts/capacity/plain';
import { formatNumber, formatPercent } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Scroll } from '../ui/table/scroll';
import { Tag } from '../ui/tag/tag';
import { casesText } from './task-look';
import { taskPageLabels } from './task-page.labels';
import { monthName } from './task-sentence';
import { taskLabels } from './task.labels';

/** What moves the planned numbers, each with its source; a driver that is off is kept and changes nothing. */
@Component({
  selector: 'et-task-drivers',
  imports: [Button, Scroll, Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<h2>{{ t().question }}</h2>
    <p class="et-finding">{{ t().finding }}</p>
    @if (task().drivers.length === 0) {
      <p>{{ t().none }}</p>
    } @else {
      <et-scroll [label]="t().question">
        <table class="et-table et-cards et-cards--pairs">
          <thead>
            <tr>
              <th scope="col">{{ t().name }}</th>
              <th scope="col">{{ t().effect }}</th>
              <th scope="col">{{ t().source }}</th>
              <th scope="col">{{ t().state }}</th>
              @if (mayWrite()) {
                <td></td>
              }
            </tr>
          </thead>
          <tbody>
            @for (driver of task().drivers; track driver.id) {
              <tr>
                <th scope="row">
                  {{ driver.name }}
                  <small class="et-under et-muted">{{ t().kinds[driver.kind] }}</small>
                </th>
                <td [attr.data-label]="t().effect">{{ effectOf(driver) }}</td>
                <td [attr.data-label]="t().source">{{ driver.source }}</td>
                <td [attr.data-label]="t().state">
                  <et-tag
                    [kind]="driver.isActive ? 'ok' : 'plain'"
                    [icon]="driver.isActive ? 'check_circle' : 'cancel'"
                    >{{ driver.isActive ? t().on : t().off }}</et-tag
                  >
                </td>
                @if (mayWrite()) {
                  <td>
                    <div class="et-actions">
                      <button type="button" etButton="tertiary" (click)="switched.emit(driver)">
                        {{ driver.isActive ? t().switchOff : t().switchOn }}
                      </button>
                      <button type="button" etButton="tertiary" (click)="removed.emit(driver)">
                        {{ words().remove }}
                      </button>
                    </div>
                  </td>
                }
              </tr>
            }
          </tbody>
        </table>
      </et-scroll>
    }
    @if (mayWrite() && task().kind === 'cases') {
      <div class="et-actions et-actions--below">
        <button type="button" etButton="secondary" icon="add" (click)="added.emit()">{{ t().add }}</button>
      </div>
    }`,
})
export class TaskDrivers {
  readonly task = input.required<TaskDetail>();
  readonly mayWrite = input(false);
  readonly added = output<void>();
  readonly switched = output<DriverRow>();
  readonly removed = output<DriverRow>();
  protected readonly t = computed(() => taskPageLabels().drivers);
  protected readonly words = taskLabels;

  protected effectOf(driver: DriverRow): string {
    const words = this.t();
    if (driver.kind === 'law_change') {
      const [year = 0, month = 1] = (driver.from ?? '').split('-').map(Number);
      const factor = formatNumber((driver.factorMicros ?? MICROS) / MICROS, 2);
      const over = driver.overMonths ?? 0;
      return words.law(factor, monthName({ year, month })) + (over > 0 ? words.lawOver(formatNumber(over)) : '');
    }
    const issued = (driver.issued ?? []).reduce<number>((sum, count) => sum + (count ?? 0), 0);
    const years = (driver.holdsForMonths ?? 0) / 12;
    return words.wave(
      formatNumber(years, Number.isInteger(years) ? 0 : 1),
      formatPercent((driver.returnPercent ?? 0) / 100),
      casesText(issued),
    );
  }
}
