import { NETWORK_ZONES } from '@etatlotse/domain/budget';
import {
  CONTRACT_KINDS,
  CONTRACT_METRICS,
  NOTICE_TARGETS,
  NOTICE_UNITS,
  PAYMENT_RHYTHMS,
  PRICE_BASES,
  PRICE_PERIODS,
  PRORATIONS,
  VAT_ANSWERS,
} from '@etatlotse/domain/contract';
import { networkLabels } from '../platform/network.labels';
import type { Option } from '../ui/choice/choice';
import { contractLabels } from './contract.labels';

/** Everything that can be chosen in the form of a contract, in the words of the language on screen. */
export function contractFormOptions(): Readonly<Record<FormChoice, readonly Option[]>> {
  const words = contractLabels();
  return {
    kinds: of(CONTRACT_KINDS, words.kinds),
    metrics: of(CONTRACT_METRICS, words.metrics),
    periods: of(PRICE_PERIODS, words.pricePeriods),
    bases: of(PRICE_BASES, words.priceBases),
    rhythms: of(PAYMENT_RHYTHMS, words.rhythms),
    prorations: of(PRORATIONS, words.prorations),
    noticeUnits: of(NOTICE_UNITS, words.noticeUnits),
    targets: of(NOTICE_TARGETS, words.noticeTargets),
    vatAnswers: of(VAT_ANSWERS, words.vatAnswers),
    zones: of(NETWORK_ZONES, networkLabels().zones),
  };
}

type FormChoice =
  | 'kinds'
  | 'metrics'
  | 'periods'
  | 'bases'
  | 'rhythms'
  | 'prorations'
  | 'noticeUnits'
  | 'targets'
  | 'vatAnswers'
  | 'zones';

export type FormOptions = ReturnType<typeof contractFormOptions>;

function of<Value extends string>(values: readonly Value[], names: Readonly<Record<Value, string>>): Option[] {
  return values.map((value) => ({ value, label: names[value] }));
}
