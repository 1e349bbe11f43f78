import type { MotionRow, Reading } from '@etatlotse/contracts/council/plain';
import type { MotionCover, MotionPlane } from '@etatlotse/domain/council';
import { cents, formatCents } from '@etatlotse/domain/shared';
import type { Tongue } from '../../platform/problem/problem-body';

/** Words of the printed voting list and its file. */
export const VOTING_WORDS = {
  de: {
    language: 'de-DE',
    list: 'abstimmungsliste',
    motions: 'antraege',
    title: 'Abstimmungsliste zum Haushalt',
    facts: { fact: 'Angabe', value: 'Wert', plan: 'Planfassung', body: 'Gremium', meeting: 'Sitzung', state: 'Stand' },
    states: {
      preparing: 'in Vorbereitung',
      released: 'freigegeben, Abstimmung offen',
      closed: 'Abstimmung abgeschlossen',
    },
    order: 'Anträge in der Reihenfolge der Abstimmung',
    place: 'Nr.',
    motion: 'Antrag',
    cover: 'Deckung',
    yes: 'Ja',
    no: 'Nein',
    abstained: 'Enth.',
    result: 'Ergebnis',
    results: {
      open: '',
      adopted: 'angenommen',
      rejected: 'abgelehnt',
      referred: 'verwiesen',
      withdrawn: 'zurückgezogen',
      overtaken: 'erledigt',
    },
    movers: { group: 'Antrag', administration: 'Ansatzveränderung der Verwaltung' },
    planes: { result: 'Ergebnis', investment: 'Investition', cash: 'Finanzplan' },
    open: (plane: string, year: number, amount: string) => `${year} ${plane}: es fehlen ${amount}`,
    gained: (plane: string, year: number, amount: string) => `${year} ${plane}: ${amount} weniger`,
    covered: 'gedeckt',
    noMoney: 'ohne Geld',
    asCover: 'Deckung',
    posts: (fte: string, unit: string) => `Stellen ${unit}: ${fte} VZÄ`,
    excludes: (codes: string) => `schließt aus: ${codes}`,
    overtakenBy: (code: string) => `erledigt durch ${code}`,
    none: 'Noch ist kein Antrag eingetragen.',
    comes: 'Was daraus wird',
    comesHint: 'Beträge in Euro. Angenommen sind nur Anträge mit diesem Ergebnis.',
    year: 'Jahr',
    figure: 'Größe',
    draft: 'Entwurf',
    adopted: 'mit den angenommenen',
    allOpen: 'mit angenommenen und offenen',
    figures: {
      result: 'Ergebnis (Ertrag − Aufwand)',
      investment: 'Investitionen (netto)',
      missing: 'Fehlende Deckung',
    },
    line: 'Zeile',
    lineName: 'Bezeichnung',
    direction: 'Art',
    directions: {
      expense: 'Aufwand',
      revenue: 'Ertrag',
      payment: 'Auszahlung',
      receipt: 'Einzahlung',
      internal: 'intern',
      unclassified: 'nicht zugeordnet',
    },
    code: 'Nummer',
    origin: 'Von',
    mover: 'Klasse',
    subject: 'Titel',
    reason: 'Begründung',
    coverNote: 'Deckungsvorschlag',
    amount: 'Betrag in €',
    isCover: 'Deckung?',
    flag: 'ja',
    unit: 'Bereich der Stellen',
    fte: 'VZÄ',
    page: (page: number, pages: number) => `Seite ${page} von ${pages}`,
    pageMark: 'ENTWURF',
  },
  en: {
    language: 'en-GB',
    list: 'voting-list',
    motions: 'motions',
    title: 'Voting list on the budget',
    facts: { fact: 'Fact', value: 'Value', plan: 'Plan version', body: 'Body', meeting: 'Meeting', state: 'State' },
    states: { preparing: 'being prepared', released: 'released, vote open', closed: 'vote closed' },
    order: 'Motions in the order of votes',
    place: 'No.',
    motion: 'Motion',
    cover: 'Cover',
    yes: 'Yes',
    no: 'No',
    abstained: 'Abst.',
    result: 'Result',
    results: {
      open: '',
      adopted: 'adopted',
      rejected: 'rejected',
      referred: 'referred',
      withdrawn: 'withdrawn',
      overtaken: 'settled',
    },
    movers: { group: 'Motion', administration: 'Change of the administration' },
    planes: { result: 'result', investment: 'investment', cash: 'cash plan' },
    open: (plane: string, year: number, amount: string) => `${year} ${plane}: ${amount} missing`,
    gained: (plane: string, year: number, amount: string) => `${year} ${plane}: ${amount} less`,
    covered: 'covered',
    noMoney: 'no money',
    asCover: 'cover',
    posts: (fte: string, unit: string) => `Posts ${unit}: ${fte} FTE`,
    excludes: (codes: string) => `excludes: ${codes}`,
    overtakenBy: (code: string) => `settled by ${code}`,
    none: 'No motion has been entered yet.',
    comes: 'What it comes to',
    comesHint: 'Amounts in euro. Adopted are only motions with that result.',
    year: 'Year',
    figure: 'Figure',
    draft: 'draft',
    adopted: 'with the adopted ones',
    allOpen: 'with adopted and open ones',
    figures: { result: 'Result (revenue − expense)', investment: 'Investments (net)', missing: 'Cover missing' },
    line: 'Line',
    lineName: 'Name',
    direction: 'Kind',
    directions: {
      expense: 'expense',
      revenue: 'revenue',
      payment: 'payment',
      receipt: 'receipt',
      internal: 'internal',
      unclassified: 'not classified',
    },
    code: 'Number',
    origin: 'From',
    mover: 'Class',
    subject: 'Title',
    reason: 'Reason',
    coverNote: 'Proposed cover',
    amount: 'Amount in €',
    isCover: 'Cover?',
    flag: 'yes',
    unit: 'Unit of the posts',
    fte: 'FTE',
    page: (page: number, pages: number) => `Page ${page} of ${pages}`,
    pageMark: 'DRAFT',
  },
} as const;

export function votingFileName({ plan }: Reading, tongue: Tongue, ending: 'pdf' | 'csv'): string {
  const words = VOTING_WORDS[tongue];
  return `${ending === 'pdf' ? words.list : words.motions} ${plan.name}.${ending}`;
}

export const amountText = (amountCents: number, tongue: Tongue): string =>
  formatCents(cents(amountCents), tongue, { unit: false });

export const signedText = (amountCents: number, tongue: Tongue): string =>
  `${amountCents > 0 ? '+' : ''}${amountText(amountCents, tongue)}`;

export function fteText(hundredths: number, tongue: Tongue): string {
  const text = (Math.abs(hundredths) / 100).toLocaleString(tongue === 'de' ? 'de-DE' : 'en-GB', {
    minimumFractionDigits: 2,
    maximumFractionDigits: 2,
  });
  return `${hundredths < 0 ? '−' : '+'}${text}`;
}

/** The cover check in a few words: what is missing in which year. */
export function coverText(cover: readonly MotionCover[], tongue: Tongue): string {
  const words = VOTING_WORDS[tongue];
  if (cover.length === 0) return words.noMoney;
  const planes: Readonly<Record<MotionPlane, string>> = words.planes;
  const uneven = cover.filter(({ openCents }) => openCents !== 0);
  if (uneven.length === 0) return words.covered;
  return uneven
    .map(({ plane, fiscalYear, openCents }) =>
      openCents > 0
        ? words.open(planes[plane], fiscalYear, amountText(openCents, tongue))
        : words.gained(planes[plane], fiscalYear, amountText(-openCents, tongue)),
    )
    .join('\n');
}

/** What the council calls a motion: its number, or its title where it has none. */
export const nameOf = ({ code, title }: Pick<MotionRow, 'code' | 'title'>): string => (code === '' ? title : code);
