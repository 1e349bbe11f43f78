import { ChangeDetectionStrategy, Component, computed, signal } from '@angular/core';
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
import type { Fact } from '../ui/facts/facts';
import { Notice } from '../ui/notice/notice';
import { RecordTable, type RecordTableShape } from '../ui/record/record-table';
import { Tag } from '../ui/tag/tag';
import { CatalogueEconomy } from './catalogue-economy';
import { CatalogueSystems } from './catalogue-systems';
import { reachLook, TICKS } from './catalogue-look';
import { DECISION_FORM, type DecisionValues, SERVICE_FORM, VOLUME_FORM } from './catalogue-shape';
import { catalogueLabels } from './catalogue.labels';
import { RecordAsking } from './record-asking';
import { RecordDialog } from './record-dialog';
import { RecordEntries, type RecordEntry } from './record-entries';
import { closingFacts, ownerText, paymentFacts, shareText } from './record-look';
import { RecordPageFrame } from './record-page';
import { RecordStore } from './record.store';

const YEARS_COMPARED = 5;

/** One service: how far it is, own form or EfA with the cost of both, and its cases by year. */
@Component({
  selector: 'et-catalogue-page',
  imports: [
    Button,
    CatalogueEconomy,
    CatalogueSystems,
    Notice,
    RecordDialog,
    RecordEntries,
    RecordPageFrame,
    RecordTable,
    Tag,
  ],
  providers: [RecordStore, LineSearch],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './catalogue.page.html',
})
export class CataloguePage extends RecordAsking<ServiceDetail, 'decision' | 'volume'> {
  protected readonly address = SERVICE_PATHS.one;
  protected readonly t = catalogueLabels;
  protected readonly recordForm = SERVICE_FORM;
  protected readonly ticks = TICKS;
  protected readonly paths = SERVICE_PATHS;
  protected readonly decisionForm = DECISION_FORM;
  protected readonly volumeForm = VOLUME_FORM;
  protected readonly typed = signal<DecisionValues | null>(null);
  protected readonly look = computed(() => {
    const service = this.record();
    return service === null ? null : reachLook(service);
  });

  protected readonly lead = computed(() => {
    const service = this.record();
    const year = this.store.year();
    if (service === null) return '';
    const { cases, onlineBasisPoints } = service;
    return cases === null || onlineBasisPoints === null
      ? this.t().shareUnknown(year)
      : this.t().shareLead(year, formatNumber(cases), shareText(onlineBasisPoints));
  });
  protected readonly facts = computed<Fact[]>(() => {
    const service = this.record();
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
    const [last] = this.record()?.decisions ?? [];
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

  protected readonly earlier = computed<RecordEntry[]>(() =>
    (this.record()?.decisions ?? [])
      .slice(1)
      .map((one) => ({ ...one, text: this.decidedText(one), detail: one.reason })),
  );

  protected decidedText({ solution, decidedOn, decidedBy, availableOn }: ServiceDecisionRow): string {
    const t = this.t();
    const decided = t.decided(t.solutionNames[solution], formatDate(decidedOn), decidedBy);
    return availableOn === null || solution !== 'efa' ? decided : `${decided} ${t.available(formatDate(availableOn))}`;
  }
}

const known = (amount: number | null) => (amount === null ? null : cents(amount));
