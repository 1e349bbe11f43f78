import { ChangeDetectionStrategy, Component, computed, input, output, signal } from '@angular/core';
import type { DelegateRoles, PersonChoice as Person } from '@etatlotse/contracts/person';
import type { ProblemMessage } from '../platform/problem';
import { Button } from '../ui/button/button';
import { Dialog } from '../ui/dialog/dialog';
import { DateField } from '../ui/field/date-field';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { PersonChoice } from '../ui/person-choice/person-choice';
import { userLabels } from './user.labels';

/** Proposes who stands in for somebody who is away. A substitute always has an end. */
@Component({
  selector: 'et-delegate-form',
  imports: [Button, DateField, Dialog, Notice, PersonChoice, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-dialog [heading]="t().delegateHeading(name())" (closed)="closed.emit()">
    <form novalidate (submit)="send($event)">
      @if (problem(); as refused) {
        <et-notice kind="bad" class="et-form-notice" [live]="true" [heading]="refused.title">
          <p>{{ refused.detail }}</p>
        </et-notice>
      }
      <et-person-choice
        [label]="t().substitute"
        [found]="found()"
        [(value)]="substituteId"
        [error]="hasTried() && substituteId() === null ? t().substituteMissing : null"
        (searched)="searched.emit($event)"
      />
      <div class="et-fields-2">
        <et-date-field [optional]="true" [label]="t().validFrom" [(value)]="validFrom" />
        <et-date-field
          [label]="t().validTo"
          [(value)]="validTo"
          [error]="hasTried() && validTo() === null ? t().endMissing : null"
        />
      </div>
      <et-text-field
        type="lines"
        [label]="t().reason"
        [hint]="t().reasonHint"
        [(value)]="reason"
        [error]="hasTried() && !reason().trim() ? t().reasonMissing : null"
      />
      <p class="et-small et-muted">{{ t().delegateEffect }}</p>
      <div class="et-actions et-actions--below">
        <button type="submit" etButton="primary">{{ t().delegate }}</button>
        <button type="button" etButton="tertiary" (click)="closed.emit()">{{ t().cancel }}</button>
      </div>
    </form>
  </et-dialog>`,
})
export class DelegateForm {
  readonly name = input.required<string>();
  readonly found = input.required<readonly Person[] | null>();
  readonly problem = input<ProblemMessage | null>(null);
  readonly searched = output<string>();
  readonly confirmed = output<DelegateRoles>();
  readonly closed = output<void>();
  protected readonly t = computed(() => userLabels().form);
  protected readonly substituteId = signal<string | null>(null);
  protected readonly validFrom = signal<string | null>(null);
  protected readonly validTo = signal<string | null>(null);
  protected readonly reason = signal('');
  protected readonly hasTried = signal(false);

  protected send(event: Event): void {
    event.preventDefault();
    this.hasTried.set(true);
    const substituteId = this.substituteId();
    const validFrom = this.validFrom();
    const validTo = this.validTo();
    const reason = this.reason().trim();
    if (substituteId === null || validTo === null || reason === '') return;
    this.confirmed.emit({ substituteId, validTo, reason, ...(validFrom === null ? {} : { validFrom }) });
  }
}
