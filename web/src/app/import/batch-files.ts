import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ImportListRow } from '@etatlotse/contracts/import/plain';
import { Amount } from '../ui/amount/amount';
import { formatNumber } from '../ui/amount/format';
import { Icon } from '../ui/icon/icon';
import { Scroll } from '../ui/table/scroll';
import { batchLabels } from './batch.labels';
import { ImportState } from './import-state';
import { failureOf } from './import-words';
import { importLabels } from './import.labels';

/** The files of a batch, each with what it is, how much of it is right, and the way out of the batch. */
@Component({
  selector: 'et-batch-files',
  imports: [Amount, Icon, ImportState, RouterLink, Scroll],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<h2>{{ t().files }}</h2>
    <et-scroll class="et-section--close" [label]="t().files">
      <table class="et-table et-cards et-import__batch">
        <thead>
          <tr>
            <th scope="col">{{ kinds().file }}</th>
            <th scope="col">{{ kinds().what }}</th>
            <th scope="col" class="n">{{ kinds().rows }}</th>
            <th scope="col" class="n">{{ t().sum }}</th>
            <th scope="col" class="n">{{ t().questions }}</th>
            <th scope="col" class="n">{{ t().errors }}</th>
            @if (hasWarnings()) {
              <th scope="col" class="n">{{ t().warned }}</th>
            }
            <th scope="col">{{ kinds().state }}</th>
            @if (mayChange()) {
              <th scope="col">
                <span class="et-hidden">{{ t().leaveOut }}</span>
              </th>
            }
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track row.run.id) {
            <tr>
              <th scope="row">
                <a [routerLink]="['/import', row.run.id]" queryParamsHandling="preserve">{{ row.run.fileName }}</a>
                @if (row.failure) {
                  <span class="et-import__sub">{{ row.failure }}</span>
                }
              </th>
              <td class="et-wide-only">{{ row.kind }}</td>
              <td class="n" [attr.data-label]="kinds().rows">{{ row.rows }}</td>
              <td class="n" [class.et-wide-only]="row.run.sumCents === null" [attr.data-label]="t().sum">
                @if (row.run.sumCents === null) {
                  –
                } @else {
                  <et-amount form="cents" [cents]="row.run.sumCents" />
                }
              </td>
              <td class="n" [class.et-wide-only]="!row.run.counts?.questions" [attr.data-label]="t().questions">
                <span [class.et-strong]="row.run.counts?.questions" [class.et-warn]="row.run.counts?.questions">{{
                  row.questions
                }}</span>
              </td>
              <td class="n" [class.et-wide-only]="!row.run.counts?.errors" [attr.data-label]="t().errors">
                <span [class.et-strong]="row.run.counts?.errors" [class.et-bad]="row.run.counts?.errors">{{
                  row.errors
                }}</span>
              </td>
              @if (hasWarnings()) {
                <td class="n" [class.et-wide-only]="!row.run.counts?.warnings" [attr.data-label]="t().warned">
                  {{ row.warnings }}
                </td>
              }
              <td><et-import-state [state]="row.run.state" [isAsked]="row.isAsked" [isReady]="row.isReady" /></td>
              @if (mayChange()) {
                <td>
                  @if (row.run.state === 'previewed') {
                    <button
                      type="button"
                      class="et-icon-button"
                      [attr.aria-label]="t().leaveOutNamed(row.run.fileName)"
                      (click)="leftOut.emit(row.run.id)"
                    >
                      <et-icon name="close" />
                    </button>
                  }
                </td>
              }
            </tr>
          }
        </tbody>
      </table>
    </et-scroll>`,
})
export class BatchFiles {
  readonly runs = input.required<readonly ImportListRow[]>();
  readonly mayChange = input(false);
  readonly leftOut = output<string>();
  protected readonly t = batchLabels;
  protected readonly kinds = importLabels;
  protected readonly hasWarnings = computed(() => this.runs().some(({ counts }) => (counts?.warnings ?? 0) > 0));
  protected readonly rows = computed(() =>
    this.runs().map((run) => {
      const { counts, kind, state } = run;
      const isAsked = state === 'previewed' && (counts?.questions ?? 0) > 0;
      return {
        run,
        kind: kind === null ? this.kinds().kindUnknown : this.kinds().kinds[kind],
        rows: counts === null ? '–' : formatNumber(counts.rows),
        questions: counts === null ? '–' : formatNumber(counts.questions),
        warnings: counts === null ? '–' : formatNumber(counts.warnings),
        errors: counts === null ? '–' : formatNumber(counts.errors),
        failure: state === 'failed' ? failureOf({ ...run, failureParams: {} })?.title : null,
        isAsked,
        isReady: state === 'previewed' && !isAsked && counts?.errors === 0,
      };
    }),
  );
}
