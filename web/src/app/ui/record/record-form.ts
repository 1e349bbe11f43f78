import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import { Button } from '../button/button';
import { type Option, Select } from '../choice/choice';
import { AmountField } from '../field/amount-field';
import { DateField } from '../field/date-field';
import { ErrorSummary } from '../field/error-summary';
import { TextField } from '../field/text-field';
import { type ChosenLine, LineChoice } from '../line-choice/line-choice';
import { Notice } from '../notice/notice';
import {
  draftOf,
  type FieldWords,
  type LinkTarget,
  readDraft,
  type RecordDraft,
  type RecordField,
  type RecordFields,
  type RecordValues,
} from './record-fields';
import { recordLabels } from './record.labels';

/** What a form of records needs from the page: the units, and who finds lines, contracts and people. */
export interface RecordChoices {
  readonly units: readonly Option[];
  readonly found: (of: LinkTarget) => readonly ChosenLine[] | null;
  readonly ask: (of: LinkTarget, words: string) => void;
  /** Whether a record may belong to the whole city. */
  readonly mayWholeCity: boolean;
}

/** A form of one noun: its fields in order, under headings, some only for some answers. */
export interface RecordFormShape<Fields extends RecordFields> {
  readonly fields: Fields;
  readonly words: () => Readonly<Record<keyof Fields & string, FieldWords>>;
  readonly sections?: readonly {
    readonly heading: () => string;
    readonly names: readonly (keyof Fields & string)[];
  }[];
  /** When a field is shown; the others always are. */
  readonly when?: { readonly [Name in keyof Fields]?: (draft: RecordDraft<Fields>) => boolean };
}

/** Asks for the fields of a record. What is typed is read while it is typed; nothing typed is lost by a refusal. */
@Component({
  selector: 'et-record-form',
  imports: [AmountField, Button, DateField, ErrorSummary, LineChoice, Notice, Select, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './record-form.html',
})
export class RecordForm<Fields extends RecordFields> {
  readonly shape = input.required<RecordFormShape<Fields>>();
  /** What the record says already; null for a new one. */
  readonly known = input<Partial<RecordValues<Fields>> | null>(null);
  readonly choices = input.required<RecordChoices>();
  readonly problem = input<{ readonly title: string; readonly detail: string } | null>(null);
  readonly send = input.required<string>();
  readonly confirmed = output<RecordValues<Fields>>();
  readonly cancelled = output<void>();
  /** What the form means so far; null while something cannot be read. */
  readonly typed = output<RecordValues<Fields> | null>();
  protected readonly t = recordLabels;
  protected readonly hasTried = signal(false);
  protected readonly draft = linkedSignal(() => draftOf(this.shape().fields, this.known()));
  /** Who does not work for the whole city names a unit. */
  private readonly read = computed(() => {
    const { fields } = this.shape();
    const read = readDraft(fields, this.draft());
    if (this.choices().mayWholeCity) return read;
    const lacking = Object.keys(fields).filter((name) => fields[name]?.kind === 'unit' && this.draft()[name] === null);
    if (lacking.length === 0) return read;
    const fill = Object.fromEntries(lacking.map((name) => [name, 'fill' as const]));
    return { values: null, errors: { ...read.errors, ...fill } };
  });
  protected readonly sections = computed(() => {
    const { sections, fields } = this.shape();
    return sections ?? [{ heading: () => '', names: Object.keys(fields) }];
  });
  protected readonly messages = computed(() => {
    const { errors } = this.read();
    if (!this.hasTried()) return [];
    return (Object.keys(errors) as (keyof Fields & string)[]).map((name) =>
      this.t().named(this.words(name).label, this.errorOf(name) ?? ''),
    );
  });

  constructor() {
    effect(() => this.typed.emit(this.read().values));
  }

  protected fieldOf(name: keyof Fields & string): RecordField<unknown, unknown> {
    return this.shape().fields[name] as Fields[keyof Fields & string];
  }

  protected words(name: keyof Fields & string): FieldWords {
    return this.shape().words()[name];
  }

  protected isShown(name: keyof Fields & string): boolean {
    return this.shape().when?.[name]?.(this.draft()) ?? true;
  }

  protected text(name: keyof Fields & string): string {
    return this.draft()[name] as string;
  }

  protected choice(name: keyof Fields & string): string | null {
    return this.draft()[name] as string | null;
  }

  protected amount(name: keyof Fields & string): number | null {
    return this.draft()[name] as number | null;
  }

  protected isChecked(name: keyof Fields & string): boolean {
    return this.draft()[name] as boolean;
  }

  protected link(name: keyof Fields & string): ChosenLine | null {
    return this.draft()[name] as ChosenLine | null;
  }

  protected optionsOf(name: keyof Fields & string): Option[] {
    const names = this.words(name).options ?? {};
    return this.fieldOf(name).choices.map((value) => ({ value, label: names[value] ?? value }));
  }

  /** The empty entry of a select: what it means to choose none, or that something has to be chosen. */
  protected placeholderOf(name: keyof Fields & string): string | undefined {
    const { kind, isOptional } = this.fieldOf(name);
    if (kind === 'unit') return isOptional && this.choices().mayWholeCity ? this.t().wholeCity : undefined;
    return isOptional ? this.t().none : undefined;
  }

  protected set(name: keyof Fields & string, value: unknown): void {
    this.draft.update((draft) => ({ ...draft, [name]: value }));
  }

  protected errorOf(name: keyof Fields & string): string | null {
    const problem = this.hasTried() ? this.read().errors[name] : undefined;
    return problem === undefined ? null : this.t().problems[problem];
  }

  protected answer(event: Event): void {
    event.preventDefault();
    this.hasTried.set(true);
    const { values } = this.read();
    if (values !== null) this.confirmed.emit(values);
  }
}
