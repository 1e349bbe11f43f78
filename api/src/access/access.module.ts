import { Module } from '@nestjs/common';
import { AccountQueries } from './account.queries';
import { LinkController } from './link.controller';
import { Login } from './login';
import { LoginLimits } from './login-limits';
import { OneTimeLinks } from './one-time-links';
import { PasswordChange } from './password-change';
import { PasswordHasher } from './password-hasher';
import { SessionController } from './session.controller';
import { SessionsController } from './sessions.controller';
import { TokenController } from './token.controller';

@Module({
  controllers: [SessionController, SessionsController, TokenController, LinkController],
  providers: [AccountQueries, Login, LoginLimits, OneTimeLinks, PasswordChange, PasswordHasher],
})
export class AccessModule {}
