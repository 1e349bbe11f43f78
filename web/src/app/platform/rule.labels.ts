import type { LimitAnswer, LowValueSetting, RuleName } from '@etatlotse/domain/budget';
import type { ExtraDecider, ExtraKind, ExtraSphere, ExtraThreshold, RuleSettingKey } from '@etatlotse/domain/authority';
import type { ProcurementLimits } from '@etatlotse/domain/procurement';
import type { InvestmentPaperRules } from '@etatlotse/domain/demand';
import type { StatusLimits } from '@etatlotse/domain/project';
import { formatEuro, formatNumber } from '../ui/amount/format';
import { labels } from '../ui/language/language';

const settingsDe: Record<RuleSettingKey, string> = {
  extraThresholds: 'Wer über- und außerplanmäßige Mittel bewilligt',
  oneWayInvestmentLimitCents: 'Laufende Mittel für Investitionen, höchstens',
  headTransferNeedsFinance: 'Umbuchung eines Fachbereichs',
  commitmentSliceStrictness: 'Jahresscheibe einer Verpflichtungsermächtigung überschritten',
  oneTwelfthWarning: 'Zwölftel-Warnung in der vorläufigen Haushaltsführung',
  lowValue: 'Geringwertige Vermögensgegenstände (Geräte)',
  investmentPapers: 'Unterlagen zu Investitionen',
  projectStatus: 'Ab wann ein Vorhaben gefährdet oder kritisch ist',
  projectReportDays: 'Nach wie vielen Tagen die Meldung eines Vorhabens zu alt ist',
  procurement: 'Vergabewege: Wertgrenzen und Dauer',
};
const settingsEn: Record<RuleSettingKey, string> = {
  extraThresholds: 'Who grants extra authority',
  oneWayInvestmentLimitCents: 'Current funds for investments, at most',
  headTransferNeedsFinance: 'Transfer asked for by a department',
  commitmentSliceStrictness: 'Yearly slice of a commitment authority exceeded',
  oneTwelfthWarning: 'One-twelfth warning in provisional budget management',
  lowValue: 'Low-value assets (devices)',
  investmentPapers: 'Papers of investments',
  projectStatus: 'From when on a project is at risk or critical',
  projectReportDays: 'After how many days the report of a project is too old',
  procurement: 'Ways of procurement: limits and duration',
};
const rulesDe: Record<RuleName, string> = {
  authority_limit: 'Ermächtigung nicht überschreiten',
  provisional_budget: 'Vorläufige Haushaltsführung',
  extra_authority: 'Über- und außerplanmäßige Mittel',
  cover_pool: 'Deckungsfähigkeit',
  current_investment_wall: 'Laufende Verwaltung und Investition getrennt',
  earmarked_revenue: 'Zweckbindung von Erträgen',
  carry_over: 'Übertragbarkeit',
  commitment_authority: 'Verpflichtungsermächtigung',
  budget_lock: 'Haushaltssperre',
  reserve: 'Deckungsreserve und Verfügungsmittel',
  urgent_decision: 'Eilentscheidung',
  supplementary_budget: 'Nachtragshaushalt',
  entry_into_force: 'Inkrafttreten',
  planning_window: 'Planungszeitraum',
  low_value: 'Geringwertige Vermögensgegenstände',
  investment_papers: 'Unterlagen zu Investitionen',
  project_status: 'Stand von Vorhaben',
  procurement: 'Vergabe',
};
const rulesEn: Record<RuleName, string> = {
  authority_limit: 'Authority must not be exceeded',
  provisional_budget: 'Provisional budget management',
  extra_authority: 'Extra authority',
  cover_pool: 'Cover between lines',
  current_investment_wall: 'Current administration and investment apart',
  earmarked_revenue: 'Earmarked revenue',
  carry_over: 'Carry-over',
  commitment_authority: 'Commitment authority',
  budget_lock: 'Budget lock',
  reserve: 'Contingency and discretionary reserve',
  urgent_decision: 'Urgent decision',
  supplementary_budget: 'Supplementary budget',
  entry_into_force: 'Entry into force',
  planning_window: 'Planning period',
  low_value: 'Low-value assets',
  investment_papers: 'Papers of investments',
  project_status: 'Status of projects',
  procurement: 'Procurement',
};
const kindsDe: Record<ExtraKind, string> = { over_plan: 'überplanmäßig', outside_plan: 'außerplanmäßig' };
const kindsEn: Record<ExtraKind, string> = { over_plan: 'over plan', outside_plan: 'outside plan' };
const spheresDe: Record<ExtraSphere, string> = { operating: 'Aufwand', investing: 'Investition' };
const spheresEn: Record<ExtraSphere, string> = { operating: 'expense', investing: 'investment' };

const decidersDe: Record<ExtraDecider, string> = {
  mayor: 'Oberbürgermeister',
  committee: 'Hauptausschuss',
  council: 'Rat',
  urgent_decision: 'Eilentscheidung (§ 89 NKomVG)',
};
const decidersEn: Record<ExtraDecider, string> = {
  mayor: 'Mayor',
  committee: 'Main committee',
  council: 'Council',
  urgent_decision: 'Urgent decision (§ 89 NKomVG)',
};

const limitsDe: Record<LimitAnswer, string> = {
  ask: 'wird gefragt',
  within: 'gehört dazu',
  outside: 'gehört nicht dazu',
};
const limitsEn: Record<LimitAnswer, string> = {
  ask: 'is asked',
  within: 'belongs to it',
  outside: 'does not belong to it',
};

/** Names of the rules of law and of the city's own settings, and their values in words. */
export const ruleLabels = labels({
  de: {
    settings: settingsDe,
    rules: rulesDe,
    kinds: kindsDe,
    spheres: spheresDe,
    deciders: decidersDe,
    noException: 'keine Ausnahme zugelassen',
    flags: {
      headTransferNeedsFinance: ['ohne Zustimmung der Kämmerei', 'nur mit Zustimmung der Kämmerei'],
      oneTwelfthWarning: ['aus', 'an'],
    },
    strictness: { warn: 'warnen', block: 'sperren' },
    threshold: (mayor: string, committee: string | null) =>
      committee === null
        ? `bis ${mayor} Oberbürgermeister, darüber Rat`
        : `bis ${mayor} Oberbürgermeister, bis ${committee} Hauptausschuss, darüber Rat`,
    everyThreshold: 'Aufwand und Investition, über- und außerplanmäßig',
    cumulative: 'im Jahr auf der Zeile zusammengezählt',
    single: 'je Antrag',
    limits: limitsDe,
    statusLimits: (name: string, rate: string, days: string) =>
      `${name}: CPI oder SPI unter ${rate}, oder mehr als ${days} Tage Verzug`,
    statusNames: ['gefährdet', 'kritisch'],
    days: (days: string) => `${days} Tage`,
    directLine: (limit: string, days: string) => `netto bis ${limit} Direktauftrag (${days} Tage)`,
    negotiatedLine: (limit: string, days: string) => `bis ${limit} Verhandlungsvergabe (${days} Tage)`,
    nationalLine: (days: string) => `darüber öffentliche Ausschreibung (${days} Tage)`,
    euLine: (limit: string, days: string) => `ab ${limit} EU-weite Vergabe (${days} Tage)`,
    frameworkLine: (days: string) => `Abruf aus einem Rahmenvertrag: ${days} Tage`,
    papers: (from: string, rate: string) =>
      `ab ${from}, genau diese eingeschlossen: zwei Alternativen mit Kapitalwert (Zins ${rate} %); darunter die Folgekosten`,
    papersMonths: (device: string, licence: string, supplies: string) =>
      `Nutzungsdauer: Geräte ${device}, Lizenzen ${licence}, Technik ${supplies} Monate`,
    lowValueLaw: 'wie im Regelwerk des Jahres; genau die Grenze wird gefragt',
    lowValueRange: (from: string, to: string, as: string, account: string) =>
      `netto ${from} bis ${to}: ${as}, Konto ${account}`,
    lowValueLimit: (limit: string, answer: string) => `genau ${limit} ${answer}`,
  },
  en: {
    settings: settingsEn,
    rules: rulesEn,
    kinds: kindsEn,
    spheres: spheresEn,
    deciders: decidersEn,
    noException: 'no exception allowed',
    flags: {
      headTransferNeedsFinance: ['without the consent of finance', 'only with the consent of finance'],
      oneTwelfthWarning: ['off', 'on'],
    },
    strictness: { warn: 'warn', block: 'block' },
    threshold: (mayor: string, committee: string | null) =>
      committee === null
        ? `up to ${mayor} the mayor, beyond that the council`
        : `up to ${mayor} the mayor, up to ${committee} the main committee, beyond that the council`,
    everyThreshold: 'Expense and investment, over and outside plan',
    cumulative: 'added up over the year on the line',
    single: 'each request by itself',
    limits: limitsEn,
    statusLimits: (name: string, rate: string, days: string) =>
      `${name}: CPI or SPI below ${rate}, or more than ${days} days late`,
    statusNames: ['at risk', 'critical'],
    days: (days: string) => `${days} days`,
    directLine: (limit: string, days: string) => `net up to ${limit} direct order (${days} days)`,
    negotiatedLine: (limit: string, days: string) => `up to ${limit} negotiation (${days} days)`,
    nationalLine: (days: string) => `beyond that an open tender (${days} days)`,
    euLine: (limit: string, days: string) => `from ${limit} on a tender across the EU (${days} days)`,
    frameworkLine: (days: string) => `call-off a framework contract: ${days} days`,
    papers: (from: string, rate: string) =>
      `from ${from}, exactly that included: two alternatives with present value (rate ${rate} %); below it the follow-up costs`,
    papersMonths: (device: string, licence: string, supplies: string) =>
      `months of use: devices ${device}, licences ${licence}, equipment ${supplies}`,
    lowValueLaw: 'as the rule pack of the year has it; exactly the limit is asked',
    lowValueRange: (from: string, to: string, as: string, account: string) =>
      `net ${from} to ${to}: ${as}, account ${account}`,
    lowValueLimit: (limit: string, answer: string) => `exactly ${limit} ${answer}`,
  },
});

/** The value of a setting in words, one line each. */
export function ruleValueWords(key: RuleSettingKey, value: unknown): string[] {
  const words = ruleLabels();
  switch (key) {
    case 'extraThresholds':
      return thresholdWords(value as readonly ExtraThreshold[]);
    case 'oneWayInvestmentLimitCents':
      return [typeof value === 'number' ? formatEuro(value) : words.noException];
    case 'headTransferNeedsFinance':
    case 'oneTwelfthWarning':
      return [words.flags[key][value === true ? 1 : 0] ?? ''];
    case 'commitmentSliceStrictness':
      return [words.strictness[value === 'block' ? 'block' : 'warn']];
    case 'projectStatus':
      return statusWords(value as StatusLimits);
    case 'projectReportDays':
      return [words.days(formatNumber(value as number))];
    case 'procurement':
      return procurementWords(value as ProcurementLimits);
    case 'investmentPapers':
      return paperWords(value as InvestmentPaperRules);
    case 'lowValue':
      return value === null ? [words.lowValueLaw] : lowValueWords(value as LowValueSetting);
  }
}

function paperWords(rules: InvestmentPaperRules): string[] {
  const words = ruleLabels();
  return [
    words.papers(formatEuro(rules.comparisonFromCents), formatNumber(rules.rateBasisPoints / 100, 2)),
    words.papersMonths(String(rules.deviceMonths), String(rules.licenceMonths), String(rules.suppliesMonths)),
  ];
}

function statusWords({ yellowBelow, redBelow, yellowSlipDays, redSlipDays }: StatusLimits): string[] {
  const words = ruleLabels();
  const limits = [
    [yellowBelow, yellowSlipDays],
    [redBelow, redSlipDays],
  ] as const;
  return limits.map(([rate, days], at) =>
    words.statusLimits(words.statusNames[at] ?? '', formatNumber(rate / 10_000, 2), formatNumber(days)),
  );
}

function procurementWords(limits: ProcurementLimits): string[] {
  const words = ruleLabels();
  return [
    words.directLine(formatEuro(limits.directUpToCents), formatNumber(limits.directDays)),
    words.negotiatedLine(formatEuro(limits.negotiatedUpToCents), formatNumber(limits.negotiatedDays)),
    words.nationalLine(formatNumber(limits.nationalDays)),
    words.euLine(formatEuro(limits.euFromCents), formatNumber(limits.euDays)),
    words.frameworkLine(formatNumber(limits.frameworkDays)),
  ];
}

function lowValueWords({
  fromNetCents,
  toNetCents,
  budgetedAs,
  exampleAccount,
  lower,
  upper,
}: LowValueSetting): string[] {
  const words = ruleLabels();
  const [from, to] = [formatEuro(fromNetCents), formatEuro(toNetCents)];
  const side = words.spheres[budgetedAs === 'expense' ? 'operating' : 'investing'];
  return [
    words.lowValueRange(from, to, side, exampleAccount),
    words.lowValueLimit(from, words.limits[lower]),
    words.lowValueLimit(to, words.limits[upper]),
  ];
}

/** Each threshold once: what has the same limits stands together. */
function thresholdWords(thresholds: readonly ExtraThreshold[]): string[] {
  const words = ruleLabels();
  const named = new Map<string, string[]>();
  for (const { kind, sphere, mayorUpToCents, committeeUpToCents, isCumulative } of thresholds) {
    const committee = committeeUpToCents === null ? null : formatEuro(committeeUpToCents);
    const levels = words.threshold(formatEuro(mayorUpToCents), committee);
    const limits = `${levels} (${isCumulative ? words.cumulative : words.single})`;
    named.set(limits, [...(named.get(limits) ?? []), `${words.spheres[sphere]} ${words.kinds[kind]}`]);
  }
  return [...named].map(([limits, names]) => {
    const isEvery = names.length === thresholds.length && names.length > 1;
    return `${isEvery ? words.everyThreshold : names.join(', ')}: ${limits}`;
  });
}
