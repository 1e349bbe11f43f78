/** Where the program gets the time from. Injected, so that tests move it and the domain never asks. */
export interface Clock {
  now(): Date;
  /** The calendar day in Germany, `YYYY-MM-DD`: budget law counts days there, wherever the server stands. */
  today(): string;
}

export const CLOCK = Symbol('Clock');

const berlinDay = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Berlin' });

export const systemClock: Clock = {
  now: () => new Date(),
  today: () => berlinDay.format(new Date()),
};

/** A clock that stands still until it is moved. */
export class SettableClock implements Clock {
  constructor(private instant: Date) {}

  now(): Date {
    return new Date(this.instant.getTime());
  }

  today(): string {
    return berlinDay.format(this.instant);
  }

  set(instant: Date): void {
    this.instant = instant;
  }
}
