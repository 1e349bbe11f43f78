import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { FramesOfYear } from '@etatlotse/contracts/planning/plain';
import { FRAME_CODES } from '@etatlotse/domain/budget';
import { frameLabels } from '../platform/frame.labels';
import { Amount } from '../ui/amount/amount';
import { Scroll } from '../ui/table/scroll';
import { PlusUnknown } from '../ui/unknown/unknown';
import { settingsLabels } from './settings.labels';

/** Ceilings of all years: one look tells where one is missing. */
@Component({
  selector: 'et-frames-matrix',
  imports: [Amount, PlusUnknown, RouterLink, Scroll],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<section class="et-panel">
    <h2>{{ t().frames.matrix }}</h2>
    <p class="et-finding">{{ t().frames.matrixHint }}</p>
    <et-scroll [label]="t().frames.matrix">
      <table class="et-table et-cards et-cards--pairs">
        <thead>
          <tr>
            <th scope="col">{{ t().frames.year }}</th>
            @for (code of codes; track code) {
              <th scope="col" class="n">{{ t().frames.inEuro(names().names[code]) }}</th>
            }
            <th scope="col" class="n">{{ t().frames.sum }}</th>
          </tr>
        </thead>
        <tbody>
          @for (row of rows(); track row.year) {
            <tr>
              <th scope="row">
                <a routerLink="/settings" [queryParams]="{ year: row.year }" queryParamsHandling="merge">{{
                  row.year
                }}</a>
              </th>
              @for (cell of row.cells; track cell.frame) {
                <td class="n" [attr.data-label]="names().names[cell.frame]">
                  <et-amount form="cents" [cents]="cell.ceilingCents" />
                </td>
              }
              <td class="n" [attr.data-label]="t().frames.sum">
                <span class="et-strong"><et-amount form="cents" [cents]="row.sumCents" /></span>
                @if (row.unknown) {
                  <et-plus-unknown />
                }
              </td>
            </tr>
          }
        </tbody>
      </table>
    </et-scroll>
  </section>`,
})
export class FramesMatrix {
  readonly years = input.required<readonly FramesOfYear[]>();
  protected readonly t = settingsLabels;
  protected readonly names = frameLabels;
  protected readonly codes = FRAME_CODES;
  protected readonly rows = computed(() =>
    this.years().map((year) => ({
      year: year.fiscalYear,
      cells: FRAME_CODES.flatMap((code) => year.frames.filter(({ frame }) => frame === code)),
      sumCents: year.totals.knownCeilingCents,
      unknown: year.totals.unknownFrames.length > 0 && year.totals.knownCeilingCents !== null,
    })),
  );
}
