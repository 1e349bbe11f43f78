// A file as a finance system exports it: orders, invoices and payments of three years, windows-1252, German amounts, some of it wrong.
import fs from 'node:fs';
import { once } from 'node:events';
import { LINES, YEAR } from './ledger.mjs';

export const WRONG_EVERY = 2000;
const ROWS_PER_WRITE = 20_000;
const KINDS = ['order', 'invoice', 'payment'];
const SUPPLIERS = [
  ...[
    'Müller & Söhne GmbH',
    'Stadtwerke Löwenstadt AG',
    'Bürotechnik Groß KG',
    'Kommunale IT "KIT" eG',
    'Lizenz; Handel OHG',
  ],
  ...['Dataport', 'Würth IT', 'Hardware-Händler Süd', 'Software AG', 'Telekom Geschäftskunden'],
];
const TEXTS = ['Wartung Fachverfahren', 'Lizenzverlängerung', 'Büroausstattung', 'Miete Drucker', 'Schulung Größe 1'];

/** The same numbers at every run, between 0 and 1. */
function dice(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const quoted = (text) => (/[;"]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
const two = (number) => String(number).padStart(2, '0');

/** 1234567 as `12.345,67`. */
export function germanAmount(cents) {
  const whole = String(Math.trunc(Math.abs(cents) / 100)).replace(/\B(?=(\d{3})+$)/g, '.');
  return `${cents < 0 ? '-' : ''}${whole},${two(Math.abs(cents) % 100)}`;
}

/**
 * Writes the file and answers what is in it: per year and kind the count and sum of the right rows, and how many are wrong,
 * by turns a day that does not exist, an amount that is none, a line that nobody knows.
 * @param onRight hears of each right row
 */
export async function writeBookingsFile(file, rows, onRight) {
  const random = dice(20260427);
  const out = fs.createWriteStream(file);
  const manifest = {
    rows,
    wrong: 0,
    unknownLines: 0,
    groups: {},
    daysThatAreNone: nothing(),
    linesThatAreNone: nothing(),
  };
  let waiting = ['Buchungsdatum;Belegnummer;Haushaltsstelle;Text;Lieferant;Betrag;Art;Auftragsreferenz\r\n'];
  for (let at = 0; at < rows; at += 1) {
    waiting.push(rowOf(at, rows, random, manifest, onRight));
    if (waiting.length < ROWS_PER_WRITE) continue;
    if (!out.write(Buffer.from(waiting.join(''), 'latin1'))) await once(out, 'drain');
    waiting = [];
  }
  out.end(Buffer.from(waiting.join(''), 'latin1'));
  await once(out, 'close');
  return manifest;
}

function rowOf(at, rows, random, manifest, onRight) {
  const year = YEAR - 2 + Math.trunc((at * 3) / rows);
  const day = [1 + Math.trunc(random() * 28), 1 + Math.trunc(random() * 12)];
  const line = `4S.${100_001 + Math.trunc(LINES * random() ** 1.6)}`;
  const share = random();
  const kind = KINDS[share < 0.3 ? 0 : share < 0.7 ? 1 : 2];
  const cents = Math.round(500 * Math.exp(random() * 7.5)) * (random() < 0.03 ? -1 : 1);
  const order = random() < 0.7 ? `B${year}${String(1 + Math.trunc((random() * rows) / 4)).padStart(7, '0')}` : '';
  const fault = at % WRONG_EVERY === WRONG_EVERY - 1 ? 1 + (Math.trunc(at / WRONG_EVERY) % 3) : 0;
  const document = `K${year}-${String(at).padStart(7, '0')}`;
  if (fault === 0) count((manifest.groups[`${year} ${kind}`] ??= nothing()), cents);
  else if (fault === 3) manifest.unknownLines += 1;
  else manifest.wrong += 1;
  if (fault === 0) onRight?.({ year, month: two(day[1]), day: two(day[0]), line, kind, cents, document });
  if (fault === 1) count(manifest.daysThatAreNone, cents);
  if (fault === 3) count(manifest.linesThatAreNone, cents);
  const cells = [
    fault === 1 ? `31.02.${year}` : `${two(day[0])}.${two(day[1])}.${year}`,
    document,
    fault === 3 ? '999999.999999.0000' : line,
    TEXTS[Math.trunc(random() * TEXTS.length)],
    quoted(SUPPLIERS[Math.trunc(random() * SUPPLIERS.length)]),
    fault === 2 ? '12,5.00' : germanAmount(cents),
    kind,
    order,
  ];
  return `${cells.join(';')}\r\n`;
}

const nothing = () => ({ rows: 0, cents: 0 });

function count(group, cents) {
  group.rows += 1;
  group.cents += cents;
}
