import { Body, Controller, Delete, Get, HttpCode, Inject, Post, Put, Req, Res } from '@nestjs/common';
import { ChangePassword, Login as LoginBody, type SessionState } from '@etatlotse/contracts/session';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CONFIG, type Config } from '../platform/config/config';
import { Authenticator } from '../platform/http/authenticator';
import { type Caller, CurrentCaller } from '../platform/http/caller';
import { Commands } from '../platform/http/command';
import { Permit, Public, SessionOnly } from '../platform/http/permit.decorator';
import { ProblemException } from '../platform/problem/problem-exception';
import { AccountQueries } from './account.queries';
import { deviceOf } from './device';
import { Login } from './login';
import { PasswordChange } from './password-change';
import { endSession } from './use-cases/end-session';

/** Log in, who am I, log out. */
@Controller('api/v1/session')
export class SessionController {
  constructor(
    private readonly login: Login,
    private readonly queries: AccountQueries,
    private readonly commands: Commands,
    private readonly passwordChange: PasswordChange,
    private readonly authenticator: Authenticator,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  @Post()
  @HttpCode(200)
  @Public()
  async open(
    @Body() body: LoginBody,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<SessionState> {
    const { secret } = await this.login.withPassword(body.email, body.password, {
      address: request.ip,
      device: deviceOf(request.headers['user-agent']),
      requestId: request.id,
      earlierSecret: this.authenticator.sessionSecretOf(request),
    });
    const caller = await this.authenticator.callerOf(secret, request.id);
    // Disabled in the very moment of the login: the same answer as a moment later.
    if (caller === null) throw new ProblemException('LOGIN_FAILED');
    void reply.setCookie(this.authenticator.cookieName, secret, this.cookie);
    return this.queries.session(caller, secret);
  }

  /** Also says the CSRF token again, so that a reloaded page can go on. */
  @Get()
  @Permit('session.own')
  show(@CurrentCaller() caller: Caller, @Req() request: FastifyRequest): Promise<SessionState> {
    return this.queries.session(caller, caller.sessionId === null ? null : this.authenticator.sessionSecretOf(request));
  }

  @Delete()
  @HttpCode(204)
  @Permit('session.own')
  @SessionOnly()
  async close(@CurrentCaller() caller: Caller, @Res({ passthrough: true }) reply: FastifyReply): Promise<void> {
    const { sessionId } = caller;
    if (sessionId !== null) await this.commands.change(caller, (tx) => endSession(tx, sessionId));
    void reply.clearCookie(this.authenticator.cookieName, this.cookie);
    void reply.header('clear-site-data', '"cookies", "storage"');
  }

  @Put('password')
  @HttpCode(204)
  @Permit('session.own')
  @SessionOnly()
  async changePassword(
    @CurrentCaller() caller: Caller,
    @Body() body: ChangePassword,
    @Req() request: FastifyRequest,
  ): Promise<void> {
    await this.passwordChange.change(caller, body, request.ip);
  }

  /** A session cookie: gone with the browser, unreadable for scripts, not sent along from other sites' forms. */
  private get cookie(): { path: '/'; httpOnly: true; sameSite: 'lax'; secure: boolean } {
    return { path: '/', httpOnly: true, sameSite: 'lax', secure: this.config.isProduction };
  }
}
