import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import type { WayOutRow, WaysOutOfLine } from '@etatlotse/contracts/authority';
import { api, query } from '../platform/api';
import { FiscalYear } from '../platform/fiscal-year';
import { Permissions } from '../platform/permission';
import { problemOf } from '../platform/problem';
import { formatEuro } from '../ui/amount/format';
import { formatDate } from '../ui/date/format';
import { Failure, Loading } from '../ui/state/state';
import { type WayOut, WaysOut } from '../ui/ways-out/ways-out';
import { budgetLabels } from './budget.labels';
import { finderLabels } from './cover-finder.labels';

/** The Deckungsfinder: where an amount is missing, the lawful ways on, with amounts, donors, who decides and the next step. */
@Component({
  selector: 'et-cover-finder',
  imports: [Failure, Loading, WaysOut],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<section class="et-finder">
    <h3>{{ t().title }}</h3>
    @if (failure(); as failed) {
      <et-failure [failure]="failed" (retry)="found.reload()" />
    } @else if (answer(); as ways) {
      <p>{{ t().lead(euro(missingCents())) }} {{ summary() }}</p>
      @if (ways.grantedCents > 0) {
        <p class="et-small">{{ t().granted(euro(ways.grantedCents)) }}</p>
      }
      @if (!mayAct()) {
        <p class="et-small">{{ t().askOthers }}</p>
      }
      <et-ways-out [ways]="rows()" [narrow]="narrow()" />
      @if (ways.isThresholdExample) {
        <p class="et-tiny et-muted">{{ t().example }}</p>
      }
    } @else {
      <et-loading [lines]="4" />
    }
  </section>`,
})
export class CoverFinder {
  readonly lineId = input.required<string>();
  readonly missingCents = input.required<number>();
  readonly narrow = input(true);

  protected readonly t = finderLabels;
  protected readonly euro = (cents: number): string => formatEuro(cents);
  private readonly year = inject(FiscalYear).year;
  private readonly permissions = inject(Permissions);
  protected readonly mayAct = computed(() => this.permissions.has('transfer.request'));

  protected readonly found = httpResource<WaysOutOfLine>(() => ({
    url: `${api('budget/lines', this.lineId())}/ways-out`,
    params: query({ fiscalYear: this.year(), missingCents: this.missingCents() }),
  }));
  protected readonly answer = computed(() => (this.found.hasValue() ? this.found.value() : null));
  protected readonly failure = computed(() => {
    const error = this.found.error();
    return error ? problemOf(error) : null;
  });
  protected readonly rows = computed(() => (this.answer()?.ways ?? []).map((way) => this.rowOf(way)));
  protected readonly summary = computed(() => {
    const best = this.rows().find(({ coversAll }) => coversAll);
    return best === undefined ? finderLabels().none : finderLabels().best(best.title);
  });

  private rowOf(way: WayOutRow): WayOut {
    const words = finderLabels();
    const [title = way.code, detail = ''] = budgetLabels().waysOut[way.code];
    return {
      code: way.code,
      title,
      detail,
      rule: way.rule,
      paper: words.papers[way.paper],
      coversCents: way.coverCents,
      coversAll: way.isEnough,
      donors: way.candidates.slice(0, SHOWN_DONORS).map(({ name, givableCents }) => ({ name, cents: givableCents })),
      decider: budgetLabels().deciders[way.decider],
      meetings: way.meetings.map(({ body, heldOn, papersDueOn }) =>
        heldOn === null || papersDueOn === null
          ? words.noMeeting(body)
          : words.meeting(body, formatDate(heldOn), formatDate(papersDueOn)),
      ),
      ...this.nextStep(way),
    };
  }

  /** Where the form stands that takes this way, filled in with what is known. */
  private nextStep(way: WayOutRow): Pick<WayOut, 'action' | 'link' | 'linkParams'> {
    const { actions } = finderLabels();
    const [donor] = way.candidates;
    const books = this.permissions.has('transfer.write');
    const amountCents = donor === undefined ? 0 : Math.min(donor.givableCents, way.coverCents ?? this.missingCents());
    const transfer = { from: donor?.id ?? '', to: this.lineId(), amountCents, year: this.year() };
    switch (way.code) {
      case 'one_sided_cover':
        if (donor === undefined || !books) return {};
        return { action: actions.one_sided_cover, link: TRANSFER_FORM, linkParams: { ...transfer, oneSided: true } };
      case 'transfer':
      case 'investment_cover':
        if (donor === undefined || !this.mayAct()) return {};
        return { action: books ? actions.transfer : actions.transferAsk, link: TRANSFER_FORM, linkParams: transfer };
      case 'over_plan_by_mayor':
      case 'over_plan_by_council':
      case 'outside_plan_by_mayor':
      case 'outside_plan_by_council':
        if (!this.mayAct()) return {};
        return {
          action: actions.extra,
          link: EXTRA_FORM,
          linkParams: { line: this.lineId(), amountCents: this.missingCents(), year: this.year() },
        };
      default:
        return {};
    }
  }
}

const TRANSFER_FORM = '/authority/transfers/new';
const EXTRA_FORM = '/authority/extra/new';
/** Enough to choose from; the form knows all. */
const SHOWN_DONORS = 3;
