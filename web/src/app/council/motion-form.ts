import { httpResource } from '@angular/common/http';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import type { CreateMotion } from '@etatlotse/contracts/council';
import type { MotionRow, Reading } from '@etatlotse/contracts/council/plain';
import { ORGANIZATION_PATHS, type UnitTree } from '@etatlotse/contracts/organization/plain';
import { coverState } from '@etatlotse/domain/council';
import { newIdempotencyKey } from '../platform/api';
import type { ProblemMessage } from '../platform/problem';
import { formatEuro } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Choice, Select } from '../ui/choice/choice';
import { Dialog } from '../ui/dialog/dialog';
import { AmountField } from '../ui/field/amount-field';
import { TextField } from '../ui/field/text-field';
import { type ChosenLine, LineChoice } from '../ui/line-choice/line-choice';
import { Notice } from '../ui/notice/notice';
import { Tag } from '../ui/tag/tag';
import {
  columnsOf,
  coverOfDraft,
  type DraftAmount,
  draftAmount,
  draftAmountsOf,
  readHundredths,
  type SavedMotion,
  writeHundredths,
} from './motion-draft';
import { motionFormLabels } from './motion-form.labels';
import { COVER_LOOKS, coverLines, nameOf } from './reading-words';
import { readingLabels } from './reading.labels';
import { ReadingStore } from './reading.store';

/** A motion as it is typed: from whom, which lines in which years, what covers it. The cover check goes along. */
@Component({
  selector: 'et-motion-form',
  imports: [AmountField, Button, Choice, Dialog, LineChoice, Notice, Select, Tag, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './motion-form.html',
})
export class MotionForm {
  readonly reading = input.required<Reading>();
  /** Null: a new one. */
  readonly motion = input.required<MotionRow | null>();
  readonly problem = input<ProblemMessage | null>(null);
  readonly confirmed = output<SavedMotion>();
  readonly closed = output<void>();
  protected readonly store = inject(ReadingStore);
  protected readonly t = motionFormLabels;
  protected readonly words = readingLabels;
  protected readonly looks = COVER_LOOKS;
  private readonly key = newIdempotencyKey();

  protected readonly mover = linkedSignal<string | null>(() => this.motion()?.mover ?? 'group');
  protected readonly code = linkedSignal(() => this.motion()?.code ?? '');
  protected readonly origin = linkedSignal(() => this.motion()?.origin ?? '');
  protected readonly title = linkedSignal(() => this.motion()?.title ?? '');
  protected readonly reason = linkedSignal(() => this.motion()?.reason ?? '');
  protected readonly coverNote = linkedSignal(() => this.motion()?.coverNote ?? '');
  protected readonly unitId = linkedSignal<string | null>(() => this.motion()?.unitId ?? null);
  protected readonly fte = linkedSignal(() => writeHundredths(this.motion()?.fteHundredths ?? 0));
  protected readonly excludes = linkedSignal<ReadonlySet<string>>(() => new Set(this.motion()?.excludes));
  /** Begins with the motion as it was opened; what is typed since is not lost when the reading is read again. */
  protected readonly amounts = linkedSignal<MotionRow | null, readonly DraftAmount[]>({
    source: this.motion,
    computation: (motion) => draftAmountsOf(this.reading(), motion),
  });
  protected readonly hasTried = signal(false);
  private nextKey = 1_000;

  private readonly tree = httpResource<UnitTree>(() => ORGANIZATION_PATHS.units);
  protected readonly units = computed(() =>
    (this.tree.hasValue() ? this.tree.value().units : []).map(({ id, code, name }) => ({
      value: id,
      label: `${code} ${name}`,
    })),
  );
  protected readonly heading = computed(() => {
    const motion = this.motion();
    return motion === null ? this.t().add : this.t().change(nameOf(motion));
  });
  protected readonly movers = computed(() => [
    { value: 'group', label: this.t().group },
    { value: 'administration', label: this.t().administration },
  ]);
  protected readonly isGroup = computed(() => this.mover() !== 'administration');
  protected readonly years = computed(() => {
    const { years, plan } = this.reading();
    return years.filter((year) => year >= plan.firstYear).map((year) => ({ value: String(year), label: String(year) }));
  });
  protected readonly others = computed(() => this.reading().rows.filter(({ id }) => id !== this.motion()?.id));
  private readonly cover = computed(() => coverOfDraft(this.amounts()));
  protected readonly state = computed(() => coverState(this.cover()));
  protected readonly coverLines = computed(() => coverLines(this.cover()));
  private readonly hundredths = computed(() => readHundredths(this.fte()));
  protected readonly fteFault = computed(() =>
    this.unitId() !== null && this.hundredths() === null ? this.t().fteWrong : null,
  );
  private readonly isComplete = computed(
    () =>
      this.title().trim() !== '' &&
      this.origin().trim() !== '' &&
      (!this.isGroup() || this.code().trim() !== '') &&
      this.fteFault() === null &&
      this.amounts().every(({ amountCents }) => (amountCents ?? 0) !== 0),
  );

  protected planned({ planned, fiscalYear }: DraftAmount): string {
    const amountCents = planned.get(fiscalYear);
    return amountCents === undefined
      ? this.t().notPlanned(fiscalYear)
      : this.t().planned(fiscalYear, formatEuro(amountCents));
  }

  protected add(chosen: ChosenLine): void {
    const found = this.store.foundLines()?.find(({ id }) => id === chosen.id);
    if (found === undefined) return;
    const isCover = this.amounts().length > 0;
    this.amounts.update((rows) => [
      ...rows,
      draftAmount(found, this.reading().plan.firstYear, this.nextKey++, isCover),
    ]);
  }

  protected edit(key: number, part: Partial<Pick<DraftAmount, 'fiscalYear' | 'amountCents' | 'isCover'>>): void {
    this.amounts.update((rows) => rows.map((row) => (row.key === key ? { ...row, ...part } : row)));
  }

  protected drop(key: number): void {
    this.amounts.update((rows) => rows.filter((row) => row.key !== key));
  }

  protected exclude(id: string): void {
    this.excludes.update((ids) => {
      const next = new Set(ids);
      if (!next.delete(id)) next.add(id);
      return next;
    });
  }

  protected send(event: Event): void {
    event.preventDefault();
    this.hasTried.set(true);
    if (!this.isComplete()) return;
    const [motion, unitId, fteHundredths] = [this.motion(), this.unitId(), this.hundredths()];
    const body: CreateMotion = {
      mover: this.isGroup() ? 'group' : 'administration',
      origin: this.origin().trim(),
      code: this.code().trim(),
      title: this.title().trim(),
      reason: this.reason().trim(),
      coverNote: this.coverNote().trim(),
      ...columnsOf(this.amounts()),
      ...(unitId === null || fteHundredths === null ? {} : { unitId, fteHundredths }),
      excludes: [...this.excludes()],
    };
    this.confirmed.emit({
      motionId: motion?.id ?? null,
      body: motion === null ? body : { ...body, version: motion.version },
      key: this.key,
    });
  }
}
