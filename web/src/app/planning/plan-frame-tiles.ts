import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { FrameCode } from '@etatlotse/domain/budget';
import { frameLabels } from '../platform/frame.labels';
import { Amount } from '../ui/amount/amount';
import { formatEuro } from '../ui/amount/format';
import { Icon } from '../ui/icon/icon';
import { amountLabels } from './plan-amounts.labels';
import { PlanSheetStore } from './plan-sheet.store';

/** Per year of the plan: what is planned in the frame against its ceiling, with everything typed so far. One scale for all bars. */
@Component({
  selector: 'et-plan-frame-tiles',
  imports: [Amount, Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<section class="et-panel">
    <div class="et-panel__head">
      <h2>{{ heading() }}</h2>
      <span class="et-small et-muted">{{ t().frameHint }}</span>
    </div>
    <div class="et-plan-tiles">
      @for (tile of tiles(); track tile.year) {
        <div role="group" [attr.aria-label]="tile.year">
          <div class="et-plan-tiles__head">
            <span class="et-strong">{{ tile.year }}</span>
            @if (tile.plannedCents !== null) {
              <et-amount form="whole" [cents]="tile.plannedCents" />
            }
          </div>
          <div class="et-plan-tiles__bar" [class.et-plan-tiles__bar--unknown]="tile.ceilingWidth === null">
            <span class="et-plan-tiles__planned" [style.width.%]="tile.plannedWidth"></span>
            @if (tile.ceilingWidth !== null) {
              <span class="et-plan-tiles__limit" [style.inset-inline-start.%]="tile.ceilingWidth"></span>
            }
          </div>
          <p
            class="et-tiny"
            [class.et-bad]="tile.isOver"
            [class.et-strong]="tile.isOver"
            [class.et-muted]="!tile.isOver"
          >
            @if (tile.isOver) {
              <et-icon name="error" [small]="true" class="et-icon--bad" />
            }
            {{ tile.sentence }}
          </p>
        </div>
      }
    </div>
  </section>`,
})
export class PlanFrameTiles {
  readonly years = input.required<readonly number[]>();
  readonly frame = input.required<FrameCode>();
  private readonly sheet = inject(PlanSheetStore);
  protected readonly t = amountLabels;
  protected readonly heading = computed(() => amountLabels().frameQuestion(frameLabels().names[this.frame()]));
  protected readonly tiles = computed(() => {
    const { tile } = amountLabels();
    const rows = this.years().map((year) => {
      const { plannedCents, ceilingCents } = this.sheet.frame(this.frame(), year);
      return { year, ceilingCents, plannedCents };
    });
    const scale = Math.max(1, ...rows.map((row) => Math.max(row.plannedCents ?? 0, row.ceilingCents ?? 0)));
    return rows.map(({ year, plannedCents, ceilingCents }) => {
      const roomCents = ceilingCents === null ? null : ceilingCents - (plannedCents ?? 0);
      return {
        year,
        plannedCents,
        plannedWidth: (Math.max(0, plannedCents ?? 0) / scale) * 100,
        ceilingWidth: ceilingCents === null ? null : (ceilingCents / scale) * 100,
        isOver: roomCents !== null && roomCents < 0,
        sentence:
          roomCents === null
            ? tile.unknown
            : roomCents === 0
              ? tile.fits
              : roomCents > 0
                ? tile.room(formatEuro(roomCents))
                : tile.over(formatEuro(-roomCents)),
      };
    });
  });
}
