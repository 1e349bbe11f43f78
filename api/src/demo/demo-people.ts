import type { Role, RoleKind } from '@etatlotse/domain/access';
import { CITY_COUNCIL, FINANCE_COMMITTEE } from './demo-council';

/** One account of the sample city. */
export interface DemoPerson {
  readonly mailbox: string;
  readonly displayName: string;
  readonly roles: readonly {
    readonly role: Role;
    readonly unit?: string;
    readonly kind?: RoleKind;
    readonly body?: string;
  }[];
}

export const DEMO_MAIL_DOMAIN = 'loewenstadt.example';

/** An account for every role, and a second treasurer for what needs four eyes. All are invented. */
export const DEMO_PEOPLE: readonly DemoPerson[] = [
  { mailbox: 'finanzen', displayName: 'Frauke Finke (Demo)', roles: [{ role: 'finance' }] },
  { mailbox: 'finanzen2', displayName: 'Malte Münzer (Demo)', roles: [{ role: 'finance' }] },
  { mailbox: 'fachbereich', displayName: 'Sabine Schulze (Demo)', roles: [{ role: 'department_head', unit: 'FB 40' }] },
  { mailbox: 'bestellung', displayName: 'Bernd Brandes (Demo)', roles: [{ role: 'clerk', unit: 'FB 40' }] },
  {
    mailbox: 'koordination',
    displayName: 'Kim Kramer (Demo)',
    roles: [{ role: 'coordinator', unit: 'FB 40', kind: 'it' }],
  },
  { mailbox: 'pruefung', displayName: 'Petra Prüß (Demo)', roles: [{ role: 'reviewer', kind: 'it_security' }] },
  {
    mailbox: 'itorganisation',
    displayName: 'Ilse Irmer (Demo)',
    roles: [{ role: 'reviewer', kind: 'it_organisation' }],
  },
  { mailbox: 'organisation', displayName: 'Olaf Ohm (Demo)', roles: [{ role: 'reviewer', kind: 'organisation' }] },
  { mailbox: 'datenschutz', displayName: 'Dana Dorn (Demo)', roles: [{ role: 'reviewer', kind: 'data_protection' }] },
  { mailbox: 'zentrale', displayName: 'Zoe Zander (Demo)', roles: [{ role: 'department_head', unit: 'FB 10' }] },
  { mailbox: 'buergerservice', displayName: 'Bodo Busch (Demo)', roles: [{ role: 'department_head', unit: 'FB 32' }] },
  { mailbox: 'soziales', displayName: 'Sofie Sommer (Demo)', roles: [{ role: 'department_head', unit: 'FB 50' }] },
  { mailbox: 'gebaeude', displayName: 'Gerd Gloger (Demo)', roles: [{ role: 'department_head', unit: 'FB 65' }] },
  { mailbox: 'personal', displayName: 'Paul Peters (Demo)', roles: [{ role: 'personnel_office' }] },
  { mailbox: 'gremien', displayName: 'Greta Grothe (Demo)', roles: [{ role: 'council_office' }] },
  { mailbox: 'revision', displayName: 'Rolf Richter (Demo)', roles: [{ role: 'auditor' }] },
  { mailbox: 'ausschuss', displayName: 'Anja Asche (Demo)', roles: [{ role: 'committee', body: FINANCE_COMMITTEE }] },
  { mailbox: 'rat', displayName: 'Ruth Rabe (Demo)', roles: [{ role: 'committee', body: CITY_COUNCIL }] },
  { mailbox: 'admin', displayName: 'Alex Adler (Demo)', roles: [{ role: 'admin' }] },
];
