import { Body, Controller, Get, Headers, Param, Post, Put, Query } from '@nestjs/common';
import { ChangePost, CreatePost, PostsQuery } from '@etatlotse/contracts/capacity';
import type { CapacityChanged, PostRow } from '@etatlotse/contracts/capacity/plain';
import { IdPath, type Page } from '@etatlotse/contracts/shared';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { Commands } from '../platform/http/command';
import { Permit } from '../platform/http/permit.decorator';
import { ProblemException } from '../platform/problem/problem-exception';
import { PostQueries } from './post.queries';
import { changePost, createPost } from './use-cases/save-post';

/** Posts of the staffing plan and who holds which part of them. */
@Controller('api/v1/capacity/posts')
export class PostController {
  constructor(
    private readonly commands: Commands,
    private readonly posts: PostQueries,
  ) {}

  @Get()
  @Permit('staffing.read')
  list(@CurrentCaller() caller: Caller, @Query() query: PostsQuery): Promise<Page<PostRow>> {
    return this.posts.list(caller, query);
  }

  @Get(':id')
  @Permit('staffing.read')
  async show(@CurrentCaller() caller: Caller, @Param() path: IdPath): Promise<PostRow> {
    const post = await this.posts.find(caller, path.id);
    if (post === null) throw new ProblemException('NOT_FOUND');
    return post;
  }

  @Post()
  @Permit('staffing.write')
  create(
    @CurrentCaller() caller: Caller,
    @Headers('idempotency-key') key: string | undefined,
    @Body() body: CreatePost,
  ): Promise<CapacityChanged> {
    return this.commands.create(caller, { key, operation: 'post.create', body }, (tx) => createPost(tx, body));
  }

  @Put(':id')
  @Permit('staffing.write')
  change(@CurrentCaller() caller: Caller, @Param() path: IdPath, @Body() body: ChangePost): Promise<CapacityChanged> {
    return this.commands.change(caller, (tx) => changePost(tx, path.id, body));
  }
}
