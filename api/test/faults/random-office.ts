import { randomUUID } from 'node:crypto';
import type { Answer, HttpClient } from '../http-client';
import { type Auditor, Dice, type OrderStep } from './auditor';
import { type Desk, RandomAuthority } from './random-authority';

const STEPS: readonly OrderStep[] = [
  'place',
  'increase',
  'reduce',
  'part_invoice',
  'final_invoice',
  'credit',
  'cancel',
];
const TRANSFER_REFUSALS = ['TRANSFER_EXCEEDED', 'TRANSFER_SAME_LINE', 'TRANSFER_POOL_COVERS'];
const MOST_CENTS = 3_000;

interface OwnOrder {
  readonly id: string;
  version: number;
  hasMoved: boolean;
}

interface OwnTransfer {
  readonly id: string;
  readonly version: number;
  readonly from: string;
  readonly to: string;
  readonly amountCents: number;
}

interface OwnMovement {
  readonly id: string;
  readonly lineId: string;
  readonly kind: string;
  readonly amountCents: number;
}

/**
 * One person who books, orders, pays, transfers, locks, grants, carries over, takes back and errs, one step after the other,
 * by dice; a second person confirms what needs one. Lines and pools are everybody's; orders, movements and transfers are only touched by whoever made them, so that the auditor knows their order.
 */
export class RandomClerk {
  private readonly dice: Dice;
  private readonly orders: OwnOrder[] = [];
  private readonly movements: OwnMovement[] = [];
  private readonly transfers: OwnTransfer[] = [];
  private last: { readonly path: string; readonly body: object; readonly key: string; readonly answer: Answer } | null =
    null;

  private readonly authority: RandomAuthority;
  private readonly desk: Desk;
  private readonly auditor: Auditor;

  /** At any of the processes: the person of the desk, and another one who confirms. */
  constructor(
    private readonly clients: readonly HttpClient[],
    others: readonly HttpClient[],
    { desk, auditor }: { readonly desk: Desk; readonly auditor: Auditor },
    seed: number,
  ) {
    const dice = new Dice(seed);
    [this.desk, this.auditor] = [desk, auditor];
    this.dice = dice;
    this.authority = new RandomAuthority({
      ...{ dice, desk, auditor },
      mine: () => this.anyClient(),
      second: () => dice.one(others),
      post: (path, body) => this.post(path, body),
      isDone: (answer, done, refusals) => this.isDone(answer, done, refusals),
    });
  }

  /** Does one thing; throws when the API answers what nobody may answer. */
  async step(): Promise<void> {
    const roll = this.dice.below(106);
    if (roll >= 100) await this.authority.step();
    else if (roll < 28) await this.book();
    else if (roll < 42) await this.order();
    else if (roll < 70 && this.orders.length > 0) await this.takeStep();
    else if (roll < 80) await this.transfer();
    else if (roll < 84 && this.transfers.length > 0) await this.undoTransfer();
    else if (roll < 91 && this.movements.length > 0) await this.reverse();
    else if (roll < 95 && this.last !== null) await this.repeat(this.last);
    else await this.err();
  }

  private async book(): Promise<void> {
    const lineId = this.dice.one(this.desk.lineIds);
    const kind = this.dice.one(['commitment', 'reservation', 'actual', 'lock']);
    const amountCents = 1 + this.dice.below(MOST_CENTS);
    const answer = await this.post('/api/v1/budget/movements', this.booking(lineId, kind, amountCents));
    if (!this.isDone(answer, 201, ['BUDGET_EXCEEDED'])) return;
    this.auditor.booked(lineId, kind, amountCents);
    this.movements.push({ id: answer.body.id, lineId, kind, amountCents });
  }

  private async order(): Promise<void> {
    const lineId = this.dice.one(this.desk.lineIds);
    const opening = this.dice.one(['reserve', 'place'] as const);
    const amountCents = 1 + this.dice.below(MOST_CENTS);
    const { fiscalYear, today } = this.desk;
    const answer = await this.post('/api/v1/budget/orders', {
      ...{ lineId, fiscalYear, number: randomUUID().slice(0, 18), opening, amountCents },
      ...{ orderedOn: today, subject: 'Zufällige Bestellung' },
    });
    if (!this.isDone(answer, 201, ['BUDGET_EXCEEDED'])) return;
    this.auditor.ordered(answer.body.id, lineId, opening, amountCents);
    this.orders.push({ id: answer.body.id, version: 1, hasMoved: false });
  }

  private async takeStep(): Promise<void> {
    const order = this.dice.one(this.orders);
    const step = this.dice.one(STEPS);
    const amountCents = 1 + this.dice.below(MOST_CENTS);
    const answer = await this.post(`/api/v1/budget/orders/${order.id}/steps`, {
      ...{ step, bookedOn: this.desk.today, version: order.version },
      ...(step === 'cancel' ? {} : { amountCents }),
    });
    // Only whoever made an order touches it; if it is not as it was, it has come along into the next year.
    if (answer.status === 409 && answer.body.code === 'VERSION_STALE') return this.lookAgain(order);
    const refused = ['BUDGET_EXCEEDED', 'STEP_NOT_ALLOWED', 'COMMITMENT_EXCEEDED', 'CREDIT_EXCEEDED'];
    if (!this.isDone(answer, 200, refused)) return;
    this.auditor.stepped(order.id, step, amountCents);
    order.version += 1;
  }

  /** Reads the orders that may have been taken along while nobody at this desk looked. */
  async finish(): Promise<void> {
    for (const order of this.orders) await this.lookAgain(order);
  }

  private async lookAgain(order: OwnOrder): Promise<void> {
    const { body } = await this.anyClient().get(`/api/v1/budget/orders/${order.id}`);
    order.version = body.version;
    if (body.fiscalYear === this.desk.fiscalYear || order.hasMoved) return;
    order.hasMoved = true;
    this.auditor.cameAlong(order.id);
  }

  private async transfer(): Promise<void> {
    const from = this.dice.one(this.desk.lineIds);
    const to = this.dice.one(this.desk.lineIds);
    const amountCents = 1 + this.dice.below(MOST_CENTS);
    const answer = await this.post('/api/v1/authority/transfers', {
      ...{ fromLineId: from, toLineId: to, fiscalYear: this.desk.fiscalYear, amountCents },
      reason: 'Zufällige Umbuchung',
    });
    if (!this.isDone(answer, 201, TRANSFER_REFUSALS)) return;
    this.auditor.transferred(from, to, amountCents);
    this.transfers.push({ id: answer.body.id, version: answer.body.version, from, to, amountCents });
  }

  private async undoTransfer(): Promise<void> {
    const transfer = this.dice.one(this.transfers);
    const { id, version, from, to, amountCents } = transfer;
    const path = `/api/v1/authority/transfers/${id}/reversal`;
    const answer = await this.post(path, { reason: 'Zurück', version });
    if (!this.isDone(answer, 200, TRANSFER_REFUSALS)) return;
    this.auditor.transferred(to, from, amountCents);
    this.transfers.splice(this.transfers.indexOf(transfer), 1);
  }

  private async reverse(): Promise<void> {
    const movement = this.dice.one(this.movements);
    const { id, lineId, kind, amountCents } = movement;
    const answer = await this.post(`/api/v1/budget/movements/${id}/reversal`, {
      fiscalYear: this.desk.fiscalYear,
      reason: 'Irrtum',
    });
    // By then less may be bound on the line than is to be taken back; a commitment never goes below nothing (R1).
    if (!this.isDone(answer, 201, ['COMMITMENT_EXCEEDED'])) return;
    this.auditor.booked(lineId, kind, -amountCents);
    this.movements.splice(this.movements.indexOf(movement), 1);
  }

  /** The line was lost and the program sends the same again, at whichever process: it must get the same answer (I6). */
  private async repeat({ path, body, key, answer }: NonNullable<RandomClerk['last']>): Promise<void> {
    const again = await this.anyClient().post(path, body, { 'idempotency-key': key });
    const isSame = again.status === answer.status && again.body.id === answer.body.id;
    if (!isSame) throw new Error(`Repeated ${path}: ${again.status} ${JSON.stringify(again.body)}`);
  }

  /** What must be refused whatever stands in the books. */
  private async err(): Promise<void> {
    const lineId = this.dice.one(this.desk.lineIds);
    const wrong = this.dice.one<readonly [object, number]>([
      [this.booking(lineId, 'commitment', 0), 422],
      [this.booking(lineId, 'commitment', -5), 422],
      [this.booking(lineId, 'appropriation', 5), 422],
      [this.booking(randomUUID(), 'commitment', 5), 404],
      [{ ...this.booking(lineId, 'commitment', 5), fiscalYear: this.desk.closedYear }, 409],
    ]);
    const answer = await this.anyClient().post('/api/v1/budget/movements', wrong[0]);
    if (answer.status !== wrong[1]) throw new Error(`${JSON.stringify(wrong[0])}: ${answer.status}`);
    this.auditor.refusals += 1;
  }

  private booking(lineId: string, kind: string, amountCents: number): object {
    const { fiscalYear, today } = this.desk;
    return { lineId, fiscalYear, kind, amountCents, bookedOn: today, text: 'Zufällige Buchung' };
  }

  private async post(path: string, body: object): Promise<Answer> {
    const key = randomUUID();
    const answer = await this.anyClient().post(path, body, { 'idempotency-key': key });
    if (answer.status === 201) this.last = { path, body, key, answer };
    return answer;
  }

  private anyClient(): HttpClient {
    return this.dice.one(this.clients);
  }

  private isDone({ status, body }: Answer, done: number, refusals: readonly string[]): boolean {
    if (status === done) return true;
    if (status !== 409 || !refusals.includes(body.code)) throw new Error(`${status} ${JSON.stringify(body)}`);
    this.auditor.refusals += 1;
    return false;
  }
}
