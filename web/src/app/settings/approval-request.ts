import type { Approval } from '@etatlotse/contracts/approval/plain';
import { isRole, type RoleKind } from '@etatlotse/domain/access';
import { isRuleSettingKey } from '@etatlotse/domain/authority';
import { roleName } from '../platform/role.labels';
import { ruleLabels, ruleValueWords } from '../platform/rule.labels';
import { formatEuro } from '../ui/amount/format';
import { formatDate } from '../ui/date/format';
import type { Fact } from '../ui/facts/facts';
import { approvalLabels } from './approval.labels';
import { commitmentFacts, earmarkFacts } from './authority-request';
import { largeBookingFacts } from './large-booking';
import { lockFacts } from './lock-request';
import { baselineFacts } from './project-request';

/** Names that stand behind the ids of a request; null while they are not known. */
export interface SubjectNames {
  readonly person: string | null;
  readonly substitute: string | null;
  readonly plan: string | null;
  readonly unit: (unitId: string) => string | null;
  readonly body: (bodyId: string) => string | null;
}

interface AskedRole {
  readonly role: string;
  readonly kind: RoleKind | null;
  readonly unitId: string | null;
  readonly bodyId?: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** The request in one line, as its heading. */
export function headingOf(approval: Approval, names: SubjectNames): string {
  const words = approvalLabels();
  switch (approval.action) {
    case 'role.grant':
    case 'role.delegate':
    case 'password.reset':
      return words.actions[approval.action](names.person ?? words.somebody);
    case 'fiscal_year.close':
    case 'fiscal_year.reopen':
      return words.actions[approval.action](approval.subjectId);
    case 'plan_version.adopt':
      return words.actions[approval.action](names.plan ?? words.aPlan);
    case 'settings.booking_limit':
      return words.actions[approval.action];
    case 'earmark.change':
      return words.actions[approval.action](textOf(approval.request['earmarkNumber']));
    case 'commitment_authority.grant':
      return words.actions[approval.action](textOf(approval.request['number']));
    case 'booking.large':
      return words.actions[approval.action](textOf(approval.request['lineNumber']));
    case 'lock.set':
    case 'lock.lift':
      return words.actions[approval.action](textOf(approval.request['title']));
    case 'project.baseline':
      return words.actions[approval.action](textOf(approval.request['name']));
    case 'extra.grant':
      return words.actions[approval.action](textOf(approval.request['requestNumber']));
    case 'rule_setting.change':
      return words.actions[approval.action](
        isRuleSettingKey(approval.subjectId) ? ruleLabels().settings[approval.subjectId] : approval.subjectId,
      );
  }
}

/** What exactly would happen, fact by fact. */
export function factsOf(approval: Approval, names: SubjectNames): Fact[] {
  const { terms, noLimit } = approvalLabels();
  const { request } = approval;
  const limit = (value: unknown): string => (typeof value === 'number' ? formatEuro(value) : noLimit);
  switch (approval.action) {
    case 'role.grant':
      return rolesOf(request).map((role) => ({ term: terms.role, text: roleText(role, names) }));
    case 'role.delegate':
      return [
        { term: terms.substitute, text: names.substitute ?? approvalLabels().somebody },
        { term: terms.period, text: period(textOf(request['validFrom']), textOf(request['validTo'])) },
      ];
    case 'settings.booking_limit':
      return [
        { term: terms.limit, text: limit(request['toCents']) },
        { term: terms.before, text: limit(request['fromCents']) },
      ];
    case 'plan_version.adopt':
      return [
        { term: terms.decidedOn, text: formatDate(textOf(request['decidedOn'])) },
        { term: terms.document, text: textOf(request['decisionDocument']) },
      ];
    case 'booking.large':
      return largeBookingFacts(request);
    case 'earmark.change':
      return earmarkFacts(request);
    case 'commitment_authority.grant':
      return commitmentFacts(request);
    case 'project.baseline':
      return baselineFacts(request);
    case 'extra.grant':
      return extraFacts(request);
    case 'rule_setting.change':
      return ruleFacts(request);
    case 'lock.set':
    case 'lock.lift':
      return lockFacts(approval);
    default:
      return [];
  }
}

/** A grant of extra authority: how much for what, and who decided it where. */
function extraFacts(request: Approval['request']): Fact[] {
  const { terms } = approvalLabels();
  const { deciders } = ruleLabels();
  const decider = textOf(request['decider']);
  return [
    {
      term: terms.amount,
      text: typeof request['amountCents'] === 'number' ? formatEuro(request['amountCents']) : null,
    },
    { term: terms.purpose, text: textOf(request['subject']) },
    { term: terms.decider, text: decider in deciders ? deciders[decider as keyof typeof deciders] : decider },
    { term: terms.decidedOn, text: formatDate(textOf(request['decidedOn'])) },
    { term: terms.document, text: textOf(request['document']) },
  ];
}

/** A local rule: what would hold from when, and what has held so far. */
function ruleFacts(request: Approval['request']): Fact[] {
  const { terms } = approvalLabels();
  const { key, value, before, validFrom } = request;
  if (!isRuleSettingKey(key)) return [];
  return [
    { term: terms.rule, text: ruleValueWords(key, value).join('; ') },
    { term: terms.before, text: ruleValueWords(key, before).join('; ') },
    { term: terms.validFrom, text: String(validFrom) },
    { term: terms.source, text: textOf(request['source']) },
  ];
}

/** The roles a request names; anything that is none is left out. */
export function rolesOf(request: Approval['request']): AskedRole[] {
  const { roles } = request;
  return Array.isArray(roles) ? (roles as AskedRole[]).filter(({ role }) => isRole(role)) : [];
}

function roleText(asked: AskedRole, names: SubjectNames): string {
  if (!isRole(asked.role)) return asked.role;
  const unit = asked.unitId === null ? null : (names.unit(asked.unitId) ?? approvalLabels().aUnit);
  const body = asked.bodyId ? (names.body(asked.bodyId) ?? approvalLabels().aBody) : null;
  return [roleName(asked.role, asked.kind), unit, body, period(asked.validFrom, asked.validTo)]
    .filter((part) => part !== null)
    .join(', ');
}

function period(from: string, to: string | null): string {
  const words = approvalLabels();
  return to === null ? words.from(formatDate(from)) : words.fromTo(formatDate(from), formatDate(to));
}

const textOf = (value: unknown): string => (typeof value === 'string' ? value : '');
