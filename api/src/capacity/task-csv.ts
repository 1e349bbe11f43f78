import { Injectable } from '@nestjs/common';
import type { TasksQuery } from '@etatlotse/contracts/capacity';
import type { SurveyMethod, TaskListRow } from '@etatlotse/contracts/capacity/plain';
import { Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { CSV_START, csvRow } from '../platform/http/csv-row';
import type { Tongue } from '../platform/problem/problem-body';
import { listTasks } from './task.queries';

const PAGE = 100;
/** Four decimals: whoever adds up in a spreadsheet comes to the figures of the page. */
const ROUNDING = 10_000;

interface Words {
  readonly fileName: string;
  readonly unknown: string;
  readonly head: (year: number) => readonly string[];
  readonly methods: Readonly<Record<SurveyMethod, string>>;
  readonly deadlines: Readonly<Record<'vwgo_75' | 'sgg_88', string>>;
  readonly hours: string;
}

const WORDS: Readonly<Record<Tongue, Words>> = {
  de: {
    fileName: 'aufgaben',
    unknown: 'unbekannt',
    head: (year) => [
      'Bereich',
      'Aufgabe',
      'Produkt',
      'Minuten je Fall',
      'Erhebung',
      'Erhoben am',
      'Stichprobe',
      'Quelle',
      'Frist',
      `Nötige VZÄ ${year}`,
      `Verfügbare VZÄ ${year}`,
      `Differenz VZÄ ${year}`,
      'Monate ohne Zahl',
      'Rückstand in Fällen',
      'Gezählt am',
    ],
    methods: {
      time_study: 'Zeitaufnahme',
      self_recording: 'Selbstaufschreibung',
      analytical_estimate: 'Analytisches Schätzen',
      comparison: 'Vergleich',
      not_surveyed: 'nicht erhoben',
    },
    deadlines: { vwgo_75: '3 Monate (§ 75 VwGO)', sgg_88: '6 Monate (§ 88 SGG)' },
    hours: 'in Stunden',
  },
  en: {
    fileName: 'tasks',
    unknown: 'unknown',
    head: (year) => [
      'Unit',
      'Task',
      'Product',
      'Minutes a case',
      'Survey',
      'Surveyed on',
      'Sample',
      'Source',
      'Deadline',
      `Needed FTE ${year}`,
      `Available FTE ${year}`,
      `Difference FTE ${year}`,
      'Months without a number',
      'Backlog in cases',
      'Counted on',
    ],
    methods: {
      time_study: 'time study',
      self_recording: 'self-recording',
      analytical_estimate: 'analytical estimate',
      comparison: 'comparison',
      not_surveyed: 'not surveyed',
    },
    deadlines: { vwgo_75: '3 months (§ 75 VwGO)', sgg_88: '6 months (§ 88 SGG)' },
    hours: 'in hours',
  },
};

/** The list of tasks as a file, filtered as on the screen. What is not known says so: an empty cell could be read as 0. */
@Injectable()
export class TaskCsv {
  constructor(private readonly transactions: Transactions) {}

  async file(
    caller: Caller,
    query: TasksQuery,
    tongue: Tongue,
  ): Promise<{ readonly fileName: string; readonly text: string }> {
    const words = WORDS[tongue];
    const text = await this.transactions.run(caller, async (tx) => {
      const rows = [csvRow(words.head(query.fiscalYear))];
      let cursor: string | null = null;
      do {
        const asked: TasksQuery = { ...query, limit: PAGE, ...(cursor === null ? {} : { cursor }) };
        const page = await listTasks(tx, caller.actor, asked);
        rows.push(...page.rows.map((row) => csvRow(cellsOf(row, words, tongue))));
        cursor = page.nextCursor;
      } while (cursor !== null);
      return CSV_START + rows.join('');
    });
    return { fileName: `${words.fileName}-${query.fiscalYear}.csv`, text };
  }
}

function cellsOf(row: TaskListRow, words: Words, tongue: Tongue): string[] {
  const number = (value: number | null): string => {
    if (value === null) return words.unknown;
    const text = String(Math.round(value * ROUNDING) / ROUNDING);
    return tongue === 'de' ? text.replace('.', ',') : text;
  };
  return [
    `${row.unit.code} ${row.unit.name}`,
    row.name,
    row.product,
    row.kind === 'hours' ? words.hours : number(row.baseSeconds === null ? null : row.baseSeconds / 60),
    words.methods[row.method],
    row.surveyedOn ?? words.unknown,
    row.sampleCases === null ? '' : number(row.sampleCases),
    row.source,
    row.deadline === null ? '' : words.deadlines[row.deadline],
    number(row.year.requiredFte),
    number(row.year.availableFte),
    number(row.year.gapFte),
    number(row.year.unknownMonths),
    row.kind === 'hours' ? '' : number(row.backlog),
    row.backlogCountedOn ?? '',
  ];
}
