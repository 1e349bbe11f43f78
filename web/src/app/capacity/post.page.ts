import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { HeldOccupancy, PostDetail } from '@etatlotse/contracts/capacity/plain';
import { FiscalYear } from '../platform/fiscal-year';
import { formatPercent } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { formatDate } from '../ui/date/format';
import { Dialog } from '../ui/dialog/dialog';
import { type Fact, Facts } from '../ui/facts/facts';
import { Notice } from '../ui/notice/notice';
import { PageHead } from '../ui/page-head/page-head';
import { Failure, Loading } from '../ui/state/state';
import { Tag } from '../ui/tag/tag';
import { Toasts } from '../ui/toast/toasts';
import { gradeText, hoursText, shareText, stateLooks } from './post-look';
import { PostMonths } from './post-months';
import { PostPieces } from './post-pieces';
import { postLabels } from './post.labels';
import { PostStore } from './post.store';

/** One post: who holds which part of it, and what it gives month by month. */
@Component({
  selector: 'et-post-page',
  imports: [Button, Dialog, Facts, Failure, Loading, Notice, PageHead, PostMonths, PostPieces, RouterLink, Tag],
  providers: [PostStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './post.page.html',
})
export class PostPage {
  readonly postId = input.required<string>();
  protected readonly store = inject(PostStore);
  private readonly toasts = inject(Toasts);
  protected readonly year = inject(FiscalYear).year;
  protected readonly t = computed(() => postLabels().page);
  protected readonly words = postLabels;
  protected readonly hours = hoursText;
  protected readonly looks = stateLooks;
  protected readonly erasing = signal<HeldOccupancy | null>(null);

  protected readonly crumbs = computed(() => [
    { label: postLabels().title, link: ['/capacity/posts'] },
    { label: this.store.post()?.number ?? '' },
  ]);
  protected readonly lead = computed(() => {
    const post = this.store.post();
    return post === null ? '' : leadOf(post);
  });
  protected readonly facts = computed(() => {
    const post = this.store.post();
    return post === null ? [] : factsOf(post);
  });

  constructor() {
    effect(() => this.store.id.set(this.postId()));
  }

  protected name(at: number): string {
    return this.t().occupancyName(String(at + 1));
  }

  protected occupancyFacts(one: HeldOccupancy): Fact[] {
    const words = this.t();
    return [
      { term: words.from, text: formatDate(one.from) },
      { term: words.until, text: one.until === null ? words.open : formatDate(one.until) },
      { term: words.hours, text: hoursText(one.weeklyMinutes) },
      { term: words.rampUp, text: rampText(one) },
      { term: words.absences, text: absenceText(one) },
      { term: words.name, text: one.holder === '' ? words.noName : one.holder },
    ];
  }

  protected async erase(one: HeldOccupancy): Promise<void> {
    const done = await this.store.eraseHolder.run(one.id);
    this.store.reload();
    if (done === null) return;
    this.erasing.set(null);
    this.toasts.show(this.t().erased);
  }
}

function leadOf(post: PostDetail): string {
  const words = postLabels().page;
  const unit = `${post.unit.code} ${post.unit.name}`;
  if (post.states.includes('ended')) return words.leadEnded(unit, formatDate(post.asOf));
  if (post.vacantSince === null) return words.leadHeld(unit, shareText(post));
  return post.heldPercent === 0
    ? words.leadVacant(unit, shareText(post), formatDate(post.vacantSince))
    : words.leadFree(unit, shareText(post), formatPercent(post.heldPercent / 100), formatDate(post.vacantSince));
}

function factsOf(post: PostDetail): Fact[] {
  const words = postLabels().page;
  const full = hoursText(post.fullTimeMinutes);
  const until = post.until === null ? words.open : formatDate(post.until);
  return [
    { term: words.number, text: post.isDemo ? `${post.number} (${postLabels().demo})` : post.number },
    { term: words.function, text: post.name },
    { term: words.unit, text: `${post.unit.code} ${post.unit.name}` },
    { term: words.grade, text: gradeText(post) },
    { term: words.size, text: words.sizeText(hoursText(post.weeklyMinutes), full, shareText(post)) },
    { term: words.validity, text: words.validityText(formatDate(post.from), until) },
    { term: words.note, text: noteText(post) },
  ];
}

function noteText({ noteKind, noteFrom }: PostDetail): string {
  const words = postLabels().page;
  if (noteKind === null) return words.noteNone;
  return noteFrom === null
    ? words.noteWithLast(words[noteKind])
    : words.noteFrom(words[noteKind], formatDate(noteFrom));
}

function rampText({ rampUpPercents }: HeldOccupancy): string {
  const words = postLabels().page;
  return rampUpPercents.length === 0
    ? words.rampNone
    : words.rampText(rampUpPercents.map((percent) => formatPercent(percent / 100)).join(', '));
}

function absenceText({ absences }: HeldOccupancy): string {
  const words = postLabels().page;
  if (absences.length === 0) return words.noAbsence;
  return absences
    .map(({ from, until, percent }) =>
      words.absence(formatDate(from), until === null ? words.open : formatDate(until), formatPercent(percent / 100)),
    )
    .join('; ');
}
