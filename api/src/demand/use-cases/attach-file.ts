import { createHash } from 'node:crypto';
import { ATTACHMENTS_MAX } from '@etatlotse/contracts/demand/plain';
import { may } from '@etatlotse/domain/access';
import { DEMAND_ENDS, isEditable } from '@etatlotse/domain/demand';
import { ok, type Outcome, type Refusal, refuse } from '@etatlotse/domain/shared';
import { documentTypeOf } from '../../budget';
import type { Transaction } from '../../platform/database/transactions';
import type { UploadedFile } from '../../platform/input/uploaded-file';
import { holdDemand, recordDemandEvent } from '../demand.repository';

type AttachRefusal =
  | Refusal<'NOT_FOUND'>
  | Refusal<'DEMAND_LOCKED'>
  | Refusal<'DOCUMENT_TYPE'>
  | Refusal<'ATTACHMENT_COUNT', { readonly max: number }>
  | Refusal<'ATTACHMENT_TWICE'>;

/** Adds a file whose name and content say the same. Its content is kept once, by its hash. */
export async function attachFile(
  tx: Transaction,
  demandId: string,
  file: UploadedFile,
): Promise<Outcome<{ readonly id: string }, AttachRefusal>> {
  const demand = await holdDemand(tx, demandId);
  if (demand === null || tx.actor === null || !may(tx.actor, 'demand.remark', { unitId: demand.unitId })) {
    return refuse({ code: 'NOT_FOUND', params: {} });
  }
  if (DEMAND_ENDS.includes(demand.state)) return refuse({ code: 'DEMAND_LOCKED', params: {} });
  const mediaType = documentTypeOf(file.fileName, file.content);
  if (mediaType === null) return refuse({ code: 'DOCUMENT_TYPE', params: {} });
  const sha256 = createHash('sha256').update(file.content).digest();
  const own = await tx.query<{ sha256: Buffer }>(
    `SELECT sha256 FROM demand_attachment WHERE tenant_id = $1 AND demand_id = $2`,
    [tx.tenantId, demandId],
  );
  if (own.some((known) => known.sha256.equals(sha256))) return refuse({ code: 'ATTACHMENT_TWICE', params: {} });
  if (own.length >= ATTACHMENTS_MAX) return refuse({ code: 'ATTACHMENT_COUNT', params: { max: ATTACHMENTS_MAX } });
  await tx.execute(`INSERT INTO demand_file (tenant_id, sha256, content) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING`, [
    tx.tenantId,
    sha256,
    file.content,
  ]);
  const id = tx.nextId();
  await tx.execute(
    `INSERT INTO demand_attachment (tenant_id, attachment_id, demand_id, file_name, media_type, byte_count, sha256, added_by, added_at)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
    [tx.tenantId, id, demandId, file.fileName, mediaType, file.content.length, sha256, tx.personId, tx.now],
  );
  const detail = { attachmentId: id, fileName: file.fileName, sha256: sha256.toString('hex') };
  await recordDemandEvent(tx, demandId, { kind: 'attached', detail });
  await tx.audit({
    action: 'demand.attached',
    subjectType: 'demand',
    subjectId: demandId,
    detail: { attachmentId: id, mediaType, sha256: detail.sha256 },
  });
  return ok({ id });
}

/** Takes a file away from a draft; a content that belongs to nothing any more goes, too. */
export async function removeAttachment(
  tx: Transaction,
  demandId: string,
  attachmentId: string,
): Promise<Outcome<Readonly<Record<never, never>>, Refusal<'NOT_FOUND'> | Refusal<'DEMAND_LOCKED'>>> {
  const demand = await holdDemand(tx, demandId);
  if (demand === null || tx.actor === null || !may(tx.actor, 'demand.write', { unitId: demand.unitId })) {
    return refuse({ code: 'NOT_FOUND', params: {} });
  }
  if (!isEditable(demand.state)) return refuse({ code: 'DEMAND_LOCKED', params: {} });
  const [removed] = await tx.query<{ sha256: Buffer; fileName: string }>(
    `DELETE FROM demand_attachment WHERE tenant_id = $1 AND demand_id = $2 AND attachment_id = $3
     RETURNING sha256, file_name AS "fileName"`,
    [tx.tenantId, demandId, attachmentId],
  );
  if (removed === undefined) return refuse({ code: 'NOT_FOUND', params: {} });
  await tx.execute(
    `DELETE FROM demand_file f WHERE f.tenant_id = $1 AND f.sha256 = $2
       AND NOT EXISTS (SELECT FROM demand_attachment a WHERE a.tenant_id = $1 AND a.sha256 = $2)`,
    [tx.tenantId, removed.sha256],
  );
  await recordDemandEvent(tx, demandId, { kind: 'detached', detail: { fileName: removed.fileName } });
  await tx.audit({ action: 'demand.detached', subjectType: 'demand', subjectId: demandId, detail: { attachmentId } });
  return ok({});
}
