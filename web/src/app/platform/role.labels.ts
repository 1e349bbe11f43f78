import type { Role, RoleKind } from '@etatlotse/domain/access';
import { labels } from '../ui/language/language';

const rolesDe: Record<Role, string> = {
  admin: 'Betrieb',
  finance: 'Kämmerei',
  clerk: 'Bestellung',
  department_head: 'Fachbereichsleitung',
  coordinator: 'Koordination',
  reviewer: 'Prüfstelle',
  personnel_office: 'Personalstelle',
  council_office: 'Gremienbüro',
  auditor: 'Rechnungsprüfung',
  committee: 'Ausschuss',
};
const rolesEn: Record<Role, string> = {
  admin: 'Operations',
  finance: 'Finance',
  clerk: 'Ordering',
  department_head: 'Department head',
  coordinator: 'Coordination',
  reviewer: 'Review desk',
  personnel_office: 'Personnel office',
  council_office: 'Council office',
  auditor: 'Audit office',
  committee: 'Committee',
};
const kindsDe: Record<RoleKind, string> = {
  it: 'IT',
  data_protection: 'Datenschutz',
  it_security: 'IT-Sicherheit',
  digitalisation: 'Digitalisierung',
  ozg: 'OZG',
  it_organisation: 'IT-Organisation',
  organisation: 'Organisation',
};
const kindsEn: Record<RoleKind, string> = {
  it: 'IT',
  data_protection: 'Data protection',
  it_security: 'IT security',
  digitalisation: 'Digitalisation',
  ozg: 'Online access act',
  it_organisation: 'IT organisation',
  organisation: 'Organisation',
};

/** Names of roles and their kinds, for every page that speaks of people. */
export const roleLabels = labels({ de: { roles: rolesDe, kinds: kindsDe }, en: { roles: rolesEn, kinds: kindsEn } });

/** "Koordination, Datenschutz" */
export function roleName(role: Role, kind: RoleKind | null): string {
  const words = roleLabels();
  return kind === null ? words.roles[role] : `${words.roles[role]}, ${words.kinds[kind]}`;
}
