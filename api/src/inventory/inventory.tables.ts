import type {
  DeskRow,
  OfferRow,
  ProcessRow,
  ServiceRow,
  SystemRow,
  TrainingRow,
} from '@etatlotse/contracts/inventory/plain';
import { tableOf } from '../platform/http/table';

/** What every register of the inventory has in its last columns. */
const ORIGIN = [
  'origin',
  'text',
  'Herkunft',
  'Origin',
  { source: ['aus der Quelle', 'from the source'], demo: ['Demo', 'demo'], person: ['erfasst', 'entered'] },
] as const;
const UNIT = [
  ['unit.code', 'text', 'Einheit', 'Unit'],
  ['unit.name', 'text', 'Name der Einheit', 'Name of the unit'],
] as const;

export const SERVICE_TABLE = tableOf<ServiceRow>('Leistungen', 'Services', [
  ['name', 'text', 'Leistung', 'Service'],
  ...UNIT,
  [
    'task',
    'text',
    'Aufgabe',
    'Task',
    { own: ['eigene', 'own'], state_federal: ['Land oder Bund', 'state or federal'] },
  ],
  ['hasForm', 'yesNo', 'Formular', 'Form'],
  ['hasProcedure', 'yesNo', 'Fachverfahren', 'Procedure'],
  ['hasDms', 'yesNo', 'DMS', 'DMS'],
  ['maturity', 'number', 'Reifegrad von 3', 'Maturity of 3'],
  ['solution', 'text', 'Lösung', 'Solution', { own_form: ['eigenes Formular', 'own form'], efa: ['EfA', 'EfA'] }],
  ['fundingEndsOn', 'day', 'Finanzierung endet', 'Funding ends'],
  ['runningCents', 'cents', 'Laufende Kosten in Euro', 'Running cost in euros'],
  ['costPerCaseCents', 'cents', 'Kosten je Fall in Euro', 'Cost a case in euros'],
  ORIGIN,
]);

export const SYSTEM_TABLE = tableOf<SystemRow>('Systeme', 'Systems', [
  ['name', 'text', 'System', 'System'],
  ['vendor', 'text', 'Hersteller', 'Vendor'],
  ...UNIT,
  [
    'serviceClass',
    'text',
    'Art',
    'Class',
    {
      central_infrastructure: ['Querschnittsinfrastruktur', 'central infrastructure'],
      business_application: ['Fachverfahren', 'business application'],
    },
  ],
  [
    'criticality',
    'text',
    'Bedeutung',
    'Criticality',
    {
      low: ['gering', 'low'],
      normal: ['normal', 'normal'],
      high: ['hoch', 'high'],
      critical: ['kritisch', 'critical'],
    },
  ],
  [
    'state',
    'text',
    'Stand',
    'State',
    { planned: ['geplant', 'planned'], running: ['in Betrieb', 'running'], retired: ['abgelöst', 'retired'] },
  ],
  ['supportEndsOn', 'day', 'Ende der Unterstützung', 'Support ends'],
  ['yearCents', 'cents', 'Kosten des Jahres in Euro', 'Cost of the year in euros'],
  ['securityCents', 'cents', 'Davon Sicherheit in Euro', 'Security part in euros'],
  ORIGIN,
]);

export const TRAINING_TABLE = tableOf<TrainingRow>('Schulungen', 'Trainings', [
  ['name', 'text', 'Schulung', 'Training'],
  [
    'technology',
    'text',
    'Thema',
    'Technology',
    {
      dms: ['DMS', 'DMS'],
      uc: ['UC', 'UC'],
      beck_online: ['Beck-Online', 'Beck-Online'],
      ai: ['KI', 'AI'],
      other: ['Sonstiges', 'other'],
    },
  ],
  [
    'format',
    'text',
    'Form',
    'Format',
    { live: ['Live-Termin', 'live session'], e_learning: ['E-Learning', 'e-learning'] },
  ],
  ['provider', 'text', 'Anbieter', 'Provider'],
  ...UNIT,
  ['unitPriceCents', 'cents', 'Preis je Platz in Euro', 'Price a seat in euros'],
  ['sessions', 'number', 'Termine', 'Sessions'],
  ['seats', 'number', 'Plätze', 'Seats'],
  ['attended', 'number', 'Teilgenommen', 'Attended'],
  ['costCents', 'cents', 'Kosten in Euro', 'Cost in euros'],
  ORIGIN,
]);

export const PROCESS_TABLE = tableOf<ProcessRow>('Prozesse', 'Processes', [
  ['name', 'text', 'Prozess', 'Process'],
  ...UNIT,
  [
    'stage',
    'text',
    'Stufe',
    'Stage',
    { recorded: ['erfasst', 'recorded'], optimised: ['verbessert', 'optimised'], workflow: ['als Ablauf', 'workflow'] },
  ],
  ['recordedOn', 'day', 'Erfasst am', 'Recorded on'],
  ['optimisedOn', 'day', 'Verbessert am', 'Optimised on'],
  ['workflowOn', 'day', 'Als Ablauf seit', 'Workflow since'],
  ['builtBy', 'text', 'Gebaut von', 'Built by'],
  ['isInHouse', 'yesNo', 'Inhouse', 'In-house'],
  ['reviewDueOn', 'day', 'Prüfung fällig', 'Review due'],
  ORIGIN,
]);

export const OFFER_TABLE = tableOf<OfferRow>('Angebote', 'Offers', [
  ['name', 'text', 'Angebot', 'Offer'],
  ['recipient', 'text', 'An', 'To'],
  ...UNIT,
  [
    'state',
    'text',
    'Stand',
    'State',
    {
      offered: ['angeboten', 'offered'],
      accepted: ['angenommen', 'accepted'],
      running: ['läuft', 'running'],
      done: ['erledigt', 'done'],
      declined: ['abgelehnt', 'declined'],
    },
  ],
  ['offeredOn', 'day', 'Angeboten am', 'Offered on'],
  ['costCents', 'cents', 'Kosten in Euro', 'Cost in euros'],
  ['recoveryCents', 'cents', 'Erstattung in Euro', 'Recovery in euros'],
  ['uncoveredCents', 'cents', 'Nicht gedeckt in Euro', 'Uncovered in euros'],
  ORIGIN,
]);

export const DESK_TABLE = tableOf<DeskRow>('Funktionen', 'Desks', [
  ['name', 'text', 'Name', 'Name'],
  [
    'kind',
    'text',
    'Art',
    'Kind',
    {
      project_group: ['Projektgruppe', 'project group'],
      working_group: ['Arbeitsgruppe', 'working group'],
      contact_it_organisation: ['Zentrale Stelle IT-Organisation', 'central contact IT organisation'],
      contact_organisation: ['Zentrale Stelle Organisation', 'central contact organisation'],
      contact_data_protection: ['Zentrale Stelle Datenschutz', 'central contact data protection'],
      contact_it_security: ['Zentrale Stelle IT-Sicherheit', 'central contact IT security'],
      coordinator_it: ['IT-Koordination', 'IT coordinator'],
      coordinator_data_protection: ['Datenschutz-Koordination', 'data protection coordinator'],
      coordinator_it_security: ['IT-Sicherheits-Koordination', 'IT security coordinator'],
      coordinator_digitalisation: ['Digitalisierungs-Koordination', 'digitalisation coordinator'],
      coordinator_ozg: ['OZG-Koordination', 'online access act coordinator'],
    },
  ],
  ...UNIT,
  ['startsOn', 'day', 'Von', 'From'],
  ['endsOn', 'day', 'Bis', 'Until'],
  ['fteHundredths', 'hundredths', 'VZÄ', 'FTE'],
  ORIGIN,
]);
