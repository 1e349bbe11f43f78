import { ChangeDetectionStrategy, Component, DestroyRef, inject, input, output, signal } from '@angular/core';
import { Button } from '../button/button';
import { Icon } from '../icon/icon';
import type { IconName } from '../icon/icons';
import { stateLabels } from './state.labels';

/** Nothing here yet: what belongs here, why it is empty, one button inside. */
@Component({
  selector: 'et-empty',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'et-empty' },
  template: `<et-icon [name]="icon()" />
    <p class="et-strong">{{ heading() }}</p>
    <div class="et-empty__body"><ng-content /></div>`,
})
export class Empty {
  readonly heading = input.required<string>();
  readonly icon = input<IconName>('inbox');
}

const BONES_AFTER_MS = 200;
const TEXT_AFTER_MS = 2_000;
const CANCEL_AFTER_MS = 10_000;

/** The layout stays; grey lines after 200 ms, a sentence from 2 s, a way out from 10 s. */
@Component({
  selector: 'et-loading',
  imports: [Button],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'et-loading', role: 'status', 'aria-busy': 'true' },
  template: `<span class="et-hidden">{{ t().loading }}</span>
    @if (stage() >= 1) {
      @for (line of lineNumbers(); track line) {
        <span class="et-bones"></span>
      }
    }
    @if (stage() >= 2) {
      <p class="et-small et-muted">{{ text() ?? t().loadingLong }}</p>
    }
    @if (stage() >= 3 && cancellable()) {
      <button type="button" etButton="tertiary" (click)="cancelled.emit()">{{ t().cancel }}</button>
    }`,
})
export class Loading {
  readonly lines = input(3);
  readonly text = input<string>();
  readonly cancellable = input(false);
  readonly cancelled = output<void>();
  protected readonly t = stateLabels;
  protected readonly stage = signal(0);
  protected readonly lineNumbers = (): number[] => Array.from({ length: this.lines() }, (_, index) => index);

  constructor() {
    const timers = [BONES_AFTER_MS, TEXT_AFTER_MS, CANCEL_AFTER_MS].map((after, index) =>
      setTimeout(() => this.stage.set(index + 1), after),
    );
    inject(DestroyRef).onDestroy(() => timers.forEach(clearTimeout));
  }
}

/** What went wrong, in words; the panel stays and others live on. */
export interface FailureText {
  readonly title: string;
  readonly detail: string;
  readonly requestId?: string;
}

@Component({
  selector: 'et-failure',
  imports: [Button, Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'et-failure', role: 'alert' },
  template: `<et-icon name="error" class="et-icon--bad" />
    <div>
      <p class="et-strong">{{ failure().title }}</p>
      <p>{{ failure().detail }}</p>
      @if (failure().requestId; as id) {
        <p class="et-tiny et-muted">{{ t().request(id) }}</p>
      }
      @if (retryable()) {
        <div class="et-actions et-actions--below">
          <button type="button" etButton="secondary" icon="refresh" (click)="retry.emit()">{{ t().reload }}</button>
        </div>
      }
    </div>`,
})
export class Failure {
  readonly failure = input.required<FailureText>();
  readonly retryable = input(true);
  readonly retry = output<void>();
  protected readonly t = stateLabels;
}
