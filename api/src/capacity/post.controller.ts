import { Body, Controller, Delete, Get, Headers, Param, Post, Put, Query, Req, Res } from '@nestjs/common';
import {
  ChangePost,
  CreatePost,
  HolderPath,
  PostFilterQuery,
  PostsQuery,
  PostYearQuery,
} from '@etatlotse/contracts/capacity';
import type { CapacityChanged, PostDetail, PostPage } from '@etatlotse/contracts/capacity/plain';
import { IdPath } from '@etatlotse/contracts/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { attachment } from '../platform/http/attachment';
import { AsTable } from '../platform/http/as-table';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { Commands } from '../platform/http/command';
import { Permit } from '../platform/http/permit.decorator';
import { tongueOf } from '../platform/problem/problem-body';
import { ProblemException } from '../platform/problem/problem-exception';
import { postCsv, postCsvName } from './post-csv';
import { PostQueries } from './post.queries';
import { eraseHolderName } from './use-cases/erase-holder';
import { changePost, createPost } from './use-cases/save-post';
import { POST_TABLE } from './capacity.tables';

/** Posts of the staffing plan and who holds which part of them. */
@Controller('api/v1/capacity')
export class PostController {
  constructor(
    private readonly commands: Commands,
    private readonly posts: PostQueries,
  ) {}

  @Get('posts')
  @Permit('staffing.read')
  @AsTable(POST_TABLE)
  list(@CurrentCaller() caller: Caller, @Query() query: PostsQuery): Promise<PostPage> {
    return this.posts.list(caller, query);
  }

  @Get('posts.csv')
  @Permit('staffing.read')
  async download(
    @CurrentCaller() caller: Caller,
    @Query() query: PostFilterQuery,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const tongue = tongueOf(request.headers['accept-language']);
    const page = await this.posts.all(caller, query);
    await reply
      .header('content-type', 'text/csv; charset=utf-8')
      .header('content-disposition', attachment(postCsvName(page.fiscalYear, tongue)))
      .header('x-content-type-options', 'nosniff')
      .send(postCsv(page, tongue));
  }

  @Get('posts/:id')
  @Permit('staffing.read')
  async show(
    @CurrentCaller() caller: Caller,
    @Param() path: IdPath,
    @Query() query: PostYearQuery,
  ): Promise<PostDetail> {
    const post = await this.posts.find(caller, path.id, query.fiscalYear);
    if (post === null) throw new ProblemException('NOT_FOUND');
    return post;
  }

  @Post('posts')
  @Permit('staffing.write')
  create(
    @CurrentCaller() caller: Caller,
    @Headers('idempotency-key') key: string | undefined,
    @Body() body: CreatePost,
  ): Promise<CapacityChanged> {
    return this.commands.create(caller, { key, operation: 'post.create', body }, (tx) => createPost(tx, body));
  }

  @Put('posts/:id')
  @Permit('staffing.write')
  change(@CurrentCaller() caller: Caller, @Param() path: IdPath, @Body() body: ChangePost): Promise<CapacityChanged> {
    return this.commands.change(caller, (tx) => changePost(tx, path.id, body));
  }

  @Delete('posts/:id/occupancies/:occupancyId/holder')
  @Permit('staffing.write')
  erase(@CurrentCaller() caller: Caller, @Param() path: HolderPath): Promise<CapacityChanged> {
    return this.commands.change(caller, (tx) => eraseHolderName(tx, path.id, path.occupancyId));
  }
}
