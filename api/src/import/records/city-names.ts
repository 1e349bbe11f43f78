import { plainWords } from '@etatlotse/domain/import';
import type { Transaction } from '../../platform/database/transactions';

/** What a name of a file stands for; `open` where several have it. */
export type Found<Value> = Value | 'open' | null;

/** Things that a file names by a code or by a name, however they are written in capitals. */
export class Names<Value> {
  private readonly byCode = new Map<string, Value>();
  private readonly byName = new Map<string, Value | 'open'>();

  add(value: Value, code: string, name: string): void {
    if (code !== '') this.byCode.set(plainWords(code), value);
    const key = plainWords(name);
    if (key !== '') this.byName.set(key, this.byName.has(key) ? 'open' : value);
  }

  find(text: string): Found<Value> {
    const key = plainWords(text);
    return this.byCode.get(key) ?? this.byName.get(key) ?? null;
  }
}

/** The units of the city. */
export async function unitNames(tx: Transaction): Promise<Names<string>> {
  const names = new Names<string>();
  const units = await tx.query<{ id: string; code: string; name: string }>(
    `SELECT unit_id AS id, code, name FROM org_unit WHERE tenant_id = $1`,
    [tx.tenantId],
  );
  for (const { id, code, name } of units) names.add(id, code, name);
  return names;
}

/** A partner's name without case, signs and legal form: one company is written in many ways. */
export function partnerKey(name: string): string {
  return plainWords(name)
    .replace(/\b(?:gmbh|mbh|ag|se|kg|kgaa|ohg|ug|ek|e\.k\.|co|eg|ltd|inc|bv)\b/g, ' ')
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
}
