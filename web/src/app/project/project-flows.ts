import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { OTHER_VENDORS, PROJECT_PATHS, type FlowNode, type ProjectFlows } from '@etatlotse/contracts/project/plain';
import { query } from '../platform/api';
import { FiscalYear } from '../platform/fiscal-year';
import { frameLabels } from '../platform/frame.labels';
import { problemOf } from '../platform/problem';
import { formatWholeEuro } from '../ui/amount/format';
import { Chart } from '../ui/chart/chart';
import type { Tile, Tone, Treemap } from '../ui/chart/chart.types';
import { Flow } from '../ui/flow/flow';
import type { FlowStation, FlowStream } from '../ui/flow/flow-layout';
import { Empty, Failure, Loading } from '../ui/state/state';
import { projectFlowLabels } from './project-flows.labels';

const STAGES: readonly FlowNode['stage'][] = ['frame', 'programme', 'project', 'vendor'];
const FRAME_TONES: Readonly<Record<string, Tone>> = { CORE: 'core', SCHOOL_NET: 'school', FEES: 'fees' };

/** The way of the money through projects to companies, and what each frame is planned for. */
@Component({
  selector: 'et-project-flows',
  imports: [Chart, Empty, Failure, Flow, Loading],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@if (failure(); as failed) {
      <et-failure [failure]="failed" (retry)="resource.reload()" />
    } @else if (flows(); as seen) {
      <h2>{{ t().question(seen.fiscalYear) }}</h2>
      @if (streams().length === 0) {
        <et-empty [heading]="t().none(seen.fiscalYear)">
          <p>{{ t().noneHint }}</p>
        </et-empty>
      } @else {
        <p class="et-finding">{{ sentence() }}</p>
        <et-flow
          [question]="t().question(seen.fiscalYear)"
          [sentence]="sentence()"
          [heads]="t().heads"
          [streams]="streams()"
          [from]="t().from"
          [to]="t().to"
          [amount]="t().amount"
        />
      }
      @for (chart of maps(); track chart.question) {
        <h2 class="et-section">{{ chart.question }}</h2>
        <p class="et-finding">{{ chart.sentence }}</p>
        <et-chart [chart]="chart" />
      }
    } @else {
      <et-loading [lines]="8" />
    }`,
})
export class ProjectFlowsView {
  private readonly year = inject(FiscalYear).year;
  protected readonly t = projectFlowLabels;
  protected readonly resource = httpResource<ProjectFlows>(() => ({
    url: PROJECT_PATHS.flows,
    params: query({ fiscalYear: this.year() }),
  }));
  protected readonly flows = computed(() => (this.resource.hasValue() ? this.resource.value() : null));
  protected readonly failure = computed(() => {
    const error = this.resource.error();
    return error === undefined ? null : problemOf(error);
  });
  protected readonly streams = computed((): FlowStream[] =>
    (this.flows()?.links ?? []).map(({ from, to, amountCents }) => ({
      from: this.station(from),
      to: this.station(to),
      cents: amountCents,
    })),
  );
  protected readonly sentence = computed(() => {
    const links = this.flows()?.links ?? [];
    const sum = (wanted: (link: (typeof links)[number]) => boolean): string =>
      formatWholeEuro(links.filter(wanted).reduce((all, { amountCents }) => all + amountCents, 0));
    return this.t().sentence(
      sum(({ from }) => from.stage === 'frame'),
      sum(({ to }) => to.stage === 'vendor' && to.key !== ''),
    );
  });
  protected readonly maps = computed(() =>
    (this.flows()?.frames ?? []).map((frame) => this.mapOf(frame)).filter(({ tiles }) => tiles.length > 0),
  );

  private station({ stage, key, name }: FlowNode): FlowStation {
    const words = this.t();
    const unnamed = { frame: words.noFrame, programme: words.noProgramme, project: name, vendor: words.noOrder }[stage];
    const frame =
      stage === 'frame' ? (frameLabels().names[key as keyof ReturnType<typeof frameLabels>['names']] ?? null) : null;
    const shown = key === OTHER_VENDORS ? words.otherVendors : name;
    return {
      column: STAGES.indexOf(stage),
      key,
      name: key === '' ? unnamed : (frame ?? shown),
      tone: toneOf(stage, key),
    };
  }

  /** The frame as an area: its projects, what runs without one, and what nobody has planned for. */
  private mapOf({ frame, ceilingCents, plannedCents }: ProjectFlows['frames'][number]): Treemap {
    const words = this.t();
    const shares = (this.flows()?.shares ?? []).filter((share) => share.frame === frame && share.plannedCents > 0);
    const projects = shares.reduce((sum, share) => sum + share.plannedCents, 0);
    const run = Math.max(0, plannedCents - projects);
    const free = ceilingCents === null ? 0 : ceilingCents - projects - run;
    const [all, change, running] = [ceilingCents ?? 0, projects, run].map((cents) => formatWholeEuro(cents));
    const sentence =
      ceilingCents === null
        ? words.frameUnknown(change ?? '', running ?? '')
        : free < 0
          ? words.frameOver(all ?? '', change ?? '', running ?? '', formatWholeEuro(-free))
          : words.frameSentence(all ?? '', change ?? '', running ?? '', formatWholeEuro(free));
    const tiles: Tile[] = [
      ...shares.map(({ name, plannedCents: value }) => tile(name, value, 'change', words.kinds.project)),
      tile(words.run, run, 'run', words.kinds.run),
      tile(words.free, free, 'avail', words.kinds.free),
    ];
    return {
      kind: 'treemap',
      question: words.frameQuestion(frameLabels().names[frame]),
      sentence,
      unit: 'cents',
      tiles: tiles.filter(({ value }) => value > 0),
    };
  }
}

const tile = (label: string, value: number, tone: Tone, group: string): Tile => ({ label, value, tone, group });

function toneOf(stage: FlowNode['stage'], key: string): Tone {
  if (stage === 'frame') return FRAME_TONES[key] ?? 'plan';
  if (stage === 'vendor') return key === '' ? 'unknown' : 'ist';
  return 'change';
}
