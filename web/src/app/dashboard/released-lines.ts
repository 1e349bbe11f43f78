import { ChangeDetectionStrategy, Component, computed, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { SnapshotLine } from '@etatlotse/contracts/snapshot/plain';
import { Amount } from '../ui/amount/amount';
import { formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { PhoneCards } from '../ui/table/phone-cards';
import { Scroll } from '../ui/table/scroll';
import { AskFigure } from './ask-figure';
import { overviewLabels } from './overview.labels';
import { releasedPartLabels } from './released-parts.labels';

const FIRST_SHOWN = 20;

/** Every line of the frames, each with the way to its bookings in this snapshot. */
@Component({
  selector: 'et-released-lines',
  imports: [Amount, AskFigure, Button, PhoneCards, RouterLink, Scroll],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<h2>{{ t().lines }}</h2>
    <p class="et-finding">{{ t().linesFinding(count()) }}</p>
    <et-scroll [label]="t().lines">
      <table etPhoneCards class="et-table et-cards--pairs">
        <thead>
          <tr>
            <th scope="col">{{ t().line }}</th>
            <th scope="col">{{ t().frame }}</th>
            <th scope="col" class="n">{{ t().adjusted }}</th>
            <th scope="col" class="n">{{ t().actual }}</th>
            <th scope="col" class="n">{{ t().available }}</th>
          </tr>
        </thead>
        <tbody>
          @for (line of shown(); track line.lineId) {
            <tr>
              <th scope="row">
                <a [routerLink]="['/dashboard/released', snapshotId(), 'lines', line.lineId]">{{ line.name }}</a>
                <small class="et-under et-muted">{{ line.number }}</small>
              </th>
              <td [attr.data-label]="t().frame">{{ words().frames[line.frame] }}</td>
              <td class="n" [attr.data-label]="t().adjusted">
                <et-amount form="whole" [cents]="isKnown(line) ? line.adjustedCents : null" /><et-ask-figure
                  [figure]="'line.' + line.lineId + '.adjusted'"
                  [what]="line.name + ', ' + t().adjusted"
                />
              </td>
              <td class="n" [attr.data-label]="t().actual">
                <et-amount form="whole" [cents]="line.actualCents" /><et-ask-figure
                  [figure]="'line.' + line.lineId + '.actual'"
                  [what]="line.name + ', ' + t().actual"
                />
              </td>
              <td class="n" [attr.data-label]="t().available">
                <et-amount
                  form="whole"
                  [alarming]="true"
                  [cents]="isKnown(line) ? line.availableCents : null"
                /><et-ask-figure
                  [figure]="'line.' + line.lineId + '.available'"
                  [what]="line.name + ', ' + t().available"
                />
              </td>
            </tr>
          }
        </tbody>
      </table>
    </et-scroll>
    @if (shown().length < lines().length) {
      <div class="et-actions et-actions--below">
        <button type="button" etButton="secondary" (click)="isWhole.set(true)">{{ t().allLines(count()) }}</button>
      </div>
    }`,
})
export class ReleasedLines {
  readonly lines = input.required<readonly SnapshotLine[]>();
  readonly snapshotId = input.required<string>();
  /** Frames whose ceiling is not known: what their lines may use is not known either (R26). */
  readonly unknownFrames = input.required<readonly string[]>();
  protected readonly t = releasedPartLabels;
  protected readonly words = overviewLabels;
  protected readonly isWhole = signal(false);
  /** The largest first; a meeting reads twenty of them, and all of them on a click. */
  protected readonly shown = computed(() => {
    const sorted = this.lines().toSorted((first, second) => second.adjustedCents - first.adjustedCents);
    return this.isWhole() ? sorted : sorted.slice(0, FIRST_SHOWN);
  });
  protected readonly count = computed(() => formatNumber(this.lines().length));

  protected isKnown({ frame }: SnapshotLine): boolean {
    return !this.unknownFrames().includes(frame);
  }
}
