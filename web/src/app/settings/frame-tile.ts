import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import type { FrameCeilingRow } from '@etatlotse/contracts/planning/plain';
import { frameLabels } from '../platform/frame.labels';
import { Amount } from '../ui/amount/amount';
import { formatEuro, formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Icon } from '../ui/icon/icon';
import { settingsLabels } from './settings.labels';

const ALL = 100;

/** One frame of a year: its ceiling, what of it is distributed, and what is not yet. An unknown ceiling has no bar end. */
@Component({
  selector: 'et-frame-tile',
  imports: [Amount, Button, Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'et-frame-tile', role: 'group', '[attr.aria-label]': 'name()' },
  template: `
    <div class="et-frame-tile__head">
      <h3>{{ name() }}</h3>
      <span class="et-figure"><et-amount form="whole" [cents]="frame().ceilingCents" /></span>
    </div>
    <p class="et-small et-muted">{{ contents() }}</p>
    <div class="et-frame-tile__bar" [class.et-frame-tile__bar--open]="frame().ceilingCents === null">
      @for (part of parts(); track part.kind) {
        <span [class]="'et-frame-tile__part et-frame-tile__part--' + part.kind" [style.width.%]="part.width"></span>
      }
    </div>
    <p class="et-small" [class.et-bad]="isOver()" [class.et-strong]="isOver()">
      @if (isOver()) {
        <et-icon name="error" [small]="true" class="et-icon--bad" />
      }
      {{ sentence() }}
    </p>
    <p class="et-tiny et-muted">{{ split() }}</p>
    <p class="et-tiny et-muted">{{ origin() }}</p>
    <div class="et-actions et-actions--below">
      @if (mayWrite()) {
        <button
          type="button"
          [etButton]="frame().ceilingCents === null ? 'primary' : 'secondary'"
          [compact]="true"
          [attr.aria-label]="t().frames.setOf(action(), name())"
          (click)="edited.emit()"
        >
          {{ action() }}
        </button>
      }
      <button
        type="button"
        etButton="tertiary"
        icon="history"
        [compact]="true"
        [attr.aria-label]="t().frames.historyOf(name())"
        (click)="history.emit()"
      >
        {{ t().frames.history }}
      </button>
    </div>
  `,
})
export class FrameTile {
  readonly frame = input.required<FrameCeilingRow>();
  readonly mayWrite = input(false);
  readonly edited = output<void>();
  readonly history = output<void>();
  protected readonly t = settingsLabels;
  protected readonly name = computed(() => frameLabels().names[this.frame().frame]);
  protected readonly contents = computed(() => frameLabels().contents[this.frame().frame]);
  protected readonly isOver = computed(() => (this.frame().undistributedCents ?? 0) < 0);
  protected readonly action = computed(() =>
    this.frame().ceilingCents === null ? settingsLabels().frames.setUnknown : settingsLabels().frames.set,
  );

  protected readonly sentence = computed(() => {
    const { frames } = settingsLabels();
    const { ceilingCents, undistributedCents, version } = this.frame();
    if (undistributedCents === null) return version === 0 ? `${frames.never} ${frames.unknown}` : frames.unknown;
    if (undistributedCents === 0) return ceilingCents === 0 ? frames.nothing : frames.exact;
    return undistributedCents > 0
      ? frames.rest(formatEuro(undistributedCents))
      : frames.over(formatEuro(-undistributedCents));
  });
  protected readonly split = computed(() => {
    const { frames } = settingsLabels();
    const { plannedCents, operatingCents, investingCents, lines } = this.frame();
    const parts = `${frames.operating} ${formatEuro(operatingCents)}, ${frames.investing} ${formatEuro(investingCents)}`;
    return `${frames.plannedOf(formatEuro(plannedCents))} (${parts}), ${frames.lines(formatNumber(lines))}`;
  });
  protected readonly origin = computed(() => this.frame().source);

  /** Widths in per cent of the ceiling; beyond it the part that is too much. Percentages are for drawing only. */
  protected readonly parts = computed(() => {
    const { ceilingCents, operatingCents, investingCents, plannedCents } = this.frame();
    const scale = Math.max(ceilingCents ?? 0, plannedCents, 1);
    const width = (amountCents: number): number => Math.max(0, Math.min(ALL, (amountCents / scale) * ALL));
    return [
      { kind: 'operating', width: width(operatingCents) },
      { kind: 'investing', width: width(investingCents) },
    ].filter((part) => part.width > 0);
  });
}
