import { randomUUID } from 'node:crypto';
import type { Answer, HttpClient } from '../http-client';
import type { Auditor, Dice } from './auditor';

const MOST_CENTS = 3_000;
/** What may be refused because somebody else was first, or because the money is not there. */
const EXTRA_REFUSALS = ['EXTRA_COVER_GONE', 'EXTRA_COVER_WALL', 'EXTRA_COVER_LINE', 'EXTRA_DECIDER'];
const PROPOSAL_REFUSALS = ['CARRY_OVER_ABOVE', 'CARRY_OVER_EMPTY'];
const DECISION_REFUSALS = [...PROPOSAL_REFUSALS, 'CARRY_OVER_DECIDED', 'VERSION_STALE', 'FOUR_EYES', 'NOT_FOUND'];

/** What the office works on. */
export interface Desk {
  readonly lineIds: readonly string[];
  readonly fiscalYear: number;
  readonly closedYear: number;
  readonly today: string;
}

interface OwnLock {
  readonly id: string;
  readonly lineId: string;
  readonly amountCents: number;
}

/** What a desk needs to act: somebody's request at any process, and whether it was done or lawfully refused. */
export interface Hands {
  readonly dice: Dice;
  readonly desk: Desk;
  readonly auditor: Auditor;
  /** The person of the desk, at any of the processes. */
  mine(): HttpClient;
  /** Another person, who confirms. */
  second(): HttpClient;
  post(path: string, body: object): Promise<Answer>;
  isDone(answer: Answer, done: number, refusals: readonly string[]): boolean;
}

/**
 * What changes the authority after the plan, by dice: locks that a second person sets and lifts, extra authority with cover
 * that is locked in the same moment, and rests that go into the next year with the open orders of their line.
 */
export class RandomAuthority {
  private readonly locks: OwnLock[] = [];

  constructor(private readonly hands: Hands) {}

  async step(): Promise<void> {
    const roll = this.hands.dice.below(10);
    if (roll < 3) await this.lock();
    else if (roll < 4) await this.lift();
    else if (roll < 7) await this.grant();
    else await this.carryOver();
  }

  private async lock(): Promise<void> {
    const { dice, desk, auditor } = this.hands;
    const lineId = dice.one(desk.lineIds);
    const amountCents = 1 + dice.below(MOST_CENTS);
    const asked = await this.hands.post('/api/v1/authority/locks', {
      ...{ fiscalYear: desk.fiscalYear, decidedOn: desk.today, selection: { lineIds: [lineId] } },
      terms: { method: 'amounts', amounts: [{ lineId, amountCents }] },
      ...{
        title: 'Zufällige Sperre',
        decidedBy: 'Oberbürgermeisterin',
        document: 'OB 1',
        reason: 'Die Steuern fehlen',
      },
      expectedCents: amountCents,
    });
    if (!this.hands.isDone(asked, 201, ['LOCK_EMPTY'])) return;
    auditor.acknowledged(1);
    if (!(await this.isConfirmed(asked.body.approvalId, []))) return;
    auditor.acted(lineId, 'lock', amountCents);
    this.locks.push({ id: asked.body.id, lineId, amountCents });
  }

  private async lift(): Promise<void> {
    const { dice, desk, auditor } = this.hands;
    if (this.locks.length === 0) return;
    const lock = dice.one(this.locks);
    const path = `/api/v1/authority/locks/${lock.id}`;
    const { version } = (await this.hands.mine().get(path)).body;
    const asked = await this.hands.post(`${path}/lifts`, {
      ...{ version, decidedOn: desk.today, decidedBy: 'Oberbürgermeisterin', document: 'OB 2', reason: 'Sie sind da' },
    });
    if (!this.hands.isDone(asked, 201, [])) return;
    auditor.acknowledged(1);
    if (!(await this.isConfirmed(asked.body.approvalId, []))) return;
    auditor.acted(lock.lineId, 'lock', -lock.amountCents);
    this.locks.splice(this.locks.indexOf(lock), 1);
  }

  /** From the draft to the grant: more on one line, and the cover locked on another (T4d). */
  private async grant(): Promise<void> {
    const { dice, desk, auditor } = this.hands;
    const [lineId, coverId] = [dice.one(desk.lineIds), dice.one(desk.lineIds)];
    if (lineId === coverId) return;
    const amountCents = 1 + dice.below(MOST_CENTS);
    const path = '/api/v1/authority/extra';
    const made = await this.hands.post(path, {
      ...{ fiscalYear: desk.fiscalYear, subject: 'Zufälliger Antrag', isContinuedInvestment: false },
      ...{ substanceReason: 'Der Vertrag gilt', timeReason: 'Er ist fällig' },
      items: [{ lineId, amountCents }],
      covers: [{ kind: 'less_spending', lineId: coverId, amountCents }],
    });
    if (!this.hands.isDone(made, 201, EXTRA_REFUSALS)) return;
    auditor.acknowledged(1);
    const { id } = made.body;
    for (const [version, step, by] of [
      [1, 'submit', this.hands.mine()],
      [2, 'examine', this.hands.second()],
    ] as const) {
      const answer = await by.post(`${path}/${id}/steps`, { step, version });
      if (!this.hands.isDone(answer, 200, EXTRA_REFUSALS)) return;
      auditor.acknowledged(1);
    }
    const decision = { isGranted: true, decider: 'council', decidedOn: desk.today, document: 'DS 1', version: 3 };
    const asked = await this.hands.mine().post(`${path}/${id}/decision`, decision);
    if (!this.hands.isDone(asked, 202, EXTRA_REFUSALS)) return;
    auditor.acknowledged(1);
    if (!(await this.isConfirmed(asked.body.approvalId, EXTRA_REFUSALS))) return;
    auditor.acted(lineId, 'over_plan', amountCents);
    auditor.added(coverId, 'lock', amountCents);
  }

  /** Asked for by one person and decided by another, as it was seen; somebody else may have been faster. */
  private async carryOver(): Promise<void> {
    const { dice, desk, auditor } = this.hands;
    const lineId = dice.one(desk.lineIds);
    const fromYear = desk.fiscalYear;
    const proposal = { lineId, amountCents: dice.below(MOST_CENTS), kind: 'current', reason: 'Läuft weiter' };
    const asked = await this.hands.post('/api/v1/carry-overs', { fromYear, proposals: [proposal] });
    if (!this.hands.isDone(asked, 201, PROPOSAL_REFUSALS)) return;
    auditor.acknowledged(1);
    const seen = await this.proposalOf(lineId);
    if (seen === null) return;
    const answer = await this.hands.second().post('/api/v1/carry-overs/decision', {
      ...{ decision: 'approve', proposals: [{ id: seen.id, version: seen.version }] },
    });
    // What nobody finds any more is 404, like everything that does not exist.
    if (answer.status === 404) return;
    if (!this.hands.isDone(answer, 200, DECISION_REFUSALS)) return;
    auditor.carriedOver(lineId, answer.body.amountCents, answer.body.movedCommitmentCents);
  }

  private async proposalOf(lineId: string): Promise<{ readonly id: string; readonly version: number } | null> {
    const path = `/api/v1/year-end/${this.hands.desk.fiscalYear}/lines?view=proposed&limit=100`;
    const { rows } = (await this.hands.second().get(path)).body as { readonly rows: readonly ProposedLine[] };
    return rows.find((row) => row.lineId === lineId)?.carryOvers.find(({ state }) => state === 'proposed') ?? null;
  }

  private async isConfirmed(approvalId: string, refusals: readonly string[]): Promise<boolean> {
    const path = `/api/v1/approvals/${approvalId}/decision`;
    const answer = await this.hands
      .second()
      .post(path, { decision: 'approve', version: 1 }, { 'idempotency-key': randomUUID() });
    if (!this.hands.isDone(answer, 200, refusals)) return false;
    // The approval is an entry of its own beside what it brings about.
    this.hands.auditor.acknowledged(1);
    return true;
  }
}

interface ProposedLine {
  readonly lineId: string;
  readonly carryOvers: readonly { readonly id: string; readonly version: number; readonly state: string }[];
}
