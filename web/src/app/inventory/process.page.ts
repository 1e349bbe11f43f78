import { ChangeDetectionStrategy, Component, computed } from '@angular/core';
import { PROCESS_PATHS, type ProcessDetail, type ProcessYearRow } from '@etatlotse/contracts/inventory/plain';
import { LineSearch } from '../platform/line-search';
import { formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { formatDate } from '../ui/date/format';
import { type Fact, Facts } from '../ui/facts/facts';
import { RecordTable, type RecordTableShape } from '../ui/record/record-table';
import { reviewText, stageLook } from './process-look';
import { MEASUREMENT_FORM, PROCESS_FORM } from './process-shape';
import { processLabels } from './process.labels';
import { RecordAsking } from './record-asking';
import { RecordDialog } from './record-dialog';
import { closingFacts, ownerText, paymentFacts } from './record-look';
import { RecordPageFrame } from './record-page';
import { RecordStore } from './record.store';

const STAGE_DAYS = ['recordedOn', 'optimisedOn', 'workflowOn'] as const;

/** One process: its stages with their days, and the hours it saves as planned and as measured. */
@Component({
  selector: 'et-process-page',
  imports: [Button, Facts, RecordDialog, RecordPageFrame, RecordTable],
  providers: [RecordStore, LineSearch],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-record-page
      [title]="t().title"
      path="/processes"
      [look]="look()"
      [lead]="lead()"
      [facts]="facts()"
      [form]="recordForm"
    >
      <button actions type="button" etButton="primary" icon="timer" (click)="ask('measure')">{{ t().measure }}</button>
      @if (record(); as one) {
        <section class="et-panel">
          <h2>{{ t().pageStages }}</h2>
          <et-facts [facts]="stages()" />
        </section>
        <section class="et-panel">
          <h2>{{ t().hours }}</h2>
          @if (one.years.length > 0) {
            <et-record-table [shape]="years()" [rows]="one.years" />
          } @else {
            <p>{{ t().noHours }}</p>
          }
        </section>
      }
    </et-record-page>
    @if (asking()) {
      <et-record-dialog
        [heading]="t().measure"
        [shape]="form"
        [known]="{ fiscalYear: store.year() }"
        [send]="t().measure"
        (confirmed)="send(paths.measurements(recordId()), $event)"
        (closed)="asking.set(null)"
      />
    }`,
})
export class ProcessPage extends RecordAsking<ProcessDetail, 'measure'> {
  protected readonly address = PROCESS_PATHS.one;
  protected readonly paths = PROCESS_PATHS;
  protected readonly form = MEASUREMENT_FORM;
  protected readonly t = processLabels;
  protected readonly recordForm = PROCESS_FORM;
  protected readonly look = computed(() => {
    const process = this.record();
    return process === null ? null : stageLook(process);
  });
  protected readonly lead = computed(() => {
    const process = this.record();
    if (process === null) return '';
    const { word } = stageLook(process);
    return process.plannedHours === null
      ? this.t().pageLeadUnknown(word)
      : this.t().pageLead(word, formatNumber(process.plannedHours));
  });
  protected readonly stages = computed<Fact[]>(() => {
    const process = this.record();
    const t = this.t();
    if (process === null) return [];
    return STAGE_DAYS.map((name) => {
      const day = process[name];
      return { term: t.stageNames[name], text: day === null ? t.notYet : formatDate(day) };
    });
  });
  protected readonly facts = computed<Fact[]>(() => {
    const process = this.record();
    const t = this.t();
    if (process === null) return [];
    const { plannedHours, reviewMonths } = process;
    return [
      { term: this.words().unit, text: ownerText({ ...process, origin: 'person' }) },
      { term: t.builtBy, text: process.builtBy || this.words().none },
      { term: t.inHouseFilter, text: process.isInHouse ? t.inHouse : t.inHouses.false },
      { term: t.planned, text: plannedHours === null ? null : formatNumber(plannedHours) },
      { term: t.reviewMonths, text: reviewMonths === null ? t.noReview : formatNumber(reviewMonths) },
      { term: t.review, text: reviewText(process) },
      ...paymentFacts(process),
      ...closingFacts(process),
    ];
  });
  protected readonly years = computed<RecordTableShape<ProcessYearRow>>(() => ({
    caption: this.t().hours,
    nameHead: this.words().year,
    name: ({ fiscalYear }) => String(fiscalYear),
    link: () => null,
    under: ({ basis, recordedAt, recordedBy }) =>
      `${basis}, ${this.words().recorded(formatDate(recordedAt), recordedBy ?? '')}`,
    columns: [{ head: this.t().hoursOf, kind: 'number', of: ({ hours }) => hours }],
  }));
}
