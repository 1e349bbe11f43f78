import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import type { StockView } from '@etatlotse/contracts/device/plain';
import { formatNumber } from '../ui/amount/format';
import { Chart } from '../ui/chart/chart';
import { ChartKeys } from '../ui/chart/chart-keys';
import { Scroll } from '../ui/table/scroll';
import { ageText, pyramidChart, pyramidSentence } from './device-look';
import { devicePageLabels } from './device-page.labels';
import { deviceLabels } from './device.labels';

/** The age pyramid: a sentence, a picture, and the same figures by kind as a table. */
@Component({
  selector: 'et-device-ages',
  imports: [Chart, ChartKeys, Scroll],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './device-ages.html',
})
export class DeviceAges {
  readonly stock = input.required<StockView>();
  protected readonly t = computed(() => devicePageLabels().stock);
  protected readonly words = deviceLabels;
  protected readonly age = ageText;
  protected readonly number = (value: number): string => formatNumber(value);
  protected readonly count = (value: number | undefined): string => (value ? formatNumber(value) : '–');
  protected readonly chart = computed(() => pyramidChart(this.stock()));
  protected readonly finding = computed(() => pyramidSentence(this.stock().ages));
}
