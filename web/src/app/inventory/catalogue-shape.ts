import { SERVICE_CASES_MAX, type ServiceDetail } from '@etatlotse/contracts/inventory/plain';
import { ECONOMY_YEARS_MAX, SERVICE_SOLUTIONS, SERVICE_TASKS } from '@etatlotse/domain/inventory';
import { labels } from '../platform/language';
import {
  amountField,
  checkField,
  dateField,
  linkField,
  numberField,
  type RecordValues,
  selectField,
  textField,
  unitField,
} from '../ui/record/record-fields';
import type { RecordFormShape } from '../ui/record/record-form';
import { catalogueLabels } from './catalogue.labels';
import { inventoryLabels } from './inventory.labels';
import { chosenPayment } from './record-look';

const words = labels({
  de: {
    nameHint: 'Wie sie im Serviceportal heißt.',
    codeHint: 'LeiKa-Schlüssel, wenn es einen gibt.',
    procedureHint: 'Anträge kommen ohne Abtippen ins Fachverfahren.',
    dmsHint: 'Anträge und Bescheide liegen von selbst in der E-Akte.',
    decidedOn: 'Entschieden am',
    decidedBy: 'Entschieden von',
    decidedByHint: 'Gremium oder Stelle, zum Beispiel Lenkungskreis OZG.',
    reason: 'Grund',
    availableOn: 'EfA verfügbar ab',
    availableHint: 'Leer: nicht bekannt. Ohne Tag kann nicht für EfA entschieden werden.',
    firstYear: 'Vergleich ab Jahr',
    yearCount: 'Anzahl Jahre',
    yearCountHint: '1 bis 10',
    build: 'Formular bauen, einmalig',
    buildHint: 'Mit den Schnittstellen zu Verfahren und DMS. Leer: nicht bekannt.',
    yearly: 'Formular betreiben, im Jahr',
    connection: 'EfA anbinden, einmalig',
    connectionHint: 'Die Anbindung zahlt die Stadt, auch wenn der Betrieb gefördert ist. Leer: nicht bekannt.',
    fee: 'EfA-Entgelt im Jahr',
    feeHint: 'Solange gemeinsam finanziert wird.',
    fundingEndsOn: 'Letzter Tag der gemeinsamen Finanzierung',
    feeAfter: 'EfA-Entgelt im Jahr danach',
    what: 'Entscheidung',
    ownCost: 'Eigenes Formular',
    efaCost: 'EfA-Leistung',
    year: 'Jahr',
    cases: 'Fälle',
    casesHint: 'Leer heißt nicht gezählt, 0 heißt keiner.',
    onlineCases: 'Davon online',
    basis: 'Herkunft der Zahlen',
    basisHint: 'Zum Beispiel Auswertung des Fachverfahrens vom 05.10.2026.',
  },
  en: {
    nameHint: 'As it is called in the service portal.',
    codeHint: 'LeiKa key, if there is one.',
    procedureHint: 'Applications reach the business application without typing.',
    dmsHint: 'Applications and notices get into the e-file by themselves.',
    decidedOn: 'Decided on',
    decidedBy: 'Decided by',
    decidedByHint: 'Body or office, for example the steering group OZG.',
    reason: 'Reason',
    availableOn: 'EfA available from',
    availableHint: 'Blank: not known. Without a day EfA cannot be decided on.',
    firstYear: 'Compare from year',
    yearCount: 'Number of years',
    yearCountHint: '1 to 10',
    build: 'Build the form, once',
    buildHint: 'With the interfaces to procedure and DMS. Blank: not known.',
    yearly: 'Run the form, a year',
    connection: 'Connect EfA, once',
    connectionHint: 'The city pays to connect, even where operation is funded. Blank: not known.',
    fee: 'EfA fee a year',
    feeHint: 'While it is jointly funded.',
    fundingEndsOn: 'Last day of the joint funding',
    feeAfter: 'EfA fee a year after that',
    what: 'Decision',
    ownCost: 'Form of its own',
    efaCost: 'EfA service',
    year: 'Year',
    cases: 'Cases',
    casesHint: 'Blank means not counted, 0 means none.',
    onlineCases: 'Of these online',
    basis: 'Source of the figures',
    basisHint: 'For example report of the business application of 05.10.2026.',
  },
});

const fields = {
  name: textField(160),
  code: textField(40, { optional: true }),
  task: selectField(SERVICE_TASKS, { start: 'own' }),
  unitId: unitField(),
  hasForm: checkField(),
  hasProcedure: checkField(),
  hasDms: checkField(),
  line: linkField('line'),
  contract: linkField('contract'),
  note: textField(2000, { optional: true, lines: true }),
};

export type ServiceFields = typeof fields;

export const SERVICE_FORM: RecordFormShape<typeof fields> = {
  fields,
  words: () => {
    const [t, common, own] = [words(), inventoryLabels(), catalogueLabels()];
    return {
      name: { label: own.service, hint: t.nameHint },
      code: { label: own.code, hint: t.codeHint },
      task: { label: own.task, options: own.tasks },
      unitId: { label: common.unit },
      hasForm: { label: own.tickWords.hasForm },
      hasProcedure: { label: own.tickWords.hasProcedure, hint: t.procedureHint },
      hasDms: { label: own.tickWords.hasDms, hint: t.dmsHint },
      line: { label: common.line },
      contract: { label: common.contract },
      note: { label: common.note },
    };
  },
};

/** The form filled with a service as it stands. */
export function valuesOfService(service: ServiceDetail): RecordValues<typeof fields> {
  return { ...service, ...chosenPayment(service), unitId: service.unit?.id ?? null };
}

const decisionFields = {
  solution: selectField(SERVICE_SOLUTIONS, { start: 'own_form' }),
  decidedOn: dateField(),
  decidedBy: textField(120),
  availableOn: dateField({ optional: true }),
  reason: textField(1000, { lines: true }),
  firstYear: numberField(1990, 2100),
  yearCount: numberField(1, ECONOMY_YEARS_MAX),
  buildCents: amountField({ optional: true }),
  yearlyCents: amountField({ optional: true }),
  connectionCents: amountField({ optional: true }),
  feeCents: amountField({ optional: true }),
  fundingEndsOn: dateField({ optional: true }),
  feeAfterCents: amountField({ optional: true }),
};
export type DecisionValues = RecordValues<typeof decisionFields>;

export const DECISION_FORM: RecordFormShape<typeof decisionFields> = {
  fields: decisionFields,
  sections: [
    { heading: () => words().what, names: ['solution', 'decidedOn', 'decidedBy', 'availableOn', 'reason'] },
    { heading: () => words().ownCost, names: ['buildCents', 'yearlyCents'] },
    { heading: () => words().efaCost, names: ['connectionCents', 'feeCents', 'fundingEndsOn', 'feeAfterCents'] },
    { heading: () => catalogueLabels().economy, names: ['firstYear', 'yearCount'] },
  ],
  words: () => {
    const [t, own] = [words(), catalogueLabels()];
    return {
      solution: { label: own.solution, options: own.solutions },
      decidedOn: { label: t.decidedOn },
      decidedBy: { label: t.decidedBy, hint: t.decidedByHint },
      availableOn: { label: t.availableOn, hint: t.availableHint },
      reason: { label: t.reason },
      firstYear: { label: t.firstYear },
      yearCount: { label: t.yearCount, hint: t.yearCountHint },
      buildCents: { label: t.build, hint: t.buildHint },
      yearlyCents: { label: t.yearly },
      connectionCents: { label: t.connection, hint: t.connectionHint },
      feeCents: { label: t.fee, hint: t.feeHint },
      fundingEndsOn: { label: t.fundingEndsOn },
      feeAfterCents: { label: t.feeAfter },
    };
  },
};

const volumeFields = {
  fiscalYear: numberField(1990, 2100),
  cases: numberField(0, SERVICE_CASES_MAX, { optional: true }),
  onlineCases: numberField(0, SERVICE_CASES_MAX, { optional: true }),
  basis: textField(200),
};
export type VolumeValues = RecordValues<typeof volumeFields>;

export const VOLUME_FORM: RecordFormShape<typeof volumeFields> = {
  fields: volumeFields,
  words: () => {
    const t = words();
    return {
      fiscalYear: { label: t.year },
      cases: { label: t.cases, hint: t.casesHint },
      onlineCases: { label: t.onlineCases, hint: t.casesHint },
      basis: { label: t.basis, hint: t.basisHint },
    };
  },
};
