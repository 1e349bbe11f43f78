import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  inject,
  input,
  model,
  output,
  signal,
} from '@angular/core';
import { Choice } from '../choice/choice';
import { TextField } from '../field/text-field';
import { labels } from '../language/language';

const words = labels({
  de: { hint: 'Ein Teil des Namens genügt.', nobody: 'Niemand gefunden.', choose: 'Person wählen' },
  en: { hint: 'Part of the name is enough.', nobody: 'Nobody found.', choose: 'Choose person' },
});
const ASK_AFTER_MS = 250;

/** Somebody to choose by name: type a part of it, then pick. The page fetches who was found. */
@Component({
  selector: 'et-person-choice',
  imports: [Choice, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-text-field
      type="search"
      [label]="label()"
      [hint]="t().hint"
      [value]="q()"
      [error]="options().length ? null : error()"
      (valueChange)="ask($event)"
    />
    @if (options().length) {
      <et-choice [legend]="t().choose" [options]="options()" [(value)]="value" [error]="error()" />
    } @else if (found() !== null && q().trim()) {
      <p class="et-small et-muted" role="status">{{ t().nobody }}</p>
    }`,
})
export class PersonChoice {
  readonly label = input.required<string>();
  /** Who was found for the last question; null before the first one. */
  readonly found = input.required<readonly { readonly id: string; readonly displayName: string }[] | null>();
  /** Id of the person chosen. */
  readonly value = model<string | null>(null);
  readonly error = input<string | null>(null);
  /** A part of a name, when typing has paused. */
  readonly searched = output<string>();
  protected readonly t = words;
  protected readonly q = signal('');
  protected readonly options = computed(() =>
    (this.found() ?? []).map(({ id, displayName }) => ({ value: id, label: displayName })),
  );
  private timer: ReturnType<typeof setTimeout> | undefined;

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  protected ask(q: string): void {
    this.q.set(q);
    this.value.set(null);
    clearTimeout(this.timer);
    if (q.trim() !== '') this.timer = setTimeout(() => this.searched.emit(q.trim()), ASK_AFTER_MS);
  }
}
