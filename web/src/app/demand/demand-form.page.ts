import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import {
  DEMAND_OCCURRENCES,
  DEMAND_REASONS,
  type DemandItem,
  type DemandOccurrence,
  type DemandReason,
  NETWORK_ZONES,
  type NetworkZone,
  RUN_OR_CHANGE,
  type RunOrChange,
  SERVICE_CLASSES,
  type ServiceClass,
  type StandardItem,
} from '@etatlotse/contracts/demand/plain';
import { command } from '../platform/command';
import { networkLabels } from '../platform/network.labels';
import { Permissions } from '../platform/permission';
import { Button } from '../ui/button/button';
import { Choice, Select } from '../ui/choice/choice';
import { formatDate, formatTime } from '../ui/date/format';
import { DateField } from '../ui/field/date-field';
import { TextField } from '../ui/field/text-field';
import { FileDrop } from '../ui/file-drop/file-drop';
import { Icon } from '../ui/icon/icon';
import { Notice } from '../ui/notice/notice';
import { PageHead } from '../ui/page-head/page-head';
import { Failure, Loading } from '../ui/state/state';
import { Steps } from '../ui/steps/steps';
import { Tag } from '../ui/tag/tag';
import { DemandConflict } from './demand-conflict';
import { emptyItem } from './demand-draft';
import { DemandEffect } from './demand-effect';
import { demandFormLabels } from './demand-form.labels';
import { DemandFormStore } from './demand-form.store';
import { DemandFteFields } from './demand-fte-fields';
import { DemandItemFields } from './demand-item-fields';
import { type ChosenLink, DemandLinkChoice } from './demand-link-choice';
import { DemandClient } from './demand.client';
import { demandLabels } from './demand.labels';
import { readWhole } from './number-text';
import { StandardItemChoice } from './standard-item-choice';

const LAST_STEP = 3;
const PAPER = /^[0-9]{2}-[0-9]{5}(-[0-9]{2})?$/;

/** A demand in four steps, in plain words; what is typed is safe at once. */
@Component({
  selector: 'et-demand-form-page',
  imports: [
    Button,
    Choice,
    DateField,
    DemandConflict,
    DemandEffect,
    DemandFteFields,
    DemandItemFields,
    DemandLinkChoice,
    Failure,
    FileDrop,
    Icon,
    Loading,
    Notice,
    PageHead,
    RouterLink,
    Select,
    StandardItemChoice,
    Steps,
    Tag,
    TextField,
  ],
  providers: [DemandFormStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './demand-form.page.html',
})
export class DemandFormPage {
  /** Of the address. */
  readonly demandId = input.required<string>();
  readonly step = input<string>();
  protected readonly store = inject(DemandFormStore);
  private readonly client = inject(DemandClient);
  private readonly router = inject(Router);
  private readonly permissions = inject(Permissions);
  protected readonly t = demandFormLabels;
  protected readonly words = demandLabels;
  protected readonly date = formatDate;
  protected readonly isLinking = signal(false);
  protected readonly isChoosing = signal(false);
  protected readonly lateReason = signal('');
  protected readonly probability = signal('');
  protected readonly papers = signal('');
  protected readonly linkNames = signal<ReadonlyMap<string, string>>(new Map());
  protected readonly attaching = command((id: string, file: File) => this.client.attach(id, file));
  protected readonly detaching = command((id: string, attachmentId: string) => this.client.detach(id, attachmentId));

  protected readonly at = computed(() => {
    const step = Number(this.step() ?? 1) - 1;
    return Number.isInteger(step) && step >= 0 && step <= LAST_STEP ? step : 0;
  });
  protected readonly crumbs = computed(() => [
    { label: demandLabels().title, link: ['/demands'] },
    { label: this.store.demand() === null ? '' : demandLabels().number(this.store.demand()?.number ?? 0) },
  ]);
  protected readonly question = computed(() => {
    const demand = this.store.demand();
    return this.t().question(demand === null ? '' : demandLabels().years(demand.firstYear, demand.lastYear));
  });
  protected readonly planYears = computed(() => {
    const demand = this.store.demand();
    return (demand?.years ?? []).filter((year) => year >= (demand?.firstYear ?? 0));
  });
  protected readonly yearOptions = computed(() =>
    this.planYears().map((year) => ({ value: `${year}`, label: `${year}` })),
  );
  protected readonly runOptions = computed(() =>
    RUN_OR_CHANGE.map((value) => ({ value, label: value === 'run' ? this.t().run : this.t().change })),
  );
  protected readonly occurrenceOptions = computed(() =>
    DEMAND_OCCURRENCES.map((value) => ({ value, label: this.t()[value] })),
  );
  protected readonly reasonOptions = computed(() =>
    DEMAND_REASONS.map((value) => ({ value, label: demandLabels().reasons[value] })),
  );
  protected readonly classOptions = computed(() =>
    SERVICE_CLASSES.map((value) => ({ value, label: demandLabels().classes[value] })),
  );
  protected readonly zoneOptions = computed(() =>
    NETWORK_ZONES.map((value) => ({ value, label: networkLabels().zones[value] })),
  );
  protected readonly probabilityError = computed(() => {
    const value = readWhole(this.probability());
    return value === undefined || (value ?? 0) > 100 ? this.t().probabilityHint : null;
  });
  protected readonly papersError = computed(() =>
    splitPapers(this.papers()).every((paper) => PAPER.test(paper)) ? null : this.t().papersError,
  );
  protected readonly maySubmit = computed(() => this.permissions.has('demand.submit'));
  protected readonly isOverdue = computed(() => this.store.demand()?.isLate === true);
  protected readonly savedAt = computed(() => {
    const at = this.store.savedAtMs();
    return at === null ? null : formatTime(new Date(at).toISOString());
  });

  constructor() {
    effect(() => {
      const id = this.demandId();
      untracked(() => void this.open(id));
    });
  }

  private async open(id: string): Promise<void> {
    await this.store.open(id);
    const [demand, draft] = [this.store.demand(), this.store.draft()];
    if (demand === null || draft === null) return;
    this.probability.set(draft.probabilityPercent === null ? '' : `${draft.probabilityPercent}`);
    this.papers.set(draft.papers.join(', '));
    this.linkNames.set(
      new Map(demand.links.map(({ id: to, number, title }) => [to, `${demandLabels().number(number)} ${title ?? ''}`])),
    );
  }

  protected setRun(value: string | null): void {
    this.store.set({ runOrChange: value as RunOrChange | null });
  }

  protected setOccurrence(value: string | null): void {
    const isForeseeable = value === 'foreseeable';
    if (!isForeseeable) this.probability.set('');
    this.store.set({
      occurrence: value as DemandOccurrence | null,
      ...(isForeseeable ? {} : { probabilityPercent: null, earliestOn: null }),
    });
  }

  protected setProbability(text: string): void {
    this.probability.set(text);
    const value = readWhole(text);
    if (value === null || (value !== undefined && value <= 100)) this.store.set({ probabilityPercent: value });
  }

  protected setReason(value: string | null): void {
    this.store.set({ reason: value as DemandReason | null });
  }

  protected setClass(value: string | null): void {
    this.store.set({ serviceClass: value as ServiceClass | null });
  }

  protected setZone(value: string | null): void {
    this.store.set({ networkZone: value as NetworkZone | null });
  }

  protected setYear(field: 'earliestStartYear' | 'latestStartYear', value: string | null): void {
    this.store.set({ [field]: value === null ? null : Number(value) });
  }

  protected setPapers(text: string): void {
    this.papers.set(text);
    const papers = splitPapers(text);
    if (papers.every((paper) => PAPER.test(paper))) this.store.set({ papers });
  }

  protected addItem(item: Partial<DemandItem> = {}): void {
    const [draft, demand] = [this.store.draft(), this.store.demand()];
    if (draft === null || demand === null) return;
    const year = draft.earliestStartYear ?? demand.firstYear;
    this.store.set({ items: [...draft.items, { ...emptyItem(year), ...item }] });
  }

  protected take({ name, kind, rhythm, unit, unitPriceCents, basis, vatBasisPoints }: StandardItem): void {
    this.isChoosing.set(false);
    this.addItem({ label: name, kind, rhythm, unit, unitPriceCents, basis, vatBasisPoints, quantity: 1 });
  }

  protected changeItem(changed: DemandItem): void {
    const items = this.store.draft()?.items ?? [];
    this.store.set({ items: items.map((item) => (item.id === changed.id ? { ...changed } : item)) });
  }

  protected removeItem(id: string): void {
    this.store.set({ items: (this.store.draft()?.items ?? []).filter((item) => item.id !== id) });
  }

  protected link({ offer, kind }: ChosenLink): void {
    this.isLinking.set(false);
    const before = (this.store.draft()?.dependencies ?? []).filter(({ toId }) => toId !== offer.id);
    this.linkNames.update((names) =>
      new Map(names).set(offer.id, `${demandLabels().number(offer.number)} ${offer.title}`),
    );
    this.store.set({ dependencies: [...before, { toId: offer.id, kind }] });
  }

  protected unlink(toId: string): void {
    this.store.set({ dependencies: (this.store.draft()?.dependencies ?? []).filter((one) => one.toId !== toId) });
  }

  protected async attach(files: readonly File[]): Promise<void> {
    for (const file of files) if ((await this.attaching.run(this.demandId(), file)) === null) break;
    await this.store.refresh();
  }

  protected async detach(attachmentId: string): Promise<void> {
    await this.detaching.run(this.demandId(), attachmentId);
    await this.store.refresh();
  }

  protected async go(step: number): Promise<void> {
    const isSaved = this.store.state() === 'saved' || (await this.store.send());
    if (isSaved && step === LAST_STEP) await this.store.refresh();
    await this.router.navigate([], { queryParams: { step: step + 1 }, queryParamsHandling: 'merge' });
  }

  protected async submit(): Promise<void> {
    if (this.store.state() !== 'saved' && !(await this.store.send())) return;
    const sent = await this.store.submitting.run(
      this.demandId(),
      'submit',
      this.store.version(),
      this.lateReason().trim(),
    );
    if (sent !== null) await this.router.navigate(['/demands', this.demandId()], { queryParamsHandling: 'preserve' });
    else await this.store.refresh();
  }
}

const splitPapers = (text: string): string[] =>
  text
    .split(/[,;\s]+/)
    .map((paper) => paper.trim())
    .filter((paper) => paper !== '');
