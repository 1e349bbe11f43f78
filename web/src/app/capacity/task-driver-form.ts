import { ChangeDetectionStrategy, Component, computed, input, output, signal } from '@angular/core';
import type { CreateDriver } from '@etatlotse/contracts/capacity';
import { DRIVER_KINDS, MICROS } from '@etatlotse/contracts/capacity/plain';
import type { ProblemMessage } from '../platform/problem';
import { Button } from '../ui/button/button';
import { Choice } from '../ui/choice/choice';
import { Dialog } from '../ui/dialog/dialog';
import { DateField } from '../ui/field/date-field';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { typedNumber } from './task-draft';
import { taskPageLabels } from './task-page.labels';
import { taskRecordLabels } from './task-record.labels';
import { taskLabels } from './task.labels';

/** Enters a change of the law or a wave of renewals. */
@Component({
  selector: 'et-task-driver-form',
  imports: [Button, Choice, DateField, Dialog, Notice, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-dialog [heading]="t().heading" (closed)="closed.emit()">
    <form novalidate (submit)="send($event)">
      @if (problem(); as refused) {
        <et-notice kind="bad" class="et-form-notice" [live]="true" [heading]="refused.title">
          <p>{{ refused.detail }}</p>
        </et-notice>
      }
      <et-choice [legend]="t().kind" [large]="true" [options]="kinds()" [(value)]="kind" />
      <et-text-field [label]="t().name" [hint]="t().nameHint" [(value)]="name" [error]="missing(!name().trim())" />
      <et-text-field
        [label]="t().source"
        [hint]="t().sourceHint"
        [(value)]="source"
        [error]="missing(!source().trim())"
      />
      @if (kind() === 'law_change') {
        <et-date-field
          [label]="t().from"
          [hint]="t().fromHint"
          [(value)]="from"
          [error]="wrong(!isMonthStart(from()))"
        />
        <div class="et-fields-2">
          <et-text-field
            [label]="t().factor"
            [hint]="t().factorHint"
            [(value)]="factor"
            [error]="wrong(!isFactor(factorValue()))"
          />
          <et-text-field
            [label]="t().over"
            [hint]="t().overHint"
            [(value)]="over"
            [error]="wrong(!isWhole(over(), 0, 120))"
          />
        </div>
      } @else {
        <div class="et-fields-2">
          <et-text-field [label]="t().holds" [(value)]="holds" [error]="wrong(!isWhole(holds(), 1, 40))" />
          <et-text-field [label]="t().returns" [(value)]="returns" [error]="wrong(!isWhole(returns(), 0, 100))" />
        </div>
        <et-date-field
          [label]="t().issuedFrom"
          [hint]="t().fromHint"
          [(value)]="issuedFrom"
          [error]="wrong(!isMonthStart(issuedFrom()))"
        />
        <et-text-field
          type="lines"
          [label]="t().issued"
          [hint]="t().issuedHint"
          [(value)]="issued"
          [error]="wrong(issuedValues() === null)"
        />
      }
      <div class="et-actions et-actions--below">
        <button type="submit" etButton="primary">{{ words().save }}</button>
        <button type="button" etButton="tertiary" (click)="closed.emit()">{{ words().cancel }}</button>
      </div>
    </form>
  </et-dialog>`,
})
export class TaskDriverForm {
  readonly problem = input<ProblemMessage | null>(null);
  readonly confirmed = output<CreateDriver>();
  readonly closed = output<void>();
  protected readonly t = computed(() => taskRecordLabels().driver);
  protected readonly words = taskLabels;
  protected readonly kind = signal<string | null>('law_change');
  protected readonly name = signal('');
  protected readonly source = signal('');
  protected readonly from = signal<string | null>(null);
  protected readonly factor = signal('');
  protected readonly over = signal('0');
  protected readonly holds = signal('10');
  protected readonly returns = signal('90');
  protected readonly issuedFrom = signal<string | null>(null);
  protected readonly issued = signal('');
  private readonly hasTried = signal(false);

  protected readonly kinds = computed(() =>
    DRIVER_KINDS.map((value) => ({
      value,
      label: taskPageLabels().drivers.kinds[value],
      detail: value === 'law_change' ? this.t().lawDetail : this.t().waveDetail,
    })),
  );
  protected readonly factorValue = computed(() => typedNumber(this.factor()));
  /** One number a month; null where something is no number. */
  protected readonly issuedValues = computed(() => {
    const words = this.issued()
      .trim()
      .split(/[\s;]+/)
      .filter((word) => word !== '');
    const counts = words.map((word) =>
      word === '?' ? null : this.isWhole(word, 0, 10_000_000) ? Number(word) : Number.NaN,
    );
    return counts.length === 0 || counts.length > 240 || counts.some((count) => Number.isNaN(count)) ? null : counts;
  });

  protected missing(isMissing: boolean): string | null {
    return this.hasTried() && isMissing ? this.words().fill : null;
  }

  protected wrong(isWrong: boolean): string | null {
    return this.hasTried() && isWrong ? this.t().wrong : null;
  }

  protected isMonthStart(day: string | null): boolean {
    return day?.endsWith('-01') ?? false;
  }

  protected isFactor(value: number | null): boolean {
    return value !== null && value > 0 && value <= 100;
  }

  protected isWhole(text: string, least: number, most: number): boolean {
    const value = /^\d{1,8}$/.test(text.trim()) ? Number(text.trim()) : Number.NaN;
    return value >= least && value <= most;
  }

  protected send(event: Event): void {
    event.preventDefault();
    this.hasTried.set(true);
    const driver = this.read();
    if (driver !== null) this.confirmed.emit(driver);
  }

  private read(): CreateDriver | null {
    const [name, source, factor, issued] = [
      this.name().trim(),
      this.source().trim(),
      this.factorValue(),
      this.issuedValues(),
    ];
    if (name === '' || source === '') return null;
    const base = { name, source, isActive: true };
    if (this.kind() === 'law_change') {
      const from = this.from();
      if (from === null || !this.isMonthStart(from) || factor === null || !this.isFactor(factor)) return null;
      if (!this.isWhole(this.over(), 0, 120)) return null;
      const overMonths = Number(this.over());
      return { ...base, kind: 'law_change', from, factorMicros: Math.round(factor * MICROS), overMonths };
    }
    const issuedFrom = this.issuedFrom();
    const areNumbers = this.isWhole(this.holds(), 1, 40) && this.isWhole(this.returns(), 0, 100);
    if (issuedFrom === null || !this.isMonthStart(issuedFrom) || issued === null || !areNumbers) return null;
    const holdsForMonths = Number(this.holds()) * 12;
    return { ...base, kind: 'renewal', holdsForMonths, returnPercent: Number(this.returns()), issuedFrom, issued };
  }
}
