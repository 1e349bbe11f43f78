import { HttpClient } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import { PAPER_PATHS, type PaperChanged } from '@etatlotse/contracts/council/plain';
import { idempotent, newIdempotencyKey } from '../platform/api';
import { command } from '../platform/command';
import { Button } from '../ui/button/button';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { PageHead } from '../ui/page-head/page-head';
import { Toasts } from '../ui/toast/toasts';
import { snapshotLabels } from './snapshot.labels';

/** A member's question about a figure. */
@Component({
  selector: 'et-ask-page',
  imports: [Button, Notice, PageHead, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-page-head [question]="t().question">{{ t().lead }}</et-page-head>
    <form novalidate class="et-panel" (submit)="send($event)">
      @if (about(); as what) {
        <p class="et-finding">{{ t().about(what) }}</p>
      }
      @if (asking.problem(); as problem) {
        <et-notice kind="bad" [live]="true" [heading]="problem.title">
          <p>{{ problem.detail }}</p>
        </et-notice>
      }
      <et-text-field
        type="lines"
        [label]="t().text"
        [(value)]="text"
        [error]="hasTried() && text().trim() === '' ? t().fill : null"
      />
      <div class="et-actions et-actions--below">
        <button type="submit" etButton="primary" icon="send">{{ t().send }}</button>
        <button type="button" etButton="tertiary" (click)="leave()">{{ t().cancel }}</button>
      </div>
    </form>`,
})
export class AskPage {
  readonly snapshot = input<string>();
  readonly figure = input<string>();
  /** What the figure is called on the page that it was asked from. */
  readonly about = input<string>();
  private readonly http = inject(HttpClient);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly t = computed(() => snapshotLabels().ask);
  protected readonly text = signal('');
  protected readonly hasTried = signal(false);
  private readonly key = newIdempotencyKey();
  protected readonly asking = command((snapshotId: string, text: string) =>
    this.http.post<PaperChanged>(
      PAPER_PATHS.questions,
      { snapshotId, text, ...(this.figure() === undefined ? {} : { figureKey: this.figure() }) },
      idempotent(this.key),
    ),
  );

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.hasTried.set(true);
    const [snapshotId, text] = [this.snapshot(), this.text().trim()];
    if (snapshotId === undefined || text === '') return;
    const asked = await this.asking.run(snapshotId, text);
    if (asked === null) return;
    this.toasts.show(this.t().sent);
    await this.router.navigate(['/council/papers', asked.id]);
  }

  protected async leave(): Promise<void> {
    await this.router.navigate(['/dashboard/released'], { queryParams: { release: this.snapshot() } });
  }
}
