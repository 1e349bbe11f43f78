import { buffer } from 'node:stream/consumers';
import type { SnapshotContent, SnapshotDemands, SnapshotProject } from '@etatlotse/contracts/snapshot/plain';
import { type FrameCode } from '@etatlotse/domain/budget';
import type { SnapshotChange } from '@etatlotse/domain/council';
import { cents, formatCents } from '@etatlotse/domain/shared';
import { PaperSheet } from '../platform/print/paper-sheet';

/** How much of each list has room: a hand-out is one page. */
const SHOWN = 5;

const FRAMES: Readonly<Record<FrameCode, string>> = { CORE: 'Kern-IT', SCHOOL_NET: 'Schulnetze', FEES: 'Gebühren' };
const STATUS = { green: 'im Plan', yellow: 'gefährdet', red: 'kritisch', unknown: 'unbekannt' } as const;
const DECISIONS = { adopted: 'beschlossen', deferred: 'zurückgestellt', rejected: 'abgelehnt' } as const;
/** Amounts that two snapshots are compared by, as the pages call them. */
const FIGURES: Readonly<Record<string, string>> = {
  ceiling: 'Rahmen',
  adjusted: 'fortgeschrieben',
  lock: 'gesperrt',
  reservation: 'reserviert',
  commitment: 'bestellt',
  actual: 'Ist',
  budget: 'Budget',
  amount: 'Betrag',
  bound: 'gebunden',
  requested_operating: 'beantragt, Aufwand',
  requested_investing: 'beantragt, investiv',
};
const WORST_FIRST = ['red', 'yellow', 'unknown', 'green'] as const;

const euro = (amount: number | null): string =>
  amount === null ? 'unbekannt' : formatCents(cents(amount), 'de', { precision: 'euros' });
const day = (iso: string): string => iso.slice(0, 10).split('-').reverse().join('.');

export interface Handout {
  readonly content: SnapshotContent;
  readonly sha256: string;
  /** What changed since the snapshot before; null where there is none. */
  readonly changes: readonly SnapshotChange[] | null;
}

export function handoutName({ content: { meeting, ledgerAsOf } }: Handout): string {
  return meeting === null ? `Handzettel Stand ${ledgerAsOf}.pdf` : `Handzettel Sitzung ${meeting.heldOn}.pdf`;
}

/** One page for the meeting: where the frames stand, what changed, what is at risk, what was decided. Nothing but the snapshot. */
export async function handoutPdf({ content, sha256, changes }: Handout): Promise<Buffer> {
  const { city, fiscalYear, meeting, ledgerAsOf, frozenAt } = content;
  const title = `Wo steht die IT im Haushalt ${fiscalYear}?`;
  const sheet = new PaperSheet({
    title,
    author: city,
    language: 'de-DE',
    createdAt: new Date(frozenAt),
    layout: 'portrait',
  });
  const whole = buffer(sheet.document);
  sheet.beginSection(title);
  const occasion = meeting === null ? '' : `${meeting.body}, Sitzung am ${day(meeting.heldOn)}. `;
  sheet.paragraph(`${city}. ${occasion}Stand der Daten: ${day(ledgerAsOf)}.`, { isMuted: true });
  sheet.heading(1, title);
  sheet.paragraph(answerOf(content), { isStrong: true });
  await frames(sheet, content);
  await changesOf(sheet, changes);
  await projects(sheet, content.projects);
  await demands(sheet, content.demands);
  sheet.paragraph(`Prüfsumme der Zahlen (SHA-256): ${sha256}`, { isMuted: true, size: 8 });
  sheet.finish((page, pages) => ({
    head: `${city} · Handzettel zur Sitzung`,
    mark: null,
    foot: 'Freigegebene Zahlen, seither unverändert.',
    page: `Seite ${page} von ${pages}`,
  }));
  return whole;
}

function answerOf({ overview: { totals } }: SnapshotContent): string {
  const unknown = totals.unknownFrames.map((frame) => FRAMES[frame]).join(', ');
  const remark = unknown === '' ? '' : ` Für ${unknown} ist kein Betrag festgelegt.`;
  return `Von ${euro(totals.ceilingCents)} Rahmen sind ${euro(totals.actualCents)} ausgegeben und ${euro(totals.commitmentCents)} bestellt.${remark}`;
}

async function frames(sheet: PaperSheet, { overview: { frames: rows, totals } }: SnapshotContent): Promise<void> {
  const amount = { width: 88, isNumber: true } as const;
  const plus = totals.unknownFrames.length === 0 ? '' : ' + unbekannt';
  sheet.heading(2, 'Wie viel Geld gibt es, und wie viel ist ausgegeben?');
  await sheet.table(
    [
      { label: 'Rahmen' },
      { label: 'Betrag', ...amount },
      { label: 'Ist', ...amount },
      { label: 'bestellt', ...amount },
      { label: 'verfügbar', ...amount },
    ],
    [
      ...rows.map((frame) => ({
        cells: [
          FRAMES[frame.frame],
          ...[frame.ceilingCents, frame.actualCents, frame.commitmentCents, frame.availableCents].map(euro),
        ],
      })),
      {
        cells: [
          `Zusammen${plus}`,
          ...[totals.ceilingCents, totals.actualCents, totals.commitmentCents, totals.availableCents].map(euro),
        ],
        isSum: true,
      },
    ],
  );
  sheet.paragraph(wayToAvailable(rows, totals), { isMuted: true, size: 8 });
}

/** The frame less what is spent is not what is available; the steps between are said, so that anybody can add them up. */
function wayToAvailable(
  frames: SnapshotContent['overview']['frames'],
  { availableCents, unknownFrames }: SnapshotContent['overview']['totals'],
): string {
  const known = frames.filter(({ ceilingCents }) => ceilingCents !== null);
  const sum = (of: 'adjustedCents' | 'lockCents' | 'reservationCents' | 'actualCents' | 'commitmentCents'): string =>
    euro(known.reduce((total, frame) => total + frame[of], 0));
  const without = unknownFrames.map((frame) => FRAMES[frame]).join(', ');
  const steps = `fortgeschrieben ${sum('adjustedCents')} − gesperrt ${sum('lockCents')} − reserviert ${sum('reservationCents')} − Ist ${sum('actualCents')} − bestellt ${sum('commitmentCents')}`;
  return `Verfügbar${without === '' ? '' : ` (ohne ${without})`} = ${steps} = ${euro(availableCents)}. Auf Euro gerundet.`;
}

async function changesOf(sheet: PaperSheet, changes: readonly SnapshotChange[] | null): Promise<void> {
  sheet.heading(2, 'Was hat sich seit dem Stand davor geändert?');
  if (changes === null) return sheet.paragraph('Vor diesem Stand gibt es keinen.');
  if (changes.length === 0) return sheet.paragraph('Nichts.');
  const count = (kind: SnapshotChange['kind']): number => changes.filter((change) => change.kind === kind).length;
  sheet.paragraph(
    `${count('new')} neu, ${count('gone')} entfallen, ${count('moved')} verändert. Die größten Änderungen in Euro:`,
  );
  const largest = changes
    .flatMap(({ name, kind, figures }) =>
      figures.filter(({ unit }) => unit === 'cents').map((figure) => ({ name, kind, figure })),
    )
    .filter(({ figure: { difference } }) => difference !== null && difference !== 0)
    .sort((first, second) => Math.abs(second.figure.difference ?? 0) - Math.abs(first.figure.difference ?? 0));
  const amount = { width: 66, isNumber: true } as const;
  await sheet.table(
    [
      { label: 'Was', isCut: true },
      { label: 'Welcher Betrag', width: 82 },
      { label: 'davor', ...amount },
      { label: 'jetzt', ...amount },
      { label: 'Unterschied', ...amount },
    ],
    largest.slice(0, SHOWN).map(({ name, kind, figure: { name: figure, before, after, difference } }) => ({
      cells: [
        framed(name),
        FIGURES[figure] ?? figure,
        kind === 'new' ? 'neu' : amountOf(before),
        kind === 'gone' ? 'entfallen' : amountOf(after),
        `${(difference ?? 0) > 0 ? '+' : ''}${euro(difference)}`,
      ],
    })),
  );
}

const amountOf = (value: number | string | null): string => euro(typeof value === 'number' ? value : null);

/** Frames go by their names, alone and before a year. */
function framed(name: string): string {
  const [code = '', ...rest] = name.split(' ');
  return code in FRAMES ? [FRAMES[code as FrameCode], ...rest].join(' ') : name;
}

async function projects(sheet: PaperSheet, all: readonly SnapshotProject[]): Promise<void> {
  const open = all.filter(({ level, state }) => level === 'project' && state !== 'closed');
  const worst = open
    .filter(({ status }) => status === 'red' || status === 'yellow')
    .sort((first, second) => WORST_FIRST.indexOf(first.status) - WORST_FIRST.indexOf(second.status));
  sheet.heading(2, 'Welche Vorhaben sind gefährdet?');
  if (worst.length === 0) return sheet.paragraph(`Keines von ${open.length}.`);
  await sheet.table(
    [
      { label: 'Vorhaben', isCut: true },
      { label: 'Stand', width: 80 },
      { label: 'Ende', width: 80 },
      { label: 'zuerst geplant', width: 90 },
    ],
    worst.slice(0, SHOWN).map(({ name, status, currentEnd, plannedEnd, originalEnd }) => ({
      cells: [
        name,
        STATUS[status],
        day(currentEnd ?? plannedEnd),
        originalEnd === null ? 'kein Plan' : day(originalEnd),
      ],
    })),
  );
  if (worst.length > SHOWN) sheet.paragraph(`Und ${worst.length - SHOWN} weitere. Es laufen ${open.length} Vorhaben.`);
}

async function demands(sheet: PaperSheet, decided: SnapshotDemands | undefined): Promise<void> {
  if (decided === undefined) return;
  sheet.heading(2, `Über welche Bedarfe wurde seit dem ${day(decided.since)} entschieden?`);
  if (decided.rows.length === 0) return sheet.paragraph('Über keinen.');
  await sheet.table(
    [
      { label: 'Bedarf', isCut: true },
      { label: 'Einheit', width: 130, isCut: true },
      { label: 'Entscheidung', width: 80 },
      { label: 'am', width: 60 },
    ],
    decided.rows.slice(0, SHOWN).map(({ number, title, unit, decision, decidedOn }) => ({
      cells: [`Nr. ${number} ${title}`, unit, DECISIONS[decision], day(decidedOn)],
    })),
  );
  if (decided.rows.length > SHOWN) sheet.paragraph(`Und ${decided.rows.length - SHOWN} weitere.`);
}
