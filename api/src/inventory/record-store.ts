import type { RecordOrigin } from '@etatlotse/contracts/inventory';
import { type ChangeDetail, changeDetail } from '../platform/audit/record-changes';
import type { Transaction } from '../platform/database/transactions';

/** A record as a command sees it: what was stated, and the version it stands at. */
export type HeldRecord<Stated> = Stated & { readonly id: string; readonly version: number };

interface RecordTable<Stated, More> {
  readonly table: string;
  readonly key: string;
  /** What people state. */
  readonly fields: readonly (keyof Stated & string)[];
  /** What commands set and a command has to know: the state of a way. */
  readonly more?: readonly (keyof More & string)[];
  /** Beside the note: fields in which people write freely, or that lead to a person. The log keeps nothing of what they say. */
  readonly unlogged?: readonly (keyof Stated & string)[];
  /** Everybody who works with live figures sees every record, whatever unit it belongs to. */
  readonly isDirectory?: boolean;
}

/**
 * The table of one register. Fields carry the names of the wire; a column is the same name in the writing of SQL, so that what
 * a person states is stored as it was stated, without a mapper for each noun. Names come from the code, never from a request.
 */
export class RecordStore<Stated extends object, More extends object = object> {
  private readonly insertSql: string;
  private readonly holdSql: string;
  private readonly updateSql: string;
  private readonly touchSql: string;

  private readonly fields: readonly (keyof Stated & string)[];
  readonly isDirectory: boolean;
  private readonly unlogged: readonly string[];

  constructor({ table, key, fields, more = [], unlogged = [], isDirectory = false }: RecordTable<Stated, More>) {
    this.fields = fields;
    this.isDirectory = isDirectory;
    this.unlogged = ['note', ...unlogged];
    const columns = fields.map(columnOf).join(', ');
    const given = `jsonb_populate_record(NULL::${table}, $3::jsonb) AS s`;
    const stated = fields.map((field) => `s.${columnOf(field)}`).join(', ');
    const shown = [...fields, ...more].map((field) => `${columnOf(field)} AS "${field}"`).join(', ');
    const changed = `version = t.version + 1, changed_at = $4`;
    this.insertSql = `
      INSERT INTO ${table} (tenant_id, ${key}, ${columns}, changed_at, origin)
      SELECT $1, $2, ${stated}, $4, $5 FROM ${given} ON CONFLICT DO NOTHING`;
    this.holdSql = `
      SELECT ${key} AS id, version, ${shown} FROM ${table} WHERE tenant_id = $1 AND ${key} = $2 FOR UPDATE`;
    this.updateSql = `
      UPDATE ${table} t SET (${columns}) = (SELECT ${stated} FROM ${given}), ${changed}
      WHERE t.tenant_id = $1 AND t.${key} = $2 AND NOT EXISTS (SELECT FROM ${table} o, ${given}
        WHERE o.tenant_id = $1 AND o.${key} <> $2 AND o.name = s.name AND o.unit_id IS NOT DISTINCT FROM s.unit_id)`;
    this.touchSql = `
      UPDATE ${table} t SET version = t.version + 1, changed_at = $3 WHERE t.tenant_id = $1 AND t.${key} = $2`;
  }

  /** Adds a record; null where the unit has one of that name. */
  async insert(tx: Transaction, stated: Stated, origin: RecordOrigin = 'person'): Promise<string | null> {
    const id = tx.nextId();
    const added = await tx.execute(this.insertSql, [tx.tenantId, id, this.toColumns(stated), tx.now, origin]);
    return added === 1 ? id : null;
  }

  /** Reads a record and holds it until the transaction ends: two editors come one after the other. */
  async hold(tx: Transaction, id: string): Promise<HeldRecord<Stated & More> | null> {
    const [record] = await tx.query<HeldRecord<Stated & More>>(this.holdSql, [tx.tenantId, id]);
    return record ?? null;
  }

  /** Replaces what was stated; false where the unit has another record of that name. */
  async update(tx: Transaction, id: string, stated: Stated): Promise<boolean> {
    return (await tx.execute(this.updateSql, [tx.tenantId, id, this.toColumns(stated), tx.now])) === 1;
  }

  /** Counts a change beside the record itself: whoever saw it before is asked to look again. */
  async touch(tx: Transaction, id: string): Promise<void> {
    await tx.execute(this.touchSql, [tx.tenantId, id, tx.now]);
  }

  /** In which fields two statements differ, for the audit log; null where the same was said again. */
  changes(before: Stated, after: Stated): ChangeDetail | null {
    const changed = this.fields.filter((field) => before[field] !== after[field]);
    return changed.length === 0 ? null : changeDetail(before, after, changed, this.unlogged);
  }

  private toColumns(stated: Stated): string {
    return JSON.stringify(Object.fromEntries(this.fields.map((field) => [columnOf(field), stated[field]])));
  }
}

/** `hasForm` is `has_form`. */
const columnOf = (field: string): string => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
