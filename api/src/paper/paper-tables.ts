import type { PaperBlock, PaperTableRow } from '@etatlotse/contracts/council/plain';
import type { SnapshotContent, SnapshotExtra } from '@etatlotse/contracts/snapshot/plain';
import { dayText, euro, FRAME_NAMES } from './paper-figures';

type Table = Extract<PaperBlock, { readonly kind: 'table' }>;

const STATUS_WORDS = { green: 'im Plan', yellow: 'gefährdet', red: 'kritisch', unknown: 'unbekannt' } as const;
const EXTRA_KIND_WORDS = { over_plan: 'überplanmäßig', outside_plan: 'außerplanmäßig' } as const;
const COVER_WORDS = {
  less_spending: 'Minderaufwand',
  more_revenue: 'Mehrertrag',
  contingency: 'Deckungsreserve',
  next_year: 'Haushalt des Folgejahres',
} as const;

const text = (label: string) => ({ label, isNumber: false });
const amount = (label: string) => ({ label, isNumber: true });
const row = (...cells: string[]) => ({ cells, isSum: false });
const sum = (...cells: string[]) => ({ cells, isSum: true });

/** The tables that a text may name. */
export function paperTables(content: SnapshotContent): readonly (PaperTableRow & { readonly table: Table })[] {
  return [
    { key: 'frames', label: 'Rahmen und ihre Verwendung', table: framesTable(content) },
    { key: 'projects', label: 'Stand der Vorhaben', table: projectsTable(content) },
    ...content.extras.flatMap((extra) => [
      { key: `extra.${extra.number}.items`, label: `${extra.number}: Mittel`, table: itemsTable(extra) },
      { key: `extra.${extra.number}.cover`, label: `${extra.number}: Deckung`, table: coverTable(extra) },
    ]),
  ];
}

function framesTable({ overview: { frames, totals } }: SnapshotContent): Table {
  const isUnknown = totals.unknownFrames.length > 0;
  const plus = isUnknown ? ' + unbekannt' : '';
  return {
    kind: 'table',
    caption: 'Rahmen und ihre Verwendung',
    columns: [text('Rahmen'), amount('Rahmen in €'), amount('Ist'), amount('Obligo'), amount('verfügbar')],
    rows: [
      ...frames.map((frame) =>
        row(
          FRAME_NAMES[frame.frame],
          euro(frame.ceilingCents),
          euro(frame.actualCents),
          euro(frame.commitmentCents),
          euro(frame.availableCents),
        ),
      ),
      sum(
        'Zusammen',
        `${euro(totals.ceilingCents)}${plus}`,
        euro(totals.actualCents),
        euro(totals.commitmentCents),
        `${euro(totals.availableCents)}${plus}`,
      ),
    ],
  };
}

function projectsTable({ projects }: SnapshotContent): Table {
  return {
    kind: 'table',
    caption: 'Stand der Vorhaben',
    columns: [text('Vorhaben'), text('Stand'), text('Ende'), text('zuerst geplant'), amount('ausgegeben')],
    rows: projects
      .filter(({ level, state }) => level === 'project' && state !== 'closed')
      .map((project) =>
        row(
          project.name,
          STATUS_WORDS[project.status],
          dayText(project.currentEnd ?? project.plannedEnd),
          project.originalEnd === null ? '–' : dayText(project.originalEnd),
          euro(project.actualCents),
        ),
      ),
  };
}

/** The city's form: Ansatz, bereits bereitgestellt, beantragt, neu zur Verfügung; expense and investment apart (T4a). */
function itemsTable({ items, totals }: SnapshotExtra): Table {
  const side = (label: string, of: SnapshotExtra['totals']['all']) =>
    sum(
      label,
      '',
      euro(of.appropriationCents),
      euro(of.grantedBeforeCents),
      euro(of.requestedCents),
      euro(of.newFundsCents),
    );
  return {
    kind: 'table',
    caption: 'Mittel',
    columns: [
      text('Zeile, Projekt und Sachkonto'),
      text('Art'),
      amount('Ansatz'),
      amount('bereitgestellt'),
      amount('beantragt'),
      amount('neu'),
    ],
    rows: [
      ...items.map((item) =>
        row(
          [item.subBudget, item.statementLine, item.projectKey === '' ? item.number : item.projectKey, item.account]
            .filter((part) => part !== '')
            .join(' / '),
          EXTRA_KIND_WORDS[item.kind],
          euro(item.appropriationCents),
          euro(item.grantedBeforeCents),
          euro(item.requestedCents),
          euro(item.newFundsCents),
        ),
      ),
      side('Aufwand', totals.operating),
      side('Investiv', totals.investing),
      side('Zusammen', totals.all),
    ],
  };
}

function coverTable({ covers, totals }: SnapshotExtra): Table {
  return {
    kind: 'table',
    caption: 'Deckung',
    columns: [text('Art der Deckung'), text('Zeile'), amount('Betrag')],
    rows: [
      ...covers.map(({ kind, line, amountCents }) =>
        row(COVER_WORDS[kind], line === null ? '–' : `${line.number} ${line.name}`, euro(amountCents)),
      ),
      sum('Zusammen', '', euro(totals.all.requestedCents)),
    ],
  };
}
