import type { SystemDetail } from '@etatlotse/contracts/inventory/plain';
import { SERVICE_CLASSES } from '@etatlotse/domain/budget';
import { MODERNISE_REASONS, SYSTEM_CRITICALITIES, SYSTEM_STATES } from '@etatlotse/domain/inventory';
import { labels } from '../platform/language';
import {
  amountField,
  dateField,
  linkField,
  maybeSelectField,
  type RecordValues,
  selectField,
  shareField,
  textField,
  unitField,
} from '../ui/record/record-fields';
import type { RecordFormShape } from '../ui/record/record-form';
import { inventoryLabels } from './inventory.labels';
import { chosenPayment } from './record-look';
import { systemLabels } from './system.labels';

const words = labels({
  de: {
    operation: 'Betrieb',
    modernisation: 'Modernisierung',
    yearly: 'Kosten im Jahr',
    yearlyHint: 'Leer: Es gilt, was der Vertrag kostet. Zahlt ein Vertrag mehrere Systeme, hier den Anteil eintragen.',
    share: 'Sicherheitsanteil in %',
    shareHint: 'Teil der Jahreskosten, der in die IT-Sicherheit geht. Leer: nicht bekannt.',
    supportHint: 'Letzter Tag mit Wartung. Leer: nicht angekündigt.',
    normHint: 'Bei gesetzlicher Pflicht, zum Beispiel § 3 OZG.',
    amountHint: 'Leer: nicht bekannt.',
  },
  en: {
    operation: 'Operation',
    modernisation: 'Modernisation',
    yearly: 'Cost a year',
    yearlyHint:
      'Blank: the cost of the contract counts. Where a contract pays for several systems, enter the share here.',
    share: 'Share of security in %',
    shareHint: 'Part of the yearly cost that goes into IT security. Blank: not known.',
    supportHint: 'Last day with support. Blank: not announced.',
    normHint: 'For a legal duty, for example § 3 OZG.',
    amountHint: 'Blank: not known.',
  },
});

const fields = {
  name: textField(160),
  vendor: textField(120, { optional: true }),
  serviceClass: selectField(SERVICE_CLASSES),
  unitId: unitField(),
  criticality: selectField(SYSTEM_CRITICALITIES, { start: 'normal' }),
  state: selectField(SYSTEM_STATES, { start: 'running' }),
  contract: linkField('contract'),
  line: linkField('line'),
  yearlyCents: amountField({ optional: true }),
  securityBasisPoints: shareField({ optional: true }),
  supportEndsOn: dateField({ optional: true }),
  reason: maybeSelectField(MODERNISE_REASONS),
  norm: textField(120, { optional: true }),
  dueOn: dateField({ optional: true }),
  modernisationCents: amountField({ optional: true }),
  note: textField(2000, { optional: true, lines: true }),
};
export type SystemFields = typeof fields;

export const SYSTEM_FORM: RecordFormShape<SystemFields> = {
  fields,
  sections: [
    { heading: () => '', names: ['name', 'vendor', 'serviceClass', 'unitId', 'criticality', 'state'] },
    { heading: () => words().operation, names: ['contract', 'line', 'yearlyCents', 'securityBasisPoints'] },
    {
      heading: () => words().modernisation,
      names: ['supportEndsOn', 'reason', 'norm', 'dueOn', 'modernisationCents', 'note'],
    },
  ],
  when: {
    norm: ({ reason }) => reason === 'legal_duty',
    dueOn: ({ reason }) => reason !== null && reason !== 'end_of_support',
  },
  words: () => {
    const [t, common, own] = [words(), inventoryLabels(), systemLabels()];
    return {
      name: { label: own.system },
      vendor: { label: own.vendor },
      serviceClass: { label: own.serviceClass, options: own.serviceClasses },
      unitId: { label: common.unit },
      criticality: { label: own.criticality, options: own.criticalities },
      state: { label: own.state, options: own.states },
      contract: { label: common.contract },
      line: { label: common.line },
      yearlyCents: { label: t.yearly, hint: t.yearlyHint },
      securityBasisPoints: { label: t.share, hint: t.shareHint },
      supportEndsOn: { label: own.support, hint: t.supportHint },
      reason: { label: own.reason, options: own.reasons },
      norm: { label: own.norm, hint: t.normHint },
      dueOn: { label: own.dueOn },
      modernisationCents: { label: own.amount, hint: t.amountHint },
      note: { label: common.note },
    };
  },
};

/** The form filled with a system as it stands. */
export function valuesOfSystem(system: SystemDetail): RecordValues<SystemFields> {
  return { ...system, ...chosenPayment(system), unitId: system.unit?.id ?? null };
}
