import { Injectable } from '@nestjs/common';
import type { BoundClaim, BoundKind, BoundSource } from '@etatlotse/domain/authority';
import type { FiscalYear } from '@etatlotse/domain/shared';
import type { Transaction } from '../../platform/database/transactions';

/** What is asked of a register: what it binds in these years, on lines of these units (null: all). */
export interface BoundQuestion {
  readonly years: readonly FiscalYear[];
  readonly unitIds: readonly string[] | null;
}

/** A register that knows what later years are bound by: obligations now, contracts with their notice dates later. */
export interface BoundRegister {
  readonly kind: BoundKind;
  claims(tx: Transaction, question: BoundQuestion): Promise<BoundClaim[]>;
}

/** The seam for registers: each is added at start; what nobody has added is unknown, not nothing. */
@Injectable()
export class BoundRegisters {
  private readonly registers: BoundRegister[] = [];

  /** Called once in the constructor of a feature's module. */
  register(register: BoundRegister): void {
    this.registers.push(register);
  }

  async read(tx: Transaction, question: BoundQuestion): Promise<BoundSource[]> {
    const sources: BoundSource[] = [];
    // One connection: one question after the other.
    for (const register of this.registers) {
      sources.push({ kind: register.kind, claims: await register.claims(tx, question) });
    }
    return sources;
  }
}
