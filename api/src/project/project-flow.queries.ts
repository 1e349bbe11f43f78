import { Injectable } from '@nestjs/common';
import type { ProjectFlowQuery, ProjectFlows } from '@etatlotse/contracts/project';
import { unitScope } from '@etatlotse/domain/access';
import { moneyFlow, type ProjectUse, type VendorUse } from '@etatlotse/domain/project';
import { Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';
import { flowFramesSql, flowProjectsSql, flowVendorsSql } from './project-flow.sql';

type StoredUse = ProjectUse & ProjectFlows['shares'][number];

/** Where the money of the projects goes in a year. */
@Injectable()
export class ProjectFlowQueries {
  constructor(private readonly transactions: Transactions) {}

  async flows(caller: Caller, { fiscalYear }: ProjectFlowQuery): Promise<ProjectFlows> {
    const units = unitScope(caller.actor, 'project.read');
    return this.transactions.run(caller, async (tx) => {
      const uses = await tx.query<StoredUse>(flowProjectsSql, [tx.tenantId, units, fiscalYear]);
      const vendors = await tx.query<VendorUse>(flowVendorsSql, [tx.tenantId, units, fiscalYear]);
      const seesAll = units === null && unitScope(caller.actor, 'budget.read') === null;
      return {
        fiscalYear,
        links: moneyFlow(uses, vendors),
        shares: uses.map(({ frame, projectId, name, plannedCents }) => ({ frame, projectId, name, plannedCents })),
        frames: seesAll ? await tx.query<ProjectFlows['frames'][number]>(flowFramesSql, [tx.tenantId, fiscalYear]) : [],
      };
    });
  }
}
