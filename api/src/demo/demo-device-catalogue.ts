import type { CreateDeviceKind } from '@etatlotse/contracts/device';
import type { NetworkZone } from '@etatlotse/domain/budget';

/* Devices of the sample city. The kinds follow the source paper; prices, quantities and ages are invented. */

type DemoKind = Omit<CreateDeviceKind, 'vatBasisPoints' | 'source' | 'answerReason'> & {
  readonly answerReason?: string;
};

const kind = (
  code: string,
  name: string,
  euros: number,
  cycleMonths: number,
  more: Partial<DemoKind> = {},
): DemoKind => ({ code, name, netUnitCents: euros * 100, cycleMonths, isStandalone: true, ...more });

export const DEMO_KINDS: readonly DemoKind[] = [
  kind('NB', 'Notebook', 870, 60),
  kind('NC', 'Notebook für CAD und Geodaten', 1690, 48),
  kind('TB', 'Tablet', 465, 48),
  kind('SP', 'Smartphone', 389, 36),
  kind('TF', 'Tischtelefon', 118, 96),
  kind('MO', 'Monitor', 189, 84, { isStandalone: false }),
  kind('DO', 'Dockingstation', 162, 60, {
    isStandalone: false,
    answer: 'expense',
    answerReason: 'Vermerk der Kämmerei: Zubehör, einzeln ersetzt (Demo)',
  }),
  kind('DT', 'Digitale Tafel', 3950, 96),
  kind('AP', 'WLAN-Zugangspunkt', 412, 72),
  kind('SW', 'Etagenswitch', 2350, 84),
  kind('KS', 'Kernswitch', 18_400, 84),
];

/** Devices bought together: kind, how many, months ago, how many have gone since. */
type DemoBatch = readonly [kind: string, quantity: number, monthsAgo: number, gone: number];

/** What stands at a site, for whom, in which network. */
interface DemoStock {
  readonly site: string;
  readonly unit: string;
  readonly zone: NetworkZone;
  readonly batches: readonly DemoBatch[];
}

export const DEMO_STOCK: readonly DemoStock[] = [
  {
    site: 'Rathaus',
    unit: 'FB 10',
    zone: 'administration',
    batches: [
      ['NB', 260, 71, 9],
      ['NB', 210, 46, 4],
      ['NB', 240, 22, 1],
      ['NB', 180, 5, 0],
      ['DO', 390, 64, 22],
      ['DO', 320, 20, 0],
      ['MO', 640, 92, 41],
      ['MO', 520, 38, 6],
      ['TB', 60, 29, 3],
      ['SP', 140, 41, 12],
      ['SP', 160, 15, 2],
    ],
  },
  { site: 'Rathaus', unit: 'FB 10', zone: 'telephony', batches: [['TF', 780, 104, 63]] },
  {
    site: 'Technisches Rathaus',
    unit: 'FB 61',
    zone: 'administration',
    batches: [
      ['NB', 110, 58, 5],
      ['NC', 42, 50, 1],
      ['NC', 36, 11, 0],
      ['MO', 290, 75, 8],
      ['DO', 150, 57, 4],
      ['TB', 48, 34, 2],
    ],
  },
  { site: 'Technisches Rathaus', unit: 'FB 65', zone: 'telephony', batches: [['TF', 240, 79, 6]] },
  {
    site: 'Sozialrathaus',
    unit: 'FB 50',
    zone: 'administration',
    batches: [
      ['NB', 150, 66, 3],
      ['NB', 90, 27, 0],
      ['MO', 310, 60, 5],
      ['DO', 160, 40, 2],
    ],
  },
  {
    site: 'Jugendamt',
    unit: 'FB 51',
    zone: 'administration',
    batches: [
      ['NB', 130, 39, 2],
      ['SP', 110, 26, 5],
      ['TB', 40, 52, 4],
      ['MO', 180, 28, 0],
    ],
  },
  {
    site: 'Bürgerzentrum Nord',
    unit: 'FB 32',
    zone: 'administration',
    batches: [
      ['NB', 46, 63, 1],
      ['MO', 92, 63, 2],
      ['TF', 38, 70, 0],
    ],
  },
  {
    site: 'Bürgerzentrum Süd',
    unit: 'FB 32',
    zone: 'administration',
    batches: [
      ['NB', 38, 18, 0],
      ['MO', 76, 18, 0],
    ],
  },
  {
    site: 'Hauptfeuerwache',
    unit: 'FB 37',
    zone: 'administration',
    batches: [
      ['NB', 54, 31, 1],
      ['TB', 70, 44, 6],
      ['SP', 64, 8, 0],
    ],
  },
  { site: 'Stadtbibliothek', unit: 'FB 41', zone: 'administration', batches: [['NB', 32, 49, 0]] },
  { site: 'Rechenzentrum', unit: '10.3', zone: 'administration', batches: [['SW', 84, 62, 2]] },
  {
    site: 'IGS Nord',
    unit: '40.2',
    zone: 'education',
    batches: [
      ['TB', 320, 37, 11],
      ['DT', 46, 68, 1],
      ['AP', 58, 33, 0],
      ['NB', 64, 53, 3],
    ],
  },
  {
    site: 'Gymnasium Burgplatz',
    unit: '40.2',
    zone: 'education',
    batches: [
      ['TB', 240, 50, 14],
      ['DT', 38, 42, 0],
      ['SW', 14, 90, 0],
      ['AP', 40, 25, 0],
    ],
  },
  {
    site: 'BBS Technik',
    unit: '40.2',
    zone: 'education',
    batches: [
      ['NC', 60, 19, 0],
      ['NB', 180, 61, 7],
      ['DT', 52, 30, 0],
    ],
  },
  {
    site: 'Grundschule Altstadt',
    unit: '40.2',
    zone: 'education',
    batches: [
      ['TB', 96, 13, 0],
      ['DT', 14, 77, 0],
      ['AP', 16, 40, 0],
    ],
  },
];

/** The shared core switches, by the key. */
export const DEMO_SHARED: { readonly site: string; readonly unit: string; readonly batch: DemoBatch } = {
  site: 'Rechenzentrum',
  unit: '10.3',
  batch: ['KS', 4, 74, 0],
};

/** What a kind of workplace is given: kind and how many. */
export const DEMO_SETS: readonly {
  readonly name: string;
  readonly workplaces: number;
  readonly items: readonly (readonly [kind: string, quantity: number])[];
}[] = [
  {
    name: 'Büroarbeitsplatz (Demo)',
    workplaces: 1420,
    items: [
      ['NB', 1],
      ['DO', 1],
      ['MO', 2],
      ['TF', 1],
    ],
  },
  {
    name: 'Technischer Arbeitsplatz (Demo)',
    workplaces: 80,
    items: [
      ['NC', 1],
      ['MO', 2],
      ['TF', 1],
    ],
  },
  {
    name: 'Außendienst (Demo)',
    workplaces: 260,
    items: [
      ['TB', 1],
      ['SP', 1],
    ],
  },
  { name: 'Lernraum (Demo)', workplaces: 160, items: [['DT', 1]] },
];
