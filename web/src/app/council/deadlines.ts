import { inject, Injectable } from '@angular/core';
import type { MeetingRow } from '@etatlotse/contracts/council/plain';
import { compareDates, daysBetween, plainDate } from '@etatlotse/domain/shared';
import { Clock } from '../platform/clock';
import { formatNumber } from '../ui/amount/format';
import { councilLabels } from './council.labels';

/** How far away days are, from today. */
@Injectable({ providedIn: 'root' })
export class Deadlines {
  private readonly clock = inject(Clock);

  isOver(day: string): boolean {
    return compareDates(plainDate(day), this.today()) < 0;
  }

  /** "noch 3 Tage" until papers are due; nothing once the meeting is over. */
  dueText({ papersDueOn, heldOn }: MeetingRow): string {
    if (this.isOver(heldOn)) return '';
    const words = councilLabels();
    const days = daysBetween(this.today(), plainDate(papersDueOn));
    if (days < 0) return words.dueOver;
    return days === 0 ? words.dueToday : days === 1 ? words.dueTomorrow : words.dueIn(formatNumber(days));
  }

  private today() {
    return plainDate(new Date(this.clock.nowMs()).toISOString().slice(0, 10));
  }
}
