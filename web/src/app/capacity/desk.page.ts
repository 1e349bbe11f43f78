import { ChangeDetectionStrategy, Component, computed, signal } from '@angular/core';
import {
  type Desk,
  deskLoad,
  deskService,
  erlangA,
  erlangB,
  requiredPositions,
  rosteredPositions,
  serviceLevel,
} from '@etatlotse/domain/capacity';
import { formatNumber, formatPercent } from '../ui/amount/format';
import { Chart } from '../ui/chart/chart';
import type { BarChart } from '../ui/chart/chart.types';
import { Choice } from '../ui/choice/choice';
import { TextField } from '../ui/field/text-field';
import { PageHead } from '../ui/page-head/page-head';
import { RecordTable, type RecordTableShape } from '../ui/record/record-table';
import { Slider } from '../ui/slider/slider';
import { deskLabels } from './desk.labels';

const [SECONDS, HUNDRED, HOUR_SECONDS, QUARTER_SECONDS] = [60, 100, 3_600, 900];
/** Numbers of positions shown below and above the one that is enough. */
const [BELOW, ABOVE] = [3, 5];

interface PositionRow {
  readonly positions: number;
  readonly waits: number;
  readonly inTime: number;
  readonly meanWait: number | null;
  readonly busy: number;
  readonly abandons: number;
  readonly rostered: number;
  readonly isChosen: boolean;
}

const readNumber = (text: string): number | null => {
  const value = Number(text.trim().replace(',', '.'));
  return text.trim() !== '' && value > 0 && Number.isFinite(value) ? value : null;
};

/** Positions of a counter or telephone where people wait: Erlang B, C and A, straight from the rules. */
@Component({
  selector: 'et-desk-page',
  imports: [Chart, Choice, PageHead, RecordTable, Slider, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './desk.page.html',
})
export class DeskPage {
  protected readonly t = deskLabels;
  protected readonly interval = signal<string | null>('hour');
  protected readonly arrivals = signal('200');
  protected readonly handling = signal('3');
  protected readonly share = signal(80);
  protected readonly within = signal(20);
  protected readonly occupancy = signal(85);
  protected readonly shrinkage = signal(30);
  protected readonly patience = signal(5);

  protected readonly intervals = computed(() =>
    (['hour', 'quarter'] as const).map((value) => ({ value, label: this.t().intervals[value] })),
  );
  protected readonly arrivalCount = computed(() => readNumber(this.arrivals()));
  protected readonly handlingMinutes = computed(() => readNumber(this.handling()));
  /** Everything in seconds. */
  private readonly desk = computed<Desk | null>(() => {
    const [count, minutes] = [this.arrivalCount(), this.handlingMinutes()];
    if (count === null || minutes === null) return null;
    const seconds = this.interval() === 'quarter' ? QUARTER_SECONDS : HOUR_SECONDS;
    return { arrivalRate: count / seconds, handlingTime: minutes * SECONDS };
  });
  private readonly found = computed(() => {
    const desk = this.desk();
    if (desk === null) return null;
    return requiredPositions(desk, {
      share: this.share() / HUNDRED,
      within: this.within(),
      maxOccupancy: this.occupancy() / HUNDRED,
      shrinkage: this.shrinkage() / HUNDRED,
    });
  });
  protected readonly lead = computed(() => {
    const [desk, found, words] = [this.desk(), this.found(), this.t()];
    if (desk === null) return words.leadInput;
    if (found === null) return words.leadNone;
    return words.lead(
      formatNumber(found.positions),
      formatPercent(found.share, 1),
      formatNumber(this.within()),
      formatNumber(found.rostered),
    );
  });
  protected readonly rows = computed<readonly PositionRow[]>(() => {
    const [desk, found] = [this.desk(), this.found()];
    if (desk === null || found === null) return [];
    const first = Math.max(1, found.positions - BELOW);
    return Array.from({ length: found.positions + ABOVE - first + 1 }, (_, at) => {
      const positions = first + at;
      const service = deskService(desk, positions);
      return {
        positions,
        waits: service.waitProbability,
        inTime: serviceLevel(desk, positions, this.within()),
        meanWait: service.meanWait,
        busy: service.occupancy,
        abandons: erlangA(desk, positions, this.patience() * SECONDS).abandonShare,
        rostered: rosteredPositions(positions, this.shrinkage() / HUNDRED),
        isChosen: positions === found.positions,
      };
    });
  });
  protected readonly blocked = computed(() => {
    const [desk, found] = [this.desk(), this.found()];
    if (desk === null || found === null) return '';
    return this.t().blocked(formatPercent(erlangB(deskLoad(desk), found.positions), 1));
  });
  protected readonly chart = computed<BarChart | null>(() => {
    const [rows, found, words] = [this.rows(), this.found(), this.t()];
    if (found === null) return null;
    const target = this.share() / HUNDRED;
    return {
      kind: 'bar',
      question: words.heading,
      sentence: words.finding(formatNumber(found.positions), formatPercent(found.share, 1), formatPercent(target)),
      unit: 'percent',
      categories: rows.map(({ positions }) => formatNumber(positions)),
      series: [
        {
          label: words.series,
          tone: 'ist',
          values: rows.map(({ inTime }) => inTime),
          // Too few positions are hatched: the promise is not kept there.
          hatched: rows.map(({ positions }) => positions < found.positions),
        },
      ],
      target: { label: words.target, value: target },
    };
  });
  protected readonly shape = computed<RecordTableShape<PositionRow>>(() => {
    const words = this.t();
    const percent = (head: string, of: (row: PositionRow) => number) => ({
      head,
      kind: 'number' as const,
      of: (row: PositionRow) => formatPercent(of(row), 1),
    });
    return {
      caption: words.heading,
      nameHead: words.positions,
      name: ({ positions }) => formatNumber(positions),
      link: () => null,
      under: ({ isChosen }) => (isChosen ? words.chosen : ''),
      columns: [
        percent(words.inTime, ({ inTime }) => inTime),
        percent(words.waits, ({ waits }) => waits),
        {
          head: words.meanWait,
          kind: 'number',
          of: ({ meanWait }) => (meanWait === null ? words.endless : words.waitText(formatNumber(meanWait, 1))),
        },
        percent(words.busy, ({ busy }) => busy),
        percent(words.abandons, ({ abandons }) => abandons),
        { head: words.rostered, kind: 'number', of: ({ rostered }) => rostered },
      ],
    };
  });
}
