import { Body, Controller, HttpCode, Post, Req } from '@nestjs/common';
import { AcceptLink, InspectLink, type LinkFacts } from '@etatlotse/contracts/session';
import type { FastifyRequest } from 'fastify';
import { Public } from '../platform/http/permit.decorator';
import { OneTimeLinks } from './one-time-links';

/** Invitations and password resets. The secret comes in the body, never in an address that ends up in a log. */
@Controller('api/v1/links')
export class LinkController {
  constructor(private readonly links: OneTimeLinks) {}

  @Post('inspect')
  @HttpCode(200)
  @Public()
  inspect(@Body() body: InspectLink, @Req() request: FastifyRequest): Promise<LinkFacts> {
    return this.links.inspect(body.token, request.ip);
  }

  @Post('accept')
  @HttpCode(204)
  @Public()
  async accept(@Body() body: AcceptLink, @Req() request: FastifyRequest): Promise<void> {
    await this.links.accept(body.token, body.password, request.ip, request.id);
  }
}
