import type { TrainingFormat, TrainingTechnology } from '@etatlotse/domain/inventory';
import { insertSession, saveTarget, TRAINING_STORE, updateSession } from '../inventory';
import type { Transaction } from '../platform/database/transactions';
import type { DemoPlaces } from './demo-places';

interface DemoSession {
  readonly startsOn: string;
  readonly seats: number;
  /** People by unit; null until it was held. */
  readonly people: Readonly<Record<string, number>> | null;
}

interface DemoTraining {
  readonly name: string;
  readonly technology: TrainingTechnology;
  readonly format: TrainingFormat;
  readonly provider: string;
  readonly unitPriceCents: number | null;
  readonly contract?: string;
  readonly line?: string;
  readonly sessions: readonly DemoSession[];
}

const E_LEARNING = { contract: 'E-Learning-Portal', line: 'E-Learning-Portal', unitPriceCents: null } as const;

/** Trainings by what the source paper names: DMS, UC, Beck-Online and AI. Seats, people and prices are invented. */
const demoTrainings = (year: number): readonly DemoTraining[] => [
  {
    name: 'DMS Grundlagen, live mit dem Hersteller',
    technology: 'dms',
    format: 'live',
    provider: 'Optimal Systems GmbH',
    unitPriceCents: 14_500,
    line: 'DMS-Ausbau stadtweit',
    sessions: [
      { startsOn: `${year}-02-17`, seats: 60, people: { 'FB 20': 24, 'FB 40': 29 } },
      { startsOn: `${year}-05-12`, seats: 60, people: { 'FB 50': 41, 'FB 32': 12 } },
      { startsOn: `${year + 1}-01-20`, seats: 60, people: null },
    ],
  },
  {
    name: 'DMS im Selbststudium',
    technology: 'dms',
    format: 'e_learning',
    provider: 'Lernraum Online GmbH',
    ...E_LEARNING,
    sessions: [
      { startsOn: `${year}-01-15`, seats: 900, people: { 'FB 10': 96, 'FB 32': 118, 'FB 51': 143, 'FB 60': 52 } },
    ],
  },
  {
    name: 'Unified Communications am Arbeitsplatz',
    technology: 'uc',
    format: 'live',
    provider: 'Stimmwerk Telekom GmbH',
    unitPriceCents: 4_900,
    line: 'Unified Communications',
    sessions: [
      { startsOn: `${year}-03-10`, seats: 120, people: { 'FB 10': 44, 'FB 20': 31, 'FB 40': 27 } },
      { startsOn: `${year}-06-09`, seats: 120, people: { 'FB 50': 38, 'FB 66': 40 } },
    ],
  },
  {
    name: 'Recherche in Beck-Online',
    technology: 'beck_online',
    format: 'live',
    provider: 'Verlag C. H. Beck',
    unitPriceCents: 0,
    sessions: [{ startsOn: `${year}-04-21`, seats: 40, people: { 'FB 32': 14, 'FB 60': 11 } }],
  },
  {
    name: 'KI im Büro: erlaubt, sinnvoll, sicher',
    technology: 'ai',
    format: 'e_learning',
    provider: 'Lernraum Online GmbH',
    ...E_LEARNING,
    sessions: [{ startsOn: `${year}-02-02`, seats: 400, people: { 'FB 10': 72, 'FB 40': 35, 'FB 61': 28 } }],
  },
];

const TARGETS: readonly (readonly [unit: string, technology: TrainingTechnology, people: number])[] = [
  ['FB 10', 'dms', 120],
  ['FB 20', 'dms', 60],
  ['FB 32', 'dms', 240],
  ['FB 40', 'dms', 85],
  ['FB 50', 'dms', 160],
  ['FB 60', 'dms', 55],
  ['FB 10', 'uc', 120],
  ['FB 10', 'ai', 120],
  ['FB 40', 'ai', 85],
];

export async function seedTrainings(tx: Transaction, places: DemoPlaces, thisYear: number): Promise<void> {
  for (const { sessions, contract, line, ...training } of demoTrainings(thisYear)) {
    const paid = { contractId: places.contract(contract), lineId: places.line(line) };
    const note = 'Aus der Quelle: Technik und Form. Plätze, Teilnahme und Preise: Demo.';
    const id = await TRAINING_STORE.insert(tx, { ...training, ...paid, note, unitId: null }, 'source');
    if (id === null) throw new Error('A new city has no training yet.');
    for (const { startsOn, seats, people } of sessions) {
      const place = training.format === 'live' ? 'Schulungsraum Rathaus' : '';
      const sessionId = await insertSession(tx, id, { startsOn, seats, place });
      if (people === null || startsOn > tx.today) continue;
      const attendance = Object.entries(people).map(([unit, count]) => ({ unitId: places.unit(unit), people: count }));
      await updateSession(tx, id, sessionId, { startsOn, seats, place, attendance });
    }
  }
  for (const [unit, technology, people] of TARGETS) {
    await saveTarget(tx, { unitId: places.unit(unit), technology, people, version: 0 });
  }
}
