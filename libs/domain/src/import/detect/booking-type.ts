import type { FileMapping } from '../mapping';
import type { ColumnGuess } from './column-guess';
import type { FieldChoice } from './field-columns';
import type { Notes } from './notes';
import { normalWords } from './words';

const OF_ORDERS = /bestell|auftrag|beauftrag|order|obligo|mittelbind|mittelvormerk|commitment/;
const OF_MONEY_SPENT =
  /rechnung|invoice|zahlung|payment|buchung|beleg|ausgezahlt|paid|faellig|transaction|spend|expense/;

/** How a mapping says that all bookings of a file are orders. */
const ALL_ORDERED = 'Auftrag';

/**
 * What all bookings of a file are where no column says it of each. A list of orders has days and amounts as a list of
 * invoices has; where its headers speak of orders and of nothing that was spent, the person says what it is.
 */
export function bookingTypeOfAll(
  columns: readonly ColumnGuess[],
  fields: readonly FieldChoice[],
  notes: Notes,
): FileMapping['constants'] {
  if (fields.some(({ field }) => field === 'bookingType')) return {};
  const headers = columns.map(({ header }) => normalWords(header));
  if (!headers.some((words) => OF_ORDERS.test(words)) || headers.some((words) => OF_MONEY_SPENT.test(words))) return {};
  return notes.ask('BOOKING_TYPE', ['commitment', 'actual']) === 'commitment' ? { bookingType: ALL_ORDERED } : {};
}
