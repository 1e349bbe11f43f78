import { IsEmailAddress, IsText, IsWholeNumber } from '@etatlotse/contracts/input';
import { PASSWORD_MAX_CHARACTERS, TOKEN_MAX_DAYS } from './plain';

export * from './plain';

export class Login {
  @IsEmailAddress() email: string;
  @IsText({ max: PASSWORD_MAX_CHARACTERS }) password: string;
}

export class ChangePassword {
  @IsText({ max: PASSWORD_MAX_CHARACTERS }) currentPassword: string;
  @IsText({ max: PASSWORD_MAX_CHARACTERS }) newPassword: string;
}

export class CreateToken {
  /** What the token is for, so that it is known again when it is to be revoked. */
  @IsText({ max: 80 }) name: string;
  @IsWholeNumber(1, TOKEN_MAX_DAYS) days: number;
}

export class InspectLink {
  @IsText({ max: 100 }) token: string;
}

export class AcceptLink {
  @IsText({ max: 100 }) token: string;
  @IsText({ max: PASSWORD_MAX_CHARACTERS }) password: string;
}
