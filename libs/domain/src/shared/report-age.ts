import { daysBetween, type PlainDate } from './plain-date';

/**
 * What people report (the state of a project, a measured share, a count) is told anew at least this often, unless the city says
 * otherwise (rule setting `projectReportDays`).
 */
export const STALE_AFTER_DAYS = 30;

/** Whether nobody has said anything for more days than the city allows. */
export function isStale(reportedOn: PlainDate, today: PlainDate, afterDays = STALE_AFTER_DAYS): boolean {
  return daysBetween(reportedOn, today) > afterDays;
}
