/** A counter or service desk without appointments: people come at random and are served one after the other. */
export interface Desk {
  /** Arrivals in one unit of time. */
  readonly arrivalRate: number;
  /** Mean time of a service, in the same unit. */
  readonly handlingTime: number;
}

/** What a number of positions gives. */
export interface DeskService {
  readonly positions: number;
  /** Probability of having to wait. */
  readonly waitProbability: number;
  /** Mean wait over all, with those who do not wait; null is without end. */
  readonly meanWait: number | null;
  /** Mean number of people waiting. */
  readonly meanQueue: number | null;
  /** Mean time until somebody is served and leaves. */
  readonly meanTime: number | null;
  /** Share of the time that positions are busy. */
  readonly occupancy: number;
}

/** What a desk promises. */
export interface ServiceTarget {
  /** Share of people who wait no longer than `within`. */
  readonly share: number;
  readonly within: number;
  readonly maxOccupancy: number;
  /** Share of paid time away from the counter: 0.3 is 30 %. */
  readonly shrinkage: number;
}

/** More positions than this are not looked for. */
const MAX_POSITIONS = 100_000;

/** Load in Erlang: arrivals times handling time. */
export function deskLoad({ arrivalRate, handlingTime }: Desk): number {
  return arrivalRate * handlingTime;
}

/** Share of people who find all positions busy and go (Erlang B). The recursion needs no factorial and stays exact. */
export function erlangB(load: number, positions: number): number {
  let blocked = 1;
  for (let k = 1; k <= positions; k += 1) blocked = (load * blocked) / (k + load * blocked);
  return blocked;
}

/** Probability of having to wait (Erlang C). With too few positions everybody waits. */
export function erlangC(load: number, positions: number): number {
  if (load <= 0) return 0;
  return positions <= load ? 1 : waitFromLoss(erlangB(load, positions), load, positions);
}

/** The step from loss to delay, for whole and for broken numbers of positions. */
function waitFromLoss(blocked: number, load: number, positions: number): number {
  return blocked / (1 - (load / positions) * (1 - blocked));
}

/**
 * Erlang C for a number of positions that is not whole (a position that is open half of the day): the loss formula goes
 * on by its integral, 1 / B = A times the integral of e^(-At) (1 + t)^c; with u = At it is that of e^(-u) (1 + u/A)^c.
 */
export function erlangCOfShare(load: number, positions: number): number {
  if (load <= 0) return 0;
  if (positions <= load) return 1;
  // The recursion holds for broken numbers too; only its first step needs the integral.
  const first = positions - Math.floor(positions);
  let blocked = 1 / inverseLoss(load, first);
  for (let k = first + 1; k <= positions + 1e-12; k += 1) blocked = (load * blocked) / (k + load * blocked);
  return waitFromLoss(blocked, load, positions);
}

/** Integral of e^(-u) (1 + u/A)^f over all u for f below 1, by Simpson's rule on a stretched axis. */
function inverseLoss(load: number, exponent: number): number {
  if (exponent === 0) return 1;
  const [end, steps] = [Math.sqrt(50), 4_000];
  const width = end / steps;
  // u = v², so that the steps are close where the integrand changes.
  const value = (v: number): number => 2 * v * Math.exp(-v * v) * (1 + (v * v) / load) ** exponent;
  let sum = value(0) + value(end);
  for (let at = 1; at < steps; at += 1) sum += value(at * width) * (at % 2 === 1 ? 4 : 2);
  return (sum * width) / 3;
}

/** Wait, queue and occupancy of a number of positions. */
export function deskService(desk: Desk, positions: number): DeskService {
  const load = deskLoad(desk);
  const waitProbability = erlangC(load, positions);
  const meanWait = positions > load ? (waitProbability * desk.handlingTime) / (positions - load) : null;
  return {
    positions,
    waitProbability,
    meanWait,
    meanQueue: meanWait === null ? null : desk.arrivalRate * meanWait,
    meanTime: meanWait === null ? null : meanWait + desk.handlingTime,
    occupancy: Math.min(1, load / positions),
  };
}

/** Share of people who wait no longer than a time. */
export function serviceLevel(desk: Desk, positions: number, within: number): number {
  const load = deskLoad(desk);
  if (positions <= load) return 0;
  return 1 - erlangC(load, positions) * Math.exp((-(positions - load) * within) / desk.handlingTime);
}

/** The wait that a share of people does not exceed; null is without end. */
export function waitOfShare(desk: Desk, positions: number, share: number): number | null {
  const load = deskLoad(desk);
  if (positions <= load) return null;
  const waits = erlangC(load, positions);
  if (waits <= 1 - share) return 0;
  return (Math.log(waits / (1 - share)) * desk.handlingTime) / (positions - load);
}

/** Positions to open, and posts to have for them. */
export interface RequiredPositions {
  readonly positions: number;
  /** With what is away from the counter: rounded up, because half a position cannot be opened. */
  readonly rostered: number;
  readonly share: number;
}

/** The fewest positions that keep the promise; null when none within reason does. */
export function requiredPositions(desk: Desk, target: ServiceTarget): RequiredPositions | null {
  const load = deskLoad(desk);
  const first = Math.floor(load) + 1;
  // One recursion goes along with the search: the loss of each number follows from that of the one before.
  let blocked = erlangB(load, first - 1);
  for (let positions = first; positions <= MAX_POSITIONS; positions += 1) {
    blocked = (load * blocked) / (positions + load * blocked);
    const waits = load <= 0 ? 0 : waitFromLoss(blocked, load, positions);
    const share = 1 - waits * Math.exp((-(positions - load) * target.within) / desk.handlingTime);
    if (share >= target.share && load / positions <= target.maxOccupancy)
      return { positions, rostered: rosteredPositions(positions, target.shrinkage), share };
  }
  return null;
}

/** Positions with what is away from the counter. A whole number stays whole in spite of the division. */
export function rosteredPositions(positions: number, shrinkage: number): number {
  return Math.ceil(positions / (1 - shrinkage) - 1e-9);
}

/** Mean wait where arrivals or services vary more or less than by chance (Allen and Cunneen). */
export function meanWaitWithVariation(
  desk: Desk,
  positions: number,
  arrivalVariation: number,
  serviceVariation: number,
): number | null {
  const { meanWait } = deskService(desk, positions);
  return meanWait === null ? null : (meanWait * (arrivalVariation ** 2 + serviceVariation ** 2)) / 2;
}

/** A desk whose people lose patience. */
export interface AbandonService {
  readonly waitProbability: number;
  readonly abandonShare: number;
  readonly meanWait: number;
  readonly occupancy: number;
}

/** Erlang A: who waits longer than their patience goes. It has an answer for any number of positions. */
export function erlangA(desk: Desk, positions: number, meanPatience: number): AbandonService {
  const load = deskLoad(desk);
  if (load <= 0) return { waitProbability: 0, abandonShare: 0, meanWait: 0, occupancy: 0 };
  const blocked = erlangB(load, positions);
  const series = patienceSeries((positions * meanPatience) / desk.handlingTime, desk.arrivalRate * meanPatience);
  // Divided by the series, which may grow beyond all numbers where patience is long and positions are few.
  const waitProbability = blocked / ((1 - blocked) / series + blocked);
  const rho = load / positions;
  const abandonOfWaiting = Math.max(0, 1 / (rho * series) + 1 - 1 / rho);
  const abandonShare = abandonOfWaiting * waitProbability;
  return {
    waitProbability,
    abandonShare,
    meanWait: abandonShare * meanPatience,
    occupancy: (load * (1 - abandonShare)) / positions,
  };
}

/** 1 + y/(x+1) + y²/((x+1)(x+2)) + ... until nothing is added any more. */
function patienceSeries(x: number, y: number): number {
  let [sum, term] = [1, 1];
  for (let k = 1; term > sum * 1e-17; k += 1) {
    term *= y / (x + k);
    sum += term;
  }
  return sum;
}
