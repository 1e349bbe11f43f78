import { TRAINING_PEOPLE_MAX, type TrainingDetail } from '@etatlotse/contracts/inventory/plain';
import { TRAINING_FORMATS, TRAINING_TECHNOLOGIES } from '@etatlotse/domain/inventory';
import {
  amountField,
  dateField,
  linkField,
  numberField,
  type RecordValues,
  selectField,
  textField,
  unitField,
} from '../ui/record/record-fields';
import type { RecordFormShape } from '../ui/record/record-form';
import { inventoryLabels } from './inventory.labels';
import { chosenPayment } from './record-look';
import { trainingLabels } from './training.labels';

const fields = {
  name: textField(160),
  technology: selectField(TRAINING_TECHNOLOGIES),
  format: selectField(TRAINING_FORMATS, { start: 'live' }),
  provider: textField(120, { optional: true }),
  unitId: unitField(),
  unitPriceCents: amountField({ optional: true }),
  contract: linkField('contract'),
  line: linkField('line'),
  note: textField(2000, { optional: true, lines: true }),
};
export type TrainingFields = typeof fields;

export const TRAINING_FORM: RecordFormShape<TrainingFields> = {
  fields,
  words: () => {
    const [common, own] = [inventoryLabels(), trainingLabels()];
    return {
      name: { label: own.training },
      technology: { label: own.technology, options: own.technologies },
      format: { label: own.format, options: own.formats },
      provider: { label: own.provider },
      unitId: { label: common.unit },
      unitPriceCents: { label: own.price, hint: own.priceHint },
      contract: { label: common.contract },
      line: { label: common.line },
      note: { label: common.note },
    };
  },
};

/** The form filled with a training as it stands. */
export function valuesOfTraining(training: TrainingDetail): RecordValues<TrainingFields> {
  return { ...training, ...chosenPayment(training), unitId: training.unit?.id ?? null };
}

const sessionFields = {
  startsOn: dateField(),
  seats: numberField(1, TRAINING_PEOPLE_MAX),
  place: textField(120, { optional: true }),
};

export const SESSION_FORM: RecordFormShape<typeof sessionFields> = {
  fields: sessionFields,
  words: () => {
    const own = trainingLabels();
    return {
      startsOn: { label: own.startsOn },
      seats: { label: own.seatCount },
      place: { label: own.place },
    };
  },
};

const targetFields = {
  unitId: unitField({ optional: false }),
  technology: selectField(TRAINING_TECHNOLOGIES),
  people: numberField(0, TRAINING_PEOPLE_MAX),
};
export type TargetValues = RecordValues<typeof targetFields>;

export const TARGET_FORM: RecordFormShape<typeof targetFields> = {
  fields: targetFields,
  words: () => {
    const [common, own] = [inventoryLabels(), trainingLabels()];
    return {
      unitId: { label: common.unit },
      technology: { label: own.technology, options: own.technologies },
      people: { label: own.targetPeople },
    };
  },
};
