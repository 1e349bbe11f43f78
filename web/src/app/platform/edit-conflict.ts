import { HttpClient } from '@angular/common/http';
import { computed, inject, signal, type Signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import type { ConflictRow } from '../ui/conflict/conflict';
import { query } from './api';
import type { ProblemMessage } from './problem';

/** A field of a form: its name on the wire (or several that belong together), its label, and what its value looks like. */
export interface ComparedField<Values> {
  readonly names: readonly (keyof Values & string)[];
  readonly label: string;
  readonly text: (values: Values) => string;
}

/** What a form knows about its record. */
interface Edited<Stored extends { readonly version: number }, Values extends object, Answer> {
  /** Where the record is read anew, and for which year where its figures have one. */
  readonly url: () => string;
  readonly fiscalYear?: () => number;
  readonly valuesOf: (stored: Stored) => Values;
  readonly fields: () => readonly ComparedField<Values>[];
  /** Sends the values at a version; null when that was refused. */
  readonly save: (values: Values, version: number) => Promise<Answer | null>;
  readonly problem: () => ProblemMessage | null;
}

/** A form that saves at the version it was opened at, and shows both versions where somebody else was faster. */
export interface EditConflict<Stored, Values, Answer> {
  /** Fields that differ; null while there is nothing to choose. */
  readonly rows: Signal<readonly ConflictRow[] | null>;
  readonly save: (values: Values, before: Stored) => Promise<Answer | null>;
  /** Saves what was chosen: the entries of these fields, everything else as it was saved in the meantime. */
  readonly settle: (kept: readonly string[]) => Promise<Answer | null>;
  readonly clear: () => void;
}

interface Met<Stored, Values> {
  readonly before: Values;
  readonly mine: Values;
  readonly theirs: Values;
  readonly stored: Stored;
}

/** Made where a form is made: it reads the record anew when its version is stale. */
export function editConflict<Stored extends { readonly version: number }, Values extends object, Answer>(
  edited: Edited<Stored, Values, Answer>,
): EditConflict<Stored, Values, Answer> {
  const http = inject(HttpClient);
  const met = signal<Met<Stored, Values> | null>(null);

  const save = async (mine: Values, before: Stored): Promise<Answer | null> => {
    const done = await edited.save(mine, before.version);
    met.set(null);
    if (done !== null || edited.problem()?.code !== 'VERSION_STALE') return done;
    const params = query({ fiscalYear: edited.fiscalYear?.() });
    const stored = await firstValueFrom(http.get<Stored>(edited.url(), { params })).catch(() => null);
    if (stored === null) return null;
    const [was, theirs] = [edited.valuesOf(before), edited.valuesOf(stored)];
    // Where both wrote the same, or the other one changed something that this form does not ask for, nothing is to be chosen.
    if (differing(edited.fields(), { before: was, mine, theirs }).length === 0) return save(mine, stored);
    met.set({ before: was, mine, theirs, stored });
    return null;
  };

  return {
    rows: computed(() => {
      const versions = met();
      return versions === null ? null : differing(edited.fields(), versions);
    }),
    save,
    settle: async (kept) => {
      const versions = met();
      if (versions === null) return null;
      return save(merge(edited.fields(), versions, kept), versions.stored);
    },
    clear: () => met.set(null),
  };
}

type Versions<Values> = Pick<Met<unknown, Values>, 'before' | 'mine' | 'theirs'>;

function differing<Values>(
  fields: readonly ComparedField<Values>[],
  { before, mine, theirs }: Versions<Values>,
): ConflictRow[] {
  return fields
    .map(({ names, label, text }) => ({
      ...{ name: names.join(), label },
      ...{ before: text(before), mine: text(mine), theirs: text(theirs) },
    }))
    .filter((row) => row.mine !== row.theirs);
}

function merge<Values extends object>(
  fields: readonly ComparedField<Values>[],
  { mine, theirs }: Versions<Values>,
  kept: readonly string[],
): Values {
  const own = fields.filter(({ names }) => kept.includes(names.join())).flatMap(({ names }) => names);
  const rest = Object.entries(theirs).filter(([name]) => !own.some((one) => one === name));
  const chosen = Object.entries(mine).filter(([name]) => own.some((one) => one === name));
  return Object.fromEntries([...rest, ...chosen]) as Values;
}
