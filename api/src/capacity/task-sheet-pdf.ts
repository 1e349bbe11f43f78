import type { Readable } from 'node:stream';
import type { SheetPart, TaskSheet } from '@etatlotse/contracts/capacity/plain';
import { PaperSheet, type SheetColumn } from '../platform/print/paper-sheet';
import type { Tongue } from '../platform/problem/problem-body';
import { SHEET_WORDS } from './task-sheet.words';

const NUMBER_WIDTH = 78;

export const sheetFileName = ({ title }: TaskSheet): string =>
  `${title.replace(/[:/\\]/g, ' ').replace(/ {2,}/g, ' ')}.pdf`;

/** The sheet as a tagged PDF, part by part as the page shows it. */
export function taskSheetPdf(sheet: TaskSheet, tongue: Tongue): Readable {
  const paper = new PaperSheet({
    title: sheet.title,
    author: sheet.city,
    language: tongue === 'de' ? 'de-DE' : 'en-GB',
    createdAt: new Date(sheet.dataAsOf),
  });
  const document = paper.document as unknown as Readable;
  write(paper, sheet, tongue).catch((fault: unknown) => {
    document.destroy(fault instanceof Error ? fault : new Error(String(fault)));
  });
  return document;
}

async function write(paper: PaperSheet, sheet: TaskSheet, tongue: Tongue): Promise<void> {
  const words = SHEET_WORDS[tongue];
  paper.beginSection(sheet.title);
  paper.paragraph(sheet.city, { isMuted: true, size: 12 });
  paper.heading(1, sheet.title);
  paper.paragraph(sheet.about);
  for (const part of sheet.parts) await writePart(paper, part);
  const instant = new Intl.DateTimeFormat(tongue === 'de' ? 'de-DE' : 'en-GB', {
    timeZone: 'Europe/Berlin',
    dateStyle: 'medium',
    timeStyle: 'short',
  }).format(new Date(sheet.dataAsOf));
  paper.finish((page, pages) => ({
    head: `${sheet.city} · ${sheet.title}`,
    mark: sheet.isDemo ? words.demo : null,
    foot: words.stand(instant, sheet.version),
    page: words.page(page, pages),
  }));
}

async function writePart(paper: PaperSheet, { heading, paragraphs, columns, rows }: SheetPart): Promise<void> {
  paper.space(6);
  paper.heading(2, heading);
  for (const paragraph of paragraphs) paper.paragraph(paragraph);
  if (rows.length === 0) return;
  await paper.table(columnsOf(columns), rows);
}

/** The first column is the head of its row, the second takes the long words where it is no number. */
function columnsOf(columns: SheetPart['columns']): SheetColumn[] {
  const isWide = columns.length > 5;
  return columns.map(({ label, isNumber }, at) => {
    if (isNumber) return { label, width: NUMBER_WIDTH, isNumber };
    return at === 0 ? { label, width: isWide ? 70 : 190 } : { label, ...(isWide ? { width: 90 } : {}) };
  });
}
