import { type Cents, MAX_AMOUNT_CENTS, ZERO_CENTS, cents } from '../shared/cents';
import type { FiscalYear } from '../shared/fiscal-year';
import { type Outcome, type Refusal, ok, refuse } from '../shared/outcome';
import { isLowValueSetting, type LowValueSetting } from '../budget/low-value';
import type { RuleName } from '../budget/rule-pack';
import { isProcurementLimits, PROCUREMENT_LIMITS, type ProcurementLimits } from '../procurement/procurement';
import { STALE_AFTER_DAYS } from '../shared/report-age';
import { EXAMPLE_PAPER_RULES, type InvestmentPaperRules, isInvestmentPaperRules } from '../demand/paper-rules';
import { isStatusLimits, STATUS_LIMITS, type StatusLimits } from '../project/project-status';

/**
 * How well a value is founded: V read in the text of the norm or source, V2 a second-hand source restating it, P a
 * predecessor text, G general knowledge. Everything but V is an example until the city has confirmed it.
 */
export const SOURCE_MARKS = ['V', 'V2', 'P', 'G'] as const;
export type SourceMark = (typeof SOURCE_MARKS)[number];

/** What extra authority is asked for: more than the plan has, or something the plan does not have (§ 117 NKomVG). */
export const EXTRA_KINDS = ['over_plan', 'outside_plan'] as const;
export type ExtraKind = (typeof EXTRA_KINDS)[number];

/** The two sides of the plan that are never added for extra authority: expense and investment. */
export const EXTRA_SPHERES = ['operating', 'investing'] as const;
export type ExtraSphere = (typeof EXTRA_SPHERES)[number];

/** Up to which amount the mayor, then the committee decides on one kind on one side; beyond that the council does. */
export interface ExtraThreshold {
  readonly kind: ExtraKind;
  readonly sphere: ExtraSphere;
  /** Up to this amount, included, the case is insignificant and the mayor decides. 0: the mayor never does. */
  readonly mayorUpToCents: Cents;
  /** Up to this amount, included, the main committee decides; null: from the mayor straight to the council. */
  readonly committeeUpToCents: Cents | null;
  /** Whether what was granted on the line before in the year counts as well. */
  readonly isCumulative: boolean;
}

/** Every local threshold of the budget law as it holds in one fiscal year. The keys are stored and never renamed. */
export interface RuleSettings {
  readonly extraThresholds: readonly ExtraThreshold[];
  /** Up to this sum a year current authority may go to an investment by budget note, one way; null: not at all. */
  readonly oneWayInvestmentLimitCents: Cents | null;
  /** Whether a transfer that a department head asks for needs the approval of finance. */
  readonly headTransferNeedsFinance: boolean;
  /** What a yearly slice of commitment authority does when a contract exceeds it; the total always blocks. */
  readonly commitmentSliceStrictness: 'warn' | 'block';
  /** Whether provisional budget management warns beyond one twelfth a month; the law has no such rule. */
  readonly oneTwelfthWarning: boolean;
  /** From and to which net unit price a device is a low-value asset (R19); null: as the rule pack of the year has it, limits asked. */
  readonly lowValue: LowValueSetting | null;
  /** From which sum an investment needs a comparison, at which rate it is discounted, and how long what is bought is used (R18, R20). */
  readonly investmentPapers: InvestmentPaperRules;
  /** From which rates and slips on a project is yellow or red by rule. */
  readonly projectStatus: StatusLimits;
  /** After how many days without a word a project counts as not reported. */
  readonly projectReportDays: number;
  /** Which way a purchase is awarded by its net amount, and how long each way takes. */
  readonly procurement: ProcurementLimits;
}

export type RuleSettingKey = keyof RuleSettings;

/** One setting: its default with where that comes from, and the rule of law that it fills. */
export interface RuleSettingDefinition<Key extends RuleSettingKey = RuleSettingKey> {
  readonly key: Key;
  readonly rule: RuleName;
  readonly form:
    | 'thresholds'
    | 'limit'
    | 'flag'
    | 'strictness'
    | 'low_value'
    | 'status_limits'
    | 'investment_papers'
    | 'days'
    | 'procurement';
  readonly unit: 'cents' | 'none';
  readonly mark: SourceMark;
  /** Where the default comes from, as it is cited on the page. */
  readonly source: string;
  readonly defaultValue: RuleSettings[Key];
}

const DAYS_MAX = 365;
const EXAMPLE_MAYOR_CENTS = cents(10_000_000);

const EXAMPLE_THRESHOLDS: readonly ExtraThreshold[] = EXTRA_KINDS.flatMap((kind) =>
  EXTRA_SPHERES.map((sphere) => ({
    kind,
    sphere,
    mayorUpToCents: EXAMPLE_MAYOR_CENTS,
    committeeUpToCents: null,
    isCumulative: true,
  })),
);

type Definitions = { readonly [Key in RuleSettingKey]: RuleSettingDefinition<Key> };

/** The one table of local thresholds and settings. */
export const RULE_SETTINGS: Definitions = {
  extraThresholds: {
    key: 'extraThresholds',
    rule: 'extra_authority',
    form: 'thresholds',
    unit: 'cents',
    mark: 'G',
    source: '§ 117 Abs. 1 Satz 2 NKomVG; Betrag örtlich (Hauptsatzung oder Haushaltssatzung)',
    defaultValue: EXAMPLE_THRESHOLDS,
  },
  oneWayInvestmentLimitCents: {
    key: 'oneWayInvestmentLimitCents',
    rule: 'current_investment_wall',
    form: 'limit',
    unit: 'cents',
    mark: 'G',
    source: '§ 19 Abs. 4 KomHKVO; Haushaltsvermerk nötig, unerheblicher Betrag örtlich (Beispiel 10.000 Euro)',
    defaultValue: null,
  },
  headTransferNeedsFinance: {
    key: 'headTransferNeedsFinance',
    rule: 'cover_pool',
    form: 'flag',
    unit: 'none',
    mark: 'G',
    source: 'örtliche Dienstanweisung',
    defaultValue: true,
  },
  commitmentSliceStrictness: {
    key: 'commitmentSliceStrictness',
    rule: 'commitment_authority',
    form: 'strictness',
    unit: 'none',
    mark: 'G',
    source: '§ 119 NKomVG; Strenge der Jahresscheiben örtlich',
    defaultValue: 'warn',
  },
  oneTwelfthWarning: {
    key: 'oneTwelfthWarning',
    rule: 'provisional_budget',
    form: 'flag',
    unit: 'none',
    mark: 'V',
    source: '§ 116 NKomVG kennt keine Zwölftelregel; die Warnung ist eine örtliche Zugabe',
    defaultValue: false,
  },
  lowValue: {
    key: 'lowValue',
    rule: 'low_value',
    form: 'low_value',
    unit: 'none',
    mark: 'V2',
    source: 'Kontenplan anderer Stadt (DS 24-23386, DS 15-00975-01); ob die Grenzen eingeschlossen sind, ist örtlich',
    defaultValue: null,
  },
  investmentPapers: {
    key: 'investmentPapers',
    rule: 'investment_papers',
    form: 'investment_papers',
    unit: 'none',
    mark: 'V2',
    source:
      '§ 12 Abs. 1 KomHKVO; Betrag örtlich (Nienburg und Edewecht 500.000 Euro, Sottrum 300.000, Landkreis Friesland 1.500.000); Zins und Nutzungsdauern sind Beispiele',
    defaultValue: EXAMPLE_PAPER_RULES,
  },
  projectStatus: {
    key: 'projectStatus',
    rule: 'project_status',
    form: 'status_limits',
    unit: 'none',
    mark: 'G',
    source: 'Beispielwerte; örtliche Vorgabe zum Projektmanagement',
    defaultValue: STATUS_LIMITS,
  },
  projectReportDays: {
    key: 'projectReportDays',
    rule: 'project_status',
    form: 'days',
    unit: 'none',
    mark: 'G',
    source: 'Beispielwert; örtliche Vorgabe zum Projektmanagement',
    defaultValue: STALE_AFTER_DAYS,
  },
  procurement: {
    key: 'procurement',
    rule: 'procurement',
    form: 'procurement',
    unit: 'cents',
    mark: 'G',
    source:
      'NWertVO in der Fassung ab 29.05.2025 (20.000 und 100.000 Euro netto), EU-Schwelle 2026 und 2027 (216.000 Euro netto); Dauern: Beispiele',
    defaultValue: PROCUREMENT_LIMITS,
  },
};

export const RULE_SETTING_KEYS = Object.keys(RULE_SETTINGS) as readonly RuleSettingKey[];

/** A value that the city has decided on, valid from a fiscal year until a later decision. */
export interface RuleSettingVersion {
  readonly key: RuleSettingKey;
  readonly validFrom: FiscalYear;
  /** Order of recording: of two decisions for the same year the later one holds. */
  readonly recordedAt: string;
  readonly value: unknown;
}

/** The settings of a year: for each key the decision with the latest year that had begun by then, else the default. */
export function ruleSettingsOf(versions: readonly RuleSettingVersion[], year: FiscalYear): RuleSettings {
  const settings: Partial<Record<RuleSettingKey, unknown>> = {};
  for (const key of RULE_SETTING_KEYS) {
    const version = ruleSettingInForce(versions, key, year);
    settings[key] = version === null ? RULE_SETTINGS[key].defaultValue : version.value;
  }
  // Every value was read by its own rule.
  return settings as unknown as RuleSettings;
}

/** The decision that holds for a key in a year; null while the default stands. A value that cannot be read is a fault. */
export function ruleSettingInForce(
  versions: readonly RuleSettingVersion[],
  key: RuleSettingKey,
  year: FiscalYear,
): RuleSettingVersion | null {
  const inForce = versions
    .filter((version) => version.key === key && version.validFrom <= year)
    .reduce<RuleSettingVersion | null>((newest, one) => (newest === null || isLater(one, newest) ? one : newest), null);
  if (inForce !== null && !isRuleValue(key, inForce.value)) throw new TypeError(`Not a value of ${key}.`);
  return inForce;
}

function isLater(one: RuleSettingVersion, other: RuleSettingVersion): boolean {
  return one.validFrom === other.validFrom ? one.recordedAt >= other.recordedAt : one.validFrom > other.validFrom;
}

/** Whether a default is only an example that the city should confirm: everything not read in the text itself. */
export function isExampleValue(mark: SourceMark): boolean {
  return mark !== 'V';
}

export type RuleSettingRefusal =
  | Refusal<'RULE_VALUE', { readonly key: RuleSettingKey }>
  | Refusal<'RULE_YEAR_PAST', { readonly validFrom: FiscalYear; readonly firstYear: FiscalYear }>;

/**
 * Whether a value may be decided from a year on. A past year is never rewritten, so that it replays as it was; the value
 * must be one that the rule understands.
 */
export function decideRuleSetting(
  change: { readonly key: RuleSettingKey; readonly validFrom: FiscalYear; readonly value: unknown },
  runningYear: FiscalYear,
): Outcome<RuleSettingVersion['value'], RuleSettingRefusal> {
  const { key, validFrom, value } = change;
  if (!isRuleValue(key, value)) return refuse({ code: 'RULE_VALUE', params: { key } });
  if (validFrom < runningYear) {
    return refuse({ code: 'RULE_YEAR_PAST', params: { validFrom, firstYear: runningYear } });
  }
  return ok(value);
}

/** Whether raw input is a value of the setting, complete and in range. */
export function isRuleValue(key: RuleSettingKey, value: unknown): boolean {
  switch (RULE_SETTINGS[key].form) {
    case 'thresholds':
      return isThresholdTable(value);
    case 'limit':
      return value === null || (isAmount(value) && value > ZERO_CENTS);
    case 'flag':
      return typeof value === 'boolean';
    case 'strictness':
      return value === 'warn' || value === 'block';
    case 'low_value':
      return value === null || isLowValueSetting(value);
    case 'status_limits':
      return isStatusLimits(value);
    case 'days':
      return typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= DAYS_MAX;
    case 'procurement':
      return isProcurementLimits(value);
    case 'investment_papers':
      return isInvestmentPaperRules(value);
  }
}

export function isRuleSettingKey(raw: unknown): raw is RuleSettingKey {
  return typeof raw === 'string' && Object.hasOwn(RULE_SETTINGS, raw);
}

/** Each kind on each side stands there exactly once, and the committee's limit is not below the mayor's. */
function isThresholdTable(value: unknown): boolean {
  if (!Array.isArray(value) || value.length !== EXTRA_KINDS.length * EXTRA_SPHERES.length) return false;
  if (!value.every(isThreshold)) return false;
  return new Set(value.map(({ kind, sphere }: ExtraThreshold) => `${kind} ${sphere}`)).size === value.length;
}

function isThreshold(value: unknown): value is ExtraThreshold {
  if (typeof value !== 'object' || value === null) return false;
  const { kind, sphere, mayorUpToCents, committeeUpToCents, isCumulative, ...rest } = value as Partial<ExtraThreshold>;
  return (
    Object.keys(rest).length === 0 &&
    EXTRA_KINDS.some((one) => one === kind) &&
    EXTRA_SPHERES.some((one) => one === sphere) &&
    isAmount(mayorUpToCents) &&
    (committeeUpToCents === null || (isAmount(committeeUpToCents) && committeeUpToCents >= mayorUpToCents)) &&
    typeof isCumulative === 'boolean'
  );
}

function isAmount(value: unknown): value is Cents {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0 && value <= MAX_AMOUNT_CENTS;
}
