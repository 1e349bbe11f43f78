import { FromQueryNumber, IsId, IsWholeNumber, Optional } from '@etatlotse/contracts/input';

export * from './plain';

/** `/{id}` of an address. */
export class IdPath {
  @IsId() id: string;
}

/** Pages by key: how many rows, and after which one. A cursor comes from the answer before. */
export class PageQuery {
  @Optional() @FromQueryNumber() @IsWholeNumber(1, 100) limit?: number;
}
