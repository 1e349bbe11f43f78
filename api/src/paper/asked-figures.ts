import type { PaperFigureRow } from '@etatlotse/contracts/council/plain';
import type { SnapshotContent, SnapshotLine, SnapshotStaff } from '@etatlotse/contracts/snapshot/plain';
import { dayText, euro, FRAME_NAMES, paperFigures } from './paper-figures';

const MICROS = 1_000_000;
const NO_PLAN = 'kein vereinbarter Plan';

const LINE_WORDS = {
  appropriation: 'Ansatz',
  adjusted: 'fortgeschriebener Ansatz',
  lock: 'Sperre',
  reservation: 'Reservierung',
  commitment: 'Obligo',
  actual: 'Ist',
  available: 'verfügbar',
} as const;
type LineFigure = keyof typeof LINE_WORDS;
const LINE_FIGURES = Object.keys(LINE_WORDS) as readonly LineFigure[];

/**
 * Every figure of a snapshot that a member can point at, down to the single line: the ones that papers offer, and those too
 * many to be offered.
 */
export function askableFigures(content: SnapshotContent): readonly PaperFigureRow[] {
  const offered = paperFigures(content);
  const known = new Set(offered.map(({ key }) => key));
  const more = [
    ...frameFigures(content),
    ...projectFigures(content),
    ...staffFigures(content),
    ...yearFigures(content),
    ...monthFigures(content),
    ...content.lines.flatMap(lineFigures),
  ];
  return [...offered, ...more.filter(({ key }) => !known.has(key))];
}

/** What a text names: only a text that points at a single thing needs more than papers offer. */
export function figuresOfText(content: SnapshotContent, body: string): readonly PaperFigureRow[] {
  return /\{(?:line|project|staff|bound|month|total|CORE|SCHOOL_NET|FEES)\./.test(body)
    ? askableFigures(content)
    : paperFigures(content);
}

const row = (key: string, label: string, text: string): PaperFigureRow => ({ key, label, text });

function frameFigures({ overview: { frames, totals } }: SnapshotContent): PaperFigureRow[] {
  return [
    ...frames.flatMap((frame) =>
      LINE_FIGURES.map((figure) => {
        const isGranted = figure === 'adjusted' || figure === 'available';
        const amount = frame.ceilingCents === null && isGranted ? null : frame[`${figure}Cents`];
        return row(`${frame.frame}.${figure}`, `${FRAME_NAMES[frame.frame]}: ${LINE_WORDS[figure]}`, euro(amount));
      }),
    ),
    ...LINE_FIGURES.map((figure) =>
      row(`total.${figure}`, `Alle Rahmen: ${LINE_WORDS[figure]}`, euro(totals[`${figure}Cents`])),
    ),
  ];
}

function projectFigures({ projects }: SnapshotContent): PaperFigureRow[] {
  return projects.flatMap(({ id, name, budgetCents, actualCents, currentEnd, plannedEnd }) => [
    row(`project.${id}.budget`, `${name}: Budget`, budgetCents === null ? NO_PLAN : euro(budgetCents)),
    row(`project.${id}.actual`, `${name}: ausgegeben`, euro(actualCents)),
    row(`project.${id}.end`, `${name}: Ende`, dayText(currentEnd ?? plannedEnd)),
  ]);
}

/** `12,3`, rounded to the tenth. */
function tenths(micros: number): string {
  const rounded = Math.round(micros / (MICROS / 10));
  return `${Math.trunc(rounded / 10)},${Math.abs(rounded % 10)}`;
}

function staffFigures({ staffing: { rows, totals } }: SnapshotContent): PaperFigureRow[] {
  const fte = (micros: number | null): string => (micros === null ? 'unbekannt' : `${tenths(micros)} VZÄ`);
  const of = (
    key: string,
    name: string,
    staff: Pick<SnapshotStaff, 'plannedFteMicros' | 'occupiedFteMicros' | 'requiredFteMicros'>,
  ): PaperFigureRow[] => [
    row(`staff.${key}.planned`, `${name}: Stellen laut Plan`, fte(staff.plannedFteMicros)),
    row(`staff.${key}.occupied`, `${name}: besetzte Stellen`, fte(staff.occupiedFteMicros)),
    row(`staff.${key}.required`, `${name}: Bedarf an Stellen`, fte(staff.requiredFteMicros)),
  ];
  return [
    ...rows.flatMap((staff) => of(staff.unitId, `${staff.code} ${staff.name}`.trim(), staff)),
    ...of('all', 'Alle Einheiten', totals),
  ];
}

function yearFigures({ boundYears: { rows, totals } }: SnapshotContent): PaperFigureRow[] {
  const all = totals.map((total) => ({ ...total, frame: null }));
  return [...rows, ...all].flatMap(({ frame, fiscalYear, amountCents, boundCents, freeCents }) => {
    const name = `${frame === null ? 'Alle Rahmen' : FRAME_NAMES[frame]} ${fiscalYear}`;
    const key = `bound.${frame ?? 'all'}.${fiscalYear}`;
    return [
      row(`${key}.amount`, `${name}: Betrag`, euro(amountCents)),
      row(`${key}.bound`, `${name}: schon gebunden`, euro(boundCents)),
      row(`${key}.free`, `${name}: frei`, euro(freeCents)),
    ];
  });
}

function monthFigures({ fiscalYear, overview: { months } }: SnapshotContent): PaperFigureRow[] {
  return months.map(({ month, actualCents }) =>
    row(`month.${month}.actual`, `Ist im Monat ${String(month).padStart(2, '0')}/${fiscalYear}`, euro(actualCents)),
  );
}

function lineFigures(line: SnapshotLine): PaperFigureRow[] {
  return LINE_FIGURES.map((figure) =>
    row(
      `line.${line.lineId}.${figure}`,
      `${line.number} ${line.name}: ${LINE_WORDS[figure]}`,
      euro(line[`${figure}Cents`]),
    ),
  );
}
