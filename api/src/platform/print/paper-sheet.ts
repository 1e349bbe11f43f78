import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { setImmediate } from 'node:timers/promises';
import PDFDocument from 'pdfkit';
import { unpackWoff } from './woff';

/** One column of a table. Widths are points; a column without one takes what is left. */
export interface SheetColumn {
  readonly label: string;
  readonly width?: number;
  readonly isNumber?: boolean;
  /** Plan years stand out against the medium-term ones. */
  readonly isStrong?: boolean;
  /** One line for each row: what has no room ends with an ellipsis, and is whole where it is read aloud. */
  readonly isCut?: boolean;
}

/** A row: the first cell is its header. `note` stands below the second cell, in small letters. */
export interface SheetRow {
  readonly cells: readonly string[];
  readonly note?: string;
  readonly isSum?: boolean;
}

type Struct = PDFKit.PDFStructureElement;

/** A4 in points, across for wide tables and upright for letters and papers. */
const PAGES = {
  landscape: { width: 841.89, height: 595.28, side: 45, top: 66, bottom: 50 },
  portrait: { width: 595.28, height: 841.89, side: 56, top: 66, bottom: 56 },
};
const COLOR = { text: '#131525', muted: '#51577A', line: '#B2B6CC', rule: '#30344F', head: '#F3F4F7' };
const SIZE = { h1: 20, h2: 12, text: 10, table: 8, note: 7 };
const ROW_GAP = 3;
/** Above a heading that follows a text, so that it belongs to what comes below. */
const HEADING_GAP = 8;
const INSET = 6;
/** From one figure to the one below it in the same cell. */
const FIGURE_LINE = SIZE.table + 3;
/** Words that follow a column of numbers keep off them: those end where their column does. */
const AFTER_NUMBERS = 12;

const packages = createRequire(__filename);
const fontFolder = '@kern-ux/native/dist/fonts/noto-sans';
const fonts = new Map<string, Buffer>();

/** Noto Sans (SIL Open Font Licence 1.1), the font of the program's look; its outlines are embedded as far as used. */
function fontOf(name: 'Regular' | 'Bold'): Buffer {
  const font = fonts.get(name) ?? unpackWoff(readFileSync(packages.resolve(`${fontFolder}/NotoSans-${name}.woff`)));
  fonts.set(name, font);
  return font;
}

/**
 * A tagged PDF: language, title, headings, and tables whose heads say what they head, so that it can be read aloud. What
 * only decorates (rules, heads and feet of pages, heads that are repeated) is marked as such. It does not claim PDF/UA.
 */
export class PaperSheet {
  readonly document: PDFKit.PDFDocument;
  private readonly root: Struct;
  private section: Struct;
  private readonly page: (typeof PAGES)['portrait'];
  private y: number;

  constructor(about: {
    readonly title: string;
    readonly author: string;
    readonly language: string;
    readonly createdAt: Date;
    readonly layout?: keyof typeof PAGES;
  }) {
    const { layout = 'landscape' } = about;
    this.page = PAGES[layout];
    this.y = this.page.top;
    this.document = new PDFDocument({
      size: 'A4',
      layout,
      margins: { top: this.page.top, bottom: 0, left: this.page.side, right: this.page.side },
      // The number of pages stands on each of them, so all are kept until the last one is there.
      bufferPages: true,
      autoFirstPage: false,
      pdfVersion: '1.7',
      tagged: true,
      lang: about.language,
      displayTitle: true,
      info: { Title: about.title, Author: about.author, Creator: 'Etatlotse', CreationDate: about.createdAt },
    });
    this.document.registerFont('regular', fontOf('Regular')).registerFont('bold', fontOf('Bold'));
    this.root = this.document.struct('Document');
    this.document.addStructure(this.root);
    this.section = this.root;
  }

  get textWidth(): number {
    return this.page.width - 2 * this.page.side;
  }

  /** Begins a part on a page of its own; its title is a bookmark. */
  beginSection(title: string): void {
    this.endSection();
    this.section = this.document.struct('Sect');
    this.root.add(this.section);
    this.document.addPage();
    this.y = this.page.top;
    this.document.outline.addItem(title);
  }

  heading(level: 1 | 2, text: string): void {
    const size = level === 1 ? SIZE.h1 : SIZE.h2;
    if (level === 2) {
      if (this.y > this.page.top) this.y += HEADING_GAP;
      this.leaveRoom(90);
    }
    this.block(`H${level}`, text, { font: 'bold', size, gap: level === 1 ? 8 : 4 });
  }

  paragraph(
    text: string,
    look: { readonly isMuted?: boolean; readonly isStrong?: boolean; readonly size?: number } = {},
  ): void {
    const color = look.isMuted === true ? COLOR.muted : COLOR.text;
    this.block('P', text, {
      font: look.isStrong === true ? 'bold' : 'regular',
      size: look.size ?? SIZE.text,
      gap: 5,
      color,
    });
  }

  space(points: number): void {
    this.y += points;
  }

  /** A table with its head, repeated on every page that it reaches. Others get their turn after each page. */
  async table(columns: readonly SheetColumn[], rows: readonly SheetRow[]): Promise<void> {
    const struct = this.document.struct('Table');
    this.section.add(struct);
    const places = this.placesOf(columns);
    this.head(struct, columns, places);
    for (const row of rows) {
      const height = this.heightOf(row, columns, places);
      if (this.y + height > this.page.height - this.page.bottom) {
        await setImmediate();
        this.turnPage();
        this.head(null, columns, places);
      }
      this.row(struct, row, columns, places, height);
    }
    struct.end();
    this.y += 14;
  }

  /** Writes what stands at the head and foot of every page, and ends the document. */
  finish(
    lines: (page: number, pages: number) => { head: string; mark: string | null; foot: string; page: string },
  ): void {
    this.endSection();
    const { start, count } = this.document.bufferedPageRange();
    for (let at = 0; at < count; at++) {
      this.document.switchToPage(start + at);
      const { head, mark, foot, page } = lines(at + 1, count);
      this.artifact('Pagination', () => {
        this.write(head, this.page.side, 30, { size: 8, color: COLOR.muted });
        if (mark !== null) this.stamp(mark);
        const footY = this.page.height - 32;
        this.write(foot, this.page.side, footY, { size: 8, color: COLOR.muted });
        this.writeRight(page, this.page.width - this.page.side, footY, { size: 8, color: COLOR.muted });
      });
    }
    this.root.end();
    this.document.end();
  }

  private endSection(): void {
    if (this.section !== this.root) this.section.end();
  }

  private turnPage(): void {
    this.document.addPage();
    this.y = this.page.top;
  }

  private leaveRoom(points: number): void {
    if (this.y + points > this.page.height - this.page.bottom) this.turnPage();
  }

  /** A word in a frame at the head of the page, as a rubber stamp would do. */
  private stamp(text: string): void {
    this.document.font('bold').fontSize(10);
    const width = this.document.widthOfString(text);
    const x = this.page.width - this.page.side - width - 8;
    this.document
      .lineWidth(1)
      .strokeColor(COLOR.text)
      .rect(x - 8, 24, width + 16, 20)
      .stroke();
    this.write(text, x, 27, { font: 'bold', size: 10 });
  }

  private block(
    type: string,
    text: string,
    look: { readonly font: string; readonly size: number; readonly gap: number; readonly color?: string },
  ): void {
    const options = { width: Math.min(this.textWidth, 620) };
    const height = this.document.font(look.font).fontSize(look.size).heightOfString(printable(text), options);
    this.leaveRoom(height);
    const { y } = this;
    this.section.add(
      this.document.struct(type, {}, () => {
        this.document
          .font(look.font)
          .fontSize(look.size)
          .fillColor(look.color ?? COLOR.text);
        this.document.text(printable(text), this.page.side, y, options);
      }),
    );
    this.y += height + look.gap;
  }

  private placesOf(columns: readonly SheetColumn[]): readonly { readonly x: number; readonly width: number }[] {
    const given = columns.reduce((sum, { width }) => sum + (width ?? 0), 0);
    const open = columns.filter(({ width }) => width === undefined).length;
    let x = this.page.side + INSET;
    return columns.map((column, at) => {
      const width = column.width ?? (this.textWidth - 2 * INSET - given) / open;
      const keptOff = columns[at - 1]?.isNumber === true && column.isNumber !== true ? AFTER_NUMBERS : 0;
      const place = { x: x + keptOff, width: width - keptOff };
      x += width;
      return place;
    });
  }

  /** The head of a table: tagged the first time, decoration when it is repeated. */
  private head(
    table: Struct | null,
    columns: readonly SheetColumn[],
    places: readonly { readonly x: number; readonly width: number }[],
  ): void {
    const { y } = this;
    const height = SIZE.table + 4 + 2 * ROW_GAP;
    this.artifact('Layout', () => {
      this.document.rect(this.page.side, y, this.textWidth, height).fill(COLOR.head);
    });
    const draw = (at: number): void =>
      this.cell(columns[at], columns[at]?.label ?? '', places[at], y + ROW_GAP, 'bold');
    if (table === null) {
      this.artifact('Pagination', () => columns.forEach((_, at) => draw(at)));
    } else {
      const row = this.document.struct('TR');
      table.add(row);
      columns.forEach((_, at) => row.add(this.headCell('Column', () => draw(at))));
      row.end();
    }
    this.y += height + 2;
  }

  private row(
    table: Struct,
    { cells, note, isSum }: SheetRow,
    columns: readonly SheetColumn[],
    places: readonly { readonly x: number; readonly width: number }[],
    height: number,
  ): void {
    const { y } = this;
    const struct = this.document.struct('TR');
    table.add(struct);
    columns.forEach((column, at) => {
      const text = cells[at] ?? '';
      const font = isSum === true || column.isStrong === true ? 'bold' : 'regular';
      const draw = (): void => {
        this.cell(column, text, places[at], y + ROW_GAP, font);
        if (at === 1 && note !== undefined) this.note(note, text, places[at], y + ROW_GAP, font);
      };
      const read = column.isCut === true ? { actual: text } : spoken(text);
      struct.add(at === 0 ? this.headCell('Row', draw, read) : this.document.struct('TD', read, draw));
    });
    struct.end();
    this.artifact('Layout', () => {
      const lineY = isSum === true ? y : y + height;
      this.document.lineWidth(isSum === true ? 0.9 : 0.4).strokeColor(isSum === true ? COLOR.rule : COLOR.line);
      this.document
        .moveTo(this.page.side, lineY)
        .lineTo(this.page.width - this.page.side, lineY)
        .stroke();
    });
    this.y += height;
  }

  private headCell(scope: 'Column' | 'Row', draw: () => void, read: { actual?: string } = {}): Struct {
    // The library knows `scope`; its types do not yet.
    const options: { actual?: string; scope: string } = { scope, ...read };
    return this.document.struct('TH', options, draw);
  }

  private heightOf(
    { cells, note }: SheetRow,
    columns: readonly SheetColumn[],
    places: readonly { readonly width: number }[],
  ): number {
    const width = (places[1]?.width ?? 0) - 8;
    this.document.font('regular').fontSize(SIZE.table);
    const heights = columns.map(({ isNumber, isCut }, at) => {
      if (isCut === true) return 0;
      const text = cells[at] ?? '';
      if (isNumber === true) return this.figuresOf(text, places[at]?.width ?? 0).length * FIGURE_LINE;
      return this.document.heightOfString(printable(text), { width: (places[at]?.width ?? 0) - 8 });
    });
    const below =
      note === undefined ? 0 : this.document.fontSize(SIZE.note).heightOfString(printable(note), { width }) + 1;
    return Math.max(...heights, SIZE.table + 3) + below + 2 * ROW_GAP;
  }

  private cell(
    column: SheetColumn | undefined,
    text: string,
    place: { readonly x: number; readonly width: number } | undefined,
    y: number,
    font: string,
  ): void {
    if (place === undefined) return;
    if (column?.isNumber === true) {
      this.figuresOf(text, place.width).forEach((figure, at) =>
        this.writeRight(figure, place.x + place.width, y + at * FIGURE_LINE, { font, size: SIZE.table }),
      );
    } else {
      this.document.font(font).fontSize(SIZE.table).fillColor(COLOR.text);
      const width = place.width - 8;
      this.document.text(column?.isCut === true ? this.fitted(text, width) : printable(text), place.x, y, { width });
    }
  }

  /** A sum with its remark ("+ unbekannt") takes a second line where the two would run into the column beside them. */
  private figuresOf(text: string, width: number): readonly string[] {
    const mark = text.indexOf(' + ');
    if (mark < 0) return [text];
    const needed = this.document.font('bold').fontSize(SIZE.table).widthOfString(printable(text));
    this.document.font('regular');
    return needed <= width ? [text] : [text.slice(0, mark), text.slice(mark + 1)];
  }

  /** As much of a text as one line holds. */
  private fitted(text: string, width: number): string {
    let kept = printable(text);
    if (this.document.widthOfString(kept) <= width) return kept;
    while (kept !== '' && this.document.widthOfString(`${kept}…`) > width) kept = kept.slice(0, -1).trimEnd();
    return `${kept}…`;
  }

  private note(
    note: string,
    text: string,
    place: { readonly x: number; readonly width: number } | undefined,
    y: number,
    font: string,
  ): void {
    if (place === undefined) return;
    const width = place.width - 8;
    const below = this.document.font(font).fontSize(SIZE.table).heightOfString(printable(text), { width });
    this.document.font('regular').fontSize(SIZE.note).fillColor(COLOR.muted);
    this.document.text(printable(note), place.x, y + below + 1, { width });
  }

  private write(text: string, x: number, y: number, look: { font?: string; size: number; color?: string }): void {
    this.document
      .font(look.font ?? 'regular')
      .fontSize(look.size)
      .fillColor(look.color ?? COLOR.text);
    this.document.text(printable(text), x, y, { lineBreak: false });
  }

  private writeRight(
    text: string,
    right: number,
    y: number,
    look: { font?: string; size: number; color?: string },
  ): void {
    this.document.font(look.font ?? 'regular').fontSize(look.size);
    this.write(text, right - this.document.widthOfString(printable(text)), y, look);
  }

  private artifact(type: 'Layout' | 'Pagination', draw: () => void): void {
    this.document.markContent('Artifact', { type });
    draw();
    this.document.endMarkedContent();
  }
}

const MINUS = '\u2212';
const ARROW = '→';

/** The font has no true minus; DIN 5008 takes the en dash, which looks the same. Nor has it arrows. */
const printable = (text: string): string => text.replaceAll(MINUS, '\u2013').replaceAll(ARROW, '>');

/** What is read aloud and copied where the printed sign stands for another one. */
const spoken = (text: string): { actual?: string } => (printable(text) === text ? {} : { actual: text });
