import type { Transaction } from '../platform/database/transactions';
import type { PlacedLine } from './demo-money';
import { DEMO_MAIL_DOMAIN } from './demo-people';

/**
 * Who covers whom in the sample city: a transfer of the running year whose movements stand in the ledger, one that the
 * department head of the schools has asked for, and a one-sided right by budget note.
 */
export async function insertCover(
  tx: Transaction,
  lines: readonly PlacedLine[],
  fiscalYear: number,
  bookedTransferId: string,
): Promise<void> {
  const idOf = (name: string): string => {
    const line = lines.find((candidate) => candidate.name.startsWith(name));
    if (line === undefined) throw new RangeError(`The sample city has no line ${name}.`);
    return line.lineId;
  };
  await tx.query(insertRight, [
    tx.tenantId,
    tx.nextId(),
    idOf('Firewall und Netzsicherheit'),
    idOf('Datensicherung'),
    'Demo: Haushaltsvermerk 4, einseitig deckungsfähig (§ 19 KomHKVO)',
    tx.now,
    `finanzen@${DEMO_MAIL_DOMAIN}`,
  ]);
  const booked = {
    id: bookedTransferId,
    fromLineId: idOf('DMS-Ausbau'),
    toLineId: idOf('Zertifikate und Signaturen'),
    amountCents: 1_500_000,
    state: 'booked',
    reason: 'Demo: Signaturkarten für die elektronische Akte',
    documentNumber: 'UM-031',
    mailbox: 'finanzen',
    day: `${fiscalYear}-04-20`,
  };
  const asked = {
    id: tx.nextId(),
    fromLineId: idOf('LAN-Ausbau Grundschule Altstadt'),
    toLineId: idOf('LAN-Ausbau Grundschule Am Ring'),
    amountCents: 120_000,
    state: 'requested',
    reason:
      'Demo: In der Grundschule Am Ring fehlen zwölf Anschlüsse, in der Altstadt ist der Ausbau günstiger geworden',
    documentNumber: '',
    mailbox: 'fachbereich',
    day: `${fiscalYear}-05-04`,
  };
  for (const transfer of [booked, asked].filter(({ day }) => day <= tx.today)) {
    await tx.query(insertTransfer, [
      tx.tenantId,
      fiscalYear,
      transfer.id,
      transfer.fromLineId,
      transfer.toLineId,
      transfer.amountCents,
      transfer.state,
      transfer.reason,
      transfer.documentNumber,
      `${transfer.day}T09:30:00+02:00`,
      `${transfer.mailbox}@${DEMO_MAIL_DOMAIN}`,
    ]);
  }
}

const insertRight = `
  INSERT INTO cover_right (tenant_id, right_id, drawing_line_id, giving_line_id, budget_note, declared_by, declared_at)
  SELECT $1, $2, $3, $4, $5, p.person_id, $6 FROM person p WHERE p.tenant_id = $1 AND p.email = $7`;

const insertTransfer = `
  INSERT INTO transfer (tenant_id, fiscal_year, transfer_id, form, from_line_id, to_line_id, amount_cents, state, reason,
    document_number, requested_at, requested_by)
  SELECT $1, $2, $3, 'transfer', $4, $5, $6, $7, $8, $9, $10, p.person_id
  FROM person p WHERE p.tenant_id = $1 AND p.email = $11`;
