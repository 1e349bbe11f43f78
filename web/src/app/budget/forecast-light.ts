import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { ForecastLight as Light } from '@etatlotse/domain/budget';
import type { IconName } from '../ui/icon/icons';
import { Tag } from '../ui/tag/tag';
import { forecastLabels } from './forecast.labels';

interface Look {
  readonly kind: 'plain' | 'info' | 'ok' | 'warn' | 'bad';
  readonly icon: IconName;
}

const LOOKS: Readonly<Record<Light, Look>> = {
  short: { kind: 'bad', icon: 'error' },
  tight: { kind: 'warn', icon: 'warning' },
  fits: { kind: 'ok', icon: 'check_circle' },
  slack: { kind: 'info', icon: 'schedule' },
  unknown: { kind: 'plain', icon: 'help' },
};

/** Whether the authority will last, in two words. */
@Component({
  selector: 'et-forecast-light',
  imports: [Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-tag [kind]="look().kind" [icon]="look().icon">{{ t().lights[light()] }}</et-tag>`,
})
export class ForecastLight {
  readonly light = input.required<Light>();
  protected readonly t = forecastLabels;
  protected readonly look = computed(() => LOOKS[this.light()]);
}
