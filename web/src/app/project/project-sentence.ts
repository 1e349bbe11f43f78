import type { Project } from '@etatlotse/contracts/project/plain';
import { formatEuro, formatNumber } from '../ui/amount/format';
import { formatDate } from '../ui/date/format';
import type { Fact } from '../ui/facts/facts';
import { projectPageLabels } from './project-page.labels';
import { daysText, projectLabels } from './project.labels';

/** The answer at the top: how it stands by rule and why, who sees it otherwise, and what was spent. */
export function sentenceOf(project: Project | null): string {
  if (project === null) return '';
  const [t, words] = [projectPageLabels(), projectLabels()];
  if (project.level !== 'project') return t.leadGroup(formatNumber(project.children));
  const reasons = project.findings.map(({ reason }) =>
    reason === 'slip'
      ? `${words.reasons.slip} (${daysText(project.slipDays, formatNumber(project.slipDays))})`
      : words.reasons[reason],
  );
  const ruled = t.leadRuled(words.statuses[project.status]);
  const [newest] = project.assessments;
  const spent = formatEuro(project.actualCents);
  return [
    reasons.length === 0 ? `${ruled}.` : `${ruled}${t.leadBecause(reasons.join('; '))}`,
    ...(project.differsFromRule && newest
      ? [t.leadDiffers(words.statuses[newest.status], newest.byName ?? t.somebody)]
      : []),
    project.earned === null ? t.leadSpent(spent) : t.leadMoney(spent, formatEuro(project.earned.bacCents)),
  ].join(' ');
}

/** What else is known about a project, beside the story. */
export function factsOfProject(project: Project | null): Fact[] {
  if (project === null) return [];
  const [t, words] = [projectPageLabels(), projectLabels()];
  const facts: Fact[] = [
    { term: words.phase, text: words.phases[project.phase] },
    { term: words.unit, text: project.unitName ?? words.wholeCity },
    { term: t.sponsor, text: project.sponsor, link: ['/projects'], query: { q: project.sponsor } },
    { term: t.key, text: project.key === '' ? '' : `${project.key} (${words.forms[project.form]})` },
    { term: t.start, text: formatDate(project.startedOn ?? project.plannedStart) },
    { term: t.end, text: formatDate(project.currentEnd ?? project.plannedEnd) },
    { term: t.closedBecause, text: project.closeReason },
    { term: t.description, text: project.description },
  ];
  return facts.filter(({ text }) => text !== '');
}
