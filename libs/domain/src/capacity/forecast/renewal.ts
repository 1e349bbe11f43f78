/** Documents that were issued in a month and have to be renewed after some years. */
export interface RenewalCohort {
  /** How long the documents hold: ten years, six for people under 24. */
  readonly years: number;
  /** Share of the holders who come again: the others moved away, died or do without. */
  readonly returnShare: number;
  /** Documents issued in each past month, the oldest first; null is not known. */
  readonly issued: readonly (number | null)[];
}

/**
 * Renewals to come in the months after the last one issued: a wave that no model of the last years can see. Documents that
 * were issued too long ago or in an unknown month make the month unknown.
 */
export function renewals(cohorts: readonly RenewalCohort[], horizon: number): (number | null)[] {
  return Array.from({ length: horizon }, (_, ahead) => {
    let sum = 0;
    for (const { years, returnShare, issued } of cohorts) {
      const count = issued[issued.length + ahead - years * 12] ?? null;
      if (count === null) return null;
      sum += count * returnShare;
    }
    return sum;
  });
}
