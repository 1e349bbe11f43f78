import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal, signal } from '@angular/core';
import { Router } from '@angular/router';
import type { CreatePaper } from '@etatlotse/contracts/council';
import { COUNCIL_PATHS, type MeetingPage, type Paper, PAPER_PATHS } from '@etatlotse/contracts/council/plain';
import { type Snapshot, SNAPSHOT_PATHS, type SnapshotPage } from '@etatlotse/contracts/snapshot/plain';
import {
  CONSULTATION_KINDS,
  type ConsultationKind,
  isDsNumber,
  PAPER_KINDS,
  type PaperKind,
} from '@etatlotse/domain/council';
import { newIdempotencyKey } from '../platform/api';
import { Button } from '../ui/button/button';
import { Choice, Select } from '../ui/choice/choice';
import { formatDate } from '../ui/date/format';
import { DateField } from '../ui/field/date-field';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { type Crumb, PageHead } from '../ui/page-head/page-head';
import { Toasts } from '../ui/toast/toasts';
import { paperLabels } from './paper.labels';
import { PaperStore } from './paper.store';

interface Step {
  readonly meetingId: string | null;
  readonly consultation: ConsultationKind;
}

const STEPS = 3;
const noSteps = (): readonly Step[] =>
  Array.from({ length: STEPS }, () => ({ meetingId: null, consultation: 'knowledge' as const }));

/** What a paper is, where it goes and what it says. */
@Component({
  selector: 'et-paper-form-page',
  imports: [Button, Choice, DateField, Notice, PageHead, Select, TextField],
  providers: [PaperStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './paper-form.page.html',
})
export class PaperFormPage {
  /** The draft that is edited; none: a new one. */
  readonly id = input<string>();
  private readonly store = inject(PaperStore);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly words = paperLabels;
  protected readonly t = computed(() => paperLabels().form);
  private readonly key = newIdempotencyKey();

  private readonly paperResource = httpResource<Paper>(() => {
    const id = this.id();
    return id === undefined ? undefined : PAPER_PATHS.paper(id);
  });
  protected readonly paper = computed(() => (this.paperResource.hasValue() ? this.paperResource.value() : null));
  private readonly coming = httpResource<MeetingPage>(() => ({ url: COUNCIL_PATHS.meetings, params: { limit: 50 } }));
  private readonly past = httpResource<MeetingPage>(() => ({
    url: COUNCIL_PATHS.meetings,
    params: { limit: 30, past: true },
  }));
  private readonly snapshots = httpResource<SnapshotPage>(() => SNAPSHOT_PATHS.snapshots);

  protected readonly kind = linkedSignal<string | null>(() => this.paper()?.kind ?? 'information');
  protected readonly dsNumber = linkedSignal(() => this.paper()?.dsNumber ?? '');
  protected readonly title = linkedSignal(() => this.paper()?.title ?? '');
  protected readonly office = linkedSignal(() => this.paper()?.office ?? '');
  protected readonly datedOn = linkedSignal<string | null>(() => this.paper()?.datedOn ?? null);
  protected readonly isPublic = linkedSignal(() => this.paper()?.isPublic ?? true);
  protected readonly refs = linkedSignal(() => (this.paper()?.refNumbers ?? []).join('\n'));
  protected readonly snapshotId = linkedSignal<string | null>(() => this.paper()?.snapshotId ?? null);
  protected readonly extraId = linkedSignal<string | null>(() => this.paper()?.extraId ?? null);
  protected readonly body = linkedSignal(() => this.paper()?.body ?? '');
  protected readonly steps = linkedSignal<readonly Step[]>(() => {
    const steps = (this.paper()?.steps ?? []).map(({ meetingId, consultation }) => ({ meetingId, consultation }));
    return [...steps, ...noSteps()].slice(0, Math.max(STEPS, steps.length));
  });
  protected readonly hasTried = signal(false);

  private readonly snapshot = httpResource<Snapshot>(() => {
    const id = this.snapshotId();
    return id === null ? undefined : SNAPSHOT_PATHS.snapshot(id);
  });
  protected readonly kinds = computed(() => PAPER_KINDS.map((value) => ({ value, label: this.words().kinds[value] })));
  protected readonly consultations = computed(() =>
    CONSULTATION_KINDS.map((value) => ({ value, label: this.words().consultations[value] })),
  );
  protected readonly meetings = computed(() =>
    [this.coming, this.past]
      .flatMap((resource) => (resource.hasValue() ? resource.value().rows : []))
      .filter(({ cancelledOn }) => cancelledOn === null)
      .map(({ id, heldOn, body }) => ({ value: id, label: `${formatDate(heldOn)} ${body.name}` })),
  );
  protected readonly stands = computed(() =>
    (this.snapshots.hasValue() ? this.snapshots.value().rows : [])
      .filter(({ state }) => state === 'released')
      .map(({ id, ledgerAsOf, meeting }) => ({
        value: id,
        label: meeting === null ? formatDate(ledgerAsOf) : `${formatDate(ledgerAsOf)} (${meeting.body})`,
      })),
  );
  protected readonly extras = computed(() =>
    (this.snapshot.hasValue() ? this.snapshot.value().content.extras : []).map(({ id, number, subject }) => ({
      value: id,
      label: `${number} ${subject}`,
    })),
  );
  private readonly refParts = computed(() =>
    this.refs()
      .split(/[\s,;]+/)
      .filter((part) => part !== ''),
  );
  protected readonly wrongRef = computed(() => this.refParts().find((part) => !isDsNumber(part)));
  protected readonly isNumberWrong = computed(
    () => this.dsNumber().trim() !== '' && !isDsNumber(this.dsNumber().trim()),
  );
  protected readonly question = computed(() => {
    const paper = this.paper();
    return paper === null ? this.t().questionAdd : this.t().questionChange(paper.title);
  });
  protected readonly crumbs = computed((): readonly Crumb[] => [
    { label: this.words().title, link: ['/council/papers'] },
  ]);
  protected readonly saving = this.store.save;

  protected checked(event: Event): boolean {
    return (event.target as HTMLInputElement).checked;
  }

  protected setStep(at: number, step: Partial<Step>): void {
    this.steps.update((steps) => steps.map((one, place) => (place === at ? { ...one, ...step } : one)));
  }

  protected setConsultation(at: number, value: string | null): void {
    const consultation = CONSULTATION_KINDS.find((kind) => kind === value);
    if (consultation !== undefined) this.setStep(at, { consultation });
  }

  protected append(name: string): void {
    this.body.update((text) => `${text}${text === '' || text.endsWith('\n') ? '' : ' '}${name}`);
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.hasTried.set(true);
    if (this.title().trim() === '' || this.isNumberWrong() || this.wrongRef() !== undefined) return;
    const paper = this.paper();
    const saved = await this.saving.run(
      paper?.id,
      paper === null ? this.written() : { ...this.written(), version: paper.version },
      this.key,
    );
    if (saved === null) return;
    this.toasts.show(this.t().saved);
    await this.router.navigate(['/council/papers', saved.id]);
  }

  protected async leave(): Promise<void> {
    const paper = this.paper();
    await this.router.navigate(paper === null ? ['/council/papers'] : ['/council/papers', paper.id]);
  }

  private written(): CreatePaper {
    const [dsNumber, datedOn, snapshotId, extraId] = [
      this.dsNumber().trim(),
      this.datedOn(),
      this.snapshotId(),
      this.extraId(),
    ];
    return {
      kind: (this.kind() ?? 'information') as PaperKind,
      title: this.title().trim(),
      office: this.office().trim(),
      isPublic: this.isPublic(),
      refNumbers: this.refParts(),
      steps: this.steps().flatMap(({ meetingId, consultation }) =>
        meetingId === null ? [] : [{ meetingId, consultation }],
      ),
      ...(dsNumber === '' ? {} : { dsNumber }),
      ...(datedOn === null ? {} : { datedOn }),
      ...(snapshotId === null ? {} : { snapshotId }),
      ...(extraId === null ? {} : { extraId }),
      ...(this.paper() === null && this.body().trim() === '' ? {} : { body: this.body() }),
    };
  }
}
