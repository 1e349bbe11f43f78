import { Injectable } from '@nestjs/common';
import type { AskParameterEffect, RecordParameter } from '@etatlotse/contracts/capacity';
import type { CapacityUnitRow, MeasuredUnit, ParameterEffect, ParameterRow } from '@etatlotse/contracts/capacity/plain';
import { checkParameter, parameterOn, workCalendar, yearAxis } from '@etatlotse/domain/capacity';
import { fiscalYear, lastDayOf } from '@etatlotse/domain/shared';
import { Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { ProblemException } from '../platform/problem/problem-exception';
import { readYear, yearRows } from './capacity-overview.queries';
import { toParameter } from './parameter.repository';
import { type FoundMeasure, yearMeasure } from './year-measure';

/** Kinds that the FTE of a year are reckoned with; the others move what something costs. */
const MOVES_FTE: readonly string[] = ['yearly_minutes', 'allowance'];
const ASKED = 'asked';

/** What a change of figures moves: the year of every unit reckoned with them as they are, and as they would be. */
@Injectable()
export class ParameterEffectQueries {
  constructor(private readonly transactions: Transactions) {}

  async ask(caller: Caller, asked: AskParameterEffect): Promise<ParameterEffect> {
    const year = await this.transactions.run(caller, (tx) => readYear(tx, caller.actor, asked.fiscalYear));
    const { parameters } = year;
    const changed = changedBy(parameters, asked);
    const axis = yearAxis(asked.fiscalYear, 'working_days', workCalendar(year.land));
    const rowsBy = (measure: FoundMeasure): CapacityUnitRow[] => yearRows(year, axis, measure, caller.actor);
    const [before, after] = [yearMeasure(parameters, asked.fiscalYear), yearMeasure(changed.all, asked.fiscalYear)];
    const [rowsBefore, rowsAfter] = [rowsBy(before), rowsBy(after)];
    const day = lastDayOf(fiscalYear(asked.fiscalYear));
    const holding = (rows: readonly ParameterRow[]): string | undefined =>
      parameterOn(rows.map(toParameter), changed.kind, changed.key, day)?.parameterId;
    const holdsNow = holding(parameters);
    return {
      fiscalYear: asked.fiscalYear,
      movesFte: MOVES_FTE.includes(changed.kind),
      before: parameters.find(({ id }) => id === holdsNow) ?? null,
      isFelt: holding(changed.all) !== holdsNow,
      units: rowsBefore.map((row, at) => ({
        unit: row.unit,
        before: measured(row),
        after: measured(rowsAfter[at] ?? row),
      })),
      totals: { requiredBefore: sumOf(rowsBefore), requiredAfter: sumOf(rowsAfter) },
      missingAfter: after.missing,
    };
  }
}

interface Changed {
  readonly kind: ParameterRow['kind'];
  readonly key: string;
  readonly all: readonly ParameterRow[];
}

/** The records as they would stand. What could not be recorded is refused here, too, with the same words. */
function changedBy(parameters: readonly ParameterRow[], { figure, withdraws }: AskParameterEffect): Changed {
  if (figure !== undefined) {
    const row = rowOf(figure);
    const checked = checkParameter(toParameter(row), parameters.map(toParameter));
    if (!checked.ok) throw new ProblemException(checked.refusal.code, { ...checked.refusal.params });
    return { kind: row.kind, key: row.key, all: [...parameters, row] };
  }
  const gone = parameters.find(({ id }) => id === withdraws);
  if (gone === undefined) throw new ProblemException('NOT_FOUND');
  return { kind: gone.kind, key: gone.key, all: parameters.filter((one) => one !== gone) };
}

function rowOf({
  key = '',
  basis = null,
  ...figure
}: Omit<RecordParameter, 'basis'> & Partial<Pick<ParameterRow, 'basis'>>): ParameterRow {
  return { ...figure, id: ASKED, key, basis, isDemo: false };
}

function measured({ requiredFte, availableNormFte, gapFte }: CapacityUnitRow): MeasuredUnit {
  return { requiredFte, availableNormFte, gapFte };
}

function sumOf(rows: readonly CapacityUnitRow[]): number | null {
  const known = rows.flatMap(({ requiredFte }) => (requiredFte === null ? [] : [requiredFte]));
  return known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0);
}
