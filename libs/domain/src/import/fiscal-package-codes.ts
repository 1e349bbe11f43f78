import { ACCOUNT_FRAME_CODES } from '../budget/account-class';
import { NETWORK_ZONES, RUN_OR_CHANGE, SERVICE_CLASSES } from '../budget/budget-line';
import { FRAME_CODES } from '../budget/frame';
import { type ColumnPlan, cellProblem } from './column-plan';
import type { TableField } from './mapping';
import type { RowProblem } from './reading';
import type { RowFields } from './table';

const CODES: readonly (readonly [TableField, readonly string[]])[] = [
  ['frame', FRAME_CODES],
  ['accountFrame', ACCOUNT_FRAME_CODES],
  ['runOrChange', RUN_OR_CHANGE],
  ['serviceClass', SERVICE_CLASSES],
  ['networkZone', NETWORK_ZONES],
];

/** What a fiscal data package says of a line in codes must be one of them. */
export function checkCodes(plan: ColumnPlan, fields: RowFields, rowNumber: number, problems: RowProblem[]): void {
  for (const [field, codes] of CODES) {
    const code = fields[field];
    if (code === undefined || codes.includes(code)) continue;
    problems.push(cellProblem(rowNumber, plan.headerOf(field), 'ENUM_INVALID', code));
  }
}
