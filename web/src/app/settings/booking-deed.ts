import type { BookMovement } from '@etatlotse/contracts/budget';
import type { OrderStep } from '@etatlotse/domain/budget';

/** What a booking that waits would do: a movement by hand, or a step of an order. */
export type BookingDeed = BookMovement['kind'] | OrderStep;
