import type {
  SnapshotContent,
  SnapshotExtra,
  SnapshotLine,
  SnapshotProject,
  SnapshotRollout,
} from '@etatlotse/contracts/snapshot/plain';
import type { ComparedFigure, ComparedThing, FigureUnit, FigureValue } from '@etatlotse/domain/council';

const figure = (name: string, unit: FigureUnit, value: FigureValue): ComparedFigure => ({ name, unit, value });
const there = { endedBy: null } as const;

/** What two snapshots are compared by: every figure that a committee sees, named as the pages name it. */
export function comparedThings(content: SnapshotContent): readonly ComparedThing[] {
  return [
    ...content.overview.frames.map(({ frame, ceilingCents }): ComparedThing => ({
      part: 'frame',
      id: frame,
      name: frame,
      figures: [figure('ceiling', 'cents', ceilingCents)],
      ...there,
    })),
    ...content.lines.map(ofLine),
    ...content.projects.map(ofProject),
    ...content.rollouts.flatMap(ofRollout),
    ...content.staffing.rows.map(
      ({ unitId, code, name, plannedFteMicros, occupiedFteMicros, requiredFteMicros }): ComparedThing => ({
        part: 'staffing',
        id: unitId,
        name: `${code} ${name}`.trim(),
        figures: [
          figure('planned', 'fte_micros', plannedFteMicros),
          figure('occupied', 'fte_micros', occupiedFteMicros),
          figure('required', 'fte_micros', requiredFteMicros),
        ],
        ...there,
      }),
    ),
    ...content.boundYears.rows.map(({ frame, fiscalYear, amountCents, boundCents }): ComparedThing => ({
      part: 'bound_year',
      id: `${frame} ${fiscalYear}`,
      name: `${frame} ${fiscalYear}`,
      figures: [figure('amount', 'cents', amountCents), figure('bound', 'cents', boundCents)],
      ...there,
    })),
    ...content.extras.map(ofExtra),
  ];
}

function ofLine({ lineId, number, name, ...amounts }: SnapshotLine): ComparedThing {
  return {
    part: 'line',
    id: lineId,
    name: `${number} ${name}`,
    figures: [
      figure('adjusted', 'cents', amounts.adjustedCents),
      figure('lock', 'cents', amounts.lockCents),
      figure('reservation', 'cents', amounts.reservationCents),
      figure('commitment', 'cents', amounts.commitmentCents),
      figure('actual', 'cents', amounts.actualCents),
    ],
    ...there,
  };
}

function ofProject(project: SnapshotProject): ComparedThing {
  return {
    part: 'project',
    id: project.id,
    name: project.name,
    figures: [
      figure('status', 'word', project.status),
      figure('judged', 'word', project.judged),
      figure('end', 'day', project.currentEnd ?? project.plannedEnd),
      figure('slip', 'days', project.slipDays),
      figure('budget', 'cents', project.budgetCents),
      figure('actual', 'cents', project.actualCents),
    ],
    endedBy: project.state === 'closed' ? 'closed' : null,
  };
}

function ofRollout({ goals, name }: SnapshotRollout): readonly ComparedThing[] {
  return goals.map((goal) => ({
    part: 'rollout',
    id: goal.id,
    name: `${name}: ${goal.name}`,
    figures: [figure('share', 'basis_points', goal.share?.value ?? null), figure('goal_on', 'day', goal.goalOn)],
    ...there,
  }));
}

function ofExtra({ id, number, subject, state, totals }: SnapshotExtra): ComparedThing {
  return {
    part: 'extra',
    id,
    name: `${number} ${subject}`,
    figures: [
      figure('state', 'word', state),
      figure('requested_operating', 'cents', totals.operating.requestedCents),
      figure('requested_investing', 'cents', totals.investing.requestedCents),
    ],
    ...there,
  };
}
