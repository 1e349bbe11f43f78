import type { Transaction } from '../platform/database/transactions';

/** Finds units by their code and lines and contracts by how their names begin, for the records of the sample city. */
export class DemoPlaces {
  private constructor(
    private readonly units: ReadonlyMap<string, string>,
    private readonly lines: readonly (readonly [name: string, id: string])[],
    private readonly contracts: readonly (readonly [name: string, id: string])[],
  ) {}

  static async read(tx: Transaction): Promise<DemoPlaces> {
    const read = async (sql: string): Promise<(readonly [string, string])[]> =>
      (await tx.query<{ name: string; id: string }>(sql, [tx.tenantId])).map(({ name, id }) => [name, id]);
    return new DemoPlaces(
      new Map(await read(`SELECT code AS name, unit_id AS id FROM org_unit WHERE tenant_id = $1`)),
      await read(`SELECT name, line_id AS id FROM budget_line WHERE tenant_id = $1`),
      await read(`SELECT subject AS name, contract_id AS id FROM contract WHERE tenant_id = $1`),
    );
  }

  unit(code: string): string {
    const id = this.units.get(code);
    if (id === undefined) throw new RangeError(`The sample city has no unit ${code}.`);
    return id;
  }

  /** Null where the record has none. */
  line(start: string | undefined): string | null {
    return start === undefined ? null : find(this.lines, start);
  }

  contract(start: string | undefined): string | null {
    return start === undefined ? null : find(this.contracts, start);
  }
}

function find(names: readonly (readonly [name: string, id: string])[], start: string): string {
  const found = names.find(([name]) => name.startsWith(start));
  if (found === undefined) throw new RangeError(`The sample city has nothing called ${start}.`);
  return found[1];
}
