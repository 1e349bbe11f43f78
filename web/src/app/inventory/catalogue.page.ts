import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import {
  SERVICE_PATHS,
  type ServiceDecisionRow,
  type ServiceDetail,
  type ServiceYearRow,
} from '@etatlotse/contracts/inventory/plain';
import { checkEconomy, ECONOMY_YEARS_MAX } from '@etatlotse/domain/inventory';
import { cents, fiscalYear, isFiscalYear, plainDate } from '@etatlotse/domain/shared';
import { LineSearch } from '../platform/line-search';
import { formatEuro, formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { formatDate } from '../ui/date/format';
import { type Fact, Facts } from '../ui/facts/facts';
import { Notice } from '../ui/notice/notice';
import { PageHead } from '../ui/page-head/page-head';
import { RecordTable, type RecordTableShape } from '../ui/record/record-table';
import { Failure, Loading } from '../ui/state/state';
import { Tag } from '../ui/tag/tag';
import { Toasts } from '../ui/toast/toasts';
import { CatalogueEconomy } from './catalogue-economy';
import { reachLook, TICKS } from './catalogue-look';
import { DECISION_FORM, type DecisionValues, VOLUME_FORM } from './catalogue-shape';
import { catalogueLabels } from './catalogue.labels';
import { inventoryLabels } from './inventory.labels';
import { RecordDialog } from './record-dialog';
import { closingFacts, ownerText, paymentFacts, shareText } from './record-look';
import { RecordStore } from './record.store';

const YEARS_COMPARED = 5;

/** One service: how far it is, own form or EfA with the cost of both, and its cases by year. */
@Component({
  selector: 'et-catalogue-page',
  imports: [
    Button,
    CatalogueEconomy,
    Facts,
    Failure,
    Loading,
    Notice,
    PageHead,
    RecordDialog,
    RecordTable,
    RouterLink,
    Tag,
  ],
  providers: [RecordStore, LineSearch],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './catalogue.page.html',
})
export class CataloguePage {
  readonly recordId = input.required<string>();
  protected readonly store = inject(RecordStore);
  private readonly toasts = inject(Toasts);
  protected readonly service = this.store.record<ServiceDetail>();
  protected readonly t = catalogueLabels;
  protected readonly words = inventoryLabels;
  protected readonly date = formatDate;
  protected readonly reach = reachLook;
  protected readonly ticks = TICKS;
  protected readonly paths = SERVICE_PATHS;
  protected readonly decisionForm = DECISION_FORM;
  protected readonly volumeForm = VOLUME_FORM;
  protected readonly asking = signal<'decision' | 'volume' | null>(null);
  protected readonly typed = signal<DecisionValues | null>(null);
  protected readonly crumbs = computed(() => [{ label: this.t().title, link: ['/services'] }]);

  protected readonly lead = computed(() => {
    const service = this.service();
    const year = this.store.year();
    if (service === null) return '';
    const { cases, onlineBasisPoints } = service;
    return cases === null || onlineBasisPoints === null
      ? this.t().shareUnknown(year)
      : this.t().shareLead(year, formatNumber(cases), shareText(onlineBasisPoints));
  });
  protected readonly facts = computed<Fact[]>(() => {
    const service = this.service();
    const t = this.t();
    const year = this.store.year();
    if (service === null) return [];
    const { runningCents, costPerCaseCents, code } = service;
    return [
      { term: this.words().unit, text: ownerText({ ...service, origin: 'person' }) },
      { term: t.task, text: t.tasks[service.task] },
      ...(code === '' ? [] : [{ term: t.code, text: code }]),
      { term: t.runningFact(year), text: runningCents === null ? null : formatEuro(runningCents) },
      { term: t.perCaseFact(year), text: costPerCaseCents === null ? null : formatEuro(costPerCaseCents) },
      ...paymentFacts(service),
      ...closingFacts(service),
    ];
  });
  protected readonly years = computed<RecordTableShape<ServiceYearRow>>(() => {
    const t = this.t();
    return {
      caption: t.volumes,
      nameHead: t.year,
      name: ({ fiscalYear: year }) => String(year),
      link: () => null,
      under: ({ basis }) => basis,
      columns: [
        { head: t.volumeCases, kind: 'number', of: ({ cases }) => cases },
        { head: t.volumeOnline, kind: 'number', of: ({ onlineCases }) => onlineCases },
        {
          head: t.share,
          kind: 'number',
          of: ({ onlineBasisPoints }) => (onlineBasisPoints === null ? null : shareText(onlineBasisPoints)),
        },
        { head: t.perCase, kind: 'amount', of: ({ costPerCaseCents }) => costPerCaseCents },
      ],
    };
  });
  /** The figures of the last decision stand in the form, so that only what has changed is typed. */
  protected readonly decisionKnown = computed(() => {
    const [last] = this.service()?.decisions ?? [];
    const start = { firstYear: this.store.year() + 1, yearCount: YEARS_COMPARED };
    return last === undefined ? start : { ...last, decidedOn: null, decidedBy: '', reason: '' };
  });
  /** Both ways as they stand in the form. */
  protected readonly economy = computed(() => {
    const values = this.typed();
    if (values === null || !isFiscalYear(values.firstYear)) return null;
    return checkEconomy({
      firstYear: fiscalYear(values.firstYear),
      years: Math.min(values.yearCount ?? 1, ECONOMY_YEARS_MAX),
      own: { buildCents: known(values.buildCents), yearlyCents: known(values.yearlyCents) },
      efa: {
        connectionCents: known(values.connectionCents),
        feeCents: known(values.feeCents),
        fundingEndsOn: values.fundingEndsOn === null ? null : plainDate(values.fundingEndsOn),
        feeAfterCents: known(values.feeAfterCents),
      },
    });
  });

  constructor() {
    effect(() => this.store.url.set(SERVICE_PATHS.one(this.recordId())));
  }

  protected decidedText({ solution, decidedOn, decidedBy, availableOn }: ServiceDecisionRow): string {
    const t = this.t();
    const decided = t.decided(t.solutionNames[solution], formatDate(decidedOn), decidedBy);
    return availableOn === null || solution !== 'efa' ? decided : `${decided} ${t.available(formatDate(availableOn))}`;
  }

  protected ask(what: 'decision' | 'volume'): void {
    this.store.begin();
    this.typed.set(null);
    this.asking.set(what);
  }

  protected async send(url: string, values: object): Promise<void> {
    const version = this.service()?.version;
    if ((await this.store.add.run(url, { ...values, version })) === null) return;
    this.toasts.show(this.words().saved);
    this.asking.set(null);
    this.store.reload();
  }
}

const known = (amount: number | null) => (amount === null ? null : cents(amount));
