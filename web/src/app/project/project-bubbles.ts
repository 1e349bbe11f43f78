import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ProjectBubble } from '@etatlotse/contracts/project/plain';
import { Amount } from '../ui/amount/amount';
import { formatNumber } from '../ui/amount/format';
import { Scroll } from '../ui/table/scroll';
import { projectListLabels } from './project-list.labels';
import { projectLabels } from './project.labels';

const [WIDTH, HEIGHT, EDGE] = [720, 400, 48];
/** What the picture spans, in hundredths; who is further out stands at the edge. */
const [LOW, HIGH] = [40, 160];
const [SMALL, LARGE] = [10, 32];
const [NAME_WIDTH, NAME_HEIGHT] = [18, 15];

/** Cost against schedule performance: left is too dear, below is too slow, the size is the budget. */
@Component({
  selector: 'et-project-bubbles',
  imports: [Amount, RouterLink, Scroll],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './project-bubbles.html',
})
export class ProjectBubbles {
  readonly bubbles = input.required<readonly ProjectBubble[]>();
  protected readonly t = projectListLabels;
  protected readonly words = projectLabels;
  protected readonly size = `0 0 ${WIDTH} ${HEIGHT}`;
  protected readonly edge = EDGE;
  protected readonly right = WIDTH - 16;
  protected readonly bottom = HEIGHT - EDGE;
  protected readonly even = { x: across(100), y: down(100) };
  protected readonly steps = [60, 80, 100, 120, 140].map((value) => ({
    text: formatNumber(value / 100, 1),
    x: across(value),
    y: down(value),
  }));

  protected readonly finding = computed(() => {
    const behind = this.bubbles().filter((one) => one.cpiHundredths < 100 && one.spiHundredths < 100).length;
    return projectListLabels().bubbleFinding(formatNumber(behind));
  });
  protected readonly marks = computed(() => {
    const most = Math.max(1, ...this.bubbles().map(({ bacCents }) => bacCents));
    const placed = [...this.bubbles()]
      .sort((a, b) => b.bacCents - a.bacCents)
      .map((bubble) => ({
        ...bubble,
        number: formatNumber(this.bubbles().indexOf(bubble) + 1),
        x: across(bubble.cpiHundredths),
        y: down(bubble.spiHundredths),
        // Area, not width, grows with the money.
        radius: SMALL + (LARGE - SMALL) * Math.sqrt(bubble.bacCents / most),
      }));
    return namesApart(placed);
  });

  protected place(at: number): string {
    return formatNumber(at + 1);
  }

  protected rate(hundredths: number): string {
    return formatNumber(hundredths / 100, 2);
  }
}

/** Each number at the middle of its bubble, or above it as far as numbers that stand there already make it go. */
function namesApart<Mark extends { readonly x: number; readonly y: number }>(
  marks: readonly Mark[],
): (Mark & { readonly nameY: number })[] {
  const named: (Mark & { readonly nameY: number })[] = [];
  for (const mark of marks) {
    let nameY = mark.y + 4;
    const isTaken = ({ x, nameY: y }: { readonly x: number; readonly nameY: number }): boolean =>
      Math.abs(x - mark.x) < NAME_WIDTH && Math.abs(y - nameY) < NAME_HEIGHT;
    while (named.some(isTaken)) nameY -= NAME_HEIGHT;
    named.push({ ...mark, nameY });
  }
  return named;
}

const clamp = (value: number): number => Math.min(HIGH, Math.max(LOW, value));
const across = (value: number): number => EDGE + ((clamp(value) - LOW) / (HIGH - LOW)) * (WIDTH - EDGE - 16);
const down = (value: number): number => HEIGHT - EDGE - ((clamp(value) - LOW) / (HIGH - LOW)) * (HEIGHT - EDGE - 16);
