import { ChangeDetectionStrategy, Component, computed } from '@angular/core';
import { DESK_PATHS, type DeskDetail } from '@etatlotse/contracts/inventory/plain';
import { LineSearch } from '../platform/line-search';
import { Button } from '../ui/button/button';
import { formatDate } from '../ui/date/format';
import type { Fact } from '../ui/facts/facts';
import { deskLook } from './desk-look';
import { DESK_FORM, fteForm, fteText } from './desk-shape';
import { deskLabels } from './desk.labels';
import { RecordAsking } from './record-asking';
import { RecordDialog } from './record-dialog';
import { RecordEntries, type RecordEntry } from './record-entries';
import { closingFacts, ownerText } from './record-look';
import { RecordPageFrame } from './record-page';
import { RecordStore } from './record.store';

/** One desk: what it is there for, how to reach it, and how its capacity has developed. */
@Component({
  selector: 'et-desk-page',
  imports: [Button, RecordDialog, RecordEntries, RecordPageFrame],
  providers: [RecordStore, LineSearch],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-record-page
      [title]="t().title"
      path="/desks"
      [look]="look()"
      [lead]="lead()"
      [facts]="facts()"
      [form]="recordForm"
    >
      <button actions type="button" etButton="primary" icon="group" (click)="ask('fte')">{{ t().addFte }}</button>
      <section class="et-panel">
        <h2>{{ t().history }}</h2>
        @if (history().length > 0) {
          <et-record-entries [entries]="history()" />
        } @else {
          <p>{{ t().noHistory }}</p>
        }
      </section>
    </et-record-page>
    @if (asking()) {
      <et-record-dialog
        [heading]="t().addFte"
        [shape]="form()"
        [send]="t().addFte"
        (confirmed)="send(paths.fte(recordId()), $event)"
        (closed)="asking.set(null)"
      />
    }`,
})
export class DeskPage extends RecordAsking<DeskDetail, 'fte'> {
  protected readonly address = DESK_PATHS.one;
  protected readonly paths = DESK_PATHS;
  protected readonly t = deskLabels;
  protected readonly recordForm = DESK_FORM;
  protected readonly form = computed(() => fteForm(this.record()?.history ?? []));
  protected readonly look = computed(() => {
    const desk = this.record();
    return desk === null ? null : deskLook(desk);
  });
  protected readonly lead = computed(() => {
    const fte = this.record()?.fteHundredths ?? null;
    return fte === null ? this.t().pageUnknown : this.t().pageLead(fteText(fte));
  });
  protected readonly history = computed<RecordEntry[]>(() =>
    (this.record()?.history ?? []).map((one) => ({
      ...one,
      text: this.t().entry(fteText(one.fteHundredths), formatDate(one.validFrom)),
      detail: one.reason,
    })),
  );
  protected readonly facts = computed<Fact[]>(() => {
    const desk = this.record();
    const t = this.t();
    if (desk === null) return [];
    return [
      { term: t.kind, text: t.kinds[desk.kind] },
      { term: this.words().unit, text: ownerText({ ...desk, origin: 'person' }) },
      { term: t.mailbox, text: desk.mailbox ?? t.noMailbox },
      { term: t.person, text: desk.person?.displayName ?? t.nobody },
      { term: t.startsOn, text: formatDate(desk.startsOn) },
      { term: t.endsOn, text: desk.endsOn === null ? t.noEnd : formatDate(desk.endsOn) },
      ...closingFacts(desk),
    ];
  });
}
