import { Injectable } from '@nestjs/common';
import type { ExtraReport, ExtraReportRow } from '@etatlotse/contracts/authority';
import { extraKindOf } from '@etatlotse/domain/authority';
import { rulePackFor } from '@etatlotse/domain/budget';
import { cents, fiscalYear as toFiscalYear, inCurrency, sumCents } from '@etatlotse/domain/shared';
import { currencyOf } from '../../platform/database/tenant-currency';
import { Transactions } from '../../platform/database/transactions';
import type { Caller } from '../../platform/http/caller';
import { CSV_START, type CsvCell, csvRow } from '../../platform/http/csv-row';
import type { Tongue } from '../../platform/problem/problem-body';
import { extraLineColumns } from './extra-line.repository';
import { EXTRA_REPORT_LABELS } from './extra-report.labels';
import { extraVisibility, visibleExtraRequest } from './extra-rights';
import { extraNumberOf } from './extra.repository';

interface StoredRow extends Omit<ExtraReportRow, 'kind'> {
  readonly appropriationCents: number;
}

/** What the council is told at the latest with the annual accounts: every grant of the mayor (§ 117 (1) NKomVG). */
@Injectable()
export class ExtraReportQueries {
  constructor(private readonly transactions: Transactions) {}

  async ofYear(caller: Caller, fiscalYear: number): Promise<ExtraReport> {
    const stored = await this.transactions.run(caller, (tx) =>
      tx.query<{ row: StoredRow }>(reportSql, [tx.tenantId, ...extraVisibility(caller.actor), fiscalYear]),
    );
    const rows = stored.map(({ row: { appropriationCents, ...row } }): ExtraReportRow => ({
      ...row,
      kind: extraKindOf({ appropriationCents: cents(appropriationCents) }),
    }));
    const side = (sphere: ExtraReportRow['sphere']): number =>
      sumCents(rows.filter((row) => row.sphere === sphere).map(({ amountCents }) => cents(amountCents)));
    return {
      fiscalYear,
      rule: rulePackFor(toFiscalYear(fiscalYear)).citations.extra_authority,
      requests: new Set(rows.map(({ requestId }) => requestId)).size,
      operatingCents: side('operating'),
      investingCents: side('investing'),
      rows,
    };
  }

  fileName(fiscalYear: number, tongue: Tongue): string {
    return `${EXTRA_REPORT_LABELS[tongue].fileName}-${fiscalYear}.csv`;
  }

  async csv(caller: Caller, fiscalYear: number, tongue: Tongue): Promise<string> {
    const words = EXTRA_REPORT_LABELS[tongue];
    const report = await this.ofYear(caller, fiscalYear);
    const lines = report.rows.map((row): CsvCell[] => [
      row.requestNumber,
      row.decidedOn,
      row.document,
      words.kinds[row.kind],
      words.spheres[row.sphere],
      row.subBudget,
      row.statementLine,
      row.projectKey,
      row.account,
      row.number,
      row.name,
      { amountCents: row.amountCents },
      row.subject,
      row.substanceReason,
    ]);
    const sum = (label: string, amountCents: number): CsvCell[] => [
      label,
      ...Array.from({ length: 10 }, () => ''),
      { amountCents },
      '',
      '',
    ];
    const sums = [sum(words.sumOperating, report.operatingCents), sum(words.sumInvesting, report.investingCents)];
    const currency = await this.transactions.run(caller, currencyOf);
    const heads = words.heads.map((head) => inCurrency(head, currency));
    return CSV_START + [heads, ...lines, ...sums].map(csvRow).join('');
  }
}

const reportSql = `
  SELECT json_build_object(${extraLineColumns}, 'requestId', r.request_id, 'requestNumber', ${extraNumberOf('r')},
    'subject', r.subject, 'sphere', l.sphere, 'appropriationCents', i.appropriation_cents,
    'amountCents', i.requested_cents, 'decidedOn', r.decided_on, 'document', r.decision_document,
    'substanceReason', r.substance_reason) AS row
  FROM extra_request r
  JOIN extra_request_item i ON i.tenant_id = r.tenant_id AND i.request_id = r.request_id
  JOIN budget_line l ON l.tenant_id = i.tenant_id AND l.line_id = i.line_id
  WHERE r.tenant_id = $1 AND ${visibleExtraRequest} AND r.fiscal_year = $4 AND r.state = 'granted' AND r.decider = 'mayor'
  ORDER BY r.decided_on, r.sequence, i.place`;
