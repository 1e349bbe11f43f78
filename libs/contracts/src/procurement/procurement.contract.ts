import {
  FromQueryFlag,
  FromQueryNumber,
  IsAmountCents,
  IsFlag,
  IsPlainDate,
  Optional,
} from '@etatlotse/contracts/input';

/** Asks which way a purchase goes. */
export class ProcurementQuery {
  /** Of the whole purchase, without value added tax. */
  @FromQueryNumber() @IsAmountCents({ min: 0 }) netCents: number;
  @Optional() @IsPlainDate() wantedOn?: string;
  /** Called off a framework contract. */
  @Optional() @FromQueryFlag() @IsFlag() isFramework?: boolean;
  /** From an own company. */
  @Optional() @FromQueryFlag() @IsFlag() isInHouse?: boolean;
}
