import { ChangeDetectionStrategy, Component, computed, input } from '@angular/core';
import { Amount } from '../ui/amount/amount';
import { overviewLabels } from './overview.labels';
import { type OverviewFigures, runOrChangeSentence } from './overview.sentences';

interface Part {
  readonly name: 'run' | 'change' | 'unmarked';
  readonly cents: number;
  readonly percent: number;
  /** Key of its proof; what has no mark is proved by the list of lines. */
  readonly proof: string | undefined;
}

/** How much keeps things running and how much changes something, as one bar with its amounts. */
@Component({
  selector: 'et-run-change-panel',
  imports: [Amount],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<h2>{{ t().runQuestion }}</h2>
    <p class="et-finding">{{ sentence() }}</p>
    @if (parts().length > 0) {
      <div class="et-run-change" role="img" [attr.aria-label]="sentence()">
        @for (part of parts(); track part.name) {
          <span [class]="'et-fill-' + fill(part)" [style.inline-size.%]="part.percent"></span>
        }
      </div>
      <dl class="et-run-change__keys">
        @for (part of parts(); track part.name) {
          <dt><span [class]="'et-swatch et-fill-' + fill(part)"></span>{{ t()[part.name] }}</dt>
          <dd>
            <et-amount
              form="whole"
              [cents]="part.cents"
              [of]="t().measures.adjusted + ', ' + t()[part.name]"
              [proof]="isLive() ? part.proof : undefined"
            />
          </dd>
        }
      </dl>
      <p class="et-source">{{ t().basis }}</p>
    }`,
})
export class RunChangePanel {
  readonly figures = input.required<OverviewFigures>();
  readonly isLive = input(true);
  protected readonly t = overviewLabels;
  protected readonly sentence = computed(() => runOrChangeSentence(this.figures()));
  protected readonly parts = computed((): readonly Part[] => {
    const { runCents, changeCents, unmarkedCents } = this.figures().runOrChange;
    const all = Math.max(runCents, 0) + Math.max(changeCents, 0) + Math.max(unmarkedCents, 0);
    const parts = [
      { name: 'run' as const, cents: runCents, proof: 'run' },
      { name: 'change' as const, cents: changeCents, proof: 'change' },
      { name: 'unmarked' as const, cents: unmarkedCents, proof: undefined },
    ];
    return parts.filter(({ cents }) => cents > 0).map((part) => ({ ...part, percent: (part.cents * 100) / all }));
  });
  protected readonly fill = (part: Part): string => (part.name === 'unmarked' ? 'plan' : part.name);
}
