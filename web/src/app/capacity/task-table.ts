import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { TaskListRow } from '@etatlotse/contracts/capacity/plain';
import { formatNumber } from '../ui/amount/format';
import { Scroll } from '../ui/table/scroll';
import { Tag } from '../ui/tag/tag';
import { Unknown } from '../ui/unknown/unknown';
import { fteText, minutesText, yearLook } from './task-look';
import { taskLabels } from './task.labels';

/** Tasks with what they need and have; a task without numbers is unknown, and says so. */
@Component({
  selector: 'et-task-table',
  imports: [RouterLink, Scroll, Tag, Unknown],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-scroll [label]="t().list">
    <table class="et-table et-cards et-cards--pairs">
      <thead>
        <tr>
          <th scope="col">{{ t().task }}</th>
          <th scope="col" class="n">{{ t().perCase }}</th>
          <th scope="col">{{ t().survey }}</th>
          <th scope="col" class="n">{{ t().required }}</th>
          <th scope="col" class="n">{{ t().available }}</th>
          <th scope="col" class="n">{{ t().gap }}</th>
          <th scope="col">{{ t().state }}</th>
        </tr>
      </thead>
      <tbody>
        @for (row of rows(); track row.id) {
          <tr>
            <th scope="row">
              <a [routerLink]="['/capacity/tasks', row.id]" queryParamsHandling="preserve">{{ row.name }}</a>
              <small class="et-under et-muted">{{ under(row) }}</small>
            </th>
            <td class="n" [attr.data-label]="t().perCase">
              @if (row.kind === 'hours') {
                {{ words().kinds.hours }}
              } @else if (row.baseSeconds === null) {
                <et-unknown />
              } @else {
                {{ minutes(row.baseSeconds) }}
              }
            </td>
            <td [attr.data-label]="t().survey">
              {{ words().methods[row.method] }}
              @if (row.method !== 'not_surveyed') {
                <small class="et-under et-muted">{{
                  row.surveyAge === null ? t().ageNone : t().age(row.surveyAge)
                }}</small>
              }
            </td>
            <td class="n" [attr.data-label]="t().required">
              @if (fte(row.year.requiredFte); as text) {
                {{ text }}
                @if (row.year.unknownMonths > 0) {
                  <small class="et-under et-muted">{{ t().atLeast }}; {{ open(row.year.unknownMonths) }}</small>
                }
              } @else {
                <et-unknown />
              }
            </td>
            <td class="n" [attr.data-label]="t().available">
              @if (fte(row.year.availableFte); as text) {
                {{ text }}
              } @else {
                <et-unknown [text]="row.year.unknownMonths > 0 ? undefined : words().protected" />
              }
            </td>
            <td class="n" [attr.data-label]="t().gap">
              @if (fte(row.year.gapFte, true); as text) {
                <span [class.et-bad]="(row.year.gapFte ?? 0) < 0">{{ text }}</span>
              } @else {
                <et-unknown [text]="row.year.unknownMonths > 0 ? undefined : words().protected" />
              }
            </td>
            <td>
              @if (look(row.year); as state) {
                <et-tag [kind]="state.kind" [icon]="state.icon">{{ state.word }}</et-tag>
              }
            </td>
          </tr>
        }
      </tbody>
    </table>
  </et-scroll>`,
})
export class TaskTable {
  readonly rows = input.required<readonly TaskListRow[]>();
  protected readonly words = taskLabels;
  protected readonly t = computed(() => taskLabels().list);
  protected readonly fte = fteText;
  protected readonly minutes = minutesText;
  protected readonly look = yearLook;

  protected under({ unit, product, isDemo, deadline }: TaskListRow): string {
    const words = this.words();
    return [
      `${unit.code} ${unit.name}`,
      product,
      deadline === null ? '' : words.deadlines[deadline],
      isDemo ? words.demo : '',
    ]
      .filter((part) => part !== '')
      .join(', ');
  }

  protected open(months: number): string {
    return months === 1 ? this.t().monthOpenOne : this.t().monthsOpen(formatNumber(months));
  }
}
