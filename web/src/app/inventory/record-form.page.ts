import { computed, Directive, effect, inject, input } from '@angular/core';
import { LineSearch } from '../platform/line-search';
import type { RecordFields, RecordValues } from '../ui/record/record-fields';
import type { RecordFormShape } from '../ui/record/record-form';
import type { FormWords } from './record-frame';
import { RecordStore } from './record.store';

/** What each form page provides and shows; a noun only says what it is about. */
export const FORM_PROVIDERS = [RecordStore, LineSearch];
export const FORM_TEMPLATE = `<et-record-frame
  [words]="words()"
  [shape]="shape"
  [recordId]="recordId()"
  [known]="known()"
  [valuesOf]="valuesOf"
  [body]="body"
/>`;

/** The form page of a noun: a new record, or one that is changed. */
@Directive()
export abstract class RecordFormPage<Detail extends object, Fields extends RecordFields> {
  readonly recordId = input<string>();
  private readonly store = inject(RecordStore);
  private readonly record = this.store.record<Detail>();
  protected abstract readonly shape: RecordFormShape<Fields>;
  protected abstract readonly words: () => FormWords;
  /** The form filled with what a record says. */
  protected abstract readonly valuesOf: (record: Detail) => RecordValues<Fields>;
  /** What the form means, as the API takes it. */
  protected abstract readonly body: (values: RecordValues<Fields>) => object;
  protected readonly known = computed(() => {
    const record = this.record();
    return record === null ? null : this.valuesOf(record);
  });

  constructor() {
    effect(() => {
      const id = this.recordId();
      this.store.url.set(id === undefined ? null : `${this.words().api}/${id}`);
    });
  }
}
