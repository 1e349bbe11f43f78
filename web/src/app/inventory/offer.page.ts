import { ChangeDetectionStrategy, Component, computed } from '@angular/core';
import { OFFER_PATHS, type OfferDetail } from '@etatlotse/contracts/inventory/plain';
import { nextOfferStates } from '@etatlotse/domain/inventory';
import { LineSearch } from '../platform/line-search';
import { formatEuro } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { formatDate } from '../ui/date/format';
import { type Fact, Facts } from '../ui/facts/facts';
import { Notice } from '../ui/notice/notice';
import { offerLook, vatText } from './offer-look';
import { OFFER_FORM, stepForm } from './offer-shape';
import { offerLabels } from './offer.labels';
import { RecordAsking } from './record-asking';
import { RecordDialog } from './record-dialog';
import { RecordEntries, type RecordEntry } from './record-entries';
import { closingFacts, ownerText, paymentFacts } from './record-look';
import { RecordPageFrame } from './record-page';
import { RecordStore } from './record.store';

/** One offer: to whom, where it stands, what it costs and who bears it. */
@Component({
  selector: 'et-offer-page',
  imports: [Button, Facts, Notice, RecordDialog, RecordEntries, RecordPageFrame],
  providers: [RecordStore, LineSearch],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-record-page
      [title]="t().title"
      path="/offers"
      [look]="look()"
      [lead]="lead()"
      [facts]="facts()"
      [form]="recordForm"
    >
      @if (hasNext()) {
        <button actions type="button" etButton="primary" (click)="ask('step')">{{ t().step }}</button>
      }
      @if (record(); as one) {
        <section class="et-panel">
          <h2>{{ t().money }}</h2>
          <et-facts [facts]="money()" />
          @if (one.vatAnswer === 'open' && hasNext()) {
            <et-notice kind="warn" [heading]="t().vatHeading">
              <p>{{ t().vatText }}</p>
            </et-notice>
          }
        </section>
        <section class="et-panel">
          <h2>{{ t().history }}</h2>
          @if (steps().length > 0) {
            <et-record-entries [entries]="steps()" />
          } @else {
            <p>{{ t().noSteps }}</p>
          }
        </section>
      }
    </et-record-page>
    @if (asking()) {
      <et-record-dialog
        [heading]="t().step"
        [shape]="form()"
        [send]="t().step"
        (confirmed)="send(paths.steps(recordId()), $event)"
        (closed)="asking.set(null)"
      />
    }`,
})
export class OfferPage extends RecordAsking<OfferDetail, 'step'> {
  protected readonly address = OFFER_PATHS.one;
  protected readonly paths = OFFER_PATHS;
  protected readonly t = offerLabels;
  protected readonly recordForm = OFFER_FORM;
  private readonly state = computed(() => this.record()?.state ?? 'done');
  protected readonly hasNext = computed(() => nextOfferStates(this.state()).length > 0);
  protected readonly form = computed(() => stepForm(this.state()));
  protected readonly look = computed(() => {
    const offer = this.record();
    return offer === null ? null : offerLook(offer);
  });
  protected readonly lead = computed(() => {
    const offer = this.record();
    return offer === null ? '' : this.t().pageLead(offer.recipient, formatDate(offer.offeredOn));
  });
  protected readonly money = computed<Fact[]>(() => {
    const offer = this.record();
    const t = this.t();
    if (offer === null) return [];
    const amount = (cents: number | null): string | null => (cents === null ? null : formatEuro(cents));
    return [
      { term: t.cost, text: amount(offer.costCents) },
      { term: t.recovery, text: amount(offer.recoveryCents) },
      { term: t.uncovered, text: amount(offer.uncoveredCents) },
      { term: t.vat, text: vatText(offer) },
    ];
  });
  protected readonly steps = computed<RecordEntry[]>(() =>
    (this.record()?.steps ?? []).map((step) => ({
      ...step,
      text: this.t().stepText(this.t().steps[step.state], formatDate(step.happenedOn)),
      detail: step.reason,
    })),
  );
  protected readonly facts = computed<Fact[]>(() => {
    const offer = this.record();
    if (offer === null) return [];
    const t = this.t();
    return [
      { term: t.recipientKind, text: t.recipientKinds[offer.recipientKind] },
      { term: this.words().unit, text: ownerText({ ...offer, origin: 'person' }) },
      ...paymentFacts(offer),
      ...closingFacts(offer),
    ];
  });
}
