import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { TRAINING_PATHS, type TrainingDetail, type TrainingSessionRow } from '@etatlotse/contracts/inventory/plain';
import { Clock } from '../platform/clock';
import { LineSearch } from '../platform/line-search';
import { formatEuro, formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { formatDate } from '../ui/date/format';
import type { Fact } from '../ui/facts/facts';
import { Scroll } from '../ui/table/scroll';
import { RecordAsking } from './record-asking';
import { RecordDialog } from './record-dialog';
import { closingFacts, listed, ownerText, paymentFacts } from './record-look';
import { RecordPageFrame } from './record-page';
import { RecordStore } from './record.store';
import { TrainingAttendanceForm } from './training-attendance';
import { attendedText, costColumn } from './training-look';
import { SESSION_FORM, TRAINING_FORM } from './training-shape';
import { trainingLabels } from './training.labels';

/** What the page asks for: a new session, or who came to one. */
type Question = 'session' | TrainingSessionRow;

/** One training: its sessions with seats, who came and what they cost. */
@Component({
  selector: 'et-training-page',
  imports: [Button, RecordDialog, RecordPageFrame, Scroll, TrainingAttendanceForm],
  providers: [RecordStore, LineSearch],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './training.page.html',
})
export class TrainingPage extends RecordAsking<TrainingDetail, Question> {
  protected readonly address = TRAINING_PATHS.one;
  protected readonly paths = TRAINING_PATHS;
  protected readonly form = SESSION_FORM;
  protected readonly t = trainingLabels;
  protected readonly recordForm = TRAINING_FORM;
  protected readonly date = formatDate;
  protected readonly number = formatNumber;
  protected readonly attendedText = attendedText;
  protected readonly costText = costColumn;
  private readonly today = new Date(inject(Clock).nowMs()).toISOString().slice(0, 10);
  private readonly asked = computed(() => {
    const asking = this.asking();
    return asking === null || asking === 'session' ? null : asking;
  });
  /** A session that is still to come is changed; of one whose day has come it is entered who came. */
  protected readonly changing = computed(() => {
    const session = this.asked();
    return session !== null && session.startsOn > this.today ? session : null;
  });
  protected readonly attending = computed(() => (this.changing() === null ? this.asked() : null));
  protected readonly lead = computed(() => {
    const training = this.record();
    if (training === null) return '';
    const { seats, sessions } = training;
    return this.t().pageLead(this.store.year(), formatNumber(seats), formatNumber(sessions));
  });
  protected readonly facts = computed<Fact[]>(() => {
    const training = this.record();
    const t = this.t();
    if (training === null) return [];
    const { unitPriceCents, provider } = training;
    return [
      { term: t.technology, text: t.technologies[training.technology] },
      { term: t.format, text: t.formats[training.format] },
      { term: t.provider, text: provider || this.words().none },
      { term: this.words().unit, text: ownerText({ ...training, origin: 'person' }) },
      { term: t.price, text: unitPriceCents === null ? t.covered : formatEuro(unitPriceCents) },
      ...paymentFacts(training),
      ...closingFacts(training),
    ];
  });

  /** Where it is, and units with their people, in a line. */
  protected detailOf({ place, attendance }: TrainingSessionRow): string {
    return listed(
      place,
      ...(attendance ?? []).map(({ unit, people }) => this.t().from(unit.code, formatNumber(people))),
    );
  }

  protected actionOf({ startsOn, attendance }: TrainingSessionRow): string {
    const t = this.t();
    return startsOn > this.today ? t.changeSession : attendance === null ? t.enter : t.correct;
  }

  protected change({ id }: TrainingSessionRow, session: object): Promise<void> {
    return this.replace(this.paths.session(this.recordId(), id), { ...session, attendance: null });
  }

  protected attend(
    { id, startsOn, seats, place }: TrainingSessionRow,
    attendance: readonly { readonly unitId: string; readonly people: number }[],
  ): Promise<void> {
    return this.replace(this.paths.session(this.recordId(), id), { startsOn, seats, place, attendance });
  }
}
