/** Where the money of one frame or line stands, in whole cents. */
export interface StageFigures {
  readonly actualCents: number;
  readonly commitmentCents: number;
  readonly reservationCents: number;
  readonly lockCents: number;
  /** `null` when there is no known ceiling; negative when more is bound than there is. */
  readonly availableCents: number | null;
}

export type Stage = 'actual' | 'commitment' | 'reservation' | 'lock' | 'available' | 'missing' | 'unknown';

/** What the stages add up to on the common scale: what is needed when overdrawn, what is bound when the ceiling is unknown. */
export function stageTotalCents(figures: StageFigures): number {
  const bound = figures.actualCents + figures.commitmentCents + figures.reservationCents + figures.lockCents;
  return bound + Math.max(figures.availableCents ?? 0, 0);
}
