import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { LowValueView } from '@etatlotse/contracts/device/plain';
import { Tag } from '../ui/tag/tag';
import { ruleSentences } from './device-look';
import { deviceLabels } from './device.labels';

/** The low-value rule of a year: range, account, source, and whether the city has confirmed it. */
@Component({
  selector: 'et-device-rule',
  imports: [Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<section class="et-panel">
    <h2>{{ t().ruleHeading(rule().fiscalYear) }}</h2>
    @for (sentence of sentences(); track $index) {
      <p class="et-device__rule">{{ sentence }}</p>
    }
    @if (rule().isExample) {
      <p class="et-section--close">
        <et-tag kind="warn" icon="warning">{{ t().example }}</et-tag>
      </p>
    }
  </section>`,
})
export class DeviceRule {
  readonly rule = input.required<LowValueView>();
  protected readonly t = deviceLabels;
  protected readonly sentences = computed(() => ruleSentences(this.rule()));
}
