import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable, type Signal, signal } from '@angular/core';
import { CONTRACT_PATHS, type ContractRow } from '@etatlotse/contracts/contract/plain';
import type { PersonChoice } from '@etatlotse/contracts/person';
import type { Page } from '@etatlotse/contracts/shared/plain';
import { api, newIdempotencyKey, query } from '../platform/api';
import { command } from '../platform/command';
import { FiscalYear } from '../platform/fiscal-year';
import { LineSearch } from '../platform/line-search';
import { problemOf } from '../platform/problem';
import { SessionStore } from '../platform/session.store';
import type { ChosenLine } from '../ui/line-choice/line-choice';
import type { LinkTarget } from '../ui/record/record-fields';
import type { RecordChoices } from '../ui/record/record-form';
import { RecordClient } from './record.client';
import { unitOptions } from './unit-options';

/** One record of a register with the figures of the year, what its forms choose from, and its commands. */
@Injectable()
export class RecordStore {
  private readonly client = inject(RecordClient);
  private readonly lines = inject(LineSearch);
  private readonly session = inject(SessionStore);
  readonly year = inject(FiscalYear).year;
  /** Address of the record; null while there is none (a new one). */
  readonly url = signal<string | null>(null);
  private key = newIdempotencyKey();
  private readonly resource = httpResource<object>(() => {
    const url = this.url();
    return url === null ? undefined : { url, params: query({ fiscalYear: this.year() }) };
  });
  private readonly contractWords = signal('');
  private readonly contracts = httpResource<Page<ContractRow>>(() =>
    this.contractWords() === ''
      ? undefined
      : {
          url: CONTRACT_PATHS.contracts,
          params: query({ q: this.contractWords(), fiscalYear: this.year(), limit: 20 }),
        },
  );
  private readonly personWords = signal('');
  private readonly people = httpResource<{ readonly rows: readonly PersonChoice[] }>(() =>
    this.personWords() === '' ? undefined : { url: api('person/choices'), params: query({ q: this.personWords() }) },
  );
  private readonly units = unitOptions();

  readonly failure = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });
  readonly choices = computed<RecordChoices>(() => {
    const found: Record<LinkTarget, readonly ChosenLine[] | null> = {
      line: this.lines.found(),
      contract: this.contracts.hasValue()
        ? this.contracts.value().rows.map(({ id, number, subject }) => ({ id, number, name: subject }))
        : null,
      person: this.people.hasValue()
        ? this.people.value().rows.map(({ id, displayName }) => ({ id, number: '', name: displayName }))
        : null,
    };
    const ask: Record<LinkTarget, (words: string) => void> = {
      line: (words) => this.lines.ask(words),
      contract: (words) => this.contractWords.set(words),
      person: (words) => this.personWords.set(words),
    };
    return {
      units: this.units(),
      found: (of) => found[of],
      ask: (of, words) => ask[of](words),
      mayWholeCity: this.session.has('finance'),
    };
  });

  /** Adds a record, or an entry to one. The key is that of the form at hand, so that pressing twice adds once. */
  readonly add = command((url: string, body: object) => this.client.add(url, body, this.key));
  readonly change = command((url: string, body: object) => this.client.change(url, body));
  readonly problem = computed(() => this.add.problem() ?? this.change.problem());

  /** The record as the page of its noun knows it. */
  record<Detail extends object>(): Signal<Detail | null> {
    return computed(() => (this.resource.hasValue() ? (this.resource.value() as Detail) : null));
  }

  /** A form is opened: what was refused before is over, and what is sent is something new. */
  begin(): void {
    this.key = newIdempotencyKey();
    this.add.clear();
    this.change.clear();
  }

  reload(): void {
    this.resource.reload();
  }
}
