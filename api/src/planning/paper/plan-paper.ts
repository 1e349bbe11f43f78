import type { Readable } from 'node:stream';
import { isPlanVersionOpen } from '@etatlotse/domain/budget';
import { cents, formatCents, sumCents } from '@etatlotse/domain/shared';
import type { Tongue } from '../../platform/problem/problem-body';
import { writeChanges } from './paper-changes';
import { PAPER_LABELS } from './paper.labels';
import type { PaperContent, PaperLine, PaperSubBudget } from './plan-paper.queries';
import { PaperSheet, type SheetColumn, type SheetRow } from '../../platform/print/paper-sheet';

const AMOUNT_WIDTH = 75;
const NUMBER_WIDTH = 92;

export const paperFileName = ({ name }: PaperContent, tongue: Tongue): string =>
  `${PAPER_LABELS[tongue].fileName} ${name}.pdf`;

/**
 * The printed plan: cover, whole plan, then every sub-budget with its lines. It streams while it is made; a reader who
 * leaves ends the work. Other requests get their turn after every page.
 */
export function planPaper(content: PaperContent, tongue: Tongue): Readable {
  const words = PAPER_LABELS[tongue];
  const sheet = new PaperSheet({
    title: content.name,
    author: content.city,
    language: words.language,
    createdAt: content.printedAt,
  });
  const document = sheet.document as unknown as Readable;
  write(sheet, content, tongue).catch((fault: unknown) => {
    document.destroy(fault instanceof Error ? fault : new Error(String(fault)));
  });
  return document;
}

async function write(sheet: PaperSheet, content: PaperContent, tongue: Tongue): Promise<void> {
  const words = PAPER_LABELS[tongue];
  await writeCover(sheet, content, tongue);
  await writeTotals(sheet, content, tongue);
  if (content.changes !== null) await writeChanges(sheet, content.changes, { isPart: content.isPart, tongue });
  for (const subBudget of content.subBudgets) {
    if ((sheet.document as unknown as Readable).destroyed) return;
    await writeSubBudget(sheet, content, subBudget, tongue);
  }
  const stand = words.asOf(content.asOf === null ? instantOf(content.printedAt, tongue) : dayOf(content.asOf, tongue));
  sheet.finish((page, pages) => ({
    head: `${content.city} · ${content.name}`,
    mark: isPlanVersionOpen(content.state) ? words.draft : null,
    foot: `${stand} · ${words.states[content.state]}`,
    page: words.page(page, pages),
  }));
}

async function writeCover(sheet: PaperSheet, content: PaperContent, tongue: Tongue): Promise<void> {
  const words = PAPER_LABELS[tongue];
  sheet.beginSection(content.name);
  sheet.space(60);
  sheet.paragraph(content.city, { isMuted: true, size: 14 });
  sheet.heading(1, content.name);
  sheet.paragraph(
    `${words.years(content.firstYear, content.lastYear)}, ${words.window(content.years[0] ?? content.firstYear, content.years.at(-1) ?? content.lastYear)}`,
  );
  sheet.space(14);
  if (isPlanVersionOpen(content.state)) {
    sheet.paragraph(words.draft, { isStrong: true, size: 26 });
    sheet.space(8);
  }
  const fact = (label: string, value: string | null): SheetRow[] => (value === null ? [] : [{ cells: [label, value] }]);
  await sheet.table(
    [{ label: words.fact, width: 200 }, { label: words.value }],
    [
      ...fact(words.state, words.states[content.state]),
      ...fact(words.decidedOn, content.decidedOn === null ? null : dayOf(content.decidedOn, tongue)),
      ...fact(words.document, content.decisionDocument),
      ...fact(words.inForceOn, content.inForceOn === null ? null : dayOf(content.inForceOn, tongue)),
      ...fact(words.amountsAsOf, content.asOf === null ? null : words.endOf(dayOf(content.asOf, tongue))),
      ...fact(words.printedAt, instantOf(content.printedAt, tongue)),
    ],
  );
  sheet.heading(2, words.reading);
  sheet.paragraph(words.readingText);
  if (content.subBudgets.length === 0) sheet.paragraph(words.empty, { isStrong: true });
}

/** The whole plan: a table for each direction with a row for each sub-budget. */
async function writeTotals(sheet: PaperSheet, content: PaperContent, tongue: Tongue): Promise<void> {
  const words = PAPER_LABELS[tongue];
  const { subBudgets } = content;
  if (subBudgets.length === 0 || content.isPart) return;
  sheet.beginSection(words.total);
  sheet.heading(1, words.total);
  sheet.paragraph(words.totalHint, { isMuted: true });
  sheet.space(4);
  for (const direction of Object.keys(words.parts)) {
    const parts = subBudgets.flatMap(({ name, parts: own }) =>
      own.filter((part) => part.direction === direction).map((part) => ({ name, ...part })),
    );
    if (parts.length === 0) continue;
    sheet.heading(2, words.parts[direction] ?? direction);
    await sheet.table(
      [{ label: words.subBudget, width: 150 }, { label: words.extent }, ...yearColumns(content, tongue)],
      [
        ...parts.map(({ name, lines, sumCents: ofPart }) => ({
          cells: [name === '' ? words.noSubBudget : name, words.lines(lines.length), ...amounts(ofPart, tongue)],
        })),
        {
          cells: [
            words.sum,
            '',
            ...amounts(
              addUp(
                content,
                parts.map((part) => part.sumCents),
              ),
              tongue,
            ),
          ],
          isSum: true,
        },
      ],
    );
  }
}

async function writeSubBudget(
  sheet: PaperSheet,
  content: PaperContent,
  { name, parts }: PaperSubBudget,
  tongue: Tongue,
): Promise<void> {
  const words = PAPER_LABELS[tongue];
  sheet.beginSection(words.subBudgetTitle(name));
  sheet.heading(1, words.subBudgetTitle(name));
  for (const { direction, lines, sumCents: ofPart } of parts) {
    sheet.heading(2, words.parts[direction] ?? direction);
    await sheet.table(
      [{ label: words.number, width: NUMBER_WIDTH }, { label: words.name }, ...yearColumns(content, tongue)],
      [
        ...lines.map((line) => ({
          cells: [line.number, line.name, ...amounts(line.amountCents, tongue)],
          note: noteOf(line, tongue),
        })),
        { cells: [words.sum, words.lines(lines.length), ...amounts(ofPart, tongue)], isSum: true },
      ],
    );
  }
}

function noteOf({ product, account, explanation }: PaperLine, tongue: Tongue): string {
  const words = PAPER_LABELS[tongue];
  const place = words.place(product, account);
  return explanation === '' ? place : `${place}\n${words.explanation(explanation)}`;
}

function yearColumns({ years, firstYear, lastYear }: PaperContent, tongue: Tongue): SheetColumn[] {
  return years.map((year) => ({
    label: PAPER_LABELS[tongue].inEuro(year),
    width: AMOUNT_WIDTH,
    isNumber: true,
    isStrong: year >= firstYear && year <= lastYear,
  }));
}

/** Year by year; a year in which no sub-budget plans anything stays empty. */
function addUp({ years }: PaperContent, parts: readonly (readonly (number | null)[])[]): (number | null)[] {
  return years.map((_, at) => {
    const planned = parts.map((part) => part[at] ?? null).filter((amount) => amount !== null);
    return planned.length === 0 ? null : sumCents(planned.map(cents));
  });
}

const amounts = (amountCents: readonly (number | null)[], tongue: Tongue): string[] =>
  amountCents.map((amount) => (amount === null ? '–' : formatCents(cents(amount), tongue, { unit: false })));

const dayOf = (iso: string, tongue: Tongue): string => {
  const [year = '', month = '', day = ''] = iso.split('-');
  return tongue === 'de' ? `${day}.${month}.${year}` : `${Number(day)}/${Number(month)}/${year}`;
};

/** Day and time in Germany, wherever the server stands. */
const instantOf = (instant: Date, tongue: Tongue): string =>
  new Intl.DateTimeFormat(tongue === 'de' ? 'de-DE' : 'en-GB', {
    timeZone: 'Europe/Berlin',
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(instant);
