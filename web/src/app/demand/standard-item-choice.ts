import { ChangeDetectionStrategy, Component, inject, output, signal } from '@angular/core';
import type { StandardItem } from '@etatlotse/contracts/demand/plain';
import { Amount } from '../ui/amount/amount';
import { Button } from '../ui/button/button';
import { Dialog } from '../ui/dialog/dialog';
import { TextField } from '../ui/field/text-field';
import { demandFormLabels } from './demand-form.labels';
import { DemandErrands } from './demand-errand.store';
import { demandLabels } from './demand.labels';

/** A thing with its price from the catalogue, so that nobody looks it up. */
@Component({
  selector: 'et-standard-item-choice',
  imports: [Amount, Button, Dialog, TextField],
  providers: [DemandErrands],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-dialog [heading]="t().fromCatalogue" (closed)="closed.emit()">
    <et-text-field type="search" [label]="t().search" [value]="words()" (valueChange)="search($event)" />
    <ul class="et-list-plain et-demand__offers">
      @for (item of items(); track item.id) {
        <li>
          <span
            >{{ item.name }}
            <span class="et-demand__sub"
              >{{ names().itemKinds[item.kind] }}, {{ names().rhythms[item.rhythm] }},
              @if (item.unitPriceCents === null) {
                {{ t().priceUnknown }}
              } @else {
                <et-amount [cents]="item.unitPriceCents" /> {{ names().bases[item.basis] }} / {{ item.unit }}
              }
              {{ item.source }}</span
            ></span
          >
          <button type="button" etButton="secondary" [compact]="true" (click)="taken.emit(item)">
            {{ t().take }}<span class="et-hidden"> {{ item.name }}</span>
          </button>
        </li>
      } @empty {
        <li>{{ t().catalogueEmpty }}</li>
      }
    </ul>
  </et-dialog>`,
})
export class StandardItemChoice {
  readonly taken = output<StandardItem>();
  readonly closed = output<void>();
  private readonly errands = inject(DemandErrands);
  protected readonly t = demandFormLabels;
  protected readonly names = demandLabels;
  protected readonly words = signal('');
  protected readonly items = signal<readonly StandardItem[]>([]);

  constructor() {
    queueMicrotask(() => this.search(''));
  }

  protected search(text: string): void {
    this.words.set(text);
    void this.errands.catalogue.run(text).then((page) => {
      if (page !== null) this.items.set(page.rows);
    });
  }
}
