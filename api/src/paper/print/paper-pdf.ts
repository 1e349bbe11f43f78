import { buffer } from 'node:stream/consumers';
import type { PaperBlock } from '@etatlotse/contracts/council/plain';
import { PaperSheet } from '../../platform/print/paper-sheet';
import { printed } from '../paper-blocks';
import { dayText } from '../paper-figures';
import type { PrintablePaper } from '../paper.queries';
import {
  CHANGED_NOTE,
  headFacts,
  KIND_WORDS,
  paperTitle,
  proofLine,
  REFERENCES_HEADING,
  stepCells,
  STEPS_HEAD,
  STEPS_HEADING,
} from './paper-words';

const AMOUNT_WIDTH = 76;
const WIDE_TABLE = 5;
const SHORT_LETTERS = 12;
const SHORT_WIDTH = 72;

/** The paper as a tagged PDF: language, title, headings, tables with the cells that head them. */
export async function paperPdf(paper: PrintablePaper, createdAt: Date): Promise<Buffer> {
  const sheet = new PaperSheet({
    title: paperTitle(paper),
    author: paper.city,
    language: 'de-DE',
    createdAt,
    layout: 'portrait',
  });
  const whole = buffer(sheet.document);
  sheet.beginSection(paperTitle(paper));
  sheet.paragraph(paper.city, { isMuted: true, size: 12 });
  sheet.heading(1, `${KIND_WORDS[paper.kind]}: ${paper.title}`);
  await sheet.table(
    [{ label: 'Angabe', width: 120 }, { label: 'Wert' }],
    headFacts(paper).map(([name, value]) => ({ cells: [name, value] })),
  );
  if (paper.steps.length > 0) {
    sheet.heading(2, STEPS_HEADING);
    await sheet.table(
      [{ label: STEPS_HEAD[0], width: 260 }, { label: STEPS_HEAD[1] }, { label: STEPS_HEAD[2] }],
      paper.steps.map((step) => ({ cells: stepCells(step) })),
    );
  }
  for (const block of paper.blocks) await writeBlock(sheet, block);
  if (paper.references.length > 0) {
    sheet.heading(2, REFERENCES_HEADING);
    await sheet.table(
      [{ label: 'Drucksache', width: 90 }, { label: 'Titel' }, { label: 'Datum', width: 80 }],
      paper.references.map(({ dsNumber, title, datedOn }) => ({
        cells: [dsNumber, title ?? '–', datedOn === null ? '–' : dayText(datedOn)],
      })),
    );
  }
  if (paper.changedFigures > 0) sheet.paragraph(CHANGED_NOTE, { isMuted: true });
  sheet.paragraph(proofLine(paper), { isMuted: true, size: 8 });
  sheet.finish((page, pages) => ({
    head: `${paper.city} · ${KIND_WORDS[paper.kind]} ${paper.dsNumber ?? ''}`,
    mark: paper.state === 'draft' ? 'ENTWURF' : null,
    foot: paper.snapshotSha256 === null ? '' : `Prüfsumme der Zahlen ${paper.snapshotSha256.slice(0, 16)}`,
    page: `Seite ${page} von ${pages}`,
  }));
  return whole;
}

/** Days and states need little room; what they leave belongs to the name before them. */
function isShort(rows: readonly { readonly cells: readonly string[] }[], at: number): boolean {
  return rows.every(({ cells }) => (cells[at] ?? '').length <= SHORT_LETTERS);
}

async function writeBlock(sheet: PaperSheet, block: PaperBlock): Promise<void> {
  switch (block.kind) {
    case 'heading':
      return sheet.heading(2, printed(block.runs));
    case 'paragraph':
      return sheet.paragraph(printed(block.runs));
    case 'list':
      for (const item of block.items) sheet.paragraph(`– ${printed(item)}`);
      return;
    case 'table': {
      const isWide = block.columns.length > WIDE_TABLE;
      await sheet.table(
        block.columns.map(({ label, isNumber }, at) => ({
          label,
          isNumber,
          ...(isNumber ? { width: AMOUNT_WIDTH } : {}),
          ...(!isNumber && at > 0 && isShort(block.rows, at) ? { width: SHORT_WIDTH } : {}),
          ...(isWide && at === 1 ? { width: 62 } : {}),
        })),
        block.rows.map(({ cells, isSum }) => ({ cells, isSum })),
      );
    }
  }
}
