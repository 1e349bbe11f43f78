import { Body, Controller, Get, Headers, Post, Query } from '@nestjs/common';
import { AddNote, type NoteRow, PaperQuery } from '@etatlotse/contracts/budget';
import type { Page } from '@etatlotse/contracts/shared';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { type CommandResult, Commands } from '../platform/http/command';
import { Permit } from '../platform/http/permit.decorator';
import { ProblemException } from '../platform/problem/problem-exception';
import { NoteQueries } from './note.queries';
import { addNote } from './use-cases/add-note';

/** Notes on lines, orders and movements: internal, never shown to the committee. */
@Controller('api/v1/budget/notes')
export class NoteController {
  constructor(
    private readonly notes: NoteQueries,
    private readonly commands: Commands,
  ) {}

  @Get()
  @Permit('budget.read')
  async list(@CurrentCaller() caller: Caller, @Query() query: PaperQuery): Promise<Page<NoteRow>> {
    const page = await this.notes.notes(caller, query);
    if (page === null) throw new ProblemException('NOT_FOUND');
    return page;
  }

  @Post()
  @Permit('budget.note')
  add(
    @CurrentCaller() caller: Caller,
    @Body() body: AddNote,
    @Headers('idempotency-key') key?: string,
  ): Promise<CommandResult> {
    return this.commands.create(caller, { key, operation: 'note.add', body }, (tx) => addNote(tx, caller.actor, body));
  }
}
