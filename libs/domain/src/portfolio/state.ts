import type { Candidate, Choice, Selection, Start } from './choice';

/** A demand with its dependencies as places in the list; null where what it needs is not in the choice. */
interface Linked {
  readonly candidate: Candidate;
  readonly needs: readonly number[];
  readonly neededBy: readonly number[];
  readonly excludes: readonly number[];
  readonly together: readonly number[];
  readonly isPossible: boolean;
}

/** A selection while it is being built: what is in, and what is left of each limit. Every step keeps all rules. */
export class SelectionState {
  private readonly linked: readonly Linked[];
  private readonly chosen: (Start | null)[];
  private readonly left: number[];
  private reached = 0;

  constructor(private readonly choice: Choice) {
    this.linked = link(choice);
    this.chosen = choice.candidates.map(() => null);
    this.left = choice.limits.map(({ amount }) => amount);
  }

  get value(): number {
    return this.reached;
  }

  has(candidate: number): boolean {
    return this.startOf(candidate) !== null;
  }

  startOf(candidate: number): Start | null {
    return this.chosen[candidate] ?? null;
  }

  leftOf(limit: number): number {
    return this.left[limit] ?? 0;
  }

  selection(): Selection {
    const entries = this.choice.candidates.flatMap(({ id }, at): [string, number][] => {
      const start = this.startOf(at);
      return start === null ? [] : [[id, start.year]];
    });
    return new Map(entries);
  }

  /** Everything that has to come in with a demand, what is needed first; null where something of it cannot. */
  companyOf(candidate: number): number[] | null {
    const order: number[] = [];
    const seen = new Set<number>();
    const visit = (at: number): boolean => {
      if (seen.has(at) || this.has(at)) return true;
      seen.add(at);
      const own = this.linked[at];
      if (own === undefined || !own.isPossible) return false;
      if (!own.needs.every(visit)) return false;
      order.push(at);
      return own.together.every(visit);
    };
    return visit(candidate) ? order : null;
  }

  /** Brings a demand in with all its company, each at the first start that fits; false where it does not fit, nothing changed. */
  tryAdd(candidate: number, startsOf: (candidate: number) => readonly Start[]): boolean {
    if (this.has(candidate)) return false;
    const own = this.linked[candidate];
    if (own === undefined || !own.isPossible) return false;
    if (own.together.length === 0 && own.needs.every((other) => this.has(other))) {
      return this.placeFirst(candidate, startsOf(candidate));
    }
    const company = this.companyOf(candidate);
    if (company === null) return false;
    const placed: number[] = [];
    for (const at of company) {
      if (!this.placeFirst(at, startsOf(at))) {
        placed.forEach((one) => this.take(one));
        return false;
      }
      placed.push(at);
    }
    return true;
  }

  /** Takes a demand out with everything that cannot stay without it; gives back what was taken out. */
  remove(candidate: number): { readonly candidate: number; readonly start: Start }[] {
    const out: { candidate: number; start: Start }[] = [];
    const queue = [candidate];
    for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
      const start = this.startOf(at);
      if (start === null) continue;
      this.take(at);
      out.push({ candidate: at, start });
      queue.push(...(this.linked[at]?.neededBy ?? []), ...(this.linked[at]?.together ?? []));
    }
    return out;
  }

  copy(): SelectionState {
    const state = Object.assign(Object.create(SelectionState.prototype) as SelectionState, this) as SelectionState & {
      chosen: (Start | null)[];
      left: number[];
    };
    return Object.assign(state, { chosen: [...this.chosen], left: [...this.left] });
  }

  private fits(candidate: number, { year, uses }: Start): boolean {
    const own = this.linked[candidate];
    if (own === undefined) return false;
    for (const { limit, amount } of uses) if (amount > 0 && amount > (this.left[limit] ?? 0)) return false;
    if (own.excludes.some((other) => this.has(other))) return false;
    if (own.needs.some((other) => (this.chosen[other]?.year ?? year) > year)) return false;
    return own.neededBy.every((other) => (this.chosen[other]?.year ?? year) >= year);
  }

  private placeFirst(candidate: number, starts: readonly Start[]): boolean {
    for (const start of starts) {
      if (!this.fits(candidate, start)) continue;
      this.place(candidate, start);
      return true;
    }
    return false;
  }

  private place(candidate: number, start: Start): void {
    this.chosen[candidate] = start;
    this.reached += start.value;
    for (const { limit, amount } of start.uses) this.left[limit] = (this.left[limit] ?? 0) - amount;
  }

  private take(candidate: number): void {
    const start = this.startOf(candidate);
    if (start === null) return;
    this.chosen[candidate] = null;
    this.reached -= start.value;
    for (const { limit, amount } of start.uses) this.left[limit] = (this.left[limit] ?? 0) + amount;
  }
}

function link({ candidates }: Choice): Linked[] {
  const place = new Map(candidates.map(({ id }, index) => [id, index]));
  const known = (ids: readonly string[]) => ids.flatMap((id) => place.get(id) ?? []);
  const neededBy: number[][] = candidates.map(() => []);
  const excludes: Set<number>[] = candidates.map(() => new Set());
  const together: Set<number>[] = candidates.map(() => new Set());
  candidates.forEach((candidate, at) => {
    for (const other of known(candidate.needs)) neededBy[other]?.push(at);
    for (const [sets, ids] of [[excludes, candidate.excludes] as const, [together, candidate.together] as const]) {
      for (const other of known(ids)) {
        sets[at]?.add(other);
        sets[other]?.add(at);
      }
    }
  });
  return candidates.map((candidate, at) => ({
    candidate,
    needs: known(candidate.needs),
    neededBy: neededBy[at] ?? [],
    excludes: [...(excludes[at] ?? [])].filter((other) => other !== at),
    together: [...(together[at] ?? [])].filter((other) => other !== at),
    isPossible: [...candidate.needs, ...candidate.together].every((id) => place.has(id)),
  }));
}
