import { computed, inject, Injectable, signal } from '@angular/core';
import type { AskParameterEffect, RecordParameter } from '@etatlotse/contracts/capacity';
import type { ParameterEffect } from '@etatlotse/contracts/capacity/plain';
import { newIdempotencyKey } from '../platform/api';
import { command } from '../platform/command';
import { ParameterClient } from './parameter.client';

/** A change of figures: what it would move, and then the change itself. */
@Injectable()
export class ParameterStore {
  private readonly client = inject(ParameterClient);
  private readonly key = newIdempotencyKey();
  private readonly seen = signal<ParameterEffect | null>(null);

  /** What was asked last; null until it is asked again. */
  readonly effect = this.seen.asReadonly();
  private readonly asking = command((asked: AskParameterEffect) => this.client.effect(asked));
  readonly isAsking = this.asking.isRunning;
  private readonly recording = command((figure: RecordParameter) => this.client.record(figure, this.key));
  private readonly withdrawing = command((id: string, reason: string) => this.client.withdraw(id, reason));
  readonly problem = computed(() => this.recording.problem() ?? this.withdrawing.problem() ?? this.asking.problem());

  async ask(asked: AskParameterEffect): Promise<void> {
    this.recording.clear();
    this.seen.set(await this.asking.run(asked));
  }

  /** What was shown holds for what was typed then. */
  forget(): void {
    this.seen.set(null);
  }

  async record(figure: RecordParameter): Promise<boolean> {
    return (await this.recording.run(figure)) !== null;
  }

  async withdraw(id: string, reason: string): Promise<boolean> {
    return (await this.withdrawing.run(id, reason)) !== null;
  }
}
