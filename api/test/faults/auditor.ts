/**
 * Keeps its own books in memory of everything the API has acknowledged, with its own arithmetic: it imports nothing of the
 * product. At the end the product's figures must equal these to the cent.
 */
export class Auditor {
  /** Acknowledged changes, each of which must stand in the audit log exactly once. */
  changes = 0;
  refusals = 0;
  /** Rests that went into the next year. */
  carriedRests = 0;
  private readonly books = new Map<string, Map<string, number>>();
  private readonly booksOfNextYear = new Map<string, Map<string, number>>();
  private readonly orders = new Map<string, Order>();

  /** Authority that stood on a line before the work began. */
  open(lineId: string, appropriationCents: number): void {
    this.add(lineId, 'appropriation', appropriationCents);
  }

  booked(lineId: string, kind: string, amountCents: number): void {
    this.changes += 1;
    this.add(lineId, kind, amountCents);
  }

  /** Something that changes no figure: a request, a step on the way, a confirmation. */
  acknowledged(entries: number): void {
    this.changes += entries;
  }

  /** What a decision has done to a line. */
  acted(lineId: string, kind: string, amountCents: number): void {
    this.booked(lineId, kind, amountCents);
  }

  /** What the same decision has done to another line; it is one change. */
  added(lineId: string, kind: string, amountCents: number): void {
    this.add(lineId, kind, amountCents);
  }

  /** A rest and the open commitments of its line leave the year and stand in the next one. */
  carriedOver(lineId: string, restCents: number, commitmentCents: number): void {
    this.changes += 1;
    this.carriedRests += 1;
    this.add(lineId, 'carry_over', -restCents);
    this.add(lineId, 'commitment', -commitmentCents);
    this.add(lineId, 'carry_over', restCents, this.booksOfNextYear);
    this.add(lineId, 'commitment', commitmentCents, this.booksOfNextYear);
  }

  /** An order was found in the next year: from now on its steps count there. */
  cameAlong(orderId: string): void {
    this.order(orderId).hasMoved = true;
  }

  transferred(fromLineId: string, toLineId: string, amountCents: number): void {
    this.changes += 1;
    this.add(fromLineId, 'transfer', -amountCents);
    this.add(toLineId, 'transfer', amountCents);
  }

  ordered(orderId: string, lineId: string, opening: 'reserve' | 'place', amountCents: number): void {
    const isReserved = opening === 'reserve';
    this.orders.set(orderId, {
      lineId,
      reserved: isReserved ? amountCents : 0,
      committed: isReserved ? 0 : amountCents,
      spent: 0,
      hasMoved: false,
    });
    this.booked(lineId, isReserved ? 'reservation' : 'commitment', amountCents);
  }

  /** What an acknowledged step does, by the case of the office: an invoice consumes what is open and spends the rest. */
  stepped(orderId: string, step: OrderStep, amountCents: number): void {
    const order = this.order(orderId);
    const before = { ...order };
    if (step === 'place') Object.assign(order, { reserved: 0, committed: amountCents });
    else if (step === 'increase') order.committed += amountCents;
    else if (step === 'reduce') order.committed -= amountCents;
    else if (step === 'cancel') Object.assign(order, { reserved: 0, committed: 0 });
    else if (step === 'credit') order.spent -= amountCents;
    else {
      order.committed = step === 'final_invoice' ? 0 : Math.max(order.committed - amountCents, 0);
      order.spent += amountCents;
    }
    this.changes += 1;
    const books = order.hasMoved ? this.booksOfNextYear : this.books;
    this.add(order.lineId, 'reservation', order.reserved - before.reserved, books);
    this.add(order.lineId, 'commitment', order.committed - before.committed, books);
    this.add(order.lineId, 'actual', order.spent - before.spent, books);
  }

  order(orderId: string): Order {
    const order = this.orders.get(orderId);
    if (order === undefined) throw new Error(`An order that nobody acknowledged: ${orderId}`);
    return order;
  }

  /** What should stand on a line, kind by kind; kinds without an amount are left out. */
  figures(lineId: string): Record<string, number> {
    return whole(this.books.get(lineId));
  }

  /** What should stand on it in the next year. */
  figuresOfNextYear(lineId: string): Record<string, number> {
    return whole(this.booksOfNextYear.get(lineId));
  }

  /** Orders with what is reserved, open and spent on each, and whether they have gone into the next year. */
  openOrders(): Record<string, Omit<Order, 'lineId'>> {
    return Object.fromEntries([...this.orders].map(([id, { lineId: _lineId, ...order }]) => [id, order]));
  }

  private add(lineId: string, kind: string, amountCents: number, books = this.books): void {
    const line = books.get(lineId) ?? new Map<string, number>();
    line.set(kind, (line.get(kind) ?? 0) + amountCents);
    books.set(lineId, line);
  }
}

const whole = (line: ReadonlyMap<string, number> = new Map()): Record<string, number> =>
  Object.fromEntries([...line].filter(([, amountCents]) => amountCents !== 0));

export type OrderStep = 'place' | 'increase' | 'reduce' | 'part_invoice' | 'final_invoice' | 'credit' | 'cancel';

interface Order {
  readonly lineId: string;
  reserved: number;
  committed: number;
  spent: number;
  hasMoved: boolean;
}

/** Whole numbers that are the same at every run with the same seed. */
export class Dice {
  constructor(private state: number) {}

  /** From 0 up to, and without, `below`. */
  below(below: number): number {
    this.state = (this.state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.state ^ (this.state >>> 15), this.state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return Math.floor((((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32) * below);
  }

  one<Item>(items: readonly Item[]): Item {
    const item = items[this.below(items.length)];
    if (item === undefined) throw new Error('Nothing to choose from.');
    return item;
  }
}
