import type { RecordParameter } from '@etatlotse/contracts/capacity';
import type { CapacityChanged } from '@etatlotse/contracts/capacity/plain';
import { checkParameter, type ParameterRefusal } from '@etatlotse/domain/capacity';
import { type Outcome, ok } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';
import { holdParameters, insertParameter, readParameters, toParameter } from '../parameter.repository';

/** Records a figure that holds from a day on, with its source. The one before it stays for the years it held. */
export async function recordParameter(
  tx: Transaction,
  parameter: RecordParameter,
): Promise<Outcome<CapacityChanged, ParameterRefusal>> {
  await holdParameters(tx);
  const others = await readParameters(tx);
  const { key = '', basis = null, ...rest } = parameter;
  const checked = checkParameter(toParameter({ id: '', key, basis, ...rest }), others.map(toParameter));
  if (!checked.ok) return checked;
  const id = await insertParameter(tx, parameter);
  await tx.audit({
    action: 'capacity_parameter.recorded',
    subjectType: 'capacity_parameter',
    subjectId: id,
    detail: { kind: parameter.kind, key, valueMicros: parameter.valueMicros, validFrom: parameter.validFrom },
  });
  return ok({ id, version: 1 });
}
