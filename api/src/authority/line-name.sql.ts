/**
 * A line as another record names it, or null where the reader may not see it. The second argument is the parameter with the
 * units that may be seen (null: all).
 */
export const lineName = (alias: string, units: string): string => `
  CASE WHEN ${isSeen(alias, units)} THEN json_build_object('id', ${alias}.line_id, 'number', ${alias}.number,
    'name', ${alias}.name) END`;

/** Whether the reader may see a line. */
export const isSeen = (alias: string, units: string): string =>
  `(${units}::uuid[] IS NULL OR coalesce(${alias}.unit_id = ANY (${units}), false))`;
