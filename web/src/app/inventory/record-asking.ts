import { Directive, effect, inject, input, signal } from '@angular/core';
import { Toasts } from '../ui/toast/toasts';
import { inventoryLabels } from './inventory.labels';
import { RecordStore } from './record.store';

/** What the page of every record does: reads it, asks for one entry at a time, sends it, and reads it again. */
@Directive()
export abstract class RecordAsking<Detail extends { readonly version: number }, Question> {
  readonly recordId = input.required<string>();
  protected readonly store = inject(RecordStore);
  private readonly toasts = inject(Toasts);
  protected readonly record = this.store.record<Detail>();
  protected readonly asking = signal<Question | null>(null);
  protected readonly words = inventoryLabels;

  /** Where the record lives on the wire. */
  protected abstract readonly address: (id: string) => string;

  constructor() {
    effect(() => this.store.url.set(this.address(this.recordId())));
  }

  protected ask(question: Question): void {
    this.store.begin();
    this.asking.set(question);
  }

  /** Adds an entry to the record, at the version that was seen. */
  protected async send(url: string, entry: object): Promise<void> {
    const done = await this.store.add.run(url, { ...entry, version: this.record()?.version });
    if (done !== null) this.finish();
  }

  /** Replaces an entry of the record. */
  protected async replace(url: string, entry: object): Promise<void> {
    const done = await this.store.change.run(url, { ...entry, version: this.record()?.version });
    if (done !== null) this.finish();
  }

  private finish(): void {
    this.toasts.show(this.words().saved);
    this.asking.set(null);
    this.store.reload();
  }
}
