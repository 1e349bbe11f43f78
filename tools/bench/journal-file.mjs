// The bookings of a file as a journal for ledger and hledger: an account a line and year, below it orders and invoices.
import fs from 'node:fs';
import { APPROPRIATION_CENTS, LINES, YEAR } from './ledger.mjs';

const PIECE_LETTERS = 1_000_000;
const COUNTERPART = 'Gegenkonto';

/** Where a booking stands. Payments follow invoices, so they lie beside the budget and not in it. */
const accountOf = ({ year, line, kind }) =>
  kind === 'payment' ? `Zahlung:${year}:${line}:${kind}` : `${BUDGET}:${year}:${line}:${kind}`;

export const BUDGET = 'Haushalt';

/** Opens the journal with the budget of every line and year; `add` takes one booking, `end` closes it. */
export function openJournal(file) {
  const out = fs.openSync(file, 'w');
  let waiting = [YEAR - 2, YEAR - 1, YEAR].map(budgetOf).join('');
  const flush = () => {
    fs.writeSync(out, waiting);
    waiting = '';
  };
  return {
    add(booking) {
      const { year, month, day, document, cents } = booking;
      waiting +=
        `${year}-${month}-${day} ${document}\n` +
        `    ${accountOf(booking)}  ${euros(cents)} EUR\n    ${COUNTERPART}\n\n`;
      if (waiting.length > PIECE_LETTERS) flush();
    },
    end() {
      flush();
      fs.closeSync(out);
    },
  };
}

function budgetOf(year) {
  const amount = euros(APPROPRIATION_CENTS);
  const lines = Array.from({ length: LINES }, (_, at) => `    ${BUDGET}:${year}:4S.${100_001 + at}  ${amount} EUR\n`);
  return `~ yearly from ${year}-01-01 to ${year + 1}-01-01\n${lines.join('')}    ${COUNTERPART}\n\n`;
}

const euros = (cents) =>
  `${cents < 0 ? '-' : ''}${Math.trunc(Math.abs(cents) / 100)}.${String(Math.abs(cents) % 100).padStart(2, '0')}`;
