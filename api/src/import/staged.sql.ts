/*
 * The staged rows of an import as SQL: `$1` is the tenant, `$2` the import. Constant pieces, put together once.
 */

/** Lines that the file describes, alias `f`. */
export const stagedLines = `
  import_row r CROSS JOIN LATERAL jsonb_to_recordset(r.facts -> 'lines') AS f(number text, name text, sub_budget text,
    product text, product_name text, account text, account_name text, account_frame text, cost_centre text,
    direction text, sphere text, unit_code text, frame text, statement_line text, project_key text, run_or_change text,
    service_class text, network_zone text)`;

/** Units that the file describes, alias `f`. */
export const stagedUnits = `
  import_row r CROSS JOIN LATERAL jsonb_to_recordset(r.facts -> 'units') AS f(code text, name text, level text,
    parent_code text, valid_from date)`;

export const ofImport = (alias: string): string => `${alias}.tenant_id = $1 AND ${alias}.import_id = $2`;

/** A line that exists differs from what the file says about where it belongs. Name, frame and pool are people's. */
export const classificationDiffers = `(l.sub_budget, l.product, l.product_name, l.account_name, l.cost_centre, l.unit_id)
  IS DISTINCT FROM (f.sub_budget, f.product, f.product_name, f.account_name, f.cost_centre, coalesce(u.unit_id, l.unit_id))`;

/** Amounts that the file brings to the line `l`. */
export const amountsOfLine = `SELECT FROM import_amount a WHERE ${ofImport('a')} AND a.line_number = l.number`;
