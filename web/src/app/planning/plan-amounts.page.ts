import { ChangeDetectionStrategy, Component, computed, DestroyRef, effect, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import { FRAME_CODES } from '@etatlotse/domain/budget';
import { frameLabels } from '../platform/frame.labels';
import { formatEuro, formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Select } from '../ui/choice/choice';
import { formatTime } from '../ui/date/format';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { PageHead } from '../ui/page-head/page-head';
import { Empty, Failure, Loading } from '../ui/state/state';
import { Toasts } from '../ui/toast/toasts';
import { PlanCellNotices } from './plan-cell-notices';
import { figuresOf, PlanFrameTiles } from './plan-frame-tiles';
import { PlanGridTable } from './plan-grid';
import { amountLabels } from './plan-amounts.labels';
import { type FrameView, PlanAmountsStore } from './plan-amounts.store';
import { planningLabels } from './planning.labels';

const VIEWS: readonly FrameView[] = [...FRAME_CODES, 'none', 'all'];

/** The amounts of a version, line by line and year by year, against the frame they have to fit into. */
@Component({
  selector: 'et-plan-amounts-page',
  imports: [
    Button,
    Empty,
    Failure,
    Loading,
    Notice,
    PageHead,
    PlanCellNotices,
    PlanFrameTiles,
    PlanGridTable,
    Select,
    TextField,
  ],
  providers: [PlanAmountsStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './plan-amounts.page.html',
})
export class PlanAmountsPage {
  readonly versionId = input.required<string>();
  /** `?frame=` and `?q=` of the address. */
  readonly frame = input<string>();
  readonly q = input<string>();
  protected readonly store = inject(PlanAmountsStore);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly t = amountLabels;
  protected readonly number = (value: number): string => formatNumber(value);

  protected readonly crumbs = computed(() => [
    { label: planningLabels().title, link: ['/planning'] },
    { label: this.store.detail()?.name ?? '', link: ['/planning', this.versionId()] },
    { label: amountLabels().crumb },
  ]);
  protected readonly frameOptions = computed(() => {
    const words = amountLabels();
    return VIEWS.map((value) => ({
      value,
      label: value === 'none' ? words.noFrame : value === 'all' ? words.allFrames : frameLabels().names[value],
    }));
  });
  /** One sentence a plan year: does it fit? */
  protected readonly lead = computed(() => {
    const words = amountLabels();
    const frames = this.store.frames();
    const code = this.store.frameCode();
    const grid = this.store.grid();
    if (frames === null || code === null || grid === null) return '';
    return grid.planYears
      .map((year) => {
        const { plannedCents, ceilingCents } = figuresOf(frames, year, code);
        if (ceilingCents === null || plannedCents === null) return words.unknown(year);
        const roomCents = ceilingCents - plannedCents;
        if (roomCents === 0) return words.fits(year);
        return roomCents > 0 ? words.room(year, formatEuro(roomCents)) : words.over(year, formatEuro(-roomCents));
      })
      .join(' ');
  });
  protected readonly saveState = computed(() => {
    const { state } = amountLabels();
    if (this.store.save.isRunning()) return state.saving;
    const waiting = this.store.edits().length;
    if (waiting > 0) return state.waiting(formatNumber(waiting));
    const savedAtMs = this.store.savedAtMs();
    return savedAtMs === null ? state.idle : state.saved(formatTime(new Date(savedAtMs).toISOString()));
  });

  constructor() {
    effect(() => this.store.versionId.set(this.versionId()));
    effect(() => {
      const frame = VIEWS.find((view) => view === this.frame()) ?? 'CORE';
      this.store.view.set({ frame, q: this.q() ?? '' });
    });
    // Whoever leaves the page has finished typing.
    inject(DestroyRef).onDestroy(() => void this.store.saveNow());
  }

  protected filter(key: 'frame' | 'q', value: string | null): void {
    void this.store.saveNow();
    void this.router.navigate([], { queryParams: { [key]: value || null }, queryParamsHandling: 'merge' });
  }

  protected clear(): void {
    void this.router.navigate([], { queryParams: { frame: 'all', q: null }, queryParamsHandling: 'merge' });
  }

  protected saidPasted(count: number): void {
    this.toasts.show(amountLabels().pasted(formatNumber(count)));
  }
}
