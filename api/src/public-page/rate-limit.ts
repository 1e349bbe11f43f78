const WINDOW_MS = 60_000;
const REMEMBERED = 10_000;

/** So many requests a minute from one address; a meeting room of sixty behind one address must work. */
export class RateLimit {
  private readonly counts = new Map<string, { from: number; count: number }>();

  constructor(private readonly perMinute: number) {}

  /** Counts a request; answers the seconds to wait, or 0 when it may go on. */
  take(address: string, nowMs: number): number {
    const seen = this.counts.get(address);
    if (seen === undefined || nowMs - seen.from >= WINDOW_MS) {
      if (this.counts.size >= REMEMBERED) this.forget(nowMs);
      this.counts.set(address, { from: nowMs, count: 1 });
      return 0;
    }
    seen.count += 1;
    return seen.count <= this.perMinute ? 0 : Math.ceil((seen.from + WINDOW_MS - nowMs) / 1000);
  }

  /** Addresses whose minute is over; when all are recent, all of them, so that memory stays bounded. */
  private forget(nowMs: number): void {
    for (const [address, { from }] of this.counts) if (nowMs - from >= WINDOW_MS) this.counts.delete(address);
    if (this.counts.size >= REMEMBERED) this.counts.clear();
  }
}
