import type { NewFinding } from '../staged-row';
import type { Names } from './city-names';
import type { Say, StagedRecord } from './record-import';

/** The unit that a row names by code or name; null where it names none, or none that there is. */
export function foundUnit(staged: StagedRecord, units: Names<string>, say: Say, findings: NewFinding[]): string | null {
  const text = staged.record.values.unit;
  if (typeof text !== 'string') return null;
  const unit = units.find(text);
  if (unit === null) findings.push(say(staged, 'unit', 'RECORD_UNIT'));
  else if (unit === 'open') findings.push(say(staged, 'unit', 'RECORD_NAME_OPEN'));
  return unit === 'open' ? null : unit;
}
