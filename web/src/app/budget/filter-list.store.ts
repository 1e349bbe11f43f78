import { computed, inject, Injectable } from '@angular/core';
import type { SavedFilter } from '@etatlotse/contracts/budget';
import { command } from '../platform/command';
import { BudgetClient } from './budget.client';

/** What is done to saved filters. */
@Injectable()
export class FilterListStore {
  private readonly client = inject(BudgetClient);
  readonly save = command((filter: SavedFilter) => this.client.changeFilter(filter));
  readonly remove = command((filter: SavedFilter) => this.client.deleteFilter(filter.id, filter.version));
  readonly problem = computed(() => this.save.problem() ?? this.remove.problem());

  clear(): void {
    this.save.clear();
    this.remove.clear();
  }
}
