import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, output, signal } from '@angular/core';
import { type CouncilBodyRow, MEETINGS_AT_ONCE } from '@etatlotse/contracts/council/plain';
import type { ProblemMessage } from '../platform/problem';
import { formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Choice } from '../ui/choice/choice';
import { Dialog } from '../ui/dialog/dialog';
import { readDate } from '../ui/field/date-field';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { councilLabels } from './council.labels';

/** The days of a body as somebody has them in a letter or a spreadsheet: one a line. */
@Component({
  selector: 'et-plan-form',
  imports: [Button, Choice, Dialog, Notice, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-dialog [heading]="t().heading" (closed)="closed.emit()">
    <form novalidate (submit)="send($event)">
      @if (problem(); as refused) {
        <et-notice kind="bad" class="et-form-notice" [live]="true" [heading]="refused.title">
          <p>{{ refused.detail }}</p>
        </et-notice>
      }
      <et-choice [legend]="words().body" [options]="options()" [(value)]="bodyId" />
      <et-text-field
        type="lines"
        [label]="t().days"
        [hint]="t().daysHint"
        [(value)]="typed"
        [error]="hasTried() ? fault() : null"
      />
      <div class="et-actions et-actions--below">
        <button type="submit" etButton="primary">{{ t().save }}</button>
        <button type="button" etButton="tertiary" (click)="closed.emit()">{{ words().cancelButton }}</button>
      </div>
    </form>
  </et-dialog>`,
})
export class PlanForm {
  readonly bodies = input.required<readonly CouncilBodyRow[]>();
  readonly problem = input<ProblemMessage | null>(null);
  readonly confirmed = output<{ readonly bodyId: string; readonly days: readonly string[] }>();
  readonly closed = output<void>();
  protected readonly words = councilLabels;
  protected readonly t = computed(() => councilLabels().planForm);
  private readonly meeting = computed(() => this.bodies().filter(({ isArchived }) => !isArchived));
  protected readonly options = computed(() => this.meeting().map(({ id, name }) => ({ value: id, label: name })));
  protected readonly bodyId = linkedSignal<string | null>(() => this.meeting()[0]?.id ?? null);
  protected readonly typed = signal('');
  protected readonly hasTried = signal(false);
  private readonly parts = computed(() =>
    this.typed()
      .split(/[\n;,\t]+/)
      .map((part) => part.trim())
      .filter((part) => part !== ''),
  );
  protected readonly fault = computed(() => {
    const parts = this.parts();
    const wrong = parts.find((part) => typeof readDate(part) === 'string');
    if (wrong !== undefined) return this.t().wrong(wrong);
    if (parts.length > MEETINGS_AT_ONCE) return this.t().tooMany(formatNumber(MEETINGS_AT_ONCE));
    return parts.length === 0 ? this.words().fill : null;
  });

  protected send(event: Event): void {
    event.preventDefault();
    this.hasTried.set(true);
    const bodyId = this.bodyId();
    if (this.fault() !== null || bodyId === null) return;
    const days = this.parts().flatMap((part) => {
      const read = readDate(part);
      return typeof read === 'string' ? [] : [read.day];
    });
    this.confirmed.emit({ bodyId, days });
  }
}
