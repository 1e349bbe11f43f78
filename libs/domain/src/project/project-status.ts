import { type EarnedValue, isBelow } from './earned-value';

/** How a project stands. `unknown` is not green: without a baseline nobody can tell. */
export const PROJECT_STATUSES = ['green', 'yellow', 'red', 'unknown'] as const;
export type ProjectStatus = (typeof PROJECT_STATUSES)[number];

/** A person judges in colours; not knowing is no judgement. */
export const JUDGED_STATUSES = ['green', 'yellow', 'red'] as const;
export type JudgedStatus = (typeof JUDGED_STATUSES)[number];

export const STATUS_REASONS = ['cost', 'schedule', 'slip', 'money', 'no_baseline', 'no_milestones'] as const;
export type StatusReason = (typeof STATUS_REASONS)[number];

/** From which figure on a project is yellow or red. The city sets them, dated (rule setting `projectStatus`). */
export interface StatusLimits {
  /** Of CPI and SPI; 9500 is 0.95. */
  readonly yellowBelow: number;
  readonly redBelow: number;
  readonly yellowSlipDays: number;
  readonly redSlipDays: number;
}

/** Example values, to be confirmed by the city. */
export const STATUS_LIMITS: StatusLimits = {
  yellowBelow: 9_500,
  redBelow: 8_500,
  yellowSlipDays: 30,
  redSlipDays: 90,
};

const [RATE_MAX, SLIP_MAX] = [20_000, 3_650];

/** Whether raw input is complete, in range, and red is never reached before yellow. */
export function isStatusLimits(value: unknown): value is StatusLimits {
  if (typeof value !== 'object' || value === null) return false;
  const { yellowBelow, redBelow, yellowSlipDays, redSlipDays, ...rest } = value as Partial<StatusLimits>;
  return (
    Object.keys(rest).length === 0 &&
    isWithin(redBelow, 1, RATE_MAX) &&
    isWithin(yellowBelow, redBelow, RATE_MAX) &&
    isWithin(yellowSlipDays, 0, SLIP_MAX) &&
    isWithin(redSlipDays, yellowSlipDays, SLIP_MAX)
  );
}

function isWithin(value: unknown, least: number, most: number): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
}

/** What the status by rule is made of. */
export interface StatusFacts {
  /** Null while there is no baseline. */
  readonly earned: EarnedValue | null;
  readonly hasMilestones: boolean;
  readonly slipDays: number;
  /** Whether a line of the project has less than nothing left this year, on the line or in its pool. */
  readonly isOverdrawn: boolean;
}

/** One thing that speaks against green, and how much. */
export interface StatusFinding {
  readonly reason: StatusReason;
  readonly status: ProjectStatus;
}

/** The status by rule with everything that speaks against green, the worst first. */
export interface RuledStatus {
  readonly status: ProjectStatus;
  readonly findings: readonly StatusFinding[];
}

const SEVERITY: readonly ProjectStatus[] = ['red', 'yellow', 'unknown', 'green'];

/**
 * The status by rule: the worst of cost (CPI), schedule (SPI), slip of the latest milestone and money left. A project
 * without a baseline or milestones is unknown unless something speaks for worse.
 */
export function statusByRule(
  { earned, hasMilestones, slipDays, isOverdrawn }: StatusFacts,
  limits: StatusLimits = STATUS_LIMITS,
): RuledStatus {
  const all: StatusFinding[] = [
    { reason: 'cost', status: byRatio(earned?.cpi ?? null, limits) },
    { reason: 'schedule', status: byRatio(earned?.spi ?? null, limits) },
    { reason: 'slip', status: bySlip(slipDays, limits) },
    { reason: 'money', status: isOverdrawn ? 'red' : 'green' },
  ];
  if (earned === null) all.push({ reason: 'no_baseline', status: 'unknown' });
  else if (!hasMilestones) all.push({ reason: 'no_milestones', status: 'unknown' });
  const findings = all
    .filter(({ status }) => status !== 'green')
    .sort((a, b) => SEVERITY.indexOf(a.status) - SEVERITY.indexOf(b.status));
  return { status: findings[0]?.status ?? 'green', findings };
}

function byRatio(ratio: EarnedValue['cpi'], { redBelow, yellowBelow }: StatusLimits): ProjectStatus {
  if (ratio === null) return 'green';
  if (isBelow(ratio, redBelow)) return 'red';
  return isBelow(ratio, yellowBelow) ? 'yellow' : 'green';
}

function bySlip(days: number, { redSlipDays, yellowSlipDays }: StatusLimits): ProjectStatus {
  if (days > redSlipDays) return 'red';
  return days > yellowSlipDays ? 'yellow' : 'green';
}

/** Whether a person sees the project otherwise than the rule does. Where the rule knows nothing there is no difference. */
export function differsFromRule(ruled: ProjectStatus, judged: JudgedStatus | null): boolean {
  return judged !== null && ruled !== 'unknown' && ruled !== judged;
}
