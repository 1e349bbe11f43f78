import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { CAPACITY_PATHS, type SheetPart, type TaskSheet } from '@etatlotse/contracts/capacity/plain';
import { query } from '../platform/api';
import { FiscalYear } from '../platform/fiscal-year';
import { problemOf } from '../platform/problem';
import { Button } from '../ui/button/button';
import { PageHead, Stand } from '../ui/page-head/page-head';
import { Failure, Loading } from '../ui/state/state';
import { Scroll } from '../ui/table/scroll';
import { Tag } from '../ui/tag/tag';
import { taskPageLabels } from './task-page.labels';
import { taskLabels } from './task.labels';

/** From so many columns on a table scrolls instead of becoming cards. */
const WIDE = 6;

/** The assessment sheet: every formula, number and source of one task. Its words and figures are those of the paper. */
@Component({
  selector: 'et-task-sheet-page',
  imports: [Button, Failure, Loading, PageHead, Scroll, Stand, Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@if (failure(); as failed) {
      <et-page-head [question]="t().sheet" [crumbs]="crumbs()" />
      <section class="et-panel">
        <et-failure [failure]="failed" [retryable]="failed.status !== 404" (retry)="reload()" />
      </section>
    } @else if (sheet(); as seen) {
      <et-page-head [question]="seen.title" [crumbs]="crumbs()">
        {{ seen.about }}
        @if (seen.isDemo) {
          <et-tag>{{ words().demo }}</et-tag>
        }
        <et-stand [at]="seen.dataAsOf" />
        <a actions etButton="primary" icon="print" [href]="pdfUrl()" download>{{ t().sheetPdf }}</a>
      </et-page-head>
      <div class="et-stack">
        @for (part of seen.parts; track part.heading) {
          <section class="et-panel">
            <h2>{{ part.heading }}</h2>
            @for (paragraph of part.paragraphs; track $index) {
              <p>{{ paragraph }}</p>
            }
            @if (part.rows.length > 0) {
              <et-scroll [label]="part.heading">
                <table [class]="isWide(part) ? 'et-table' : 'et-table et-cards et-cards--pairs'">
                  <thead>
                    <tr>
                      @for (column of part.columns; track $index) {
                        <th scope="col" [class.n]="column.isNumber">{{ column.label }}</th>
                      }
                    </tr>
                  </thead>
                  <tbody>
                    @for (row of part.rows; track $index) {
                      <tr>
                        @for (cell of row.cells; track $index; let at = $index) {
                          @if (at === 0) {
                            <th scope="row">{{ cell }}</th>
                          } @else {
                            <td [class.n]="part.columns[at]?.isNumber" [attr.data-label]="part.columns[at]?.label">
                              {{ cell }}
                            </td>
                          }
                        }
                      </tr>
                    }
                  </tbody>
                </table>
              </et-scroll>
            }
          </section>
        }
      </div>
    } @else {
      <et-page-head [question]="t().sheet" [crumbs]="crumbs()" />
      <section class="et-panel"><et-loading [lines]="12" /></section>
    }`,
})
export class TaskSheetPage {
  readonly taskId = input.required<string>();
  private readonly year = inject(FiscalYear).year;
  protected readonly t = taskPageLabels;
  protected readonly words = taskLabels;
  private readonly answer = httpResource<TaskSheet>(() => ({
    url: CAPACITY_PATHS.sheet(this.taskId()),
    params: query({ fiscalYear: this.year() }),
  }));
  protected readonly sheet = computed(() => (this.answer.hasValue() ? this.answer.value() : null));
  protected readonly failure = computed(() => {
    const error = this.answer.error();
    return error ? problemOf(error) : null;
  });
  protected readonly pdfUrl = computed(() => `${CAPACITY_PATHS.sheetPdf(this.taskId())}?fiscalYear=${this.year()}`);
  protected readonly crumbs = computed(() => [
    { label: taskLabels().title, link: ['/capacity/tasks'] },
    { label: this.sheet()?.title ?? '', link: ['/capacity/tasks', this.taskId()] },
  ]);

  protected isWide({ columns }: SheetPart): boolean {
    return columns.length >= WIDE;
  }

  protected reload(): void {
    this.answer.reload();
  }
}
