import { ChangeDetectionStrategy, Component, computed, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ImportRun } from '@etatlotse/contracts/import/plain';
import { formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { ImportEffectsList } from './import-effects';
import { importRunLabels } from './import-run.labels';

/** What taking over would do, and the one button that does it. */
@Component({
  selector: 'et-import-decision',
  imports: [Button, ImportEffectsList, RouterLink],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<h2>{{ t().decide }}</h2>
    @if (run().preview; as preview) {
      @if (preview.findings.errors > 0) {
        <p>{{ t().blocked }}</p>
        @if (mayRun()) {
          <div class="et-actions et-actions--below">
            <a
              [etButton]="preview.asksPointGroups ? 'secondary' : 'primary'"
              icon="upload_file"
              routerLink="/import/new"
              queryParamsHandling="preserve"
            >
              {{ t().another }}
            </a>
          </div>
        }
      } @else {
        <p>{{ t().nothingYet }}</p>
        <et-import-effects [effects]="preview.effects" />
        @if (mayRun()) {
          <div class="et-actions et-import__decide">
            <button type="button" etButton="primary" icon="check" (click)="committed.emit()">{{ button() }}</button>
          </div>
        }
        @if (preview.plan && preview.effects.planAmounts > 0) {
          <p class="et-source">{{ t().planTarget(preview.plan.title) }}</p>
        }
      }
      @if (mayRun()) {
        <div class="et-actions et-actions--below">
          <button type="button" class="et-link-button" (click)="discarded.emit()">{{ t().discard }}</button>
        </div>
      } @else {
        <p class="et-source">{{ t().readerOnly }}</p>
      }
    }`,
})
export class ImportDecision {
  readonly run = input.required<ImportRun>();
  readonly mayRun = input(false);
  readonly committed = output<void>();
  readonly discarded = output<void>();
  protected readonly t = importRunLabels;
  protected readonly button = computed(() => {
    const { kind, preview } = this.run();
    return this.t().commit[kind](formatNumber(preview?.rows ?? 0));
  });
}
