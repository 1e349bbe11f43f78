import { ChangeDetectionStrategy, Component, computed } from '@angular/core';
import { OFFER_PATHS, type OfferPage, type OfferRow } from '@etatlotse/contracts/inventory/plain';
import { OFFER_RECIPIENTS, OFFER_STATES } from '@etatlotse/domain/inventory';
import { formatNumber, formatWholeEuro } from '../ui/amount/format';
import { formatDate } from '../ui/date/format';
import type { RecordTableShape } from '../ui/record/record-table';
import { offerLook, vatText } from './offer-look';
import { offerLabels } from './offer.labels';
import { ownerText } from './record-look';
import { RegisterList, type RegisterWords } from './register-list';
import { filterBy, openRegister, type RegisterFilter } from './register-view';

/** Offers to council groups and companies: where they stand, what they cost and what comes back. */
@Component({
  selector: 'et-offer-list-page',
  imports: [RegisterList],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-register-list [words]="words()" [register]="register" [shape]="shape()" [filters]="filters()" />`,
})
export class OfferListPage {
  protected readonly register = openRegister<OfferRow, OfferPage>(OFFER_PATHS.offers, ['recipientKind', 'state']);
  private readonly totals = computed(() => this.register.list.first()?.totals);

  private readonly lead = computed(() => {
    const totals = this.totals();
    const t = offerLabels();
    if (totals === undefined) return '';
    if (totals.count === 0) return t.leadNone;
    const { count, active, open, costCents, recoveryCents, uncoveredCents, unknown, vatOpen } = totals;
    return [
      t.lead(formatNumber(active), formatNumber(count), formatNumber(open)),
      t.leadMoney(formatWholeEuro(costCents), formatWholeEuro(recoveryCents), formatWholeEuro(uncoveredCents)),
      unknown === 0 ? '' : t.leadUnknown(unknown),
      vatOpen === 0 ? '' : t.leadVat(vatOpen),
    ].join(' ');
  });
  protected readonly words = computed<RegisterWords>(() => ({ ...offerLabels(), path: '/offers', lead: this.lead() }));
  protected readonly filters = computed<RegisterFilter[]>(() => {
    const t = offerLabels();
    return [
      filterBy('recipientKind', t.recipientKind, OFFER_RECIPIENTS, t.recipientKinds),
      filterBy('state', t.state, OFFER_STATES, t.states),
    ];
  });
  protected readonly shape = computed<RecordTableShape<OfferRow>>(() => {
    const t = offerLabels();
    return {
      caption: t.list,
      nameHead: t.offer,
      name: ({ name }) => name,
      link: ({ id }) => ['/offers', id],
      under: (row) => ownerText(row),
      columns: [
        {
          head: t.recipient,
          kind: 'text',
          of: ({ recipient }) => recipient,
          under: ({ recipientKind }) => t.recipientKinds[recipientKind],
        },
        {
          head: t.state,
          kind: 'look',
          of: offerLook,
          under: ({ offeredOn }) => t.stepText(t.states.offered, formatDate(offeredOn)),
        },
        { head: t.vat, kind: 'text', of: vatText, isWideOnly: true },
        { head: t.inEuro(t.cost), kind: 'amount', of: ({ costCents }) => costCents },
        { head: t.inEuro(t.recovery), kind: 'amount', of: ({ recoveryCents }) => recoveryCents },
        { head: t.inEuro(t.uncovered), kind: 'amount', of: ({ uncoveredCents }) => uncoveredCents },
      ],
    };
  });
}
