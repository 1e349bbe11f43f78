import { ChangeDetectionStrategy, Component, computed, input, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { FRAME_CODES, type FrameCode } from '@etatlotse/contracts/demand/plain';
import type { Decision } from '@etatlotse/contracts/portfolio/plain';
import { Amount } from '../ui/amount/amount';
import { Select } from '../ui/choice/choice';
import { TextField } from '../ui/field/text-field';
import { Icon } from '../ui/icon/icon';
import type { IconName } from '../ui/icon/icons';
import { Empty } from '../ui/state/state';
import { Cell, type Column, VirtualTable } from '../ui/table/virtual-table';
import { Tag } from '../ui/tag/tag';
import { Unknown } from '../ui/unknown/unknown';
import { type DecisionRow, figuresOf, type RowFigures } from './decision-look';
import { decisionWorkLabels } from './decision-work.labels';
import { fteText, frameName, pointsText, shortText } from './decision-words';
import type { DecisionFilter } from './decision.store';
import { portfolioLabels } from './portfolio.labels';

const KINDS = ['all', 'run', 'change', 'mandatory'] as const;

/** The ranking with its red line: dragged by the handle, moved by keys, each row in or out. Any number of rows. */
@Component({
  selector: 'et-decision-ranking',
  imports: [Amount, Cell, Empty, Icon, RouterLink, Select, Tag, TextField, Unknown, VirtualTable],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: {
    '(dragover)': 'over($event)',
    '(drop)': 'drop($event)',
    '(dragend)': 'dragged.set(null)',
    '(keydown)': 'key($event)',
  },
  templateUrl: './decision-ranking.html',
})
export class DecisionRanking {
  readonly decision = input.required<Decision>();
  readonly rows = input.required<readonly DecisionRow[]>();
  readonly filter = input.required<DecisionFilter>();
  readonly mayMove = input.required<boolean>();
  readonly filterChange = output<Partial<DecisionFilter>>();
  /** To which place of the whole ranking, from 0. */
  readonly moved = output<{ readonly id: string; readonly place: number }>();
  readonly toggled = output<string>();
  /** Somebody wants to rate it and set its start. */
  readonly opened = output<string>();
  readonly started = output<{ readonly id: string; readonly year: number }>();

  protected readonly t = portfolioLabels;
  protected readonly work = decisionWorkLabels;
  protected readonly dragged = signal<string | null>(null);
  protected readonly said = signal('');
  protected readonly frame = frameName;
  protected readonly fte = fteText;
  protected readonly points = pointsText;
  protected readonly figures = (row: DecisionRow): RowFigures => figuresOf(row, this.decision());
  protected readonly identity = (row: DecisionRow): string => row.id;
  protected readonly lookOf = (row: DecisionRow): string =>
    [row.isRedLine ? 'et-decision-line' : '', row.place === 'above' ? '' : 'et-decision-out'].join(' ');
  protected readonly frameOptions = computed(() => FRAME_CODES.map((value) => ({ value, label: frameName(value) })));
  protected readonly kindOptions = computed(() =>
    KINDS.map((value) => ({ value, label: this.t().kinds[value] ?? value })),
  );
  protected readonly columns = computed<readonly Column[]>(() => {
    const t = this.t();
    return [
      { key: 'demand', label: t.demand },
      { key: 'unit', label: t.unit, width: '60px', isWideOnly: true },
      { key: 'frame', label: t.frame, width: '96px', isWideOnly: true },
      { key: 'points', label: t.points, isNumber: true, width: '68px', isWideOnly: true },
      { key: 'first', label: t.firstYear, isNumber: true, width: '108px' },
      { key: 'fte', label: t.fte, isNumber: true, width: '80px', isWideOnly: true },
      { key: 'start', label: t.start, width: '84px', isWideOnly: true },
      { key: 'state', label: t.state, width: '200px', isWideOnly: true },
      { key: 'inOut', label: t.inOut, width: '56px' },
    ];
  });

  protected frameOf(value: string | null): FrameCode | null {
    return FRAME_CODES.find((one) => one === value) ?? null;
  }

  protected kindOf(value: string | null): DecisionFilter['kind'] {
    return KINDS.find((one) => one === value) ?? 'all';
  }

  protected tagOf({ place }: DecisionRow): 'ok' | 'bad' | 'warn' | 'plain' {
    if (place === 'above') return 'ok';
    if (place === 'below') return 'bad';
    return place === 'off' ? 'plain' : 'warn';
  }

  protected iconOf({ place }: DecisionRow): IconName {
    if (place === 'above') return 'check_circle';
    return place === 'below' ? 'error' : place === 'off' ? 'close' : 'warning';
  }

  protected placeOf({ place }: DecisionRow): string {
    return this.t().places[place];
  }

  protected shortOf({ shortOf }: DecisionRow): string {
    return shortOf.map(shortText).join(', ');
  }

  protected drag(event: DragEvent, id: string): void {
    this.dragged.set(id);
    event.dataTransfer?.setData('text/plain', id);
  }

  protected over(event: DragEvent): void {
    if (this.dragged() !== null) event.preventDefault();
  }

  protected drop(event: DragEvent): void {
    const id = this.dragged();
    const target = demandAt(event);
    this.dragged.set(null);
    const row = this.rows().find((one) => one.id === target);
    if (id === null || row === undefined) return;
    event.preventDefault();
    this.moved.emit({ id, place: row.rank - 1 });
  }

  /** Alt with an arrow moves the row whose name or handle has the focus. */
  protected key(event: KeyboardEvent): void {
    const step = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : 0;
    if (!event.altKey || step === 0 || !this.mayMove()) return;
    const at = this.rows().findIndex((one) => one.id === demandAt(event));
    const [row, next] = [this.rows()[at], this.rows()[at + step]];
    if (row === undefined || next === undefined) return;
    event.preventDefault();
    this.moved.emit({ id: row.id, place: next.rank - 1 });
    this.said.set(this.t().moved(row.demand.title, String(next.rank)));
  }

  protected start(id: string, event: Event): void {
    this.started.emit({ id, year: Number((event.target as HTMLSelectElement).value) });
  }
}

/** The demand of the row in which something happened. */
function demandAt(event: Event): string | null {
  const row = event.target instanceof Element ? event.target.closest('tr') : null;
  return row?.querySelector<HTMLElement>('[data-demand]')?.dataset['demand'] ?? null;
}
