import { computed, inject, type Signal } from '@angular/core';
import { toSignal } from '@angular/core/rxjs-interop';
import { ActivatedRoute } from '@angular/router';
import type { Page } from '@etatlotse/contracts/shared/plain';
import { query } from '../platform/api';
import { FiscalYear } from '../platform/fiscal-year';
import { type Paged, paged } from '../platform/paged';
import type { Option } from '../ui/choice/choice';

/** One filter of a register; its value stands in the address under its name, and so the API calls it. */
export interface RegisterFilter {
  readonly name: string;
  readonly label: string;
  readonly options: readonly Option[];
}

/** A register as the address shows it. */
export interface OpenRegister<Row, Answer> {
  readonly year: Signal<number>;
  readonly list: Paged<Row, Answer>;
  /** What the address says, by the names of the filters. */
  readonly view: Signal<Readonly<Record<string, string | null>>>;
}

/** Reads a register with the words, the unit and the filters of the address, and the figures of the year. */
export function openRegister<Row, Answer extends Page<Row>>(
  url: string,
  filters: readonly string[],
): OpenRegister<Row, Answer> {
  const params = toSignal(inject(ActivatedRoute).queryParamMap, { requireSync: true });
  const year = inject(FiscalYear).year;
  const view = computed(() => Object.fromEntries(['q', 'unit', ...filters].map((name) => [name, params().get(name)])));
  const list = paged<Row, Answer>(url, () => {
    const { unit = null, ...rest } = view();
    return query({ ...rest, unitId: unit, fiscalYear: year() });
  });
  return { year, list, view };
}

/** A filter by what a record can be, in the words of the screen. */
export function filterBy<Value extends string>(
  name: string,
  label: string,
  values: readonly Value[],
  words: Readonly<Record<Value, string>>,
): RegisterFilter {
  return { name, label, options: values.map((value) => ({ value, label: words[value] })) };
}
