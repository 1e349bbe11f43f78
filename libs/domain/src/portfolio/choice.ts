/**
 * Something there is only so much of in a year: money of one frame in cents, or staff in thousandths of an FTE. Only limits that are
 * known belong to a choice; what is unknown limits nothing and is told beside it (R26).
 */
export interface Limit {
  readonly kind: 'money' | 'fte';
  /** Frame the money belongs to; null for staff. */
  readonly frame: string | null;
  readonly year: number;
  readonly amount: number;
}

/** What a demand takes from one limit, by its place in the list of limits. */
export interface Use {
  readonly limit: number;
  readonly amount: number;
}

/** One way to begin a demand: the year, what it is worth then (hundredths of a point), and what it takes from the limits. */
export interface Start {
  readonly year: number;
  readonly value: number;
  readonly uses: readonly Use[];
}

/** A demand that may be chosen, at most once. Starts are in the order of their years; those after the latest date are left out. */
export interface Candidate {
  readonly id: string;
  readonly isMandatory: boolean;
  readonly starts: readonly Start[];
  /** Must be chosen too and begin no later. */
  readonly needs: readonly string[];
  /** Never both. */
  readonly excludes: readonly string[];
  /** Both or neither. */
  readonly together: readonly string[];
}

/** Everything a proposal is made from. */
export interface Choice {
  readonly limits: readonly Limit[];
  readonly candidates: readonly Candidate[];
}

/** The demands that are in, each with the year it begins. */
export type Selection = ReadonlyMap<string, number>;

/** A row of the model: the sum of its terms is at most, or exactly, the right side. */
export interface Row {
  readonly name: string;
  readonly sense: 'at_most' | 'exactly';
  readonly right: number;
  /** Place of the limit the row stands for; null for rows that hold demands together. */
  readonly limit: number | null;
  readonly terms: readonly { readonly variable: number; readonly factor: number }[];
}

/** A yes or no of the model: this demand begins in this year. */
export interface Variable {
  readonly candidate: number;
  readonly start: number;
  readonly value: number;
}

/** The choice as rows and variables, the same for every solver, bound and text. */
export interface Model {
  readonly choice: Choice;
  readonly variables: readonly Variable[];
  /** Variables of each candidate, in the order of its starts. */
  readonly ownVariables: readonly (readonly number[])[];
  readonly rows: readonly Row[];
}

/** Writes a choice as rows: each demand at most once, each limit kept, needs, exclusions and pairs. */
export function modelOf(choice: Choice): Model {
  const variables: Variable[] = [];
  const ownVariables = choice.candidates.map(({ starts }, candidate) =>
    starts.map(({ value }, start) => variables.push({ candidate, start, value }) - 1),
  );
  const place = new Map(choice.candidates.map(({ id }, index) => [id, index]));
  const rows = [
    ...limitRows(choice, ownVariables),
    ...onceRows(choice, ownVariables),
    ...pairsOf(choice, place).flatMap((pair) => pairRows(choice, ownVariables, pair)),
  ];
  return { choice, variables, ownVariables, rows };
}

function limitRows({ limits, candidates }: Choice, ownVariables: readonly (readonly number[])[]): Row[] {
  const terms: { variable: number; factor: number }[][] = limits.map(() => []);
  candidates.forEach(({ starts }, candidate) => {
    starts.forEach(({ uses }, start) => {
      const variable = ownVariables[candidate]?.[start] ?? 0;
      for (const { limit, amount } of uses) if (amount !== 0) terms[limit]?.push({ variable, factor: amount });
    });
  });
  return limits.map(({ amount }, limit) => ({
    name: `l${limit}`,
    sense: 'at_most',
    right: amount,
    limit,
    terms: terms[limit] ?? [],
  }));
}

function onceRows({ candidates }: Choice, ownVariables: readonly (readonly number[])[]): Row[] {
  return candidates.flatMap(({ isMandatory }, candidate) => {
    const own = ownVariables[candidate] ?? [];
    if (!isMandatory && own.length === 0) return [];
    const sense = isMandatory ? 'exactly' : 'at_most';
    return [{ name: `o${candidate}`, sense, right: 1, limit: null, terms: termsOf(own, 1) } as const];
  });
}

type Pair = {
  readonly kind: 'needs' | 'excludes' | 'together';
  readonly first: number;
  readonly second: number | null;
};

/** Each dependency once; what excludes or belongs to somebody who is not in the choice says nothing, a missing need forbids. */
function pairsOf({ candidates }: Choice, place: ReadonlyMap<string, number>): Pair[] {
  const pairs = new Map<string, Pair>();
  const add = (pair: Pair) => pairs.set(`${pair.kind} ${pair.first} ${pair.second}`, pair);
  candidates.forEach(({ needs, excludes, together }, first) => {
    for (const id of needs) add({ kind: 'needs', first, second: place.get(id) ?? null });
    for (const [kind, ids] of [['excludes', excludes] as const, ['together', together] as const]) {
      for (const id of ids) {
        const other = place.get(id);
        if (other === undefined && kind === 'together') add({ kind, first, second: null });
        if (other === undefined || other === first) continue;
        add({ kind, first: Math.min(first, other), second: Math.max(first, other) });
      }
    }
  });
  return [...pairs.values()];
}

function pairRows({ candidates }: Choice, ownVariables: readonly (readonly number[])[], pair: Pair): Row[] {
  const { kind, first, second } = pair;
  const own = ownVariables[first] ?? [];
  const name = `${kind === 'needs' ? 'n' : kind === 'excludes' ? 'e' : 't'}${first}_${second ?? 'none'}`;
  if (second === null) return [{ name, sense: 'at_most', right: 0, limit: null, terms: termsOf(own, 1) }];
  const other = ownVariables[second] ?? [];
  if (kind !== 'needs') {
    const terms = [...termsOf(own, 1), ...termsOf(other, kind === 'excludes' ? 1 : -1)];
    return [
      kind === 'excludes'
        ? { name, sense: 'at_most', right: 1, limit: null, terms }
        : { name, sense: 'exactly', right: 0, limit: null, terms },
    ];
  }
  // Begun by a year means that what it needs has begun by that year too: one row a year is far tighter than one for all.
  return (candidates[first]?.starts ?? []).map(({ year }, upTo) => {
    const earlier = other.filter((_, at) => (candidates[second]?.starts[at]?.year ?? Infinity) <= year);
    const terms = [...termsOf(own.slice(0, upTo + 1), 1), ...termsOf(earlier, -1)];
    return { name: `${name}_${year}`, sense: 'at_most', right: 0, limit: null, terms };
  });
}

function termsOf(variables: readonly number[], factor: number): Row['terms'] {
  return variables.map((variable) => ({ variable, factor }));
}

/** What a selection is worth, in hundredths of a point: summed anew from the choice. */
export function valueOf({ candidates }: Choice, selection: Selection): number {
  return candidates.reduce((sum, candidate) => sum + (startIn(candidate, selection)?.value ?? 0), 0);
}

/** How a demand begins in a selection; undefined where it is out. */
export function startIn({ id, starts }: Candidate, selection: Selection): Start | undefined {
  const year = selection.get(id);
  return year === undefined ? undefined : starts.find((start) => start.year === year);
}
