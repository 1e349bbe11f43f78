import { Module } from '@nestjs/common';
import { OrganizationController } from './organization.controller';
import { UnitQueries } from './unit.queries';

@Module({ controllers: [OrganizationController], providers: [UnitQueries] })
export class OrganizationModule {}
