import type { FileMapping } from '../mapping';
import { withAnswerAboutRepeats } from '../repeated-lines';
import { splitSheets } from '../sheet-names';
import { withAnswerAboutUnit } from '../unit-answer';
import { savedMappingFor } from '../saved-mapping';
import type { Detection, ReadingHints, TableSample } from '../table';
import { besideOthers, withYears } from './column-context';
import { type ColumnGuess, guessColumns } from './column-guess';
import { fiscalPackageMapping } from './fiscal-package-mapping';
import { withDaysOfBatch, yearOfBatch } from './datev-batch';
import { findTableShape, type TableShape } from './header-rows';
import { isRecordKind, type RecordKind } from '../record/record-fields';
import { withMonths } from './month-columns';
import { Notes } from './notes';
import { withParts } from './part-columns';
import { recordMapping } from './record-mapping';
import { staffingMapping } from './staffing-mapping';
import { volumeMapping } from './volume-mapping';
import { textsOf } from './sample-cells';
import { findStatement } from './statement';
import { findKind } from './table-kind';
import { TableUnderstanding } from './table-understanding';

/**
 * Understands a table by its first and last rows: what stands in which column, how numbers and dates are written, which
 * sign income has, what names a line, which rows are sums. Every decision comes with its evidence; what is not clear comes
 * back as a question, and until it is answered the mapping is only a proposal.
 */
export function detectTable(sample: TableSample, hints: ReadingHints): Detection {
  const detection = understand(sample, hints);
  const mapping = withAnswerAboutUnit(withAnswerAboutRepeats(detection.mapping, hints.answers), hints.answers);
  return { ...detection, mapping };
}

function understand(sample: TableSample, hints: ReadingHints): Detection {
  const notes = new Notes(hints);
  const shape = findTableShape(sample, hints.answers?.['HEADER_MISSING'] === 'header');
  const saved = savedMappingFor(shape, sample, hints, notes);
  if (saved !== null) return { ...saved, evidence: notes.evidence, questions: notes.questions };

  const known = fiscalPackageMapping(sample, notes);
  if (known !== null) return { mapping: known, evidence: notes.evidence, questions: notes.questions, profile: null };

  sayHeader(shape, notes);
  const texts = textsOf(sample, shape);
  const guesses = withDaysOfBatch(besideOthers(guessColumns(shape)), yearOfBatch(sample));
  const columns = withParts(withMonths(guesses, texts), texts);
  const kind = findKind(columns, notes);
  if (isRecordKind(kind)) {
    const mapping = mappingOf(kind, sample, shape, columns, notes);
    return { mapping, evidence: notes.evidence, questions: notes.questions, profile: null };
  }
  const statement =
    kind === 'bookings' || kind === 'organization'
      ? null
      : findStatement(columns, shape.data, texts, isOfSheets(sample), notes);
  const dated = kind === 'bookings' ? columns : withYears(columns, kind, texts, notes);
  const mapping = new TableUnderstanding(sample, shape, dated, kind, statement, notes).mapping();
  return { mapping, evidence: notes.evidence, questions: notes.questions, profile: null };
}

/** Whether several sheets are read as one, each row with its own. */
const isOfSheets = ({ sheetName }: TableSample): boolean => sheetName !== null && splitSheets(sheetName).length > 1;

function mappingOf(
  kind: RecordKind,
  sample: TableSample,
  shape: TableShape,
  columns: readonly ColumnGuess[],
  notes: Notes,
): FileMapping {
  if (kind === 'staffing_plan') return staffingMapping(sample, shape, columns, notes);
  if (kind === 'volumes') return volumeMapping(sample, shape, columns, notes);
  return recordMapping(sample, shape, columns, kind, notes);
}

function sayHeader({ headerRows, preamble, repeatedHeaders }: TableShape, notes: Notes): void {
  const [first, second] = headerRows;
  if (first === undefined) {
    notes.say('header', 'HEADER_NONE');
    notes.ask('HEADER_MISSING', ['data', 'header']);
  } else if (second === undefined) notes.say('header', 'HEADER_ROW', { row: first });
  else notes.say('header', 'HEADER_TWO_ROWS', { first, second });
  if (first !== undefined && first > 1 && preamble.length > 0) {
    notes.say('header', 'PREAMBLE_SKIPPED', { rows: first - 1, text: preamble.join(' ').slice(0, 120) });
  }
  if (repeatedHeaders > 0) notes.say('header', 'HEADER_REPEATED', { count: repeatedHeaders });
}
