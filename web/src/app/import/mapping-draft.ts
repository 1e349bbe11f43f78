import { computed, inject, Injectable, linkedSignal } from '@angular/core';
import { spokenParams } from '@etatlotse/contracts/import/plain';
import { PROBLEMS } from '@etatlotse/contracts/problem/plain';
import { checkMapping, type FileMapping, type MappingRefusal } from '@etatlotse/domain/import';
import { fillProblemText } from '../platform/problem';
import { language } from '../ui/language/language';
import type { FailureText } from '../ui/state/state';
import { ImportRunStore } from './import-run.store';
import type { Field } from './mapping-edit';

/** A mapping while a person changes it, checked at each change as the server will check it. */
@Injectable()
export class MappingDraft {
  private readonly store = inject(ImportRunStore);
  private readonly preview = computed(() => this.store.run()?.preview ?? null);
  private readonly original = computed(() => this.preview()?.mapping ?? null);
  private readonly changed = linkedSignal<FileMapping | null>(() => this.original());

  readonly mapping = this.changed.asReadonly();
  readonly rows = computed(() => this.preview()?.firstRows ?? []);
  readonly isDirty = computed(() => JSON.stringify(this.changed()) !== JSON.stringify(this.original()));
  private readonly refusal = computed((): MappingRefusal | null => {
    const mapping = this.changed();
    const checked = mapping === null ? null : checkMapping(mapping);
    return checked === null || checked.ok ? null : checked.refusal;
  });
  /** What keeps the mapping from being used, in words. */
  readonly problem = computed(() => {
    const refusal = this.refusal();
    return refusal === null ? null : refusalText(refusal);
  });
  /** Position of the column that is wrong; null when the whole file is meant. */
  readonly problemColumn = computed((): number | null => {
    const refusal = this.refusal();
    const columns = this.changed()?.columns ?? [];
    const { column, field } = refusal?.params ?? {};
    const at = columns.findLastIndex(
      (known) =>
        (column !== undefined && known.header === column && known.role !== 'ignore') ||
        (column === undefined && known.role === 'field' && known.field === field),
    );
    return at < 0 ? null : at;
  });

  edit(change: (mapping: FileMapping) => FileMapping): void {
    this.changed.update((mapping) => (mapping === null ? null : change(mapping)));
  }

  reset(): void {
    this.changed.set(this.original());
  }
}

/** Fields are named in words, not by their code. */
function refusalText({ code, params }: MappingRefusal): FailureText {
  const words = spokenParams(params, language());
  const { title, detail } = PROBLEMS[code];
  return { title: fillProblemText(title, words), detail: fillProblemText(detail, words) };
}

/** Fields that a column of this mapping holds, each once, in the order of the file. */
export function fieldsOf({ columns }: Pick<FileMapping, 'columns'>): readonly Field[] {
  return [...new Set(columns.flatMap((column) => (column.role === 'field' ? [column.field] : [])))];
}
