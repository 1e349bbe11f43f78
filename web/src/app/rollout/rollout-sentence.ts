import type { Rollout, RolloutGoal } from '@etatlotse/contracts/rollout/plain';
import { formatNumber } from '../ui/amount/format';
import { boundText, shareText, statementText } from '../ui/bound/bound';
import { formatDate } from '../ui/date/format';
import type { Fact } from '../ui/facts/facts';
import { rolloutPageLabels } from './rollout-page.labels';

/** What was stated and what is needed; a bound is told as one. */
export function goalSentence({ newest, counted, goalOn, pace }: RolloutGoal): string {
  const t = rolloutPageLabels();
  if (newest === null) return t.noMeasurement;
  const day = formatDate(newest.measuredOn);
  if (newest.share === null) return t.leadSeveral(day, counted);
  const stated = t.leadGoal(day, statementText(newest), counted);
  if (pace.missingBasisPoints === null || pace.missingBasisPoints.value === 0) return stated;
  const missing = boundText(pace.missingBasisPoints, 'points');
  const days = pace.daysFromMeasured ?? 0;
  const inDays = days === 1 ? t.oneDay : t.manyDays(formatNumber(days));
  const rest = t.leadMissing(formatDate(goalOn), missing, inDays);
  const needed = pace.neededPerMonth === null ? '.' : t.leadNeeded(boundText(pace.neededPerMonth, 'points'));
  return `${stated} ${rest}${needed}`;
}

/** The answer at the top: the first goal that was measured. */
export function boardSentence(rollout: Rollout | null): string {
  if (rollout === null) return '';
  const goal = rollout.goals.find(({ newest }) => newest !== null);
  return goal === undefined ? rolloutPageLabels().leadNone : goalSentence(goal);
}

export function factsOfRollout(rollout: Rollout | null): Fact[] {
  if (rollout === null) return [];
  const t = rolloutPageLabels();
  const { project, programme } = rollout;
  return [
    ...(project === null ? [] : [{ term: t.project, text: project.name, link: ['/projects', project.id] }]),
    ...(programme === null ? [] : [{ term: t.programme, text: programme.name }]),
    { term: t.started, text: formatDate(rollout.startedOn) },
    { term: t.reported, text: formatDate(rollout.reportedOn) },
    { term: t.quota, text: shareText(rollout.quotaBasisPoints) },
  ];
}
