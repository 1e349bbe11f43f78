import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { CreatePost } from '@etatlotse/contracts/capacity';
import { POST_STATUSES, type PostStatus } from '@etatlotse/domain/capacity';
import { newIdempotencyKey } from '../platform/api';
import { ownUnitOptions } from '../platform/own-units';
import { Button } from '../ui/button/button';
import { Choice, Select } from '../ui/choice/choice';
import { DateField } from '../ui/field/date-field';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { PageHead } from '../ui/page-head/page-head';
import { Failure, Loading } from '../ui/state/state';
import { Toasts } from '../ui/toast/toasts';
import { OccupancyForm } from './occupancy-form';
import { hoursDraft, type OccupancyDraft, occupancyDrafts, readHours, readOccupancies } from './post-draft';
import { postFormLabels } from './post-form.labels';
import { postLabels } from './post.labels';
import { PostStore } from './post.store';

const FULL_WEEK: Readonly<Record<PostStatus, number>> = { employee: 2_340, official: 2_400 };
const NOTES = ['none', 'kw', 'ku'] as const;

/** Enters a post or changes one, with who holds which part of it. */
@Component({
  selector: 'et-post-form-page',
  imports: [
    Button,
    Choice,
    DateField,
    Failure,
    Loading,
    Notice,
    OccupancyForm,
    PageHead,
    RouterLink,
    Select,
    TextField,
  ],
  providers: [PostStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './post-form.page.html',
})
export class PostFormPage {
  /** Given where a post is changed. */
  readonly postId = input<string>();
  protected readonly store = inject(PostStore);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly idempotencyKey = newIdempotencyKey();
  protected readonly t = postFormLabels;
  protected readonly words = postLabels;
  protected readonly isNew = computed(() => this.postId() === undefined);
  private readonly before = this.store.post;

  protected readonly number = linkedSignal(() => this.before()?.number ?? '');
  protected readonly name = linkedSignal(() => this.before()?.name ?? '');
  protected readonly unitId = linkedSignal<string | null>(() => this.before()?.unit.id ?? null);
  protected readonly status = linkedSignal<string | null>(() => this.before()?.status ?? null);
  protected readonly grade = linkedSignal(() => this.before()?.grade ?? '');
  /** A full week goes by the status until somebody types another one. */
  protected readonly full = linkedSignal(() => {
    const before = this.before();
    const status = POST_STATUSES.find((one) => one === this.status());
    if (before !== null && status === before.status) return hoursDraft(before.fullTimeMinutes);
    return status === undefined ? '' : hoursDraft(FULL_WEEK[status]);
  });
  protected readonly hours = linkedSignal(() => {
    const before = this.before();
    return before === null ? this.full() : hoursDraft(before.weeklyMinutes);
  });
  protected readonly from = linkedSignal<string | null>(() => this.before()?.from ?? null);
  protected readonly until = linkedSignal<string | null>(() => this.before()?.until ?? null);
  protected readonly note = linkedSignal<string | null>(() => this.before()?.noteKind ?? 'none');
  protected readonly noteFrom = linkedSignal<string | null>(() => this.before()?.noteFrom ?? null);
  protected readonly occupancies = linkedSignal<readonly OccupancyDraft[]>(() => occupancyDrafts(this.before()));
  protected readonly hasTried = signal(false);

  protected readonly problem = computed(() => this.store.create.problem() ?? this.store.change.problem());
  protected readonly readHours = readHours;
  protected readonly units = ownUnitOptions('staffing.write');
  protected readonly statuses = computed(() =>
    POST_STATUSES.map((value) => ({ value, label: this.t().statusNames[value] })),
  );
  protected readonly notes = computed(() => NOTES.map((value) => ({ value, label: this.t().notes[value] })));
  protected readonly crumbs = computed(() => [
    { label: postLabels().title, link: ['/capacity/posts'] },
    { label: this.isNew() ? this.t().titleNew : (this.before()?.number ?? '') },
  ]);

  constructor() {
    effect(() => this.store.id.set(this.postId() ?? ''));
  }

  protected fill(value: string | null): string | null {
    return this.hasTried() && (value ?? '').trim() === '' ? this.words().fill : null;
  }

  protected add(): void {
    const draft = { from: this.from(), until: null, hours: this.hours(), ramp: '', holder: '', absences: [] };
    this.occupancies.update((all) => [...all, draft]);
  }

  protected changeOccupancy(place: number, draft: OccupancyDraft): void {
    this.occupancies.update((all) => all.map((one, at) => (at === place ? draft : one)));
  }

  protected remove(place: number): void {
    this.occupancies.update((all) => all.filter((_, at) => at !== place));
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.hasTried.set(true);
    const post = this.read();
    if (post === null) return;
    const before = this.before();
    const saved =
      before === null
        ? await this.store.create.run(post, this.idempotencyKey)
        : await this.store.change.run({ ...post, version: before.version });
    if (saved === null) return;
    this.toasts.show(this.t().saved);
    await this.router.navigate(['/capacity/posts', saved.id], { queryParamsHandling: 'preserve' });
  }

  private read(): CreatePost | null {
    const [number, name, grade] = [this.number().trim(), this.name().trim(), this.grade().trim()];
    const [unitId, from] = [this.unitId(), this.from()];
    const [weeklyMinutes, fullTimeMinutes] = [readHours(this.hours()), readHours(this.full())];
    const status = POST_STATUSES.find((one) => one === this.status());
    const occupancies = readOccupancies(this.occupancies());
    if (number === '' || name === '' || grade === '' || unitId === null || from === null) return null;
    if (weeklyMinutes === null || fullTimeMinutes === null || status === undefined || occupancies === null) return null;
    const [until, note, noteFrom] = [this.until(), this.note(), this.noteFrom()];
    return {
      ...{ number, name, grade, unitId, status, weeklyMinutes, fullTimeMinutes, from, occupancies },
      ...(until === null ? {} : { until }),
      ...(note === 'kw' || note === 'ku'
        ? { note: { kind: note, ...(noteFrom === null ? {} : { from: noteFrom }) } }
        : {}),
    };
  }
}
