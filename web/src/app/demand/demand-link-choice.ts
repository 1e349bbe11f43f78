import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import { type DemandOffer, DEPENDENCY_KINDS, type DependencyKind } from '@etatlotse/contracts/demand/plain';
import { Button } from '../ui/button/button';
import { Choice, Select } from '../ui/choice/choice';
import { Dialog } from '../ui/dialog/dialog';
import { TextField } from '../ui/field/text-field';
import { demandFormLabels } from './demand-form.labels';
import { DemandErrands } from './demand-errand.store';
import { demandLabels } from './demand.labels';

export interface ChosenLink {
  readonly offer: DemandOffer;
  readonly kind: DependencyKind;
}

/** Finds another demand of the round and says how this one hangs on it. */
@Component({
  selector: 'et-demand-link-choice',
  imports: [Button, Choice, Dialog, Select, TextField],
  providers: [DemandErrands],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-dialog [heading]="t().depends" (closed)="closed.emit()">
    <et-choice [legend]="t().linkKind" [options]="kinds()" [value]="kind()" (valueChange)="choose($event)" />
    <et-text-field type="search" [label]="t().search" [value]="words()" (valueChange)="search($event)" />
    <et-select [label]="t().linkTo" [options]="options()" [(value)]="chosen" />
    <div class="et-actions et-actions--below">
      <button type="button" etButton="primary" (click)="take()">{{ t().addLink }}</button>
      <button type="button" etButton="tertiary" (click)="closed.emit()">{{ names().cancel }}</button>
    </div>
  </et-dialog>`,
})
export class DemandLinkChoice {
  readonly roundId = input.required<string>();
  readonly demandId = input.required<string>();
  readonly linked = output<ChosenLink>();
  readonly closed = output<void>();
  private readonly errands = inject(DemandErrands);
  protected readonly t = demandFormLabels;
  protected readonly names = demandLabels;
  protected readonly kind = signal<DependencyKind>('needs');
  protected readonly words = signal('');
  protected readonly chosen = signal<string | null>(null);
  private readonly offers = signal<readonly DemandOffer[]>([]);
  protected readonly kinds = computed(() =>
    DEPENDENCY_KINDS.map((value) => ({ value, label: demandLabels().dependencies[value] })),
  );
  protected readonly options = computed(() =>
    this.offers()
      .filter(({ id }) => id !== this.demandId())
      .map(({ id, number, title, unitCode }) => ({
        value: id,
        label: `${demandLabels().number(number)} ${title} (${unitCode})`,
      })),
  );

  constructor() {
    queueMicrotask(() => this.search(''));
  }

  protected choose(kind: string | null): void {
    if (kind !== null) this.kind.set(kind as DependencyKind);
  }

  protected search(text: string): void {
    this.words.set(text);
    void this.errands.offering.run(this.roundId(), text).then((offers) => {
      if (offers !== null) this.offers.set(offers);
    });
  }

  protected take(): void {
    const offer = this.offers().find(({ id }) => id === this.chosen());
    if (offer !== undefined) this.linked.emit({ offer, kind: this.kind() });
  }
}
