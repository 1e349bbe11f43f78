import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal, viewChild } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute, Router } from '@angular/router';
import { FRAME_CODES, type FrameCode } from '@etatlotse/domain/budget';
import { map } from 'rxjs';
import { frameLabels } from '../platform/frame.labels';
import { formatEuro, formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { formatTime } from '../ui/date/format';
import { Notice } from '../ui/notice/notice';
import { PageHead } from '../ui/page-head/page-head';
import { Empty, Failure, Loading } from '../ui/state/state';
import { PlanActions } from './plan-actions';
import { amountLabels } from './plan-amounts.labels';
import { PlanAmountsStore } from './plan-amounts.store';
import { PlanCellNotices } from './plan-cell-notices';
import { PlanCellsStore } from './plan-cells.store';
import { readComparison } from './plan-columns';
import { PlanCommandBar } from './plan-command-bar';
import { PlanEditorStore } from './plan-editor.store';
import { PlanFile } from './plan-file';
import { PlanFrameTiles } from './plan-frame-tiles';
import { PlanGridTable } from './plan-grid';
import { gridLabels } from './plan-grid.labels';
import { PlanLinePanel } from './plan-line-panel';
import { type FrameView, GROUPINGS } from './plan-rows';
import { PlanSelectionBar } from './plan-selection-bar';
import { PlanSelectionStore } from './plan-selection.store';
import { PlanSheetStore } from './plan-sheet.store';
import { PlanUnsavedStore } from './plan-unsaved.store';
import { PlanViewBar } from './plan-view-bar';
import { planningLabels } from './planning.labels';

const FRAME_VIEWS: readonly FrameView[] = [...FRAME_CODES, 'none', 'all'];

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
    PlanCommandBar,
    PlanFile,
    PlanFrameTiles,
    PlanGridTable,
    PlanLinePanel,
    PlanSelectionBar,
    PlanViewBar,
  ],
  providers: [
    PlanAmountsStore,
    PlanCellsStore,
    PlanSheetStore,
    PlanSelectionStore,
    PlanActions,
    PlanEditorStore,
    PlanUnsavedStore,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './plan-amounts.page.html',
})
export class PlanAmountsPage {
  readonly versionId = input.required<string>();
  /** What the address says about the view: which lines, under which heads, compared with what. */
  readonly frame = input<string>();
  readonly unit = input<string>();
  readonly product = input<string>();
  readonly q = input<string>();
  readonly planned = input<string>();
  readonly group = input<string>();
  readonly compare = input<string>();

  protected readonly store = inject(PlanAmountsStore);
  protected readonly cells = inject(PlanCellsStore);
  protected readonly sheet = inject(PlanSheetStore);
  protected readonly selection = inject(PlanSelectionStore);
  private readonly actions = inject(PlanActions);
  private readonly router = inject(Router);
  private readonly bar = viewChild(PlanCommandBar);
  private readonly grid = viewChild(PlanGridTable);
  private readonly viewBar = viewChild(PlanViewBar);
  /** What was done last, said below the grid where nothing covers the figures. */
  protected readonly sentence = signal('');
  protected readonly t = amountLabels;
  protected readonly words = gridLabels;

  /** The line opened, `?line=`. */
  protected readonly line = toSignal(inject(ActivatedRoute).queryParamMap.pipe(map((params) => params.get('line'))), {
    initialValue: null,
  });

  protected readonly crumbs = computed(() => [
    { label: planningLabels().title, link: ['/planning'] },
    { label: this.store.detail()?.name ?? '', link: ['/planning', this.versionId()] },
    { label: amountLabels().crumb },
  ]);
  /** Plan years and the outlook, without the year before. */
  protected readonly ownYears = computed(
    () => this.store.grid()?.years.filter((year) => year >= this.store.firstYear()) ?? [],
  );
  /** One sentence a plan year: does it fit? */
  protected readonly lead = computed(() => {
    const words = amountLabels();
    const code = this.store.frameCode();
    const grid = this.store.grid();
    if (this.store.frames() === null || grid === null) return '';
    if (code !== null) return grid.planYears.map((year) => this.fit(code, year)).join(' ');
    if (this.store.view().frame === 'none') return words.withoutFrame;
    return FRAME_CODES.map((one) => `${frameLabels().names[one]}: ${this.fit(one, this.store.firstYear())}`).join(' ');
  });
  /** Why no amount can be typed: the state of the version, else the tasks of the person. */
  protected readonly whyReadOnly = computed(() => {
    const state = this.store.detail()?.state ?? 'draft';
    const words = amountLabels();
    if (state === 'draft') return words.readOnly;
    return state === 'introduced' ? words.introduced : words.final(planningLabels().states[state]);
  });
  protected readonly saveState = computed(() => {
    const { state } = amountLabels();
    if (this.cells.save.isRunning()) return state.saving;
    const waiting = this.cells.edits().length;
    if (waiting > 0) return state.waiting(formatNumber(waiting));
    const savedAtMs = this.cells.savedAtMs();
    return savedAtMs === null ? state.idle : state.saved(formatTime(new Date(savedAtMs).toISOString()));
  });

  constructor() {
    inject(PlanUnsavedStore);
    effect(() => this.store.versionId.set(this.versionId()));
    effect(() =>
      this.store.view.set({
        frame: FRAME_VIEWS.find((view) => view === this.frame()) ?? 'CORE',
        unitId: this.unit() ?? null,
        product: this.product() ?? null,
        q: this.q() ?? '',
        isPlannedOnly: this.planned() === 'yes',
        group: GROUPINGS.find((group) => group === this.group()) ?? 'none',
        comparison: readComparison(this.compare(), this.store.firstComparison()),
      }),
    );
  }

  /** Whether a frame fits in a year, with everything typed so far. */
  private fit(code: FrameCode, year: number): string {
    const words = amountLabels();
    const { roomCents } = this.sheet.frame(code, year);
    if (roomCents === null) return words.unknown(year);
    if (roomCents === 0) return words.fits(year);
    return roomCents > 0 ? words.room(year, formatEuro(roomCents)) : words.over(year, formatEuro(-roomCents));
  }

  protected set(queryParams: Readonly<Record<string, string | null>>): void {
    void this.router.navigate([], { queryParams, queryParamsHandling: 'merge', replaceUrl: true });
  }

  protected clear(): void {
    this.set({ frame: 'all', unit: null, product: null, q: null, planned: null });
  }

  protected closeLine(): void {
    this.set({ line: null });
    this.focusGrid();
  }

  protected begin(sign: string): void {
    this.bar()?.begin(sign);
  }

  protected search(): void {
    this.viewBar()?.focusSearch();
  }

  protected focusGrid(): void {
    this.grid()?.focus();
  }

  protected undo(): void {
    this.say(this.actions.undo());
    this.focusGrid();
  }

  protected redo(): void {
    this.say(this.actions.redo());
    this.focusGrid();
  }

  protected say(sentence: string | null): void {
    if (sentence !== null) this.sentence.set(sentence);
  }
}
