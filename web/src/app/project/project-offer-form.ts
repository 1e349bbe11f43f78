import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, input, output, signal } from '@angular/core';
import type { AddDependency, LinkProjectLine } from '@etatlotse/contracts/project';
import { type MilestoneOffer, PROJECT_PATHS, type ProjectLineOffer } from '@etatlotse/contracts/project/plain';
import { query } from '../platform/api';
import { FiscalYear } from '../platform/fiscal-year';
import type { ProblemMessage } from '../platform/problem';
import { Button } from '../ui/button/button';
import { type Option, Select } from '../ui/choice/choice';
import { formatDate } from '../ui/date/format';
import { Dialog } from '../ui/dialog/dialog';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { projectDialogLabels } from './project-dialog.labels';
import { projectLabels } from './project.labels';

/** Chooses what a project hangs on: a budget line, or a milestone of another project, found by words. */
@Component({
  selector: 'et-project-offer-form',
  imports: [Button, Dialog, Notice, Select, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-dialog [heading]="isLine() ? t().linkHeading : t().waitHeading" [wide]="true" (closed)="closed.emit()">
    <form novalidate (submit)="send($event)">
      @if (problem(); as refused) {
        <et-notice kind="bad" class="et-form-notice" [live]="true" [heading]="refused.title">
          <p>{{ refused.detail }}</p>
        </et-notice>
      }
      @if (isLine()) {
        <p class="et-form-notice">{{ t().linkEffect }}</p>
      }
      <et-text-field type="search" [label]="isLine() ? t().lineSearch : t().waitSearch" [(value)]="words" />
      <et-select
        [label]="isLine() ? t().line : t().waitMilestone"
        [hint]="isLine() ? t().lineHint : ''"
        [options]="options()"
        [(value)]="chosen"
        [error]="hasTried() && chosen() === null ? common().missing : null"
      />
      @if (isLine()) {
        <et-select [label]="t().fromYear" [placeholder]="null" [options]="years()" [(value)]="year" />
      }
      <et-text-field type="lines" [label]="t().note" [optional]="true" [(value)]="note" />
      <div class="et-actions et-actions--below">
        <button type="submit" etButton="primary" icon="link">{{ t().send }}</button>
        <button type="button" etButton="tertiary" (click)="closed.emit()">{{ common().cancel }}</button>
      </div>
    </form>
  </et-dialog>`,
})
export class ProjectOfferForm {
  readonly projectId = input.required<string>();
  readonly version = input.required<number>();
  readonly kind = input.required<'line' | 'milestone'>();
  readonly problem = input<ProblemMessage | null>(null);
  readonly linked = output<LinkProjectLine>();
  readonly waited = output<AddDependency>();
  readonly closed = output<void>();
  private readonly fiscalYear = inject(FiscalYear);
  protected readonly t = projectDialogLabels;
  protected readonly common = projectLabels;
  protected readonly words = signal('');
  protected readonly note = signal('');
  protected readonly chosen = signal<string | null>(null);
  protected readonly year = signal<string | null>(String(this.fiscalYear.year()));
  protected readonly hasTried = signal(false);

  protected readonly isLine = computed(() => this.kind() === 'line');
  private readonly lines = httpResource<readonly ProjectLineOffer[]>(() =>
    this.isLine() ? { url: PROJECT_PATHS.lineOffers(this.projectId()), params: query({ q: this.words() }) } : undefined,
  );
  private readonly milestones = httpResource<readonly MilestoneOffer[]>(() =>
    this.isLine() ? undefined : { url: PROJECT_PATHS.milestones, params: query({ q: this.words() }) },
  );
  protected readonly options = computed<readonly Option[]>(() => {
    if (this.isLine()) return (this.lines.hasValue() ? this.lines.value() : []).map((one) => this.lineOption(one));
    const others = (this.milestones.hasValue() ? this.milestones.value() : []).filter(
      ({ project }) => project.id !== this.projectId(),
    );
    return others.map(({ milestoneId, name, project, dueOn }) => ({
      value: milestoneId,
      label: `${project.name}: ${name} (${formatDate(dueOn)})`,
    }));
  });
  protected readonly years = computed<readonly Option[]>(() =>
    this.fiscalYear.choices().map((year) => ({ value: String(year), label: String(year) })),
  );

  protected send(event: Event): void {
    event.preventDefault();
    this.hasTried.set(true);
    const chosen = this.chosen();
    if (chosen === null) return;
    const [note, version] = [this.note().trim(), this.version()];
    if (!this.isLine()) return this.waited.emit({ milestoneId: chosen, note, version });
    this.linked.emit({ lineId: chosen, fromYear: Number(this.year()), reason: note, version });
  }

  private lineOption({ lineId, number, name, linkedTo }: ProjectLineOffer): Option {
    const text = `${number} ${name}`;
    return { value: lineId, label: linkedTo === null ? text : this.t().lineTaken(text, linkedTo.name) };
  }
}
