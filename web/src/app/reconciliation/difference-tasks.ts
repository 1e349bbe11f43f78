import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ReconciliationTask } from '@etatlotse/contracts/reconciliation/plain';
import { Amount } from '../ui/amount/amount';
import { formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { formatDate } from '../ui/date/format';
import { Dialog } from '../ui/dialog/dialog';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { PersonChoice } from '../ui/person-choice/person-choice';
import { Failure } from '../ui/state/state';
import { Scroll } from '../ui/table/scroll';
import { Tag } from '../ui/tag/tag';
import { Toasts } from '../ui/toast/toasts';
import { differenceTaskLabels } from './difference-task.labels';
import { DifferenceTaskStore } from './difference-task.store';
import { reconciliationLabels } from './reconciliation.labels';

/** Who looks after which difference. It ends by a reconciliation that no longer finds it, never by hand. */
@Component({
  selector: 'et-difference-tasks',
  imports: [Amount, Button, Dialog, Failure, Notice, PersonChoice, RouterLink, Scroll, Tag, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './difference-tasks.html',
})
export class DifferenceTasks {
  protected readonly store = inject(DifferenceTaskStore);
  private readonly toasts = inject(Toasts);
  protected readonly t = differenceTaskLabels;
  protected readonly r = reconciliationLabels;
  protected readonly date = formatDate;
  protected readonly changing = signal<ReconciliationTask | null>(null);
  protected readonly ownerId = signal<string | null>(null);
  protected readonly note = signal('');
  protected readonly hasTried = signal(false);
  protected readonly found = signal<readonly { readonly id: string; readonly displayName: string }[] | null>(null);

  protected readonly sentence = computed(() => {
    const open = this.store.tasks().filter(({ closedAt }) => closedAt === null);
    if (open.length === 0) return this.t().none;
    const free = open.filter(({ owner }) => owner === null).length;
    return this.t().open(formatNumber(open.length), open.length === 1, free);
  });

  protected async takeOver(task: ReconciliationTask): Promise<void> {
    const self = this.store.self();
    if (self !== null) await this.save(task, self, task.note);
  }

  protected startChange(task: ReconciliationTask): void {
    this.store.assign.clear();
    this.ownerId.set(task.owner?.id ?? null);
    this.note.set(task.note);
    this.found.set(null);
    this.hasTried.set(false);
    this.changing.set(task);
  }

  protected async search(q: string): Promise<void> {
    const people = await this.store.people.run(q);
    if (people !== null) this.found.set(people);
  }

  protected async change(event: Event, task: ReconciliationTask): Promise<void> {
    event.preventDefault();
    this.hasTried.set(true);
    const ownerId = this.ownerId() ?? (this.found() === null ? (task.owner?.id ?? null) : null);
    if (ownerId !== null && (await this.save(task, ownerId, this.note().trim()))) this.changing.set(null);
  }

  private async save(task: ReconciliationTask, ownerId: string, note: string): Promise<boolean> {
    if ((await this.store.assign.run(task, ownerId, note)) === null) return false;
    this.toasts.show(this.t().saved);
    this.store.reload();
    return true;
  }
}
