import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { NoteDeparture } from '@etatlotse/contracts/capacity';
import type { DepartureRow, ReleasedRow, UnitTaskRow } from '@etatlotse/contracts/capacity/plain';
import { formatFte, formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Chart } from '../ui/chart/chart';
import { ChartKeys } from '../ui/chart/chart-keys';
import { formatDate } from '../ui/date/format';
import { Notice } from '../ui/notice/notice';
import { PageHead, Stand } from '../ui/page-head/page-head';
import { RecordTable, type RecordTableShape } from '../ui/record/record-table';
import { Failure, Loading } from '../ui/state/state';
import { Scroll } from '../ui/table/scroll';
import { Toasts } from '../ui/toast/toasts';
import { Unknown } from '../ui/unknown/unknown';
import { DepartureForm } from './departure-form';
import { RiskPanel } from './risk-panel';
import {
  backlogCurve,
  departureFinding,
  driverFinding,
  type DriverRow,
  driverRows,
  fteCurve,
  minutesText,
  monthShape,
  unitLead,
  volumeText,
} from './unit-look';
import { unitLabels } from './unit.labels';
import { UnitStore } from './unit.store';

const HUNDRED = 100;

/** The year of one unit: what is needed and there month by month, what drives the gap, what may come, and who leaves. */
@Component({
  selector: 'et-unit-page',
  imports: [
    ...[
      Button,
      Chart,
      ChartKeys,
      DepartureForm,
      Failure,
      Loading,
      Notice,
      PageHead,
      RecordTable,
      RiskPanel,
      RouterLink,
    ],
    ...[Scroll, Stand, Unknown],
  ],
  providers: [UnitStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './unit.page.html',
})
export class UnitPage {
  readonly unitId = input.required<string>();
  protected readonly store = inject(UnitStore);
  private readonly toasts = inject(Toasts);
  protected readonly t = unitLabels;
  protected readonly date = formatDate;
  protected readonly volume = volumeText;
  protected readonly minutes = minutesText;
  protected readonly isNoting = signal(false);

  private readonly seen = this.store.unitYear;
  protected readonly lead = computed(() => this.told(unitLead, ''));
  protected readonly fte = computed(() => this.told(fteCurve, null));
  protected readonly backlog = computed(() => this.told(backlogCurve, null));
  protected readonly drivers = computed(() => this.told(driverRows, []));
  protected readonly driverFinding = computed(() => this.told(driverFinding, ''));
  protected readonly planFinding = computed(() => this.told(departureFinding, ''));
  protected readonly available = computed(() => (this.seen()?.row.months ?? []).map((one) => one.availableNormFte));
  protected readonly months = computed(() =>
    (this.seen()?.row.months ?? []).map((one, at) => ({ ...one, month: at + 1 })),
  );
  protected readonly monthShape = computed(() => monthShape(this.store.year()));

  protected readonly driverShape = computed<RecordTableShape<DriverRow>>(() => ({
    caption: this.t().drivers,
    nameHead: this.t().driver,
    name: ({ name }) => name,
    link: () => null,
    columns: [
      {
        head: this.t().effect,
        kind: 'number',
        of: ({ fte, isSum }) => (fte === null ? null : formatNumber(fte, 2, !isSum || fte < 0)),
      },
    ],
  }));

  protected readonly sidesFinding = computed(() => {
    const released = this.seen()?.row.released ?? [];
    const freed = formatFte(
      released.reduce((sum, { runRateFte }) => sum + (runRateFte ?? 0), 0),
      2,
    );
    const estimates = released.map(({ goLive }) => goLive.operationFteHundredths);
    if (estimates.includes(null)) return this.t().sidesFindingOpen(freed);
    const operation = estimates.reduce<number>((sum, one) => sum + (one ?? 0), 0) / HUNDRED;
    return this.t().sidesFinding(freed, formatFte(operation, 2));
  });
  protected readonly sidesShape = computed<RecordTableShape<ReleasedRow>>(() => {
    const words = this.t();
    const fte = (value: number | null, isSigned = false): string | null =>
      value === null ? null : formatNumber(value, 2, isSigned);
    const operation = ({ goLive }: ReleasedRow): number | null =>
      goLive.operationFteHundredths === null ? null : goLive.operationFteHundredths / HUNDRED;
    const net = (row: ReleasedRow): number | null => {
      const added = operation(row);
      return row.runRateFte === null || added === null ? null : row.runRateFte - added;
    };
    return {
      caption: words.sides,
      nameHead: words.task,
      name: ({ task }) => task,
      link: () => null,
      under: ({ goLive }) => [goLive.project?.name, goLive.milestone].filter(Boolean).join(', '),
      columns: [
        { head: words.live, kind: 'text', of: ({ goLive }) => formatDate(goLive.goLiveOn) },
        { head: words.freedYear, kind: 'number', of: ({ yearFte }) => fte(yearFte, true) },
        { head: words.freedFull, kind: 'number', of: ({ runRateFte }) => fte(runRateFte, true) },
        { head: words.operation, kind: 'number', of: (row) => fte(operation(row)) },
        { head: words.net, kind: 'number', of: (row) => fte(net(row), true) },
      ],
    };
  });

  constructor() {
    effect(() => this.store.unitId.set(this.unitId()));
  }

  protected fteText({ requiredFte }: UnitTaskRow): string | null {
    return requiredFte === null ? null : formatNumber(requiredFte, 2);
  }

  protected rampText({ rampUpPercents }: DepartureRow): string {
    return rampUpPercents.length === 0 ? this.t().rampNone : this.t().rampText(rampUpPercents.join(', '));
  }

  protected async note({ postId, departure }: { postId: string; departure: NoteDeparture }): Promise<void> {
    if ((await this.store.note.run(postId, departure)) === null) return;
    this.isNoting.set(false);
    this.toasts.show(this.t().noted);
    this.store.reload();
  }

  protected async drop({ postId }: DepartureRow): Promise<void> {
    if ((await this.store.drop.run(postId)) === null) return;
    this.toasts.show(this.t().dropped);
    this.store.reload();
  }

  private told<Value>(say: (year: NonNullable<ReturnType<UnitStore['unitYear']>>) => Value, otherwise: Value): Value {
    const seen = this.seen();
    return seen === null ? otherwise : say(seen);
  }
}
