import { Module } from '@nestjs/common';
import { OutcomeController } from './outcome.controller';
import { OutcomeQueries } from './outcome.queries';

@Module({ controllers: [OutcomeController], providers: [OutcomeQueries] })
export class OutcomeModule {}
