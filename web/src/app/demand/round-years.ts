import { ChangeDetectionStrategy, Component, input } from '@angular/core';
import { FRAME_CODES, type FrameCode, type PlanningRound } from '@etatlotse/contracts/demand/plain';
import { frameLabels } from '../platform/frame.labels';
import { Amount } from '../ui/amount/amount';
import { Scroll } from '../ui/table/scroll';
import { demandListLabels } from './demand-list.labels';
import { demandLabels } from './demand.labels';
import { demandViewLabels } from './demand-view.labels';

/** What is asked for by frame in every year of the window. */
@Component({
  selector: 'et-round-years',
  imports: [Amount, Scroll],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './round-years.html',
})
export class RoundYears {
  readonly round = input.required<PlanningRound>();
  protected readonly t = demandViewLabels;
  protected readonly list = demandListLabels;
  protected readonly words = demandLabels;
  protected readonly frames = frameLabels;
  protected readonly frameCodes = FRAME_CODES;

  protected inYear(frame: FrameCode, fiscalYear: number): PlanningRound['frames'][number] | undefined {
    return this.round().frames.find((one) => one.frame === frame && one.fiscalYear === fiscalYear);
  }

  protected askedIn(fiscalYear: number): number {
    const round = this.round();
    const framed = round.frames.filter((one) => one.fiscalYear === fiscalYear);
    const open = round.withoutFrame.find((one) => one.fiscalYear === fiscalYear)?.askedCents ?? 0;
    return framed.reduce((sum, { askedCents }) => sum + askedCents, open);
  }
}
