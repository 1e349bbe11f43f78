import { Injectable } from '@nestjs/common';
import type { AskParameterEffect, RecordParameter } from '@etatlotse/contracts/capacity';
import type { CapacityUnitRow, MeasuredUnit, ParameterEffect, ParameterRow } from '@etatlotse/contracts/capacity/plain';
import { checkParameter, parameterOn } from '@etatlotse/domain/capacity';
import { fiscalYear, lastDayOf } from '@etatlotse/domain/shared';
import { Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { ProblemException } from '../platform/problem/problem-exception';
import { yearRows } from './capacity-overview.queries';
import { readCapacityYear, underParameters } from './capacity-year';
import { toParameter } from './parameter.repository';

/** Kinds that the FTE of a year are reckoned with; the others move what something costs. */
const MOVES_FTE: readonly string[] = ['yearly_minutes', 'allowance'];
const ASKED = 'asked';

/** What a change of figures moves: the year of every unit reckoned with them as they are, and as they would be. */
@Injectable()
export class ParameterEffectQueries {
  constructor(private readonly transactions: Transactions) {}

  async ask(caller: Caller, asked: AskParameterEffect): Promise<ParameterEffect> {
    const year = await this.transactions.run(caller, (tx) => readCapacityYear(tx, caller.actor, asked));
    const { parameters, fiscalYear: ofYear } = year;
    const changed = changedBy(parameters, asked);
    const changedYear = underParameters(year, changed.all);
    const [rowsBefore, rowsAfter] = [yearRows(year, caller.actor), yearRows(changedYear, caller.actor)];
    const day = lastDayOf(fiscalYear(ofYear));
    const holding = (rows: readonly ParameterRow[]): string | undefined =>
      parameterOn(rows.map(toParameter), changed.kind, changed.key, day)?.parameterId;
    const holdsNow = holding(parameters);
    return {
      fiscalYear: ofYear,
      movesFte: MOVES_FTE.includes(changed.kind),
      before: parameters.find(({ id }) => id === holdsNow) ?? null,
      isFelt: holding(changed.all) !== holdsNow,
      units: rowsBefore.map((row, at) => ({
        unit: row.unit,
        before: measured(row),
        after: measured(rowsAfter[at] ?? row),
      })),
      totals: { requiredBefore: sumOf(rowsBefore), requiredAfter: sumOf(rowsAfter) },
      missingAfter: changedYear.found.missing,
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
