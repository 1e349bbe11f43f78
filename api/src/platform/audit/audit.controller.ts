import { Controller, Get, Query } from '@nestjs/common';
import { type AuditEntry, AuditQuery, type AuditVerification } from '@etatlotse/contracts/audit';
import type { Page } from '@etatlotse/contracts/shared';
import { type Caller, CurrentCaller } from '../http/caller';
import { Permit } from '../http/permit.decorator';
import { AuditQueries } from './audit.queries';
import { AuditVerifier } from './audit-verifier';

@Controller('api/v1/audit')
export class AuditController {
  constructor(
    private readonly queries: AuditQueries,
    private readonly verifier: AuditVerifier,
  ) {}

  @Get()
  @Permit('audit.read')
  list(@CurrentCaller() caller: Caller, @Query() query: AuditQuery): Promise<Page<AuditEntry>> {
    return this.queries.list(caller, query);
  }

  /** Recomputes every chain of the city. Slow on purpose: it trusts nothing that is stored. */
  @Get('verification')
  @Permit('audit.read')
  verify(@CurrentCaller() caller: Caller): Promise<AuditVerification> {
    return this.verifier.verify(caller.tenantId);
  }
}
