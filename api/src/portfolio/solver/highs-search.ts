import {
  boundAt,
  type Choice,
  divisorOf,
  mandatoryConflicts,
  type Model,
  modelOf,
  modelText,
  type Prices,
  type Proposal,
  proposalAt,
  raiseOf,
  reliefText,
  type Selection,
  valueOf,
  variableName,
} from '@etatlotse/domain/portfolio';
import type { Highs, Model as NativeModel } from 'highs';
import type { BestAnswer, BestRequest, Found, Impossible, SolverProgress } from './solver';

/** What a search reports to and asks. */
export interface SearchControl {
  readonly now: () => number;
  readonly random: () => number;
  readonly isStopped: () => boolean;
  readonly report: (progress: SolverProgress) => void;
}

const REPORT_EVERY_SECONDS = 0.2;
const RELIEF_SECONDS = 5;
/** Attempts before the solver takes over: enough for a good beginning, little beside its time. */
const WARM_ROUNDS = 60;

/** The best selection with its proof, or why there is none. Runs to its end on this thread: call it in a worker. */
export function searchBest(highs: Highs, choice: Choice, request: BestRequest, control: SearchControl): BestAnswer {
  const begun = control.now();
  const seconds = () => (control.now() - begun) / 1000;
  const model = modelOf(choice);
  if (model.variables.length === 0) return emptyAnswer(model, seconds());
  const prices = relaxedPrices(highs, model);
  const warm = prices === null ? null : proposalAt(model, prices, { random: control.random, rounds: WARM_ROUNDS });
  const known = warm === null || warm.selection === null ? null : warm;
  const left = Math.max(request.seconds - seconds(), 0.5);
  const solved = solveWhole(highs, model, { known, request, left, control, seconds });
  if (solved === null) return impossible(highs, model, seconds);
  const summedBound = prices === null ? Number.MAX_SAFE_INTEGER : boundAt(model, prices);
  const value = valueOf(choice, solved.selection);
  const bound = Math.max(Math.min(solved.bound, summedBound), value);
  return {
    kind: 'found',
    ...{ selection: solved.selection, value, bound, summedBound, prices: prices ?? model.rows.map(() => 0) },
    seconds: seconds(),
    isStopped: solved.isStopped,
  };
}

function emptyAnswer(model: Model, seconds: number): Found | Impossible {
  const conflicts = mandatoryConflicts(model.choice);
  if (conflicts.length > 0) return { kind: 'impossible', conflicts, raises: [], seconds };
  const nothing = { selection: new Map<string, number>(), value: 0, bound: 0, summedBound: 0 };
  return { kind: 'found', ...nothing, prices: model.rows.map(() => 0), seconds, isStopped: false };
}

/** The shadow prices of the relaxed model, in points for a cent or a thousandth of an FTE; null where even that has no answer. */
function relaxedPrices(highs: Highs, model: Model): Prices | null {
  return highs.withModel({ format: 'lp', data: modelText(model, { isRelaxed: true }) }, (native) => {
    native.options.set({ output_flag: false });
    native.run();
    if (native.getModelStatus() !== highs.constants.modelStatus.optimal) return null;
    const { rowDual } = native.getSolution();
    return model.rows.map((row) => {
      if (row.terms.length === 0) return 0;
      return (rowDual[native.getRowByName(row.name)] ?? 0) / divisorOf(model, row);
    });
  });
}

interface Solved {
  readonly selection: Selection;
  readonly bound: number;
  readonly isStopped: boolean;
}

interface WholeSearch {
  readonly known: Proposal | null;
  readonly request: BestRequest;
  readonly left: number;
  readonly control: SearchControl;
  readonly seconds: () => number;
}

/** The whole decisions; null where there is no selection at all. */
function solveWhole(
  highs: Highs,
  model: Model,
  { known, request, left, control, seconds }: WholeSearch,
): Solved | null {
  return highs.withModel({ format: 'lp', data: modelText(model) }, (native) => {
    native.options.set({
      output_flag: false,
      mip_rel_gap: request.gapBasisPoints / 10_000,
      time_limit: left,
    });
    const columns = columnsOf(native, model);
    if (known !== null) native.setSolution({ colValue: startValues(native, model, columns, known.selection) });
    let reported = -Infinity;
    const { mipInterrupt } = highs.constants.callbackType;
    native.run({
      [mipInterrupt](event) {
        if (control.isStopped()) event.interrupt();
        if (seconds() - reported < REPORT_EVERY_SECONDS) return;
        reported = seconds();
        const { mip_primal_bound: value, mip_dual_bound: bound } = event.data;
        control.report({ value: finite(value), bound: finite(bound), seconds: reported });
      },
    });
    return readWhole(highs, native, model, columns) ?? keptKnown(highs, native, known);
  });
}

function readWhole(highs: Highs, native: NativeModel, model: Model, columns: readonly number[]): Solved | null {
  const { colValue } = native.getSolution();
  if (!Number.isFinite(native.getObjectiveValue()) || colValue.length === 0) return null;
  const status = native.getModelStatus();
  if (status === highs.constants.modelStatus.infeasible) return null;
  const selection = new Map<string, number>();
  model.variables.forEach(({ candidate, start }, at) => {
    const own = model.choice.candidates[candidate];
    const year = own?.starts[start]?.year;
    if (own !== undefined && year !== undefined && (colValue[columns[at] ?? -1] ?? 0) > 0.5)
      selection.set(own.id, year);
  });
  return {
    selection,
    bound: Math.floor(Number(native.info.get('mip_dual_bound')) + 1e-6),
    isStopped: status !== highs.constants.modelStatus.optimal,
  };
}

/** Time was up before the solver had anything of its own: what was known before still stands, with the bound of its prices. */
function keptKnown(highs: Highs, native: NativeModel, known: Proposal | null): Solved | null {
  if (known === null || native.getModelStatus() === highs.constants.modelStatus.infeasible) return null;
  return { selection: known.selection, bound: known.bound, isStopped: true };
}

function columnsOf(native: NativeModel, model: Model): number[] {
  return model.variables.map((_, at) => native.getColByName(variableName(at)));
}

function startValues(
  native: NativeModel,
  model: Model,
  columns: readonly number[],
  selection: Selection,
): Float64Array {
  const values = new Float64Array(Math.max(...columns, 0) + 1);
  model.variables.forEach(({ candidate, start }, at) => {
    const own = model.choice.candidates[candidate];
    if (own !== undefined && selection.get(own.id) === own.starts[start]?.year) values[columns[at] ?? 0] = 1;
  });
  return values;
}

/** Why the mandatory demands do not fit, and the cheapest raises with which they would. */
function impossible(highs: Highs, model: Model, seconds: () => number): Impossible {
  const conflicts = mandatoryConflicts(model.choice);
  const raises = highs.withModel({ format: 'lp', data: reliefText(model) }, (native) => {
    native.options.set({ output_flag: false, time_limit: RELIEF_SECONDS });
    native.run();
    if (native.getModelStatus() !== highs.constants.modelStatus.optimal) return [];
    const { colValue } = native.getSolution();
    return model.rows.flatMap((row) => {
      const limit = row.limit === null ? undefined : model.choice.limits[row.limit];
      if (row.limit === null || limit === undefined || row.terms.length === 0) return [];
      const { name, factor } = raiseOf(model, row.limit);
      const amount = Math.round((colValue[native.getColByName(name)] ?? 0) * factor);
      return amount > 0 ? [{ limit, amount }] : [];
    });
  });
  return { kind: 'impossible', conflicts, raises, seconds: seconds() };
}

function finite(figure: number | undefined): number | null {
  return figure === undefined || !Number.isFinite(figure) || Math.abs(figure) > 1e15 ? null : Math.floor(figure + 1e-6);
}
