import { coversOf, type MotionAmountRow, type MotionRow, type Reading } from '@etatlotse/contracts/council/plain';
import { CSV_START, type CsvCell, csvRow } from '../../platform/http/csv-row';
import type { Tongue } from '../../platform/problem/problem-body';
import { coverText, fteText, VOTING_WORDS } from './voting-words';

/** The motions as a file: a row for each amount, and one for a motion without any. */
export function motionsCsv(reading: Reading, tongue: Tongue): string {
  const words = VOTING_WORDS[tongue];
  const covers = coversOf(reading);
  const head = [words.place, words.code, words.mover, words.origin, words.subject, words.reason, words.coverNote];
  const tail = [words.line, words.lineName, words.direction, words.year, words.amount, words.isCover, words.unit];
  const last = [words.fte, words.cover, words.result, words.yes, words.no, words.abstained];
  const rows = reading.rows.flatMap((motion) => {
    const amounts: (MotionAmountRow | null)[] = motion.amounts.length === 0 ? [null] : [...motion.amounts];
    const cover = coverText(covers.get(motion.id) ?? [], tongue).replaceAll('\n', ', ');
    return amounts.map((amount) =>
      csvRow([
        ...faceOf(motion, tongue),
        ...cellsOf(reading, motion, amount, tongue),
        cover,
        ...votesOf(motion, tongue),
      ]),
    );
  });
  return [CSV_START, csvRow([...head, ...tail, ...last]), ...rows].join('');
}

const faceOf = ({ place, code, mover, origin, title, reason, coverNote }: MotionRow, tongue: Tongue): CsvCell[] => [
  String(place),
  code,
  VOTING_WORDS[tongue].movers[mover],
  origin,
  title,
  reason,
  coverNote,
];

function cellsOf(
  { lines, draft }: Reading,
  { unitId, fteHundredths }: MotionRow,
  amount: MotionAmountRow | null,
  tongue: Tongue,
): CsvCell[] {
  const words = VOTING_WORDS[tongue];
  const line = lines.find(({ id }) => id === amount?.lineId);
  return [
    line?.number ?? '',
    line?.name ?? '',
    line === undefined ? '' : words.directions[line.direction],
    amount === null ? '' : String(amount.fiscalYear),
    amount === null ? '' : { amountCents: amount.amountCents },
    amount?.isCover === true ? words.flag : '',
    draft.units.find(({ id }) => id === unitId)?.name ?? '',
    unitId === null ? '' : fteText(fteHundredths, tongue).replace('+', '').replace('−', '-'),
  ];
}

const votesOf = ({ result, counts }: MotionRow, tongue: Tongue): CsvCell[] => [
  VOTING_WORDS[tongue].results[result],
  ...(counts === null ? ['', '', ''] : [counts.yes, counts.no, counts.abstained].map(String)),
];
