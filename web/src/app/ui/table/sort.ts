import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { Icon } from '../icon/icon';

/** `amount` = ascending by amount, `-amount` = descending: one string that also stands in the address. */
export type SortKey = string;

/** Column head that sorts: `<th scope="col" etSort="available" [sort]="sort()" (sortChange)="sort.set($event)">Verfügbar</th>`. */
@Component({
  selector: 'th[etSort]',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '[attr.aria-sort]': 'state()' },
  template: `<button type="button" class="et-sort" (click)="sortChange.emit(next())">
    <ng-content /><et-icon [small]="true" [name]="state() === 'descending' ? 'arrow_downward' : 'arrow_upward'" />
  </button>`,
})
export class SortHead {
  readonly etSort = input.required<string>();
  readonly sort = input<SortKey | undefined>();
  readonly sortChange = output<SortKey>();

  protected readonly state = computed(() => {
    if (this.sort() === this.etSort()) return 'ascending';
    return this.sort() === `-${this.etSort()}` ? 'descending' : null;
  });
  protected readonly next = computed(() => (this.state() === 'ascending' ? `-${this.etSort()}` : this.etSort()));
}
