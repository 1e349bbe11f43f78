import { computed, DestroyRef, effect, inject, Injectable, signal, untracked } from '@angular/core';
import type { Demand, DemandStep } from '@etatlotse/contracts/demand/plain';
import { Clock } from '../platform/clock';
import { command } from '../platform/command';
import { Connection } from '../platform/connection';
import { KeptText } from '../platform/kept-text';
import type { ProblemMessage } from '../platform/problem';
import { SAVE_AFTER_MS } from '../platform/saving';
import { SessionStore } from '../platform/session.store';
import { chosenDraft, comparedFields } from './demand-compare';
import { type DemandDraft, differingFields, draftOf, isKeptDraft, type KeptDraft } from './demand-draft';
import { DemandClient } from './demand.client';

const RETRY_MS = 3000;

/** How what is typed stands with the server. */
export type SaveState = 'saved' | 'saving' | 'waiting' | 'conflict' | 'refused';

/** Somebody else was faster: what they have saved, and what stood there when both began. */
interface Met {
  readonly theirs: Demand;
  readonly before: DemandDraft;
}

/**
 * The form of a demand. What is typed is kept at once, goes to the server after a pause, and is sent again after a lost
 * connection or a new login. Where somebody else was faster both versions stand side by side, field by field, until it is chosen.
 */
@Injectable()
export class DemandFormStore {
  private readonly client = inject(DemandClient);
  private readonly kept = inject(KeptText);
  private readonly session = inject(SessionStore);
  private readonly connection = inject(Connection);
  private readonly clock = inject(Clock);
  private readonly pauseMs = inject(SAVE_AFTER_MS);
  private timer: ReturnType<typeof setTimeout> | undefined;
  private isSending = false;

  readonly id = signal<string | null>(null);
  readonly demand = signal<Demand | null>(null);
  readonly draft = signal<DemandDraft | null>(null);
  readonly version = signal(0);
  readonly state = signal<SaveState>('saved');
  readonly savedAtMs = signal<number | null>(null);
  readonly problem = signal<ProblemMessage | null>(null);
  private readonly met = signal<Met | null>(null);
  /** Where two have written, what is to be chosen; what is typed meanwhile stands there, too. */
  readonly conflict = computed(() => {
    const [met, mine] = [this.met(), this.draft()];
    if (met === null || mine === null) return null;
    const { theirs, before } = met;
    return { by: theirs.changedByName, rows: comparedFields({ before, mine, theirs: draftOf(theirs) }) };
  });
  /** What the server had last, as far as is known here. */
  private base: DemandDraft | null = null;
  /** Text from before was put back into the form. */
  readonly wasRestored = signal(false);
  private readonly fetching = command((id: string) => this.client.show(id));
  readonly failure = computed(() => (this.demand() === null ? this.fetching.problem() : null));
  private readonly sending = command((id: string, draft: DemandDraft, version: number) =>
    this.client.save(id, { ...draft, version }),
  );
  readonly submitting = command((id: string, step: DemandStep, version: number, reason: string) =>
    this.client.step(id, { step, version, ...(reason === '' ? {} : { reason }) }),
  );

  constructor() {
    effect(() => {
      if (this.connection.isOnline() && untracked(this.state) === 'waiting') void this.send();
    });
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.timer);
      if (this.isDirty()) void this.send();
    });
  }

  /** Reads the demand, and puts back what the server does not have yet. */
  async open(id: string): Promise<void> {
    this.id.set(id);
    const demand = await this.fetching.run(id);
    if (demand === null) return;
    this.demand.set(demand);
    this.version.set(demand.version);
    this.draft.set(draftOf(demand));
    this.base = draftOf(demand);
    const kept = await this.kept.read(nameOf(id), this.session.csrfToken());
    if (!isKeptDraft(kept) || differingFields(kept.draft, draftOf(demand)).length === 0) return;
    this.wasRestored.set(true);
    this.draft.set(kept.draft);
    if (kept.version === demand.version) await this.send();
    else this.compare(demand, kept.draft, kept.before ?? draftOf(demand));
  }

  /** Something was typed. */
  set(change: Partial<DemandDraft>): void {
    const draft = this.draft();
    const id = this.id();
    if (draft === null || id === null) return;
    const next = { ...draft, ...change };
    this.draft.set(next);
    const kept: KeptDraft = {
      draft: next,
      version: this.version(),
      ...(this.base === null ? {} : { before: this.base }),
    };
    void this.kept.keep(nameOf(id), kept, this.session.csrfToken());
    if (this.state() === 'conflict') return;
    this.state.set('saving');
    this.sendIn(this.pauseMs);
  }

  /** Sends what stands in the form; answers whether the server has all of it. */
  async send(): Promise<boolean> {
    clearTimeout(this.timer);
    const [id, draft] = [this.id(), this.draft()];
    if (id === null || draft === null || this.state() === 'conflict') return false;
    if (this.isSending) {
      this.sendIn(this.pauseMs);
      return false;
    }
    this.isSending = true;
    const saved = await this.sending.run(id, draft, this.version());
    this.isSending = false;
    if (saved === null) {
      await this.notSaved(id, draft, this.sending.problem());
      return false;
    }
    this.version.set(saved.version);
    this.base = draft;
    this.problem.set(null);
    this.savedAtMs.set(this.clock.nowMs());
    if (this.draft() !== draft) {
      this.sendIn(this.pauseMs);
      return false;
    }
    this.state.set('saved');
    await this.kept.drop(nameOf(id));
    return true;
  }

  /** The demand as the server reckons and judges it now. */
  async refresh(): Promise<void> {
    const id = this.id();
    const demand = id === null ? null : await this.fetching.run(id);
    if (demand === null) return;
    this.demand.set(demand);
    this.version.set(demand.version);
  }

  /** Saves what was chosen: one's own entries in these fields, everything else as it was saved meanwhile. */
  async settle(kept: readonly string[]): Promise<void> {
    const [met, mine] = [this.met(), this.draft()];
    if (met === null || mine === null) return;
    const theirs = draftOf(met.theirs);
    this.version.set(met.theirs.version);
    this.demand.set(met.theirs);
    this.base = theirs;
    this.state.set('saving');
    this.met.set(null);
    this.set(chosenDraft({ mine, theirs }, kept));
    await this.send();
  }

  private isDirty(): boolean {
    return untracked(this.state) !== 'saved';
  }

  private sendIn(milliseconds: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.send(), milliseconds);
  }

  private async notSaved(id: string, draft: DemandDraft, problem: ProblemMessage | null): Promise<void> {
    this.problem.set(problem);
    if (problem?.code === 'VERSION_STALE') {
      const theirs = await this.fetching.run(id);
      if (theirs !== null) this.compare(theirs, draft, this.base ?? draftOf(theirs));
      return;
    }
    // Without an answer, with a fault, or without a login the text waits; everything else a person has to put right.
    const canWait = problem === null || problem.status === 0 || problem.status >= 500 || problem.status === 429;
    this.state.set(canWait || problem?.status === 401 ? 'waiting' : 'refused');
    if (canWait) this.sendIn(RETRY_MS);
  }

  private compare(theirs: Demand, mine: DemandDraft, before: DemandDraft): void {
    if (differingFields(mine, draftOf(theirs)).length === 0) {
      this.version.set(theirs.version);
      this.demand.set(theirs);
      this.state.set('saved');
      return;
    }
    this.state.set('conflict');
    this.met.set({ theirs, before });
  }
}

const nameOf = (id: string): string => `demand:${id}`;
