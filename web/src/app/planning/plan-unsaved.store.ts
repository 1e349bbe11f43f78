import { DOCUMENT } from '@angular/common';
import { HttpClient } from '@angular/common/http';
import { computed, DestroyRef, effect, inject, Injectable, untracked } from '@angular/core';
import type { ChangedCell } from '@etatlotse/contracts/planning/plain';
import { api } from '../platform/api';
import { Connection } from '../platform/connection';
import { KeptText } from '../platform/kept-text';
import { ASK_AGAIN_MS } from '../platform/saving';
import { SessionStore } from '../platform/session.store';
import { formatNumber } from '../ui/amount/format';
import { Toasts } from '../ui/toast/toasts';
import { amountLabels } from './plan-amounts.labels';
import { PlanAmountsStore } from './plan-amounts.store';
import type { Edit } from './plan-cells';
import { PlanCellsStore } from './plan-cells.store';

/** What is kept of a version: what was typed, and what was seen in these cells. */
interface KeptCells {
  readonly edits: readonly Edit[];
  readonly seen: readonly ChangedCell[];
}

/**
 * Sees to it that nothing typed is lost while the server does not have it: it is sent as soon as the server is heard again,
 * kept over a lost login, another page or a closed browser, and the browser asks before its tab is closed.
 */
@Injectable()
export class PlanUnsavedStore {
  private readonly read = inject(PlanAmountsStore);
  private readonly cells = inject(PlanCellsStore);
  private readonly connection = inject(Connection);
  private readonly kept = inject(KeptText);
  private readonly session = inject(SessionStore);
  private readonly http = inject(HttpClient);
  private readonly toasts = inject(Toasts);
  private readonly askAgainMs = inject(ASK_AGAIN_MS);
  /** The version whose kept cells were looked for; before that nothing is dropped. */
  private restored: string | null = null;
  private hasKept = false;
  private timer: ReturnType<typeof setTimeout> | undefined;

  /** The server, or what stands before it, gave no answer of its own. */
  private readonly isCutOff = computed(() => [0, 502, 503, 504].includes(this.cells.save.problem()?.status ?? -1));
  /** What will not be saved by itself in a moment. */
  private readonly isStuck = computed(
    () => this.cells.save.problem() !== null || this.cells.edits().length > this.cells.ready().length,
  );

  constructor() {
    effect(() => {
      const versionId = this.read.mayWrite() ? this.read.versionId() : null;
      if (versionId !== null && versionId !== this.restored) untracked(() => void this.restore(versionId));
    });
    effect(() => {
      this.read.versionId();
      untracked(() => void this.cells.saveAll());
    });
    effect(() => {
      const edits = this.cells.edits();
      if (edits.length === 0 || this.isStuck()) untracked(() => this.keep(edits));
    });
    effect(() => {
      if (this.isCutOff()) untracked(() => this.askLater());
    });
    effect(() => {
      if (this.connection.isOnline()) untracked(() => this.sendAgain());
    });
    const view = inject(DOCUMENT).defaultView;
    const ask = (event: BeforeUnloadEvent): void => {
      if (untracked(this.cells.edits).length > 0) event.preventDefault();
    };
    view?.addEventListener('beforeunload', ask);
    inject(DestroyRef).onDestroy(() => {
      view?.removeEventListener('beforeunload', ask);
      clearTimeout(this.timer);
      void this.leave();
    });
  }

  /** Whoever leaves the page has finished typing. What cannot be saved stands there again when they come back. */
  private async leave(): Promise<void> {
    this.keep(untracked(this.cells.edits));
    // Without a login nothing is sent: the refusal would take the person away from the page where they log in.
    if (this.session.csrfToken() === null) this.cells.hold();
    else await this.cells.saveAll();
    const edits = untracked(this.cells.edits);
    this.keep(edits);
    if (edits.length > 0) this.toasts.show(amountLabels().keptForLater(formatNumber(edits.length)));
  }

  private async restore(versionId: string): Promise<void> {
    this.restored = versionId;
    const kept = await this.kept.read(nameOf(versionId), this.session.csrfToken());
    if (!isKept(kept) || this.read.versionId() !== versionId) return;
    this.hasKept = true;
    const known = kept.edits.filter(({ lineId }) => this.read.places().has(lineId));
    this.cells.restore(known, kept.seen);
  }

  private keep(edits: readonly Edit[]): void {
    const versionId = this.restored;
    if (versionId === null) return;
    if (edits.length === 0) {
      if (this.hasKept) void this.kept.drop(nameOf(versionId));
      this.hasKept = false;
      return;
    }
    this.hasKept = true;
    const seen = edits.map(({ lineId, fiscalYear }) => ({
      ...{ lineId, fiscalYear, amountCents: this.cells.storedCents(lineId, fiscalYear) },
    }));
    const kept: KeptCells = { edits, seen };
    void this.kept.keep(nameOf(versionId), kept, this.session.csrfToken());
  }

  /** The browser does not say when a server is back: any answer does. */
  private askLater(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => {
      this.http.get(api('health/live')).subscribe({ next: () => this.sendAgain(), error: () => this.askLater() });
    }, this.askAgainMs);
  }

  private sendAgain(): void {
    if (untracked(this.isCutOff)) void this.cells.saveNow();
  }
}

const nameOf = (versionId: string): string => `plan-cells ${versionId}`;

const isKept = (kept: unknown): kept is KeptCells =>
  typeof kept === 'object' && kept !== null && 'edits' in kept && 'seen' in kept;
