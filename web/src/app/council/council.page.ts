import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import type { ChangeCouncilBody } from '@etatlotse/contracts/council';
import { COUNCIL_PATHS, type CouncilBodyRow, type MeetingRow } from '@etatlotse/contracts/council/plain';
import { newIdempotencyKey } from '../platform/api';
import { Download } from '../ui/download/download';
import { formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Choice, Select } from '../ui/choice/choice';
import { formatDate } from '../ui/date/format';
import { PageHead } from '../ui/page-head/page-head';
import { Empty, Failure, Loading } from '../ui/state/state';
import { Toasts } from '../ui/toast/toasts';
import { BodyForm } from './body-form';
import { BodyTable } from './body-table';
import { councilLabels } from './council.labels';
import { CouncilStore } from './council.store';
import { Deadlines } from './deadlines';
import { type MeetingStep, MeetingStepForm } from './meeting-step-form';
import { MeetingTable } from './meeting-table';
import { PlanForm } from './plan-form';

/** Which dialog stands open. */
type Asking =
  | { readonly what: 'plan' }
  | { readonly what: 'body'; readonly body: CouncilBodyRow | null }
  | { readonly what: 'meeting'; readonly step: MeetingStep; readonly meeting: MeetingRow };

/** When the bodies meet and until when papers are needed. */
@Component({
  selector: 'et-council-page',
  imports: [
    Download,
    BodyForm,
    BodyTable,
    Button,
    Choice,
    Empty,
    Failure,
    Loading,
    MeetingStepForm,
    MeetingTable,
    PageHead,
    PlanForm,
    Select,
  ],
  providers: [CouncilStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './council.page.html',
})
export class CouncilPage {
  protected readonly store = inject(CouncilStore);
  private readonly toasts = inject(Toasts);
  private readonly deadlines = inject(Deadlines);
  protected readonly t = councilLabels;
  protected readonly asking = signal<Asking | null>(null);
  private key = newIdempotencyKey();

  protected readonly calendar = computed(() => [{ name: this.t().calendar, href: COUNCIL_PATHS.calendar }]);
  protected readonly sides = computed(() => [
    { value: 'coming', label: this.t().coming },
    { value: 'past', label: this.t().past },
  ]);
  protected readonly choices = computed(() =>
    (this.store.bodies() ?? []).map(({ id, name }) => ({ value: id, label: name })),
  );
  protected readonly lead = computed(() => {
    const coming = this.store.coming();
    if (coming === null) return '';
    const [next] = coming;
    if (next === undefined) return this.t().leadNone;
    const [name, day] = [next.body.name, formatDate(next.heldOn)];
    if (!this.store.isInside()) return this.t().memberLead(name, day);
    if (!this.deadlines.isOver(next.papersDueOn)) return this.t().lead(name, day, formatDate(next.papersDueOn));
    const open = coming.find(({ papersDueOn }) => !this.deadlines.isOver(papersDueOn));
    return open === undefined
      ? this.t().leadOver(name, day)
      : `${this.t().leadOver(name, day)} ${this.t().leadOpen(open.body.name, formatDate(open.heldOn), formatDate(open.papersDueOn))}`;
  });

  protected ask(asking: Asking): void {
    this.key = newIdempotencyKey();
    for (const one of [this.store.plan, this.store.createBody, this.store.changeBody]) one.clear();
    for (const one of [this.store.move, this.store.cancel]) one.clear();
    this.asking.set(asking);
  }

  protected async saveBody(before: CouncilBodyRow | null, body: ChangeCouncilBody): Promise<void> {
    const { isArchived: _archived, version: _version, ...fresh } = body;
    const saved =
      before === null
        ? await this.store.createBody.run(fresh, this.key)
        : await this.store.changeBody.run(before.id, body);
    if (saved !== null) this.done(this.t().bodyForm.saved);
  }

  protected async plan(bodyId: string, days: readonly string[]): Promise<void> {
    const planned = await this.store.plan.run(bodyId, days, this.key);
    const { saved, savedOne } = this.t().planForm;
    if (planned !== null) this.done(days.length === 1 ? savedOne : saved(formatNumber(days.length)));
  }

  protected async move({ id, version }: MeetingRow, heldOn: string): Promise<void> {
    if ((await this.store.move.run(id, { heldOn, version })) !== null) this.done(this.t().stepForm.moved);
  }

  protected async cancel({ id, version }: MeetingRow, reason: string): Promise<void> {
    if ((await this.store.cancel.run(id, { reason, version })) !== null) this.done(this.t().stepForm.cancelledNow);
  }

  private done(message: string): void {
    this.asking.set(null);
    this.toasts.show(message);
    this.store.reload();
  }
}
