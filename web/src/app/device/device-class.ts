import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { DeviceClassView } from '@etatlotse/contracts/device/plain';
import { Tag } from '../ui/tag/tag';
import { CLASS_LOOKS, classReason } from './device-look';
import { deviceLabels } from './device.labels';

/** Expense, investment or a question, and why. */
@Component({
  selector: 'et-device-class',
  imports: [Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-tag [kind]="look().kind" [icon]="look().icon">{{ t().classes[of().as] }}</et-tag>
    <small class="et-under et-muted"> {{ reason() }}</small>`,
})
export class DeviceClass {
  readonly of = input.required<DeviceClassView>();
  protected readonly t = deviceLabels;
  protected readonly look = computed(() => CLASS_LOOKS[this.of().as]);
  protected readonly reason = computed(() => classReason(this.of()));
}
