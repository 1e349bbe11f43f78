import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, model, output } from '@angular/core';
import { formatNumber, MINUS } from '../amount/format';
import { Icon } from '../icon/icon';
import { sliderLabels } from './slider.labels';

let made = 0;

/**
 * A number by slider or by typing, both with the keyboard. Values are whole; `scale` says how many of them make one of what is
 * shown: hundredths of a post are shown as posts.
 */
@Component({
  selector: 'et-slider',
  imports: [Icon],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'et-field et-slider' },
  template: `<label class="et-field__label" [for]="id">{{ label() }}</label>
    @if (hint()) {
      <p class="et-field__hint" [id]="id + '-hint'">{{ hint() }}</p>
    }
    <div class="et-slider__row">
      <input
        type="range"
        [id]="id"
        [min]="min()"
        [max]="max()"
        [step]="step()"
        [value]="value()"
        [attr.aria-valuetext]="text() + ' ' + unit()"
        [attr.aria-describedby]="hint() ? id + '-hint' : null"
        (input)="slide($event)"
        (change)="settled.emit()"
      />
      <input
        class="et-control et-control--number et-control--compact"
        type="text"
        inputmode="decimal"
        [value]="text()"
        [attr.aria-label]="t().asNumber(label())"
        [attr.aria-invalid]="error() ? 'true' : null"
        [attr.aria-describedby]="error() ? id + '-error' : null"
        (change)="typed($event)"
      />
      <span class="et-slider__unit">{{ unit() }}</span>
    </div>
    @if (error(); as wrong) {
      <p class="et-field__error" [id]="id + '-error'">
        <et-icon name="error" [small]="true" class="et-icon--bad" /><span>{{ wrong }}</span>
      </p>
    }`,
})
export class Slider {
  readonly label = input.required<string>();
  readonly value = model.required<number>();
  readonly min = input.required<number>();
  readonly max = input.required<number>();
  readonly step = input(1);
  readonly scale = input(1);
  readonly unit = input('');
  readonly hint = input<string>();
  /** The hand has left the slider, or a number was typed. */
  readonly settled = output<void>();
  protected readonly t = sliderLabels;
  protected readonly id = `et-slider-${++made}`;
  protected readonly text = computed(() => this.shown(this.value()));
  protected readonly error = linkedSignal<number, string | null>({ source: this.value, computation: () => null });

  protected slide(event: Event): void {
    this.value.set(Number((event.target as HTMLInputElement).value));
  }

  protected typed(event: Event): void {
    const typed = (event.target as HTMLInputElement).value.trim().replace(MINUS, '-').replace(',', '.');
    const value = Math.round(Number(typed) * this.scale());
    if (typed === '' || !(value >= this.min() && value <= this.max())) {
      this.error.set(this.t().range(this.shown(this.min()), this.shown(this.max())));
      return;
    }
    this.error.set(null);
    this.value.set(value);
    this.settled.emit();
  }

  private shown(value: number): string {
    return formatNumber(value / this.scale(), this.scale() > 1 ? 1 : 0);
  }
}
