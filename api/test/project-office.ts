import type { Project } from '@etatlotse/contracts/project';
import type { Answer, HttpClient } from './http-client';

export const PROJECTS = '/api/v1/projects';

/** What every new project of these cases says about itself. */
export const PROJECT_FACE = {
  name: 'DMS-Ausbau',
  unitId: null as string | null,
  phase: 'roll_out',
  progressMethod: 'milestones',
  level: 'project',
  parentId: null as string | null,
  plannedStart: '2025-01-01',
  plannedEnd: '2026-12-31',
};

/** The plan behind T25: 400,000 over two years, 60 % of it due by October 2026; internal work is told apart. */
export const PROJECT_PLAN = {
  plannedStart: '2025-01-01',
  plannedEnd: '2026-12-31',
  costs: [
    { fiscalYear: 2025, kind: 'expense', amountCents: 10_000_000 },
    { fiscalYear: 2026, kind: 'expense', amountCents: 30_000_000 },
    { fiscalYear: 2026, kind: 'internal', amountCents: 5_000_000 },
  ],
  milestones: [
    { name: 'Pilot', plannedOn: '2025-12-31', weightBasisPoints: 4_500 },
    { name: 'Hälfte der Bereiche', plannedOn: '2026-06-30', weightBasisPoints: 1_500 },
    { name: 'Alle Bereiche', plannedOn: '2026-12-31', weightBasisPoints: 4_000 },
  ],
};

export const BASELINE_DEED = { reason: 'Projektauftrag', document: 'DS 24-24651', decidedOn: '2024-12-10' };

const UNREPORTED = { forecastOn: null, earliestOn: null, latestOn: null, actualOn: null };

/** Leads projects as finance does: one person writes, the other agrees. */
export class ProjectOffice {
  constructor(
    private readonly writer: HttpClient,
    private readonly agreeing: HttpClient,
  ) {}

  async create(changes: object = {}, client = this.writer): Promise<string> {
    const { status, body } = await client.post(PROJECTS, { ...PROJECT_FACE, ...changes });
    expect([status, body.code]).toEqual([201, undefined]);
    return body.id;
  }

  async show(id: string, client = this.writer): Promise<Project> {
    return (await client.get(`${PROJECTS}/${id}`)).body;
  }

  async versionOf(id: string): Promise<number> {
    return (await this.show(id)).version;
  }

  async savePlan(id: string, changes: object = {}): Promise<Answer> {
    return this.writer.put(`${PROJECTS}/${id}/plan`, {
      ...PROJECT_PLAN,
      ...changes,
      version: await this.versionOf(id),
    });
  }

  /** A project with its plan, without a baseline. */
  async planned(changes: object = {}): Promise<string> {
    const id = await this.create(changes);
    expect((await this.savePlan(id)).status).toBe(200);
    return id;
  }

  async askBaseline(id: string, changes: object = {}): Promise<Answer> {
    return this.writer.post(`${PROJECTS}/${id}/baselines`, {
      ...BASELINE_DEED,
      ...changes,
      version: await this.versionOf(id),
    });
  }

  agree(approvalId: string, client = this.agreeing): Promise<Answer> {
    return client.post(`/api/v1/approvals/${approvalId}/decision`, { decision: 'approve', version: 1 });
  }

  /** Makes the plan the baseline, by two people. */
  async baselined(id: string, changes: object = {}): Promise<void> {
    const asked = await this.askBaseline(id, changes);
    expect([asked.status, asked.body.code]).toEqual([201, undefined]);
    expect((await this.agree(asked.body.approvalId)).status).toBe(200);
  }

  /** Says how the milestone of that name stands. */
  async report(id: string, name: string, changes: object): Promise<Answer> {
    const milestone = (await this.show(id)).milestones.find((one) => one.name === name);
    const body = { ...UNREPORTED, ...changes, version: milestone?.version };
    return this.writer.put(`${PROJECTS}/${id}/milestones/${milestone?.id}`, body);
  }
}
