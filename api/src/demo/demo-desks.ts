import { DESK_KINDS, type DeskKind } from '@etatlotse/domain/inventory';
import { DESK_STORE, insertFte } from '../inventory';
import type { Transaction } from '../platform/database/transactions';
import type { DemoPlaces } from './demo-places';

const DESK_NAMES: Readonly<
  Partial<Record<DeskKind, readonly (readonly [name: string, unit: string | null, fte: readonly number[]])[]>>
> = {
  project_group: [
    ['Projektgruppe DMS', '10.2', [300, 450, 400]],
    ['Projektgruppe OZG', '10.2', [200, 250]],
  ],
  working_group: [
    ['Arbeitsgruppe Schulnetze', '40.2', [100, 150]],
    ['Arbeitsgruppe KI', '10.2', []],
  ],
  contact_it_organisation: [['Zentrale Stelle IT-Organisation', '10.2', [500, 650, 800]]],
  contact_organisation: [['Zentrale Stelle Organisation', 'FB 10', [300, 400]]],
  contact_data_protection: [['Zentrale Stelle Datenschutz', null, [100, 150]]],
  contact_it_security: [['Zentrale Stelle IT-Sicherheit', null, [100, 200, 250]]],
};
const COORDINATED = ['FB 20', 'FB 32', 'FB 40', 'FB 50'] as const;
const COORDINATORS: Readonly<Partial<Record<DeskKind, string>>> = {
  coordinator_it: 'IT-Koordination',
  coordinator_data_protection: 'Datenschutz-Koordination',
  coordinator_it_security: 'IT-Sicherheits-Koordination',
  coordinator_digitalisation: 'Digitalisierungs-Koordination',
  coordinator_ozg: 'OZG-Koordination',
};
const NOTE = 'Aus der Quelle: Art der Stelle. Name, Postfach und VZÄ: Demo.';

/** The way of work: groups, contacts and coordinators with the history of their full-time equivalents. */
export async function seedDesks(tx: Transaction, places: DemoPlaces, thisYear: number): Promise<void> {
  for (const kind of DESK_KINDS) {
    const coordinator = COORDINATORS[kind];
    const desks =
      coordinator === undefined
        ? (DESK_NAMES[kind] ?? [])
        : COORDINATED.map((unit) => [coordinator, unit, kind === 'coordinator_it' ? [20, 25] : [10]] as const);
    for (const [name, unit, fte] of desks) {
      const unitId = unit === null ? null : places.unit(unit);
      const mailbox = `${kind.replaceAll('_', '-')}${unit === null ? '' : `.${unit.replaceAll(' ', '').replaceAll('.', '')}`}@loewenstadt.example`;
      const days = { startsOn: `${thisYear - 3}-01-01`, endsOn: null };
      const stated = { name, unitId, note: NOTE, kind, mailbox: mailbox.toLowerCase(), personId: null, ...days };
      const id = await DESK_STORE.insert(tx, stated, 'source');
      if (id === null) throw new Error('A new city has no desk yet.');
      for (const [at, fteHundredths] of fte.entries()) {
        const validFrom = `${thisYear - 2 + at}-01-01`;
        const reason = 'Demo: Stellenplan';
        await insertFte(tx, id, { id: tx.nextId(), validFrom, fteHundredths, reason, supersedesId: null });
      }
    }
  }
}
