import { FromQueryFlag, IsFlag, IsList, IsText, Optional } from '@etatlotse/contracts/input';
import { PageQuery } from '@etatlotse/contracts/shared';
import { isId } from '@etatlotse/domain/shared';

export * from './plain';

export class InboxQuery extends PageQuery {
  @Optional() @FromQueryFlag() @IsFlag() unread?: boolean;
  @Optional() @IsText({ max: 100 }) cursor?: string;
}

export class ReadMessages {
  /** Empty: all of them. */
  @IsList(100, isMessageId) ids: string[];
}

function isMessageId(value: unknown): boolean {
  return typeof value === 'string' && isId(value);
}
