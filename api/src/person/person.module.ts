import { Module } from '@nestjs/common';
import { Approvals } from '../approval';
import { PersonController } from './person.controller';
import { PersonQueries } from './person.queries';
import { GRANT_DECIDERS } from './person.repository';
import { PersonRoleController } from './person-role.controller';
import { carryOutDelegation, ROLE_DELEGATE_ACTION } from './use-cases/delegate-roles';
import { carryOutGrant, ROLE_GRANT_ACTION } from './use-cases/grant-roles';
import { PASSWORD_RESET_ACTION, releaseReset } from './use-cases/request-link';

@Module({ controllers: [PersonController, PersonRoleController], providers: [PersonQueries] })
export class PersonModule {
  constructor(approvals: Approvals) {
    approvals.register(ROLE_GRANT_ACTION, { deciders: GRANT_DECIDERS, execute: carryOutGrant });
    approvals.register(ROLE_DELEGATE_ACTION, { deciders: GRANT_DECIDERS, execute: carryOutDelegation });
    approvals.register(PASSWORD_RESET_ACTION, { deciders: GRANT_DECIDERS, execute: releaseReset });
  }
}
