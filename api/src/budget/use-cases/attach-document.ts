import { createHash } from 'node:crypto';
import type { AttachDocumentQuery } from '@etatlotse/contracts/budget';
import { type Actor, unitScope } from '@etatlotse/domain/access';
import { type Outcome, ok, refuse, type Refusal } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import type { UploadedFile } from '../../platform/input/uploaded-file';
import { documentTypeOf } from '../document-type';
import { findSubjectLine } from '../note-subject';

/** Attaches a file to a line, an order or a movement; accepted is what name and content agree on. */
export async function attachDocument(
  tx: Transaction,
  actor: Actor,
  place: AttachDocumentQuery,
  file: UploadedFile,
): Promise<Outcome<{ readonly id: string }, Refusal<'NOT_FOUND'> | Refusal<'DOCUMENT_TYPE'>>> {
  const { subjectType, subjectId, documentOn = null } = place;
  const lineId = await findSubjectLine(tx, place, unitScope(actor, 'budget.note'));
  if (lineId === null) return refuse({ code: 'NOT_FOUND', params: {} });
  const mediaType = documentTypeOf(file.fileName, file.content);
  if (mediaType === null) return refuse({ code: 'DOCUMENT_TYPE', params: {} });
  const id = tx.nextId();
  const sha256 = createHash('sha256').update(file.content).digest();
  await tx.execute(insertSql, [
    tx.tenantId,
    id,
    subjectType,
    subjectId,
    file.fileName,
    mediaType,
    file.content.length,
    sha256,
    file.content,
    documentOn,
    tx.personId,
    tx.now,
  ]);
  await tx.audit({
    action: 'document.attached',
    subjectType: 'budget_line',
    subjectId: lineId,
    detail: { documentId: id, subjectType, subjectId, mediaType, sha256: sha256.toString('hex') },
  });
  return ok({ id });
}

const insertSql = `
  INSERT INTO document (tenant_id, document_id, subject_type, subject_id, file_name, media_type, size_bytes, sha256,
    content, document_on, created_by, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)`;
