/**
 * Keeps its own books in memory of everything the API has acknowledged, with its own arithmetic: it imports nothing of the
 * product. At the end the product's figures must equal these to the cent.
 */
export class Auditor {
  /** Acknowledged business changes, each of which must stand in the audit log exactly once. */
  changes = 0;
  refusals = 0;
  private readonly books = new Map<string, Map<string, number>>();
  private readonly orders = new Map<string, Order>();

  /** Authority that stood on a line before the work began. */
  open(lineId: string, appropriationCents: number): void {
    this.add(lineId, 'appropriation', appropriationCents);
  }

  booked(lineId: string, kind: string, amountCents: number): void {
    this.changes += 1;
    this.add(lineId, kind, amountCents);
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
    this.add(order.lineId, 'reservation', order.reserved - before.reserved);
    this.add(order.lineId, 'commitment', order.committed - before.committed);
    this.add(order.lineId, 'actual', order.spent - before.spent);
  }

  order(orderId: string): Order {
    const order = this.orders.get(orderId);
    if (order === undefined) throw new Error(`An order that nobody acknowledged: ${orderId}`);
    return order;
  }

  /** What should stand on a line, kind by kind; kinds without an amount are left out. */
  figures(lineId: string): Record<string, number> {
    return Object.fromEntries([...(this.books.get(lineId) ?? [])].filter(([, amountCents]) => amountCents !== 0));
  }

  /** Orders with what is reserved, open and spent on each. */
  openOrders(): Record<string, Omit<Order, 'lineId'>> {
    return Object.fromEntries(
      [...this.orders].map(([id, { reserved, committed, spent }]) => [id, { reserved, committed, spent }]),
    );
  }

  private add(lineId: string, kind: string, amountCents: number): void {
    const line = this.books.get(lineId) ?? new Map<string, number>();
    line.set(kind, (line.get(kind) ?? 0) + amountCents);
    this.books.set(lineId, line);
  }
}

export type OrderStep = 'place' | 'increase' | 'reduce' | 'part_invoice' | 'final_invoice' | 'credit' | 'cancel';

interface Order {
  readonly lineId: string;
  reserved: number;
  committed: number;
  spent: number;
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
