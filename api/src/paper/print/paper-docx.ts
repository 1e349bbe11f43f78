import type { PaperBlock } from '@etatlotse/contracts/council/plain';
import {
  AlignmentType,
  Document,
  Footer,
  HeadingLevel,
  Packer,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
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

interface Column {
  readonly label: string;
  readonly isNumber?: boolean;
}

/** The paper as a document for word processors: styles for headings, tables with a head that repeats. */
export function paperDocx(paper: PrintablePaper): Promise<Buffer> {
  const facts = headFacts(paper).map(([name, value]) => ({ cells: [name, value], isSum: false }));
  const steps = paper.steps.map((step) => ({ cells: stepCells(step), isSum: false }));
  const references = paper.references.map(({ dsNumber, title, datedOn }) => ({
    cells: [dsNumber, title ?? '–', datedOn === null ? '–' : dayText(datedOn)],
    isSum: false,
  }));
  const document = new Document({
    title: paperTitle(paper),
    creator: paper.city,
    description: proofLine(paper),
    styles: { default: { document: { run: { font: 'Arial', size: 21, language: { value: 'de-DE' } } } } },
    sections: [
      {
        footers: { default: new Footer({ children: [small(proofLine(paper))] }) },
        children: [
          new Paragraph({ text: paper.city }),
          new Paragraph({ text: `${KIND_WORDS[paper.kind]}: ${paper.title}`, heading: HeadingLevel.HEADING_1 }),
          ...(paper.state === 'draft'
            ? [new Paragraph({ children: [new TextRun({ text: 'ENTWURF', bold: true })] })]
            : []),
          table([{ label: 'Angabe' }, { label: 'Wert' }], facts),
          ...(steps.length === 0
            ? []
            : [
                heading(STEPS_HEADING),
                table(
                  STEPS_HEAD.map((label) => ({ label })),
                  steps,
                ),
              ]),
          ...paper.blocks.flatMap(blockOf),
          ...(references.length === 0
            ? []
            : [
                heading(REFERENCES_HEADING),
                table([{ label: 'Drucksache' }, { label: 'Titel' }, { label: 'Datum' }], references),
              ]),
          ...(paper.changedFigures > 0 ? [small(CHANGED_NOTE)] : []),
        ],
      },
    ],
  });
  return Packer.toBuffer(document);
}

const heading = (text: string): Paragraph => new Paragraph({ text, heading: HeadingLevel.HEADING_2 });
const small = (text: string): Paragraph => new Paragraph({ children: [new TextRun({ text, size: 16 })] });

function blockOf(block: PaperBlock): (Paragraph | Table)[] {
  switch (block.kind) {
    case 'heading':
      return [heading(printed(block.runs))];
    case 'paragraph':
      return [new Paragraph({ text: printed(block.runs), spacing: { after: 120 } })];
    case 'list':
      return block.items.map((item) => new Paragraph({ text: printed(item), bullet: { level: 0 } }));
    case 'table':
      return [table(block.columns, block.rows), new Paragraph({ text: '' })];
  }
}

function table(
  columns: readonly Column[],
  rows: readonly { readonly cells: readonly string[]; readonly isSum: boolean }[],
): Table {
  const cell = (text: string, column: Column | undefined, bold: boolean): TableCell =>
    new TableCell({
      children: [
        new Paragraph({
          alignment: column?.isNumber === true ? AlignmentType.RIGHT : AlignmentType.LEFT,
          children: [new TextRun({ text, bold })],
        }),
      ],
    });
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({ tableHeader: true, children: columns.map((column) => cell(column.label, column, true)) }),
      ...rows.map(
        ({ cells, isSum }) =>
          new TableRow({ children: columns.map((column, at) => cell(cells[at] ?? '', column, isSum)) }),
      ),
    ],
  });
}
