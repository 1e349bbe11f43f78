import { Injectable } from '@nestjs/common';
import type { DocumentRow, NoteRow, PaperQuery } from '@etatlotse/contracts/budget';
import type { Page } from '@etatlotse/contracts/shared';
import { unitScope } from '@etatlotse/domain/access';
import { Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { decodeCursor, encodeCursor } from '../platform/input/cursor';
import { isId } from '@etatlotse/domain/shared';
import { ProblemException } from '../platform/problem/problem-exception';
import { findSubjectLine } from './note-subject';

/** A document on its way out. */
export interface StoredDocument {
  readonly fileName: string;
  readonly mediaType: string;
  readonly content: Buffer;
}

/** Notes and documents, newest first. Their ids grow with time, so the id is the whole cursor. */
@Injectable()
export class NoteQueries {
  constructor(private readonly transactions: Transactions) {}

  /** Null where the subject does not exist for this caller. */
  notes(caller: Caller, query: PaperQuery): Promise<Page<NoteRow> | null> {
    return this.page<NoteRow>(caller, query, notesSql);
  }

  /** Null where the subject does not exist for this caller. */
  documents(caller: Caller, query: PaperQuery): Promise<Page<DocumentRow> | null> {
    return this.page<DocumentRow>(caller, query, documentsSql);
  }

  /** The file, or null where it does not exist for this caller. */
  async content(caller: Caller, documentId: string): Promise<StoredDocument | null> {
    return this.transactions.run(caller, async (tx) => {
      const [document] = await tx.query<StoredDocument & Parameters<typeof findSubjectLine>[1]>(contentSql, [
        tx.tenantId,
        documentId,
      ]);
      if (document === undefined) return null;
      const line = await findSubjectLine(tx, document, unitScope(caller.actor, 'budget.read'));
      return line === null ? null : document;
    });
  }

  private async page<Row extends { readonly id: string }>(
    caller: Caller,
    query: PaperQuery,
    sql: string,
  ): Promise<Page<Row> | null> {
    const limit = query.limit ?? 50;
    const before = query.cursor === undefined ? null : readCursor(query.cursor);
    return this.transactions.run(caller, async (tx) => {
      if ((await findSubjectLine(tx, query, unitScope(caller.actor, 'budget.read'))) === null) return null;
      const params = [tx.tenantId, query.subjectType, query.subjectId, before, limit + 1];
      const rows = (await tx.query<{ row: Row }>(sql, params)).map(({ row }) => row);
      const shown = rows.slice(0, limit);
      const last = shown.at(-1);
      return { rows: shown, nextCursor: rows.length > limit && last !== undefined ? encodeCursor([last.id]) : null };
    });
  }
}

function readCursor(cursor: string): string {
  const [id] = decodeCursor(cursor, ['id']);
  if (!isId(id)) throw new ProblemException('QUERY_INVALID', {}, [{ field: 'cursor', code: 'QUERY_INVALID' }]);
  return id;
}

const notesSql = `
  SELECT json_build_object('id', n.note_id, 'text', n.text, 'createdByName', p.display_name, 'createdAt', n.created_at) AS row
  FROM note n JOIN person p ON p.tenant_id = n.tenant_id AND p.person_id = n.created_by
  WHERE n.tenant_id = $1 AND n.subject_type = $2 AND n.subject_id = $3 AND ($4::uuid IS NULL OR n.note_id < $4)
  ORDER BY n.note_id DESC LIMIT $5`;

const documentsSql = `
  SELECT json_build_object('id', d.document_id, 'fileName', d.file_name, 'mediaType', d.media_type,
    'sizeBytes', d.size_bytes, 'sha256', encode(d.sha256, 'hex'), 'documentOn', d.document_on,
    'createdByName', p.display_name, 'createdAt', d.created_at) AS row
  FROM document d JOIN person p ON p.tenant_id = d.tenant_id AND p.person_id = d.created_by
  WHERE d.tenant_id = $1 AND d.subject_type = $2 AND d.subject_id = $3 AND ($4::uuid IS NULL OR d.document_id < $4)
  ORDER BY d.document_id DESC LIMIT $5`;

const contentSql = `
  SELECT subject_type AS "subjectType", subject_id AS "subjectId", file_name AS "fileName", media_type AS "mediaType",
    content
  FROM document WHERE tenant_id = $1 AND document_id = $2`;
