import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { formatPercent } from '../amount/format';

/** How far a piece of work is: a bar, a sentence, and what can be done about it (content). */
@Component({
  selector: 'et-progress',
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'et-progress' },
  template: `<p class="et-progress__text">
      <span class="et-strong" role="status">{{ text() }}</span>
      <span class="et-muted et-num">{{ detail() }}</span>
    </p>
    <div
      class="et-progress__bar"
      role="progressbar"
      aria-valuemin="0"
      aria-valuemax="100"
      [class.et-progress__bar--open]="share() === null"
      [attr.aria-label]="text()"
      [attr.aria-valuenow]="percent()"
      [attr.aria-valuetext]="spoken()"
    >
      <span [style.width.%]="percent() ?? 100"></span>
    </div>
    <div class="et-actions et-actions--below"><ng-content /></div>`,
})
export class Progress {
  readonly text = input.required<string>();
  readonly detail = input('');
  /** 0 to 1; null: it is not known how much there is to do. */
  readonly share = input<number | null>(null);
  protected readonly percent = computed(() => {
    const share = this.share();
    return share === null ? null : Math.round(share * 100);
  });
  protected readonly spoken = computed(() => {
    const share = this.share();
    return this.detail() || (share === null ? this.text() : formatPercent(share));
  });
}
