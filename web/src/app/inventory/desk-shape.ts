import { DESK_FTE_MAX_HUNDREDTHS, type DeskDetail, type DeskFteRow } from '@etatlotse/contracts/inventory/plain';
import { DESK_KINDS } from '@etatlotse/domain/inventory';
import { formatFte } from '../ui/amount/format';
import { formatDate } from '../ui/date/format';
import {
  dateField,
  hundredthsField,
  linkField,
  maybeSelectField,
  type RecordValues,
  selectField,
  textField,
  unitField,
} from '../ui/record/record-fields';
import type { RecordFormShape } from '../ui/record/record-form';
import { deskLabels } from './desk.labels';
import { inventoryLabels } from './inventory.labels';

const fields = {
  name: textField(160),
  kind: selectField(DESK_KINDS),
  unitId: unitField(),
  mailbox: textField(254, { optional: true }),
  person: linkField('person'),
  startsOn: dateField(),
  endsOn: dateField({ optional: true }),
  note: textField(2000, { optional: true, lines: true }),
};
export type DeskFields = typeof fields;

export const DESK_FORM: RecordFormShape<DeskFields> = {
  fields,
  words: () => {
    const [common, own] = [inventoryLabels(), deskLabels()];
    return {
      name: { label: own.desk, hint: own.nameHint },
      kind: { label: own.kind, options: own.kinds },
      unitId: { label: common.unit, hint: own.unitHint },
      mailbox: { label: own.mailbox, hint: own.mailboxHint },
      person: { label: own.person, hint: own.personHint },
      startsOn: { label: own.startsOn },
      endsOn: { label: own.endsOn },
      note: { label: common.note },
    };
  },
};

/** The form filled with a desk as it stands. */
export function valuesOfDesk(desk: DeskDetail): RecordValues<DeskFields> {
  const { person, mailbox, unit } = desk;
  const chosen = person === null ? null : { id: person.id, number: '', name: person.displayName };
  return { ...desk, unitId: unit?.id ?? null, mailbox: mailbox ?? '', person: chosen };
}

/** What the form means, as the API takes it. */
export function deskBody({ person, mailbox, ...rest }: RecordValues<DeskFields>): object {
  return { ...rest, personId: person?.id ?? null, mailbox: mailbox === '' ? null : mailbox };
}

/** Hundredths of full-time equivalents as `1,5 VZÄ`; two decimals only where there are two. */
export const fteText = (hundredths: number): string => formatFte(hundredths / 100, hundredths % 10 === 0 ? 1 : 2);

/** The form for an entry of the history; the entries that count can be put right. */
export function fteForm(history: readonly DeskFteRow[]) {
  const standing = history.filter(({ isSuperseded }) => !isSuperseded);
  const options = Object.fromEntries(
    standing.map((one) => [one.id, deskLabels().entry(fteText(one.fteHundredths), formatDate(one.validFrom))]),
  );
  return {
    fields: {
      validFrom: dateField(),
      fteHundredths: hundredthsField(DESK_FTE_MAX_HUNDREDTHS),
      reason: textField(500, { lines: true }),
      supersedesId: maybeSelectField(standing.map(({ id }) => id)),
    },
    words: () => {
      const [common, own] = [inventoryLabels(), deskLabels()];
      return {
        validFrom: { label: own.validFrom },
        fteHundredths: { label: own.fteField, hint: own.fteHint },
        reason: { label: common.reason },
        supersedesId: { label: own.supersedes, hint: own.supersedesHint, options },
      };
    },
  };
}
