import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { Router } from '@angular/router';
import type { RecordChanged, RecordPage, RecordRow } from '@etatlotse/contracts/inventory/plain';
import { editConflict } from '../platform/edit-conflict';
import { Conflict } from '../ui/conflict/conflict';
import { type Crumb, PageHead } from '../ui/page-head/page-head';
import { RecordForm, type RecordFormShape } from '../ui/record/record-form';
import type { RecordFields, RecordValues } from '../ui/record/record-fields';
import { valueText } from '../ui/record/record-text';
import { Failure, Loading } from '../ui/state/state';
import { Toasts } from '../ui/toast/toasts';
import { inventoryLabels } from './inventory.labels';
import { RecordStore } from './record.store';

/** What the form page of a noun says around its fields. */
export interface FormWords {
  readonly title: string;
  readonly questionNew: string;
  readonly questionEdit: string;
  readonly lead: string;
  readonly path: string;
  readonly api: string;
}

/** The form page of any register: a new record, or one that is changed at the version it was seen at. */
@Component({
  selector: 'et-record-frame',
  imports: [Conflict, Failure, Loading, PageHead, RecordForm],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-page-head [question]="isNew() ? words().questionNew : words().questionEdit" [crumbs]="crumbs()">{{
      isNew() ? words().lead : (record()?.name ?? '')
    }}</et-page-head>
    <section class="et-panel et-inventory-form">
      @if (store.failure(); as failure) {
        <et-failure [failure]="failure" [retryable]="failure.status !== 404" (retry)="store.reload()" />
      } @else if (!isNew() && record() === null) {
        <et-loading [lines]="8" />
      } @else {
        @if (conflict.rows(); as rows) {
          <et-conflict [rows]="rows" (settled)="settle($event)" (closed)="conflict.clear()" />
        }
        <et-record-form
          [shape]="shape()"
          [known]="known()"
          [choices]="store.choices()"
          [problem]="conflict.rows() === null ? store.problem() : null"
          [send]="t().save"
          (confirmed)="save($event)"
          (cancelled)="leave(recordId() ?? null)"
        />
      }
    </section>`,
})
export class RecordFrame<Fields extends RecordFields> {
  readonly words = input.required<FormWords>();
  readonly shape = input.required<RecordFormShape<Fields>>();
  readonly recordId = input<string>();
  /** The fields filled with what the record says. */
  readonly known = input<Partial<RecordValues<Fields>> | null>(null);
  /** The fields filled with what any version of the record says. */
  readonly valuesOf = input.required<(record: never) => RecordValues<Fields>>();
  /** What the fields mean, as the API takes it. */
  readonly body = input.required<(values: RecordValues<Fields>) => object>();
  protected readonly store = inject(RecordStore);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly t = inventoryLabels;
  protected readonly record = this.store.record<RecordRow & RecordPage>();
  protected readonly isNew = computed(() => this.recordId() === undefined);
  protected readonly conflict = editConflict<RecordRow & RecordPage, RecordValues<Fields>, RecordChanged>({
    url: () => `${this.words().api}/${this.recordId()}`,
    fiscalYear: () => this.store.year(),
    valuesOf: (record) => this.valuesOf()(record as never),
    fields: () => {
      const { fields, words } = this.shape();
      const { units } = this.store.choices();
      return Object.keys(fields).map((name) => ({
        names: [name],
        label: words()[name]?.label ?? name,
        text: (values) => valueText(fields[name]!, words()[name], values[name], units),
      }));
    },
    save: (values, version) =>
      this.store.change.run(`${this.words().api}/${this.recordId()}`, { ...this.body()(values), version }),
    problem: this.store.change.problem,
  });
  protected readonly crumbs = computed<Crumb[]>(() => {
    const { title, path } = this.words();
    const record = this.record();
    const list = { label: title, link: [path] };
    return record === null ? [list] : [list, { label: record.name, link: [path, record.id] }];
  });

  protected async save(values: RecordValues<Fields>): Promise<void> {
    const record = this.record();
    await this.finish(
      record === null
        ? await this.store.add.run(this.words().api, this.body()(values))
        : await this.conflict.save(values, record),
    );
  }

  protected async settle(kept: readonly string[]): Promise<void> {
    await this.finish(await this.conflict.settle(kept));
  }

  private async finish(done: RecordChanged | null): Promise<void> {
    if (done === null) return;
    this.toasts.show(this.t().saved);
    await this.leave(done.id);
  }

  protected async leave(id: string | null): Promise<void> {
    const { path } = this.words();
    await this.router.navigate(id === null ? [path] : [path, id], { queryParamsHandling: 'preserve' });
  }
}
