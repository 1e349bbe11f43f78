import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import type { SavedFilter } from '@etatlotse/contracts/budget';
import { Button } from '../ui/button/button';
import { Dialog } from '../ui/dialog/dialog';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { filterListLabels } from './filter-list.labels';
import { FilterListStore } from './filter-list.store';

/** The saved filters of the city: another name, another mark, or away with one. Lines never change by it. */
@Component({
  selector: 'et-filter-list',
  imports: [Button, Dialog, Notice, TextField],
  providers: [FilterListStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-dialog [heading]="t().heading" (closed)="closed.emit()">
    <p class="et-form-notice">{{ t().lead }}</p>
    @if (store.problem(); as refused) {
      <et-notice kind="bad" class="et-form-notice" [live]="true" [heading]="refused.title">
        <p>{{ refused.detail }}</p>
      </et-notice>
    }
    <ul class="et-list-plain et-filters">
      @for (filter of filters(); track filter.id) {
        <li>
          @if (edited()?.id === filter.id) {
            <form novalidate (submit)="rename($event, filter)">
              <et-text-field [label]="t().name" [(value)]="name" [error]="nameMissing()" />
              <label class="et-check">
                <input type="checkbox" [checked]="marksIt()" (change)="marksIt.set(!marksIt())" /> {{ t().marksIt }}
              </label>
              <div class="et-actions">
                <button type="submit" etButton="primary">{{ t().save }}</button>
                <button type="button" etButton="tertiary" (click)="edited.set(null)">{{ t().cancel }}</button>
              </div>
            </form>
          } @else {
            <span>
              <b>{{ filter.name }}</b>
              <span class="et-small et-muted">{{ about(filter) }}</span>
            </span>
            <span class="et-actions">
              <button type="button" class="et-link-button" (click)="edit(filter)">
                {{ t().change }}<span class="et-hidden"> ({{ filter.name }})</span>
              </button>
              <button type="button" class="et-link-button" (click)="delete(filter)">
                {{ deleting() === filter.id ? t().deleteSure : t().delete
                }}<span class="et-hidden"> ({{ filter.name }})</span>
              </button>
            </span>
          }
        </li>
      }
    </ul>
    <div class="et-actions et-actions--below">
      <button type="button" etButton="secondary" (click)="closed.emit()">{{ t().done }}</button>
    </div>
  </et-dialog>`,
})
export class FilterList {
  readonly filters = input.required<readonly SavedFilter[]>();
  readonly changed = output<void>();
  /** Id of a filter that is gone. */
  readonly deleted = output<string>();
  readonly closed = output<void>();
  protected readonly store = inject(FilterListStore);
  protected readonly t = filterListLabels;
  protected readonly edited = signal<SavedFilter | null>(null);
  protected readonly name = signal('');
  protected readonly marksIt = signal(false);
  /** The filter that a second press deletes. */
  protected readonly deleting = signal<string | null>(null);
  private readonly hasTried = signal(false);
  protected readonly nameMissing = computed(() =>
    this.hasTried() && this.name().trim() === '' ? this.t().nameMissing : null,
  );

  protected about({ marksIt, createdByName }: SavedFilter): string {
    const by = createdByName === null ? '' : this.t().by(createdByName);
    return [marksIt ? this.t().isIt : '', by].filter((part) => part !== '').join(' · ');
  }

  protected edit(filter: SavedFilter): void {
    this.clear();
    this.name.set(filter.name);
    this.marksIt.set(filter.marksIt);
    this.edited.set(filter);
  }

  protected async rename(event: Event, filter: SavedFilter): Promise<void> {
    event.preventDefault();
    this.hasTried.set(true);
    if (this.nameMissing() !== null) return;
    const renamed = { ...filter, name: this.name().trim(), marksIt: this.marksIt() };
    if ((await this.store.save.run(renamed)) === null) return;
    this.edited.set(null);
    this.changed.emit();
  }

  protected async delete(filter: SavedFilter): Promise<void> {
    if (this.deleting() !== filter.id) {
      this.clear();
      this.deleting.set(filter.id);
      return;
    }
    if ((await this.store.remove.run(filter)) === null) return;
    this.deleting.set(null);
    this.deleted.emit(filter.id);
  }

  private clear(): void {
    this.store.clear();
    this.hasTried.set(false);
    this.edited.set(null);
    this.deleting.set(null);
  }
}
