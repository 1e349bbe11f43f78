import type { PersonRole, PersonStatus } from '@etatlotse/contracts/person/plain';
import { roleName } from '../platform/role.labels';
import { formatDate } from '../ui/date/format';
import type { IconName } from '../ui/icon/icons';
import { userLabels } from './user.labels';

/** How each state of an account looks, with icon and word. */
export const STATUS_LOOKS: Readonly<
  Record<PersonStatus, { readonly kind: 'ok' | 'info' | 'bad'; readonly icon: IconName }>
> = {
  invited: { kind: 'info', icon: 'send' },
  active: { kind: 'ok', icon: 'check_circle' },
  disabled: { kind: 'bad', icon: 'lock' },
};

/** "Bestellung, FB 40 (in Vertretung für ...)" */
export function roleLine(role: PersonRole): string {
  const words = userLabels();
  const place = role.unitCode ?? role.body?.name ?? null;
  const substitute = role.substituteFor === null ? '' : ` (${words.substituteOf(role.substituteFor.displayName)})`;
  return `${roleName(role.role, role.kind)}${place === null ? '' : `, ${place}`}${substitute}`;
}

/** "FB 40 Fachbereich Schule", the body of a member, or that the role counts everywhere. */
export function placeOf({ unitCode, unitName, body }: PersonRole): string {
  if (body !== null) return body.name;
  return unitCode === null ? userLabels().wholeCity : `${unitCode} ${unitName ?? ''}`;
}

/** "ab 01.01.2026" or "01.01.2026 bis 31.12.2026" */
export function periodOf(span: { readonly validFrom: string; readonly validTo: string | null }): string {
  const words = userLabels();
  const from = formatDate(span.validFrom);
  return span.validTo === null ? words.from(from) : words.fromTo(from, formatDate(span.validTo));
}
