import type { ComparedField } from '../platform/edit-conflict';
import type { Option } from '../ui/choice/choice';
import { formatDate } from '../ui/date/format';
import type { ContractDraft } from './contract-draft';
import { contractFormOptions, type FormOptions } from './contract-form-options';
import { contractFormLabels } from './contract-form.labels';

type FieldName = keyof ContractDraft;
type Compared = ComparedField<ContractDraft>;

/** The fields of a contract for two versions beside each other; what belongs together is chosen together. */
export function contractFields(units: readonly Option[], sites: readonly Option[]): readonly Compared[] {
  const t = contractFormLabels();
  const options = contractFormOptions();
  const text = (name: FieldName, label: string): Compared => ({
    names: [name],
    label,
    text: (draft) => asText(draft[name]),
  });
  const day = (name: 'startsOn' | 'endsOn', label: string): Compared => ({
    names: [name],
    label,
    text: ({ [name]: iso }) => dayText(iso),
  });
  const chosen = (name: FieldName, label: string, from: keyof FormOptions): Compared => ({
    names: [name],
    label,
    text: (draft) => nameOf(options[from], draft[name]),
  });
  const flag = (name: 'isInHouse' | 'isCostRecovery', label: string): Compared => ({
    names: [name],
    label,
    text: (draft) => (draft[name] ? t.yes : t.no),
  });
  return [
    text('number', t.number),
    text('vendor', t.vendor),
    text('subject', t.subject),
    chosen('kind', t.kind, 'kinds'),
    { names: ['unitId'], label: t.unit, text: ({ unitId }) => nameOf(units, unitId) },
    { names: ['line'], label: t.line, text: ({ line }) => (line === null ? '' : `${line.number} ${line.name}`) },
    { names: ['siteId', 'site'], label: t.site, text: ({ siteId, site }) => nameOf(sites, siteId) || site },
    chosen('networkZone', t.zone, 'zones'),
    chosen('metric', t.metric, 'metrics'),
    text('quantity', t.quantity),
    text('unitPrice', t.unitPrice),
    chosen('pricePeriod', t.pricePeriod, 'periods'),
    chosen('priceBasis', t.priceBasis, 'bases'),
    text('vat', t.vat),
    chosen('rhythm', t.rhythm, 'rhythms'),
    stepField(t.steps),
    {
      names: ['indexRate', 'indexFirstOn'],
      label: t.indexRate,
      text: ({ indexRate, indexFirstOn }) => [indexRate, dayText(indexFirstOn)].filter(Boolean).join(', '),
    },
    chosen('proration', t.proration, 'prorations'),
    day('startsOn', t.startsOn),
    day('endsOn', t.endsOn),
    text('minimumMonths', t.minimumMonths),
    {
      names: ['noticeLength', 'noticeUnit', 'noticeTo'],
      label: t.noticeLength,
      text: ({ noticeLength, noticeUnit, noticeTo }) =>
        noticeLength === ''
          ? ''
          : `${noticeLength} ${nameOf(options.noticeUnits, noticeUnit)}, ${nameOf(options.targets, noticeTo)}`,
    },
    text('renewalMonths', t.renewalMonths),
    text('remindDays', t.remindDays),
    text('framework', t.framework),
    flag('isInHouse', t.inHouse),
    flag('isCostRecovery', t.recovery),
    chosen('vatAnswer', t.vatAnswer, 'vatAnswers'),
  ];
}

const asText = (value: unknown): string => (typeof value === 'string' ? value : '');
const dayText = (iso: string | null): string => (iso === null ? '' : formatDate(iso));
const nameOf = (options: readonly Option[], value: unknown): string =>
  options.find((option) => option.value === value)?.label ?? '';

const stepField = (label: string): Compared => ({
  names: ['steps'],
  label,
  text: ({ steps }) =>
    steps.map(({ validFrom, quantity, unitPrice }) => `${dayText(validFrom)}: ${quantity} × ${unitPrice}`).join('\n'),
});
