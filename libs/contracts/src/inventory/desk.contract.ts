import {
  IsEmailAddress,
  IsId,
  IsOneOf,
  IsPlainDate,
  IsText,
  IsWholeNumber,
  Nullable,
  Optional,
  FromQueryFlag,
  IsFlag,
} from '@etatlotse/contracts/input';
import { DESK_KINDS, type DeskKind } from '@etatlotse/domain/inventory';
import { DESK_FTE_MAX_HUNDREDTHS } from './desk-plain';
import { RECORD_VERSION_MAX } from './record-plain';
import { RecordFace, YearRegisterQuery } from './record.contract';

/** Desks that stand today, or all of them. */
export class DesksQuery extends YearRegisterQuery {
  @Optional() @IsOneOf(DESK_KINDS) kind?: DeskKind;
  @Optional() @FromQueryFlag() @IsFlag() withEnded?: boolean;
}

/** A group, a contact or a coordinator. The name is that of the desk; a person is linked and can be taken out. */
export class CreateDesk extends RecordFace {
  @IsOneOf(DESK_KINDS) kind: DeskKind;
  /** Mailbox of the desk; null for none. */
  @Nullable() @IsEmailAddress() mailbox: string | null;
  @Nullable() @IsId() personId: string | null;
  @IsPlainDate() startsOn: string;
  @Nullable() @IsPlainDate() endsOn: string | null;
}

export class ChangeDesk extends CreateDesk {
  @IsWholeNumber(1, RECORD_VERSION_MAX) version: number;
}

/** Full-time equivalents from a day on; `supersedesId` where an entry is put right. */
export class AddFte {
  @IsPlainDate() validFrom: string;
  @IsWholeNumber(0, DESK_FTE_MAX_HUNDREDTHS) fteHundredths: number;
  @IsText({ max: 500, multiline: true }) reason: string;
  @Nullable() @IsId() supersedesId: string | null;
  @IsWholeNumber(1, RECORD_VERSION_MAX) version: number;
}
