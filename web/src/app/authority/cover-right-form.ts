import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import type { DeclareCoverRight } from '@etatlotse/contracts/authority';
import type { LineDetail } from '@etatlotse/contracts/budget';
import { api, query } from '../platform/api';
import { FiscalYear } from '../platform/fiscal-year';
import type { ProblemMessage } from '../platform/problem';
import { Button } from '../ui/button/button';
import { Dialog } from '../ui/dialog/dialog';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { LinePicker } from './line-picker';
import { poolLabels } from './pool.labels';

/** Declares one-sided cover: who draws, who gives, and the budget note behind it. */
@Component({
  selector: 'et-cover-right-form',
  imports: [Button, Dialog, LinePicker, Notice, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-dialog [heading]="t().declare" (closed)="closed.emit()">
    <form novalidate (submit)="send($event)">
      @if (problem(); as refused) {
        <et-notice kind="bad" class="et-form-notice" [live]="true" [heading]="refused.title">
          <p>{{ refused.detail }}</p>
        </et-notice>
      }
      <et-line-picker
        [label]="t().drawingLine"
        [line]="drawing()"
        [error]="mistakes().drawing"
        (lineChange)="drawingId.set($event?.id ?? null)"
      />
      <et-line-picker
        [label]="t().givingLine"
        [line]="giving()"
        [error]="mistakes().giving"
        (lineChange)="givingId.set($event?.id ?? null)"
      />
      <et-text-field type="lines" [label]="t().note" [hint]="t().noteHint" [(value)]="note" [error]="mistakes().note" />
      <div class="et-actions et-actions--below">
        <button type="submit" etButton="primary">{{ t().declare }}</button>
        <button type="button" etButton="tertiary" (click)="closed.emit()">{{ t().cancel }}</button>
      </div>
    </form>
  </et-dialog>`,
})
export class CoverRightForm {
  readonly problem = input<ProblemMessage | null>(null);
  readonly confirmed = output<DeclareCoverRight>();
  readonly closed = output<void>();
  protected readonly t = poolLabels;
  private readonly year = inject(FiscalYear).year;
  protected readonly drawingId = signal<string | null>(null);
  protected readonly givingId = signal<string | null>(null);
  protected readonly note = signal('');
  private readonly hasTried = signal(false);
  private readonly drawingResource = httpResource<LineDetail>(() => this.lineAt(this.drawingId()));
  private readonly givingResource = httpResource<LineDetail>(() => this.lineAt(this.givingId()));
  protected readonly drawing = computed(() => (this.drawingResource.hasValue() ? this.drawingResource.value() : null));
  protected readonly giving = computed(() => (this.givingResource.hasValue() ? this.givingResource.value() : null));
  protected readonly mistakes = computed(() => {
    const words = poolLabels();
    const unless = (isThere: boolean, sentence: string): string | null =>
      this.hasTried() && !isThere ? sentence : null;
    return {
      drawing: unless(this.drawingId() !== null, words.lineMissing),
      giving: unless(this.givingId() !== null, words.lineMissing),
      note: unless(this.note().trim() !== '', words.noteMissing),
    };
  });

  protected send(event: Event): void {
    event.preventDefault();
    this.hasTried.set(true);
    const [drawingLineId, givingLineId] = [this.drawingId(), this.givingId()];
    if (drawingLineId === null || givingLineId === null || this.note().trim() === '') return;
    this.confirmed.emit({ drawingLineId, givingLineId, budgetNote: this.note().trim() });
  }

  private lineAt(lineId: string | null): { url: string; params: Record<string, string> } | undefined {
    return lineId === null
      ? undefined
      : { url: api('budget/lines', lineId), params: query({ fiscalYear: this.year() }) };
  }
}
