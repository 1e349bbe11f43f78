import { FromQueryNumber, IsAmountCents, IsFiscalYear } from '@etatlotse/contracts/input';

/** Asks for the lawful ways out of a missing amount. */
export class WaysOutQuery {
  @FromQueryNumber() @IsFiscalYear() fiscalYear: number;
  @FromQueryNumber() @IsAmountCents({ min: 1 }) missingCents: number;
}
