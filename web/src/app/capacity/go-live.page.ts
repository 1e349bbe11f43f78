import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { Router } from '@angular/router';
import type { SetGoLive } from '@etatlotse/contracts/capacity';
import { GO_LIVE_COURSES } from '@etatlotse/contracts/capacity/plain';
import { type GoLiveEffect, minutesPath, monthsFrom } from '@etatlotse/domain/capacity';
import { plainDate } from '@etatlotse/domain/shared';
import { formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Chart } from '../ui/chart/chart';
import { ChartKeys } from '../ui/chart/chart-keys';
import type { LineChart } from '../ui/chart/chart.types';
import { Choice, Select } from '../ui/choice/choice';
import { formatDate } from '../ui/date/format';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { PageHead } from '../ui/page-head/page-head';
import { Slider } from '../ui/slider/slider';
import { Empty, Failure, Loading } from '../ui/state/state';
import { Toasts } from '../ui/toast/toasts';
import { goLiveLabels } from './go-live.labels';
import { GoLiveStore } from './go-live.store';

const [SECONDS, HUNDRED, FTE_MAX] = [60, 100, 100];
/** Shown from the first month of a year on, so that only the form of the path is seen. */
const SHOWN_MONTHS = 24;
const SHOWN_FROM = { year: 2026, month: 1 };

const readNumber = (text: string): number => Number(text.trim().replace(',', '.'));

/** What a project changes about a task: from which milestone on, how fast, to what, and what it costs first. */
@Component({
  selector: 'et-go-live-page',
  imports: [Button, Chart, ChartKeys, Choice, Empty, Failure, Loading, Notice, PageHead, Select, Slider, TextField],
  providers: [GoLiveStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './go-live.page.html',
})
export class GoLivePage {
  readonly unitId = input.required<string>();
  readonly taskId = input.required<string>();
  protected readonly store = inject(GoLiveStore);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly t = goLiveLabels;
  protected readonly hasTried = signal(false);

  private readonly known = computed(() => this.store.task()?.goLive ?? null);
  protected readonly milestoneId = linkedSignal<string | null>(() => this.known()?.milestoneId ?? null);
  protected readonly minutes = linkedSignal(() => {
    const seconds = this.known()?.onlineSeconds;
    return seconds === undefined ? '' : formatNumber(seconds / SECONDS, 1);
  });
  protected readonly course = linkedSignal<string | null>(() => this.known()?.course ?? 's_curve');
  protected readonly share = linkedSignal(() => this.known()?.onlinePercent ?? 60);
  protected readonly months = linkedSignal(() => this.known()?.months ?? 12);
  protected readonly dip = linkedSignal(() => (this.known()?.dipPercents ?? [10, 5]).join(', '));
  protected readonly rebound = linkedSignal(() => this.known()?.reboundPercent ?? 0);
  protected readonly operation = linkedSignal(() => {
    const hundredths = this.known()?.operationFteHundredths ?? null;
    return hundredths === null ? '' : formatNumber(hundredths / HUNDRED, 2);
  });

  protected readonly courses = computed(() =>
    GO_LIVE_COURSES.map((value) => ({ value, label: this.t().courses[value] })),
  );
  protected readonly milestones = computed(() => {
    const rows = (this.store.milestones.rows() ?? []).map(({ id, name, project, goLiveOn }) => ({
      value: id,
      label: `${project}: ${name} (${formatDate(goLiveOn)})`,
    }));
    const known = this.known();
    // A milestone that was reached or is not on this page of the list stays what it is.
    if (known === null || rows.some(({ value }) => value === known.milestoneId)) return rows;
    return [{ value: known.milestoneId, label: `${known.milestone} (${formatDate(known.goLiveOn)})` }, ...rows];
  });
  protected readonly onlineSeconds = computed(() => {
    const minutes = readNumber(this.minutes());
    return this.minutes().trim() !== '' && minutes > 0 ? Math.round(minutes * SECONDS) : null;
  });
  protected readonly dipPercents = computed(() => {
    const parts = this.dip()
      .split(/[,;\s]+/)
      .filter((part) => part !== '');
    return parts.every((part) => /^\d{1,3}$/.test(part) && Number(part) <= HUNDRED) ? parts.map(Number) : null;
  });
  /** Undefined is not readable, null is not estimated. */
  protected readonly operationHundredths = computed(() => {
    if (this.operation().trim() === '') return null;
    const fte = readNumber(this.operation());
    return fte >= 0 && fte <= FTE_MAX ? Math.round(fte * HUNDRED) : undefined;
  });

  /** The form of the path as the rules draw it, for whoever fills in the form. */
  protected readonly path = computed<LineChart | null>(() => {
    const [seconds, dip, base] = [this.onlineSeconds(), this.dipPercents(), this.store.task()?.baseSeconds ?? null];
    if (seconds === null || dip === null || base === null) return null;
    const [share, course] = [this.share() / HUNDRED, this.course()];
    const effectOf: GoLiveEffect = {
      goLiveOn: plainDate('2026-01-01'),
      oldMinutes: base / SECONDS,
      onlineMinutes: seconds / SECONDS,
      online:
        course === 'linear' || course === 's_curve'
          ? { kind: course, share, months: Math.max(1, this.months()) }
          : { kind: 'step', share },
      dip: dip.map((percent) => percent / HUNDRED),
      rebound: 0,
    };
    const values = minutesPath(effectOf, monthsFrom(SHOWN_FROM, SHOWN_MONTHS)).map((one) => one.minutesPerCase);
    const worst = values.reduce((at, one, month) => (one > (values[at] ?? 0) ? month : at), 0);
    const words = this.t();
    const [most, end, old] = [values[worst] ?? 0, values.at(-1) ?? 0, base / SECONDS].map((one) =>
      formatNumber(one, 1),
    );
    const isWorse = (values[worst] ?? 0) > base / SECONDS;
    return {
      kind: 'line',
      question: words.pathHeading,
      sentence: isWorse
        ? words.pathFinding(most ?? '', String(worst + 1), end ?? '')
        : words.pathBetter(end ?? '', old ?? ''),
      unit: 'number',
      categories: values.map((_, at) => words.monthAfter(at + 1)),
      series: [
        { label: words.pathOld, tone: 'plan', values: values.map(() => base / SECONDS), isDashed: true },
        { label: words.pathNew, tone: 'ist', values },
      ],
    };
  });
  protected readonly baseMinutes = computed(() => formatNumber((this.store.task()?.baseSeconds ?? 0) / SECONDS, 1));

  constructor() {
    effect(() => {
      this.store.unitId.set(this.unitId());
      this.store.taskId.set(this.taskId());
    });
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.hasTried.set(true);
    const [milestoneId, onlineSeconds, dipPercents, operation] = [
      this.milestoneId(),
      this.onlineSeconds(),
      this.dipPercents(),
      this.operationHundredths(),
    ];
    if (milestoneId === null || onlineSeconds === null || dipPercents === null || operation === undefined) return;
    const course = GO_LIVE_COURSES.find((one) => one === this.course()) ?? 'step';
    const goLive: Omit<SetGoLive, 'version'> = {
      milestoneId,
      onlineSeconds,
      course,
      onlinePercent: this.share(),
      months: course === 'step' ? 0 : this.months(),
      dipPercents,
      reboundPercent: this.rebound(),
      ...(operation === null ? {} : { operationFteHundredths: operation }),
    };
    if ((await this.store.save.run(goLive)) !== null) await this.leave(this.t().saved);
  }

  protected async unlink(): Promise<void> {
    if ((await this.store.remove.run()) !== null) await this.leave(this.t().removed);
  }

  private async leave(said: string): Promise<void> {
    this.toasts.show(said);
    await this.router.navigate(['/capacity/units', this.unitId()], { queryParamsHandling: 'preserve' });
  }
}
