import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  type ElementRef,
  inject,
  input,
  linkedSignal,
  signal,
  viewChild,
} from '@angular/core';
import { RouterLink } from '@angular/router';
import { type MotionRow, stackOf } from '@etatlotse/contracts/council/plain';
import { coverState, type MotionResult } from '@etatlotse/domain/council';
import { Amount } from '../ui/amount/amount';
import { formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Select } from '../ui/choice/choice';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { type Crumb, PageHead } from '../ui/page-head/page-head';
import { Empty, Failure, Loading } from '../ui/state/state';
import { Tag } from '../ui/tag/tag';
import { Toasts } from '../ui/toast/toasts';
import { motionFormLabels } from './motion-form.labels';
import { answerOf, COVER_LOOKS, coverLines, nameOf, RESULT_LOOKS } from './reading-words';
import { readingLabels } from './reading.labels';
import { ReadingStore } from './reading.store';

/** Results by their key, in the order of the buttons. */
const KEYS: readonly (readonly [string, MotionResult])[] = [
  ['1', 'adopted'],
  ['2', 'rejected'],
  ['3', 'referred'],
  ['4', 'withdrawn'],
  ['5', 'overtaken'],
  ['0', 'open'],
];

/** One motion after the other in the meeting: what it is, what it does to what was adopted, and its result by one key. */
@Component({
  selector: 'et-vote-page',
  imports: [Amount, Button, Empty, Failure, Loading, Notice, PageHead, RouterLink, Select, Tag, TextField],
  providers: [ReadingStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './vote.page.html',
})
export class VotePage {
  readonly id = input.required<string>();
  protected readonly store = inject(ReadingStore);
  private readonly toasts = inject(Toasts);
  protected readonly words = readingLabels;
  protected readonly t = computed(() => motionFormLabels().voting);
  protected readonly coverLooks = COVER_LOOKS;
  protected readonly resultLooks = RESULT_LOOKS;
  protected readonly keys = KEYS;
  protected readonly name = nameOf;
  private readonly desk = viewChild<ElementRef<HTMLElement>>('desk');

  private readonly rows = computed(() => this.store.reading()?.rows ?? []);
  /** The motion that is looked at: at first the first one without a result. */
  private readonly at = signal<number | null>(null);
  protected readonly place = computed(() => {
    const first = this.rows().findIndex(({ result }) => result === 'open');
    return this.at() ?? Math.max(0, first);
  });
  protected readonly motion = computed((): MotionRow | null => this.rows()[this.place()] ?? null);
  protected readonly count = computed(() => this.rows().length);
  protected readonly crumbs = computed((): readonly Crumb[] => [
    { label: this.words().title, link: ['/council/readings'] },
    { label: this.store.reading()?.plan.name ?? '', link: ['/council/readings', this.id()] },
  ]);
  protected readonly lead = computed(() => {
    const open = this.store.openCount();
    return open === 0 ? this.t().leadDone : this.t().lead(formatNumber(open));
  });
  protected readonly isOpen = computed(() => this.store.reading()?.state === 'released');

  protected readonly yes = linkedSignal(() => text(this.motion()?.counts?.yes));
  protected readonly no = linkedSignal(() => text(this.motion()?.counts?.no));
  protected readonly abstained = linkedSignal(() => text(this.motion()?.counts?.abstained));
  protected readonly hasTried = signal(false);
  private readonly counts = computed(() => {
    const [yes, no, abstained] = [this.yes(), this.no(), this.abstained()].map((typed) => typed.trim());
    if (yes === '' && no === '' && abstained === '') return null;
    const read = [yes, no, abstained].map((typed) => (/^\d{1,3}$/.test(typed ?? '') ? Number(typed) : NaN));
    return { yes: read[0] ?? NaN, no: read[1] ?? NaN, abstained: read[2] ?? NaN };
  });
  protected readonly countFault = computed(() => {
    const counts = this.counts();
    return counts !== null && Object.values(counts).some(Number.isNaN) ? this.t().countWrong : null;
  });

  private readonly adopted = computed(() =>
    this.rows().filter(({ id, result }) => result === 'adopted' && id !== this.motion()?.id),
  );
  protected readonly settlers = computed(() =>
    this.adopted().map((motion) => ({ value: motion.id, label: `${motion.code} ${motion.title}`.trim() })),
  );
  protected readonly rival = computed(() => this.adopted().find(({ id }) => this.motion()?.excludes.includes(id)));
  /** What settles the motion: the adopted alternative, or whatever is chosen. */
  protected readonly settledBy = linkedSignal<string | null>(
    () =>
      this.motion()?.overtakenById ??
      this.rival()?.id ??
      (this.settlers().length === 1 ? (this.settlers()[0]?.value ?? null) : null),
  );
  protected readonly cover = computed(() => this.store.coverOf(this.motion()?.id ?? ''));
  protected readonly state = computed(() => coverState(this.cover()));
  protected readonly coverLines = computed(() => coverLines(this.cover()));
  /** What it would come to with everything adopted so far and this one. */
  protected readonly outlook = computed(() => {
    const [reading, motion] = [this.store.reading(), this.motion()];
    if (reading === null || motion === null) return '';
    const ids = new Set([...this.adopted().map(({ id }) => id), motion.id]);
    return answerOf(stackOf(reading, ids), ids.size === 1 ? this.t().alone : this.t().withIt);
  });

  constructor() {
    effect(() => this.store.id.set(this.id()));
    // The keys work where the focus is, so that they never take a letter that was meant for something else.
    effect(() => this.desk()?.nativeElement.focus());
  }

  protected line({ lineId, fiscalYear }: MotionRow['amounts'][number]): string {
    return `${this.store.reading()?.lines.find(({ id }) => id === lineId)?.name ?? ''}, ${fiscalYear}`;
  }

  protected turn(by: 1 | -1): void {
    const next = this.place() + by;
    if (next < 0 || next >= this.count()) return;
    this.store.vote.clear();
    this.hasTried.set(false);
    this.at.set(next);
  }

  protected take(event: KeyboardEvent): void {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.key === 'ArrowRight') return this.turn(1);
    if (event.key === 'ArrowLeft') return this.turn(-1);
    const result = KEYS.find(([key]) => key === event.key)?.[1];
    if (result === undefined) return;
    event.preventDefault();
    void this.record(result);
  }

  protected async record(result: MotionResult): Promise<void> {
    const motion = this.motion();
    this.hasTried.set(true);
    if (motion === null || !this.isOpen() || this.countFault() !== null) return;
    const counts = result === 'adopted' || result === 'rejected' ? this.counts() : null;
    const overtakenById = result === 'overtaken' ? this.settledBy() : null;
    const done = await this.store.vote.run(this.id(), motion.id, {
      version: motion.version,
      result,
      ...(counts === null ? {} : { counts }),
      ...(overtakenById === null ? {} : { overtakenById }),
    });
    this.store.reload();
    if (done === null) return;
    this.hasTried.set(false);
    this.toasts.show(this.t().saved(nameOf(motion), this.words().results[result]));
    // On to the next one without a result; a vote that was taken back stays in view.
    const rows = this.rows();
    const next = rows.findIndex((row, at) => at > this.place() && row.result === 'open');
    this.at.set(result === 'open' || next < 0 ? this.place() : next);
    this.desk()?.nativeElement.focus();
  }
}

const text = (count: number | undefined): string => (count === undefined ? '' : String(count));
