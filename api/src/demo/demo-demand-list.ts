import { APP_RUN, demand, type DemoDemand, type DemoItem, once, RUN, SCHOOL, yearly } from './demo-demand';
import { ADMINISTRATION_DEMANDS } from './demo-demand-administration';
import { TECHNOLOGY_DEMANDS } from './demo-demand-technology';

/** The whole round. */
export const DEMO_DEMANDS: readonly DemoDemand[] = [...ADMINISTRATION_DEMANDS, ...TECHNOLOGY_DEMANDS];

/** What was adopted a year ago and can be copied. */
export const DEMO_LAST_YEAR: readonly DemoDemand[] = [
  demand(
    'Notebooks: Ersatz nach Zyklus',
    ['10.3', 'adopted', 'CORE'],
    'Arbeitsplätze im fünften Jahr',
    RUN,
    yearly('device', 'Notebook 14 Zoll', 400, 'Stück', 920),
  ),
  demand(
    'Schulnetze: Betrieb und Support',
    ['40.2', 'adopted', 'SCHOOL_NET'],
    'alle Schulen',
    { ...RUN, zone: 'education' },
    yearly('services', 'Support', 1, 'Jahr', 372000),
  ),
  demand(
    'Schulverwaltungssoftware: Pflege',
    ['40.1', 'adopted', 'CORE'],
    'Schulsekretariate',
    APP_RUN,
    yearly('licence', 'Pflegevertrag', 1, 'Jahr', 45500),
  ),
  demand(
    'Medienausstattung zweier Grundschulen',
    ['FB 40', 'adopted', 'SCHOOL_NET'],
    'zwei Grundschulen',
    { ...SCHOOL, central: false },
    once('device', 'Interaktive Tafel', 24, 'Stück', 3800),
  ),
];

/** Things with a price from which demands are put together; prices are invented. */
export const DEMO_STANDARD_ITEMS: readonly DemoItem[] = [
  once('device', 'Notebook 14 Zoll', 1, 'Stück', 940),
  once('device', 'Notebook 16 Zoll', 1, 'Stück', 1190),
  once('device', 'Tablet mit Stift', 1, 'Stück', 780),
  once('device', 'Smartphone', 1, 'Stück', 395),
  once('device', 'Monitor 27 Zoll', 1, 'Stück', 210),
  once('device', 'Dockingstation', 1, 'Stück', 145),
  once('device', 'Headset', 1, 'Stück', 62),
  once('services', 'Beratertag', 1, 'Tag', 1200),
  once('services', 'Einführungstag DMS', 1, 'Tag', 1150),
  once('training', 'Live-Online-Schulung', 1, 'Termin', 390),
  yearly('licence', 'Arbeitsplatzlizenz DMS', 1, 'Arbeitsplatz', 92),
  yearly('licence', 'Bürolizenz', 1, 'Arbeitsplatz', 182),
  yearly('licence', 'E-Learning-Zugang', 1, 'Nutzer', 14),
  yearly('fees', 'Mobilfunkkarte', 1, 'Karte', 96),
  yearly('fees', 'Telefonanschluss', 1, 'Anschluss', null),
];
