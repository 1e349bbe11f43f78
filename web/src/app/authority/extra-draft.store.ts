import { httpResource } from '@angular/common/http';
import { computed, DestroyRef, effect, inject, Injectable, signal, untracked } from '@angular/core';
import type { ChangeExtraRequest, CreateExtraRequest } from '@etatlotse/contracts/authority';
import { EXTRA_PATHS, type ExtraDetail } from '@etatlotse/contracts/authority/plain';
import { newIdempotencyKey } from '../platform/api';
import { Clock } from '../platform/clock';
import { command } from '../platform/command';
import { Connection } from '../platform/connection';
import { problemOf } from '../platform/problem';
import { SAVE_AFTER_MS } from '../platform/saving';
import { ExtraFormStore } from './extra-form.store';
import { ExtraClient } from './extra.client';

/** A creation under way. As long as no answer came, the same is sent again under the same key: it makes one draft. */
interface Creation {
  readonly key: string;
  readonly content: CreateExtraRequest;
}

/**
 * The draft behind the form. It saves itself when typing pauses, and says which version it was typed on: nobody
 * overwrites unseen text.
 */
@Injectable()
export class ExtraDraftStore {
  private readonly client = inject(ExtraClient);
  private readonly form = inject(ExtraFormStore);
  private readonly clock = inject(Clock);
  private readonly connection = inject(Connection);
  private readonly saveAfterMs = inject(SAVE_AFTER_MS);

  /** The stored draft; null before the first save of a new one. */
  readonly id = signal<string | null>(null);
  private readonly stored = httpResource<ExtraDetail>(() => {
    const id = this.id();
    return id === null ? undefined : EXTRA_PATHS.request(id);
  });
  readonly request = computed(() => (this.stored.hasValue() ? this.stored.value() : null));
  readonly failure = computed(() => {
    const error = this.stored.error();
    return error ? problemOf(error) : null;
  });

  private readonly create = command(({ content, key }: Creation) => this.client.create(content, key));
  private readonly change = command((id: string, request: ChangeExtraRequest) => this.client.change(id, request));
  readonly reread = command((id: string) => this.client.read(id));
  readonly problem = computed(() => this.create.problem() ?? this.change.problem());
  readonly isSaving = computed(() => this.create.isRunning() || this.change.isRunning());
  readonly savedAtMs = signal<number | null>(null);

  /** What the server holds, as far as this page has seen. */
  private readonly kept = signal<{ readonly version: number; readonly text: string } | null>(null);
  readonly isStale = computed(() => this.change.problem()?.code === 'VERSION_STALE');
  /** Whether something can be stored that is not. */
  readonly isWaiting = computed(() => {
    const content = this.form.content();
    return content !== null && JSON.stringify(content) !== this.kept()?.text;
  });

  private creation: Creation | null = null;
  private filledId: string | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private last: Promise<string | null> = Promise.resolve(null);

  constructor() {
    effect(() => {
      const request = this.request();
      if (request !== null && request.id !== this.filledId) untracked(() => this.show(request));
    });
    effect(() => {
      this.form.content();
      if (this.connection.isOnline()) untracked(() => this.schedule());
    });
    inject(DestroyRef).onDestroy(() => {
      clearTimeout(this.timer);
      if (untracked(this.isWaiting)) void this.save();
    });
  }

  /** Stores what stands in the form, after any save under way; answers the id, or null when it was refused. */
  save(): Promise<string | null> {
    clearTimeout(this.timer);
    this.last = this.last.then(() => this.store());
    return this.last;
  }

  /** The text of the other person replaces one's own. */
  async takeTheirs(): Promise<void> {
    const request = await this.reread.run(this.id() ?? '');
    if (request === null) return;
    this.change.clear();
    this.show(request);
  }

  /** One's own text stays, now in knowledge that the other's is replaced. */
  async keepMine(): Promise<void> {
    const request = await this.reread.run(this.id() ?? '');
    if (request === null) return;
    this.change.clear();
    this.kept.set({ version: request.version, text: '' });
    await this.save();
  }

  private show(request: ExtraDetail): void {
    this.filledId = request.id;
    this.form.fill(request);
    this.kept.set({ version: request.version, text: JSON.stringify(this.form.content()) });
  }

  private schedule(): void {
    clearTimeout(this.timer);
    if (this.isWaiting() && !this.isStale()) this.timer = setTimeout(() => void this.save(), this.saveAfterMs);
  }

  private async store(): Promise<string | null> {
    const id = this.id() ?? (await this.storeNew());
    return id !== null && this.isWaiting() ? this.storeChange(id) : id;
  }

  private async storeNew(): Promise<string | null> {
    const content = this.form.content();
    this.creation ??= content === null ? null : { key: newIdempotencyKey(), content };
    if (this.creation === null) return null;
    const done = await this.create.run(this.creation);
    if (done === null) {
      const status = this.create.problem()?.status ?? 0;
      if (status >= 400 && status < 500) this.creation = null;
      return null;
    }
    const sent = this.creation.content;
    this.filledId = done.id;
    this.form.ownYear.set(sent.fiscalYear);
    this.kept.set({ version: done.version, text: JSON.stringify(sent) });
    this.id.set(done.id);
    return this.afterSave(done.id);
  }

  private async storeChange(id: string): Promise<string | null> {
    const content = this.form.content();
    const version = this.kept()?.version;
    if (content === null || version === undefined || this.isStale()) return null;
    const { subject, substanceReason, timeReason, isContinuedInvestment, items, covers } = content;
    const said = { subject, substanceReason, timeReason, isContinuedInvestment, items, covers };
    const done = await this.change.run(id, { ...said, version });
    if (done === null) return null;
    this.kept.set({ version: done.version, text: JSON.stringify(content) });
    return this.afterSave(id);
  }

  /** Typed while the save was under way: that is saved after the next pause. */
  private afterSave(id: string): string {
    this.savedAtMs.set(this.clock.nowMs());
    this.schedule();
    return id;
  }
}
