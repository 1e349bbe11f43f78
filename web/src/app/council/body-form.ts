import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, output, signal } from '@angular/core';
import { type CouncilBodyRow, LEAD_DAYS_MAX } from '@etatlotse/contracts/council/plain';
import type { ChangeCouncilBody } from '@etatlotse/contracts/council';
import { BODY_KINDS, type BodyKind } from '@etatlotse/domain/council';
import type { ProblemMessage } from '../platform/problem';
import { Button } from '../ui/button/button';
import { Choice } from '../ui/choice/choice';
import { Dialog } from '../ui/dialog/dialog';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { councilLabels } from './council.labels';

/** What a body is called, what it is, and how early it needs papers. */
@Component({
  selector: 'et-body-form',
  imports: [Button, Choice, Dialog, Notice, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-dialog [heading]="body() ? t().change : t().add" (closed)="closed.emit()">
    <form novalidate (submit)="send($event)">
      @if (problem(); as refused) {
        <et-notice kind="bad" class="et-form-notice" [live]="true" [heading]="refused.title">
          <p>{{ refused.detail }}</p>
        </et-notice>
      }
      <et-text-field
        [label]="t().name"
        [(value)]="name"
        [error]="hasTried() && name().trim() === '' ? words().fill : null"
      />
      <et-choice [legend]="t().kind" [options]="kinds()" [(value)]="kind" />
      <et-text-field
        [label]="t().leadDays"
        [hint]="t().leadHint"
        [(value)]="leadDays"
        [error]="hasTried() && lead() === null ? t().leadWrong : null"
      />
      <label class="et-check"
        ><input type="checkbox" [checked]="isForBudget()" (change)="isForBudget.set(checked($event))" />{{
          t().budget
        }}</label
      >
      @if (body()) {
        <label class="et-check"
          ><input type="checkbox" [checked]="isArchived()" (change)="isArchived.set(checked($event))" />{{
            t().archived
          }}</label
        >
      }
      <div class="et-actions et-actions--below">
        <button type="submit" etButton="primary">{{ t().save }}</button>
        <button type="button" etButton="tertiary" (click)="closed.emit()">{{ words().cancelButton }}</button>
      </div>
    </form>
  </et-dialog>`,
})
export class BodyForm {
  /** The body that is changed; none: a new one. */
  readonly body = input<CouncilBodyRow | null>(null);
  readonly problem = input<ProblemMessage | null>(null);
  readonly confirmed = output<ChangeCouncilBody>();
  readonly closed = output<void>();
  protected readonly words = councilLabels;
  protected readonly t = computed(() => councilLabels().bodyForm);
  protected readonly name = linkedSignal(() => this.body()?.name ?? '');
  protected readonly kind = linkedSignal<string | null>(() => this.body()?.kind ?? 'committee');
  protected readonly leadDays = linkedSignal(() => String(this.body()?.paperLeadDays ?? 14));
  protected readonly isForBudget = linkedSignal(() => this.body()?.isForBudget ?? true);
  protected readonly isArchived = linkedSignal(() => this.body()?.isArchived ?? false);
  protected readonly hasTried = signal(false);
  protected readonly kinds = computed(() => BODY_KINDS.map((value) => ({ value, label: this.words().kinds[value] })));
  protected readonly lead = computed(() => {
    const text = this.leadDays().trim();
    return /^\d{1,2}$/.test(text) && Number(text) <= LEAD_DAYS_MAX ? Number(text) : null;
  });

  protected checked(event: Event): boolean {
    return (event.target as HTMLInputElement).checked;
  }

  protected send(event: Event): void {
    event.preventDefault();
    this.hasTried.set(true);
    const [name, paperLeadDays] = [this.name().trim(), this.lead()];
    if (name === '' || paperLeadDays === null) return;
    this.confirmed.emit({
      name,
      paperLeadDays,
      kind: this.kind() as BodyKind,
      isForBudget: this.isForBudget(),
      isArchived: this.isArchived(),
      version: this.body()?.version ?? 1,
    });
  }
}
