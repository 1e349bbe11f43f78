import { Injectable } from '@nestjs/common';
import type {
  FoundContract,
  FoundDevices,
  FoundLine,
  FoundProject,
  FoundRecord,
  FoundSite,
  FoundUnit,
  SearchQuery,
  SearchResult,
} from '@etatlotse/contracts/search';
import { may, type Permission, unitScope } from '@etatlotse/domain/access';
import { searchPatterns } from '../budget';
import { Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { contractsSql, devicesSql, linesSql, projectsSql, recordsSql, sitesSql, unitsSql } from './search.sql';

const SHOWN = 10;

interface Hits<Row> {
  readonly rows: readonly Row[];
  readonly more: boolean;
}

/** Finds records of every kind by their words. Somebody without the right to see them finds none. */
@Injectable()
export class SearchQueries {
  constructor(private readonly transactions: Transactions) {}

  async search(caller: Caller, query: SearchQuery): Promise<SearchResult> {
    const asked = [searchPatterns(query.q), query.q.normalize('NFC').trim(), SHOWN + 1];
    return this.transactions.run(caller, async (tx) => {
      const find = async <Row>(permission: Permission, sql: string, more: Extra = {}): Promise<Hits<Row>> => {
        if (!may(caller.actor, permission)) return { rows: [], more: false };
        const { before = [], after = [] } = more;
        const scope = unitScope(caller.actor, permission);
        return firstOf(await tx.query<{ row: Row }>(sql, [tx.tenantId, ...before, scope, ...asked, ...after]));
      };
      const today = { after: [tx.today] };
      return {
        lines: await find<FoundLine>('budget.read', linesSql, { before: [query.fiscalYear] }),
        units: await find<FoundUnit>('organization.read', unitsSql, today),
        projects: await find<FoundProject>('project.read', projectsSql),
        contracts: await find<FoundContract>('budget.read', contractsSql, today),
        sites: await find<FoundSite>('site.read', sitesSql, today),
        devices: await find<FoundDevices>('device.read', devicesSql),
        records: await find<FoundRecord>('inventory.read', recordsSql),
      };
    });
  }
}

/** What a statement asks beside who sees what and for which words. */
interface Extra {
  readonly before?: readonly unknown[];
  readonly after?: readonly unknown[];
}

function firstOf<Row>(found: readonly { readonly row: Row }[]): Hits<Row> {
  return { rows: found.slice(0, SHOWN).map(({ row }) => row), more: found.length > SHOWN };
}
