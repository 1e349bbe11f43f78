import { Module } from '@nestjs/common';
import { BenefitController } from './benefit.controller';
import { BenefitQueries } from './benefit.queries';

@Module({ controllers: [BenefitController], providers: [BenefitQueries] })
export class BenefitModule {}
