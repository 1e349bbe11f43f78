import { moveOffer, OFFER_STORE } from '../inventory';
import type { Transaction } from '../platform/database/transactions';
import type { DemoPlaces } from './demo-places';

const COUNCIL_GROUP = 'council_group';
const CITY_COMPANY = 'city_company';

/** Days of the running year; offers whose day has not come are left out. */
const demoOffers = (year: number) =>
  [
    [
      COUNCIL_GROUP,
      'Fraktion A',
      'DMS-Zugang für die Fraktionsarbeit',
      `${year - 1}-11-15`,
      180_000,
      0,
      null,
      'running',
    ],
    [COUNCIL_GROUP, 'Fraktion B', 'DMS-Zugang für die Fraktionsarbeit', `${year}-02-10`, 180_000, 0, null, null],
    [
      COUNCIL_GROUP,
      'Fraktion C',
      'Digitaler Sitzungsdienst auf Tablets',
      `${year}-02-10`,
      240_000,
      null,
      'open',
      'declined',
    ],
    [
      CITY_COMPANY,
      'Stadtbad GmbH',
      'Beratung zur Einführung eines DMS',
      `${year}-01-20`,
      1_450_000,
      1_450_000,
      'taxable',
      'running',
    ],
    [
      CITY_COMPANY,
      'Klinikum gGmbH',
      'Beratung zur digitalen Post',
      `${year}-01-28`,
      900_000,
      720_000,
      'open',
      'accepted',
    ],
    [
      CITY_COMPANY,
      'Verkehrsbetriebe GmbH',
      'Druckdienste mitnutzen',
      `${year - 1}-06-01`,
      2_600_000,
      2_800_000,
      'not_taxable',
      'running',
    ],
  ] as const;

/** Offers to council groups and companies of the city; that there are such offers is of the source paper. */
export async function seedOffers(tx: Transaction, places: DemoPlaces, thisYear: number): Promise<void> {
  const offers = demoOffers(thisYear).filter(([, , , offeredOn]) => offeredOn <= tx.today);
  for (const [recipientKind, recipient, name, offeredOn, costCents, recoveryCents, vatAnswer, state] of offers) {
    const stated = {
      ...{ name: `${name} (${recipient})`, recipientKind, recipient, offeredOn, costCents, recoveryCents, vatAnswer },
      ...{ unitId: places.unit('10.2'), note: 'Demo', contractId: null },
      lineId: places.line(name.startsWith('Druck') ? 'Druck- und Kopierdienste' : undefined),
    };
    const id = await OFFER_STORE.insert(tx, stated, 'demo');
    if (id === null) throw new Error('A new city has no offer yet.');
    const way = state === 'running' ? (['accepted', 'running'] as const) : state === null ? [] : [state];
    for (const to of way) await moveOffer(tx, id, { to, happenedOn: offeredOn, reason: 'Demo: schriftlich bestätigt' });
  }
}
