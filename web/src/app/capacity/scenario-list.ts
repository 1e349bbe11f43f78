import { ChangeDetectionStrategy, Component, effect, inject, output, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ScenarioRow } from '@etatlotse/contracts/capacity/plain';
import { Button } from '../ui/button/button';
import { formatDate } from '../ui/date/format';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { Scroll } from '../ui/table/scroll';
import { Toasts } from '../ui/toast/toasts';
import { assumptionsText } from './what-if-look';
import { whatIfLabels } from './what-if.labels';
import { WhatIfStore } from './what-if.store';

const COMPARED_MAX = 4;

/** Keeps the question of the page under a name, and lists those that were kept: to open, to compare, to delete. */
@Component({
  selector: 'et-scenario-list',
  imports: [Button, Notice, RouterLink, Scroll, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './scenario-list.html',
})
export class ScenarioList {
  readonly opened = output<ScenarioRow>();
  protected readonly store = inject(WhatIfStore);
  private readonly toasts = inject(Toasts);
  protected readonly t = whatIfLabels;
  protected readonly date = formatDate;
  protected readonly assumptions = assumptionsText;
  protected readonly name = signal('');
  protected readonly hasTried = signal(false);
  protected readonly chosenIds = signal<readonly string[]>([]);

  constructor() {
    effect(() => {
      // Another unit has other scenarios.
      this.store.chosen();
      this.chosenIds.set([]);
    });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.hasTried.set(true);
    const name = this.name().trim();
    if (name === '' || (await this.store.keep.run(name)) === null) return;
    this.toasts.show(this.t().saved);
    this.name.set('');
    this.hasTried.set(false);
    this.store.kept();
  }

  protected async remove({ id }: ScenarioRow): Promise<void> {
    if ((await this.store.drop.run(id)) === null) return;
    this.chosenIds.update((ids) => ids.filter((one) => one !== id));
    this.toasts.show(this.t().removed);
    this.store.scenarios.reload();
  }

  protected choose(id: string): void {
    this.chosenIds.update((ids) =>
      ids.includes(id) ? ids.filter((one) => one !== id) : [...ids, id].slice(-COMPARED_MAX),
    );
  }
}
