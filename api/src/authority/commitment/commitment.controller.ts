import { Body, Controller, Delete, Get, Headers, Param, Post, Query } from '@nestjs/common';
import {
  CommitmentAuthoritiesQuery,
  CreateCommitmentAuthority,
  ObligationsQuery,
  RecordObligation,
  ReverseObligation,
} from '@etatlotse/contracts/authority';
import type {
  CommitmentAuthorityPage,
  CommitmentAuthorityRow,
  ObligationPage,
  ObligationRecorded,
} from '@etatlotse/contracts/authority/plain';
import { IdPath } from '@etatlotse/contracts/shared';
import { Approvals } from '../../approval';
import { AsTable } from '../../platform/http/as-table';
import { type Caller, CurrentCaller } from '../../platform/http/caller';
import { Commands } from '../../platform/http/command';
import { Permit } from '../../platform/http/permit.decorator';
import { ProblemException } from '../../platform/problem/problem-exception';
import { CommitmentQueries } from './commitment.queries';
import { type CommitmentAuthorityCreated, createCommitmentAuthority } from './use-cases/create-commitment-authority';
import { deleteCommitmentAuthority } from './use-cases/delete-commitment-authority';
import { recordObligation } from './use-cases/record-obligation';
import { reverseObligation } from './use-cases/reverse-obligation';
import { COMMITMENT_TABLE, OBLIGATION_TABLE } from '../authority.tables';

/** Commitment authorities (VE, § 119 NKomVG) and the orders and contracts of several years that burden later ones. */
@Controller('api/v1/authority')
export class CommitmentController {
  constructor(
    private readonly commands: Commands,
    private readonly approvals: Approvals,
    private readonly queries: CommitmentQueries,
  ) {}

  @Get('commitment-authorities')
  @Permit('budget.read')
  @AsTable(COMMITMENT_TABLE)
  authorities(
    @CurrentCaller() caller: Caller,
    @Query() query: CommitmentAuthoritiesQuery,
  ): Promise<CommitmentAuthorityPage> {
    return this.queries.authorities(caller, query);
  }

  @Get('commitment-authorities/:id')
  @Permit('budget.read')
  async authority(@CurrentCaller() caller: Caller, @Param() path: IdPath): Promise<CommitmentAuthorityRow> {
    const authority = await this.queries.authority(caller, path.id);
    if (authority === null) throw new ProblemException('NOT_FOUND');
    return authority;
  }

  @Post('commitment-authorities')
  @Permit('commitment_authority.write')
  create(
    @CurrentCaller() caller: Caller,
    @Headers('idempotency-key') key: string | undefined,
    @Body() body: CreateCommitmentAuthority,
  ): Promise<CommitmentAuthorityCreated> {
    return this.commands.create(caller, { key, operation: 'commitment_authority.create', body }, (tx) =>
      createCommitmentAuthority(tx, body, this.approvals),
    );
  }

  @Delete('commitment-authorities/:id')
  @Permit('commitment_authority.write')
  remove(@CurrentCaller() caller: Caller, @Param() path: IdPath): Promise<{ readonly id: string }> {
    return this.commands.change(caller, (tx) => deleteCommitmentAuthority(tx, path.id));
  }

  @Get('obligations')
  @Permit('budget.read')
  @AsTable(OBLIGATION_TABLE)
  obligations(@CurrentCaller() caller: Caller, @Query() query: ObligationsQuery): Promise<ObligationPage> {
    return this.queries.obligations(caller, query);
  }

  @Post('obligations')
  @Permit('budget.order')
  record(
    @CurrentCaller() caller: Caller,
    @Headers('idempotency-key') key: string | undefined,
    @Body() body: RecordObligation,
  ): Promise<ObligationRecorded> {
    return this.commands.create(caller, { key, operation: 'obligation.record', body }, (tx) =>
      recordObligation(tx, body),
    );
  }

  @Post('obligations/:id/reversal')
  @Permit('budget.order')
  reverse(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Headers('idempotency-key') key: string | undefined,
    @Body() body: ReverseObligation,
  ): Promise<{ readonly id: string }> {
    return this.commands.create(caller, { key, operation: 'obligation.reverse', body: { ...path, ...body } }, (tx) =>
      reverseObligation(tx, path.id, body),
    );
  }
}
