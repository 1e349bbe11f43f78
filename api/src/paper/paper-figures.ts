import type { PaperFigureRow } from '@etatlotse/contracts/council/plain';
import type { SnapshotContent, SnapshotExtra } from '@etatlotse/contracts/snapshot/plain';
import type { FrameCode } from '@etatlotse/domain/budget';
import { cents, formatCents } from '@etatlotse/domain/shared';

/** How the frames are called in papers. */
export const FRAME_NAMES: Readonly<Record<FrameCode, string>> = {
  CORE: 'Kern-IT',
  SCHOOL_NET: 'Schulnetze',
  FEES: 'Gebühren',
};

const UNKNOWN = 'unbekannt';
const NOT_STATED = 'Betrag nicht hinterlegt';
const MILLION_CENTS = 100_000_000;
const TENTH_OF_A_MILLION = 10_000_000;

/** Papers of a German city are written in German, whatever language the reader of the program has. */
export const euro = (amount: number | null): string => (amount === null ? UNKNOWN : formatCents(cents(amount), 'de'));

export const dayText = (iso: string): string => iso.split('-').reverse().join('.');

/** `3,5 Mio. Euro` where that is exact, the whole amount where it is not: a paper rounds nothing away. */
function inMillions(amount: number | null): string {
  if (amount === null) return NOT_STATED;
  if (amount === 0 || amount % TENTH_OF_A_MILLION !== 0) return euro(amount);
  return `${String(amount / MILLION_CENTS).replace('.', ',')} Mio. Euro`;
}

/** Every figure of a snapshot that a text may name, by its name. */
export function paperFigures(content: SnapshotContent): readonly PaperFigureRow[] {
  return [
    { key: 'year', label: 'Haushaltsjahr', text: String(content.fiscalYear) },
    { key: 'as_of', label: 'Stand der Daten', text: dayText(content.ledgerAsOf) },
    ...content.overview.frames.flatMap((frame) => frameFigures(content, frame.frame)),
    ...totalFigures(content),
    ...projectFigures(content),
    ...content.rollouts.flatMap(({ goals }) =>
      goals.map(({ id, name, share }) => ({
        key: `goal.${id}`,
        label: `${name}: erreicht`,
        text: share === null ? UNKNOWN : `${BOUND_WORDS[share.bound]}${String(share.value / 100).replace('.', ',')} %`,
      })),
    ),
    ...content.extras.flatMap(extraFigures),
  ];
}

const BOUND_WORDS = { exact: '', lower: 'mindestens ', upper: 'höchstens ' } as const;

function frameFigures({ overview }: SnapshotContent, code: FrameCode): PaperFigureRow[] {
  const frame = overview.frames.find((one) => one.frame === code);
  if (frame === undefined) return [];
  const isUnknown = frame.ceilingCents === null;
  const row = (key: string, label: string, text: string): PaperFigureRow => ({
    key: `${code}.${key}`,
    label: `${FRAME_NAMES[code]}: ${label}`,
    text,
  });
  return [
    row('ceiling', 'Rahmen', inMillions(frame.ceilingCents)),
    row('ceiling_exact', 'Rahmen auf den Cent', euro(frame.ceilingCents)),
    row('adjusted', 'fortgeschriebener Ansatz', euro(isUnknown ? null : frame.adjustedCents)),
    row('actual', 'Ist', euro(frame.actualCents)),
    row('commitment', 'Obligo', euro(frame.commitmentCents)),
    row('available', 'verfügbar', euro(frame.availableCents)),
  ];
}

function totalFigures({ overview: { totals } }: SnapshotContent): PaperFigureRow[] {
  const remark =
    totals.unknownFrames.length === 0
      ? ''
      : ` zuzüglich unbekannt (${totals.unknownFrames.map((frame) => FRAME_NAMES[frame]).join(', ')})`;
  return [
    { key: 'total.ceiling', label: 'Alle Rahmen zusammen', text: `${euro(totals.ceilingCents)}${remark}` },
    { key: 'total.actual', label: 'Ist in allen Rahmen', text: euro(totals.actualCents) },
    { key: 'total.available', label: 'In allen Rahmen verfügbar', text: `${euro(totals.availableCents)}${remark}` },
  ];
}

function projectFigures({ projects }: SnapshotContent): PaperFigureRow[] {
  const single = projects.filter(({ level, state }) => level === 'project' && state !== 'closed');
  const count = (status: string): string => String(single.filter((project) => project.status === status).length);
  return [
    { key: 'projects.count', label: 'Vorhaben', text: String(single.length) },
    { key: 'projects.red', label: 'Vorhaben, kritisch', text: count('red') },
    { key: 'projects.yellow', label: 'Vorhaben, gefährdet', text: count('yellow') },
  ];
}

/** The two sides stand apart; both together are only the headline (T4a). */
function extraFigures({ number, totals }: SnapshotExtra): PaperFigureRow[] {
  const row = (key: string, label: string, amount: number): PaperFigureRow => ({
    key: `extra.${number}.${key}`,
    label: `${number}: ${label}`,
    text: euro(amount),
  });
  return [
    row('requested', 'beantragt', totals.all.requestedCents),
    row('new_funds', 'neu zur Verfügung', totals.all.newFundsCents),
    row('new_operating', 'neu zur Verfügung, Aufwand', totals.operating.newFundsCents),
    row('new_investing', 'neu zur Verfügung, investiv', totals.investing.newFundsCents),
  ];
}
