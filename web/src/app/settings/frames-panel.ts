import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { FrameCeilingRow, FramesOfYear } from '@etatlotse/contracts/planning/plain';
import { frameLabels } from '../platform/frame.labels';
import { Amount } from '../ui/amount/amount';
import { PlusUnknown } from '../ui/unknown/unknown';
import { FrameTile } from './frame-tile';
import { settingsLabels } from './settings.labels';

/** The three frames of a year side by side, and their sum with the remark about what is not known. */
@Component({
  selector: 'et-frames-panel',
  imports: [Amount, FrameTile, PlusUnknown],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<section class="et-panel">
    <div class="et-panel__head">
      <h2>{{ t().frames.question(frames().fiscalYear) }}</h2>
      <span class="et-small et-muted">{{ t().frames.basisInForce }}</span>
    </div>
    <div class="et-frame-tiles">
      @for (frame of frames().frames; track frame.frame) {
        <et-frame-tile
          [frame]="frame"
          [mayWrite]="mayWrite()"
          (edited)="edited.emit(frame)"
          (history)="history.emit(frame)"
        />
      }
    </div>
    <dl class="et-figures et-frame-total">
      <div>
        <dt>{{ t().frames.totalCeiling }}</dt>
        <dd>
          <et-amount [cents]="frames().totals.knownCeilingCents" />
          @if (unknown(); as names) {
            <et-plus-unknown [of]="names" />
          }
        </dd>
      </div>
      <div>
        <dt>{{ t().frames.totalPlanned }}</dt>
        <dd><et-amount [cents]="frames().totals.plannedCents" /></dd>
      </div>
      <div>
        <dt>{{ t().frames.totalRest }}</dt>
        <dd>
          <et-amount [alarming]="true" [cents]="frames().totals.undistributedCents" />
          @if (unknown(); as names) {
            <et-plus-unknown [of]="names" />
          }
        </dd>
      </div>
    </dl>
  </section>`,
})
export class FramesPanel {
  readonly frames = input.required<FramesOfYear>();
  readonly mayWrite = input(false);
  readonly edited = output<FrameCeilingRow>();
  readonly history = output<FrameCeilingRow>();
  protected readonly t = settingsLabels;
  protected readonly unknown = computed(() =>
    this.frames()
      .totals.unknownFrames.map((frame) => frameLabels().names[frame])
      .join(', '),
  );
}
