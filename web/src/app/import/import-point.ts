import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { ImportRun } from '@etatlotse/contracts/import/plain';
import { Button } from '../ui/button/button';
import { Choice } from '../ui/choice/choice';
import { Notice } from '../ui/notice/notice';
import { ChosenFile } from './chosen-file';
import { importRunLabels } from './import-run.labels';
import { Upload, UPLOAD } from './upload.store';

/** The one question a file can leave open: what does `1.234` mean? The answer reads the file again. */
@Component({
  selector: 'et-import-point',
  imports: [Button, Choice, Notice],
  providers: [UPLOAD],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<h2>{{ t().askPoint }}</h2>
    @if (upload.problem(); as refused) {
      <et-notice kind="bad" [live]="true" [heading]="refused.title">
        <p>{{ refused.detail }}</p>
      </et-notice>
    }
    <form novalidate (submit)="send($event)">
      <et-choice [legend]="t().askPointText" [options]="options()" [error]="error()" [(value)]="reading" />
      <button type="submit" etButton="primary" icon="rule">{{ t().askPointSend }}</button>
    </form>`,
})
export class ImportPoint {
  readonly run = input.required<ImportRun>();
  private readonly chosen = inject(ChosenFile);
  private readonly router = inject(Router);
  protected readonly upload = inject(Upload);
  protected readonly t = importRunLabels;
  protected readonly reading = signal<string | null>(null);
  private readonly hasTried = signal(false);
  protected readonly options = computed(() =>
    Object.entries(this.t().askPointOptions).map(([value, label]) => ({ value, label })),
  );
  protected readonly error = computed(() => {
    if (this.reading() === 'decimal') return this.t().askPointDecimal;
    return this.hasTried() && this.reading() === null ? this.t().askPointMissing : null;
  });

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.hasTried.set(true);
    if (this.reading() !== 'thousands') return;
    const { id, kind } = this.run();
    const order = this.chosen.of(id);
    if (order === null) {
      // After a reload the browser no longer has the file; it is chosen again with the answer already set.
      await this.router.navigate(['/import/new'], {
        queryParams: { kind, pointGroups: 'true' },
        queryParamsHandling: 'merge',
      });
      return;
    }
    const again = await this.upload.send({ ...order, pointGroups: true });
    if (again !== null) await this.router.navigate(['/import', again.id], { queryParamsHandling: 'preserve' });
  }
}
