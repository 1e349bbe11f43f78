import type { ContractKind, ContractMetric } from '@etatlotse/domain/contract';
import type { NetworkZone } from '@etatlotse/domain/budget';

/* Contracts of the sample city. What is bought follows the source paper, companies and amounts are invented. */

/** A contract as a share of what its line spends in a year. */
export interface DemoContract {
  readonly subject: string;
  readonly vendor: string;
  /** How its line begins. */
  readonly line: string;
  readonly kind: ContractKind;
  readonly metric: ContractMetric;
  readonly quantity: number;
  /** Percent of the line's year. */
  readonly share: number;
  /** A price a month or a year. */
  readonly months: 1 | 12;
  /** Years after the running one in which it began. */
  readonly start: number;
  /** When the term ends: so many years after the running one, soon, at a fixed day without renewal, or never. */
  readonly ends: number | 'soon' | 'fixed' | 'open';
  /** Months of notice. */
  readonly notice: number;
  /** Yearly rise in hundredths of a percent. */
  readonly rise?: number;
  readonly isInHouse?: boolean;
  readonly isCostRecovery?: boolean;
}

export const DEMO_CONTRACTS: readonly DemoContract[] = [
  {
    subject: 'DMS: Lizenzen und Pflege',
    vendor: 'Aktenwerk Systeme GmbH',
    line: 'DMS-Ausbau stadtweit',
    kind: 'licence',
    metric: 'workplaces',
    quantity: 2150,
    share: 45,
    months: 12,
    start: -2,
    ends: 2,
    notice: 6,
    rise: 300,
  },
  {
    subject: 'Digitaler Posteingang: Pflege der Scanstrecke',
    vendor: 'Aktenwerk Systeme GmbH',
    line: 'Digitaler Posteingang',
    kind: 'maintenance',
    metric: 'flat',
    quantity: 1,
    share: 35,
    months: 12,
    start: -1,
    ends: 'soon',
    notice: 3,
  },
  {
    subject: 'E-Mail und Kalender: Nutzerlizenzen',
    vendor: 'Lizenzhandel Nord GmbH',
    line: 'E-Mail und Kalender',
    kind: 'licence',
    metric: 'users',
    quantity: 2600,
    share: 80,
    months: 12,
    start: -1,
    ends: 'soon',
    notice: 1,
    rise: 500,
  },
  {
    subject: 'Servervirtualisierung: Abonnement',
    vendor: 'Lizenzhandel Nord GmbH',
    line: 'Servervirtualisierung',
    kind: 'licence',
    metric: 'flat',
    quantity: 48,
    share: 75,
    months: 12,
    start: -1,
    ends: 'fixed',
    notice: 0,
  },
  {
    subject: 'Unified Communications: Betrieb',
    vendor: 'Stimmwerk Telekom GmbH',
    line: 'Unified Communications',
    kind: 'service',
    metric: 'users',
    quantity: 2400,
    share: 85,
    months: 1,
    start: -1,
    ends: 3,
    notice: 6,
  },
  {
    subject: 'Firewall: Wartung und Angriffserkennung',
    vendor: 'Wallschutz IT-Sicherheit AG',
    line: 'Firewall und Netzsicherheit',
    kind: 'maintenance',
    metric: 'flat',
    quantity: 1,
    share: 70,
    months: 12,
    start: -2,
    ends: 'soon',
    notice: 2,
    rise: 250,
  },
  {
    subject: 'E-Learning-Portal mit Live-Schulungen',
    vendor: 'Lernraum Online GmbH',
    line: 'E-Learning-Portal',
    kind: 'service',
    metric: 'users',
    quantity: 900,
    share: 55,
    months: 12,
    start: -1,
    ends: 1,
    notice: 3,
  },
  {
    subject: 'Mobilgeräteverwaltung',
    vendor: 'Systemhaus Löwenstadt GmbH',
    line: 'Mobilgeräteverwaltung',
    kind: 'licence',
    metric: 'flat',
    quantity: 640,
    share: 90,
    months: 1,
    start: -1,
    ends: 'open',
    notice: 3,
  },
  {
    subject: 'Prozesse aufnehmen und als Workflow bauen',
    vendor: 'Digitalgesellschaft Löwenstadt mbH',
    line: 'Workflow-Aufbau mit eigener Gesellschaft',
    kind: 'service',
    metric: 'flat',
    quantity: 1,
    share: 60,
    months: 1,
    start: -1,
    ends: 1,
    notice: 3,
    isInHouse: true,
  },
  {
    subject: 'Formularmanagement: Miete und Pflege',
    vendor: 'Formblatt Digital GmbH',
    line: 'Formularmanagement',
    kind: 'licence',
    metric: 'flat',
    quantity: 1,
    share: 65,
    months: 12,
    start: -1,
    ends: 1,
    notice: 3,
  },
  {
    subject: 'Druckdienste, auch für städtische Gesellschaften',
    vendor: 'Druckverbund Mitte GmbH',
    line: 'Druck- und Kopierdienste',
    kind: 'service',
    metric: 'flat',
    quantity: 310,
    share: 80,
    months: 1,
    start: -2,
    ends: 'fixed',
    notice: 0,
    isCostRecovery: true,
  },
];

/** Lines of one kind at several sites. */
export interface DemoFeeLine {
  readonly line: string;
  readonly subject: string;
  readonly vendor: string;
  readonly networkZone: NetworkZone;
  /** Percent of what the line is billed. */
  readonly share: number;
  readonly notice: number;
  readonly sites: readonly (readonly [site: string, quantity: number])[];
}

export const DEMO_FEE_LINES: readonly DemoFeeLine[] = [
  {
    line: 'Telefongebühren Rathaus',
    subject: 'Telefonanschlüsse',
    vendor: 'Stimmwerk Telekom GmbH',
    networkZone: 'telephony',
    share: 95,
    notice: 3,
    sites: [
      ['Rathaus', 540],
      ['Technisches Rathaus', 160],
      ['Sozialrathaus', 80],
    ],
  },
  {
    line: 'Mobilfunkverträge',
    subject: 'Mobilfunk mit Datenvolumen',
    vendor: 'Funknetz Nord AG',
    networkZone: 'telephony',
    share: 90,
    notice: 1,
    sites: [['Stadtweit', 640]],
  },
  {
    line: 'Standortvernetzung Glasfaser',
    subject: 'Standortverbindung Glasfaser',
    vendor: 'Netzbetrieb Heide GmbH',
    networkZone: 'administration',
    share: 100,
    notice: 6,
    sites: [
      ['Rathaus', 2],
      ['Bürgerzentrum Nord', 1],
      ['Bürgerzentrum Süd', 1],
      ['Sozialrathaus', 1],
      ['Stadtbibliothek', 1],
      ['Hauptfeuerwache', 1],
      ['Technisches Rathaus', 2],
    ],
  },
  {
    line: 'Internetzugänge der Schulen',
    subject: 'Internetzugang Schule',
    vendor: 'Netzbetrieb Heide GmbH',
    networkZone: 'education',
    share: 90,
    notice: 3,
    sites: [
      ['Grundschule Altstadt', 1],
      ['Gymnasium Burgplatz', 2],
      ['IGS Nord', 2],
      ['BBS Technik', 3],
      ['BBS Wirtschaft', 2],
      ['IGS Querum', 2],
      ['Gymnasium Raabe', 2],
      ['Realschule Maschplatz', 1],
      ['Grundschule Am Ring', 1],
      ['Grundschule Heidberg', 1],
    ],
  },
  {
    line: 'Datenleitungen Gebäudetechnik',
    subject: 'Datenleitung Gebäudetechnik',
    vendor: 'Netzbetrieb Heide GmbH',
    networkZone: 'building',
    share: 85,
    notice: 3,
    sites: [
      ['Heizwerk Mitte', 4],
      ['Technisches Rathaus', 6],
    ],
  },
  {
    line: 'Öffentliches WLAN',
    subject: 'Öffentliches WLAN: Zugangspunkte',
    vendor: 'Freifunk Löwenstadt e. V.',
    networkZone: 'external',
    share: 80,
    notice: 1,
    sites: [['Innenstadt', 24]],
  },
];
