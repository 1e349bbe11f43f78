import { Injectable } from '@nestjs/common';
import type { ParameterRow } from '@etatlotse/contracts/capacity/plain';
import { Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { readParameters } from './parameter.repository';

/** The figures that capacity is reckoned with, the newest of each first. */
@Injectable()
export class ParameterQueries {
  constructor(private readonly transactions: Transactions) {}

  list(caller: Caller): Promise<readonly ParameterRow[]> {
    return this.transactions.run(caller, readParameters);
  }
}
