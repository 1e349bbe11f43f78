import { buffer } from 'node:stream/consumers';
import { coversOf, type MotionRow, type Reading, stackOf } from '@etatlotse/contracts/council/plain';
import { PaperSheet, type SheetRow } from '../../platform/print/paper-sheet';
import type { Tongue } from '../../platform/problem/problem-body';
import type { PrintableReading } from '../reading.queries';
import { amountText, coverText, fteText, nameOf, signedText, VOTING_WORDS } from './voting-words';

const COUNT_WIDTH = 44;
const AMOUNT_WIDTH = 120;

/** The voting list on paper: every motion with its cover check and room for the count, and what the votes come to. */
export async function votingListPdf(reading: PrintableReading, tongue: Tongue, createdAt: Date): Promise<Buffer> {
  const words = VOTING_WORDS[tongue];
  const title = `${words.title}: ${reading.plan.name}`;
  const sheet = new PaperSheet({ title, author: reading.city, language: words.language, createdAt });
  const whole = buffer(sheet.document);
  sheet.beginSection(title);
  sheet.paragraph(reading.city, { isMuted: true, size: 12 });
  sheet.heading(1, title);
  await sheet.table([{ label: words.facts.fact, width: 140 }, { label: words.facts.value }], factsOf(reading, tongue));
  sheet.heading(2, words.order);
  if (reading.rows.length === 0) sheet.paragraph(words.none);
  else await writeMotions(sheet, reading, tongue);
  sheet.heading(2, words.comes);
  sheet.paragraph(words.comesHint, { isMuted: true });
  await sheet.table(
    [
      { label: words.year, width: 50 },
      { label: words.figure },
      { label: words.draft, width: AMOUNT_WIDTH, isNumber: true },
      { label: words.adopted, width: AMOUNT_WIDTH, isNumber: true },
      { label: words.allOpen, width: AMOUNT_WIDTH + 40, isNumber: true },
    ],
    comesTo(reading, tongue),
  );
  sheet.finish((page, pages) => ({
    head: `${reading.city} · ${title}`,
    mark: reading.state === 'preparing' ? words.pageMark : null,
    foot: `${reading.meeting.body}, ${dayText(reading.meeting.heldOn, tongue)} · ${words.states[reading.state]}`,
    page: words.page(page, pages),
  }));
  return whole;
}

function factsOf({ plan, meeting, state }: Reading, tongue: Tongue): SheetRow[] {
  const { facts, states } = VOTING_WORDS[tongue];
  return [
    { cells: [facts.plan, plan.name] },
    { cells: [facts.body, meeting.body] },
    { cells: [facts.meeting, dayText(meeting.heldOn, tongue)] },
    { cells: [facts.state, states[state]] },
  ];
}

async function writeMotions(sheet: PaperSheet, reading: Reading, tongue: Tongue): Promise<void> {
  const words = VOTING_WORDS[tongue];
  await sheet.table(
    [
      { label: words.place, width: 34 },
      { label: words.motion },
      { label: words.yes, width: COUNT_WIDTH },
      { label: words.no, width: COUNT_WIDTH },
      { label: words.abstained, width: COUNT_WIDTH },
      { label: words.result, width: 110 },
    ],
    reading.rows.map((motion) => ({
      cells: [
        String(motion.place),
        [motion.code, motion.title].filter((part) => part !== '').join(' '),
        ...countsOf(motion),
        words.results[motion.result],
      ],
      note: noteOf(reading, motion, tongue),
    })),
  );
}

const countsOf = ({ counts }: MotionRow): string[] =>
  counts === null ? ['', '', ''] : [counts.yes, counts.no, counts.abstained].map(String);

function noteOf(reading: Reading, motion: MotionRow, tongue: Tongue): string {
  const words = VOTING_WORDS[tongue];
  const named = (ids: readonly string[]): string =>
    reading.rows.flatMap((other) => (ids.includes(other.id) ? [nameOf(other)] : [])).join(', ');
  const amounts = motion.amounts.map(({ lineId, fiscalYear, amountCents, isCover }) => {
    const line = reading.lines.find(({ id }) => id === lineId);
    const place = `${line?.number ?? ''} ${line?.name ?? ''}, ${fiscalYear}`;
    return `${place}: ${signedText(amountCents, tongue)}${isCover ? ` (${words.asCover})` : ''}`;
  });
  const unit = reading.draft.units.find(({ id }) => id === motion.unitId);
  return [
    `${words.movers[motion.mover]}, ${motion.origin}`,
    ...amounts,
    ...(unit === undefined ? [] : [words.posts(fteText(motion.fteHundredths, tongue), unit.name)]),
    ...(motion.coverNote === '' ? [] : [`${words.coverNote}: ${motion.coverNote}`]),
    `${words.cover}: ${coverText(coversOf(reading).get(motion.id) ?? [], tongue).replaceAll('\n', '; ')}`,
    ...(motion.excludes.length === 0 ? [] : [words.excludes(named(motion.excludes))]),
    ...(motion.overtakenById === null ? [] : [words.overtakenBy(named([motion.overtakenById]))]),
  ].join('\n');
}

/** Draft, what the votes so far make of it, and what it would be if everything open were adopted as well. */
function comesTo(reading: Reading, tongue: Tongue): SheetRow[] {
  const { figures } = VOTING_WORDS[tongue];
  const idsOf = (results: readonly string[]): Set<string> =>
    new Set(reading.rows.filter(({ result }) => results.includes(result)).map(({ id }) => id));
  const adopted = stackOf(reading, idsOf(['adopted']));
  const all = stackOf(reading, idsOf(['adopted', 'open']));
  return adopted.years.flatMap((year, at): SheetRow[] => {
    const other = all.years[at];
    if (other === undefined) return [];
    const row = (name: string, ...amounts: readonly number[]): SheetRow => ({
      cells: [String(year.fiscalYear), name, ...amounts.map((amount) => amountText(amount, tongue))],
    });
    return [
      row(figures.result, year.result.draftCents, year.result.afterCents, other.result.afterCents),
      row(figures.investment, year.investment.draftCents, year.investment.afterCents, other.investment.afterCents),
      row(figures.missing, 0, year.missingCents, other.missingCents),
    ];
  });
}

const dayText = (iso: string, tongue: Tongue): string => {
  const [year = '', month = '', day = ''] = iso.split('-');
  return tongue === 'de' ? `${day}.${month}.${year}` : `${Number(day)}/${Number(month)}/${year}`;
};
