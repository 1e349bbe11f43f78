import { PROCESS_HOURS_MAX, type ProcessDetail } from '@etatlotse/contracts/inventory/plain';
import {
  checkField,
  dateField,
  linkField,
  numberField,
  type RecordValues,
  textField,
  unitField,
} from '../ui/record/record-fields';
import type { RecordFormShape } from '../ui/record/record-form';
import { inventoryLabels } from './inventory.labels';
import { processLabels } from './process.labels';
import { chosenPayment } from './record-look';

const fields = {
  name: textField(160),
  unitId: unitField(),
  recordedOn: dateField({ optional: true }),
  optimisedOn: dateField({ optional: true }),
  workflowOn: dateField({ optional: true }),
  plannedHours: numberField(0, PROCESS_HOURS_MAX, { optional: true }),
  builtBy: textField(120, { optional: true }),
  isInHouse: checkField(),
  contract: linkField('contract'),
  line: linkField('line'),
  reviewMonths: numberField(1, 120, { optional: true }),
  reviewedOn: dateField({ optional: true }),
  note: textField(2000, { optional: true, lines: true }),
};
export type ProcessFields = typeof fields;

export const PROCESS_FORM: RecordFormShape<ProcessFields> = {
  fields,
  words: () => {
    const [common, own] = [inventoryLabels(), processLabels()];
    return {
      name: { label: own.process },
      unitId: { label: common.unit },
      recordedOn: { label: own.stageNames.recordedOn },
      optimisedOn: { label: own.stageNames.optimisedOn },
      workflowOn: { label: own.stageNames.workflowOn },
      plannedHours: { label: own.planned },
      builtBy: { label: own.builtBy },
      isInHouse: { label: own.inHouse },
      contract: { label: common.contract },
      line: { label: common.line },
      reviewMonths: { label: own.reviewMonths, hint: own.reviewMonthsHint },
      reviewedOn: { label: own.reviewedOn },
      note: { label: common.note },
    };
  },
};

/** The form filled with a process as it stands. */
export function valuesOfProcess(process: ProcessDetail): RecordValues<ProcessFields> {
  return { ...process, ...chosenPayment(process), unitId: process.unit?.id ?? null };
}

const measurementFields = {
  fiscalYear: numberField(1990, 2100),
  hours: numberField(0, PROCESS_HOURS_MAX),
  basis: textField(200),
};

export const MEASUREMENT_FORM: RecordFormShape<typeof measurementFields> = {
  fields: measurementFields,
  words: () => {
    const [common, own] = [inventoryLabels(), processLabels()];
    return {
      fiscalYear: { label: common.year },
      hours: { label: own.hoursOf },
      basis: { label: common.basis, hint: common.basisHint },
    };
  },
};
