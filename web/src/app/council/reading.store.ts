import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable, linkedSignal, signal } from '@angular/core';
import type {
  ChangeMotion,
  CloseReading,
  CreateMotion,
  CreateReading,
  VoteOnMotion,
} from '@etatlotse/contracts/council';
import {
  coversOf,
  type FoundReadingLine,
  type MotionRow,
  type Reading,
  READING_PATHS,
  stackOf,
} from '@etatlotse/contracts/council/plain';
import type { MotionCover } from '@etatlotse/domain/council';
import { newIdempotencyKey } from '../platform/api';
import { command } from '../platform/command';
import { problemOf } from '../platform/problem';
import { ReadingClient } from './reading.client';

const NO_COVER: readonly MotionCover[] = [];

/** Which motions are reckoned with at first: what was adopted, and what still may be. */
const countsAtFirst = ({ result }: MotionRow): boolean => result === 'adopted' || result === 'open';

/** A reading with the motions that somebody reckons with. What is chosen stays in the page; votes are stored. */
@Injectable()
export class ReadingStore {
  private readonly client = inject(ReadingClient);
  readonly id = signal<string | null>(null);
  private readonly resource = httpResource<Reading>(() => {
    const id = this.id();
    return id === null ? undefined : READING_PATHS.reading(id);
  });
  readonly reading = computed(() => (this.resource.hasValue() ? this.resource.value() : null));
  readonly failure = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });

  /** A reading that is read again keeps what was chosen; what came in since is reckoned with. */
  readonly chosen = linkedSignal<Reading | null, ReadonlySet<string>>({
    source: this.reading,
    computation: (reading, before) => {
      const rows = reading?.rows ?? [];
      const known = before?.source?.id === reading?.id ? (before?.source?.rows ?? null) : null;
      const isKnown = new Set(known?.map(({ id }) => id));
      return new Set(
        rows
          .filter((row) => (isKnown.has(row.id) ? before?.value.has(row.id) : countsAtFirst(row)))
          .map(({ id }) => id),
      );
    },
  });
  readonly stack = computed(() => {
    const reading = this.reading();
    return reading === null ? null : stackOf(reading, this.chosen());
  });
  private readonly covers = computed(() => {
    const reading = this.reading();
    return reading === null ? new Map<string, readonly MotionCover[]>() : coversOf(reading);
  });
  readonly openCount = computed(() => (this.reading()?.rows ?? []).filter(({ result }) => result === 'open').length);

  /** Words to look for lines with, while a motion is typed. */
  private readonly words = signal('');
  private readonly lineResource = httpResource<readonly FoundReadingLine[]>(() => {
    const [id, q] = [this.id(), this.words()];
    return id === null || q === '' ? undefined : { url: READING_PATHS.lines(id), params: { q } };
  });
  readonly foundLines = computed(() => (this.lineResource.hasValue() ? this.lineResource.value() : null));

  private readonly closeKey = newIdempotencyKey();
  readonly create = command((body: CreateReading, key: string) => this.client.create(body, key));
  readonly release = command((id: string, version: number) => this.client.release(id, version));
  readonly close = command((id: string, body: CloseReading) => this.client.close(id, body, this.closeKey));
  readonly order = command((id: string, version: number, motionIds: readonly string[]) =>
    this.client.order(id, version, motionIds),
  );
  readonly remove = command((id: string, motion: MotionRow) => this.client.remove(id, motion.id, motion.version));
  /** Without a motion a new one. */
  readonly save = command((id: string, motionId: string | null, body: CreateMotion | ChangeMotion, key: string) =>
    motionId === null ? this.client.bring(id, body, key) : this.client.change(id, motionId, body as ChangeMotion),
  );
  readonly vote = command((id: string, motionId: string, body: VoteOnMotion) => this.client.vote(id, motionId, body));

  coverOf(motionId: string): readonly MotionCover[] {
    return this.covers().get(motionId) ?? NO_COVER;
  }

  ask(words: string): void {
    this.words.set(words);
  }

  toggle(motionId: string): void {
    this.chosen.update((chosen) => {
      const next = new Set(chosen);
      if (!next.delete(motionId)) next.add(motionId);
      return next;
    });
  }

  choose(which: (motion: MotionRow) => boolean): void {
    this.chosen.set(new Set((this.reading()?.rows ?? []).filter(which).map(({ id }) => id)));
  }

  reload(): void {
    this.resource.reload();
  }
}
