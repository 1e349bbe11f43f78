import {
  IsFlag,
  IsId,
  IsList,
  IsOneOf,
  IsPlainDate,
  IsShape,
  IsText,
  IsWholeNumber,
  Optional,
} from '@etatlotse/contracts/input';
import { PageQuery } from '@etatlotse/contracts/shared';
import {
  CONSULTATION_KINDS,
  type ConsultationKind,
  isDsNumber,
  PAPER_KINDS,
  type PaperKind,
} from '@etatlotse/domain/council';
import { isId } from '@etatlotse/domain/shared';
import { PAPER_BODY_MAX, PAPER_REFS_MAX, PAPER_STEPS_MAX } from './paper-plain';

export interface PaperStepInput {
  readonly meetingId: string;
  readonly consultation: ConsultationKind;
}

const isStep = (value: unknown): boolean =>
  typeof value === 'object' &&
  value !== null &&
  Object.keys(value).length === 2 &&
  'meetingId' in value &&
  isId(value.meetingId) &&
  'consultation' in value &&
  CONSULTATION_KINDS.some((kind) => kind === value.consultation);

/** A paper as its office writes it. Without a text it begins with what the figures say. */
export class CreatePaper {
  @IsOneOf(PAPER_KINDS) kind: PaperKind;
  @Optional() @IsShape(isDsNumber, 'DS_NUMBER') dsNumber?: string;
  @IsText({ max: 300 }) title: string;
  @Optional() @IsText({ max: 200, required: false }) office?: string;
  /** Ö; otherwise N. */
  @IsFlag() isPublic: boolean;
  @Optional() @IsPlainDate() datedOn?: string;
  @IsList(PAPER_REFS_MAX, isDsNumber) refNumbers: string[];
  @IsList(PAPER_STEPS_MAX, isStep) steps: PaperStepInput[];
  /** The released snapshot whose figures the text names. */
  @Optional() @IsId() snapshotId?: string;
  /** The request for extra authority that is to be decided. */
  @Optional() @IsId() extraId?: string;
  @Optional() @IsText({ max: PAPER_BODY_MAX, required: false, multiline: true }) body?: string;
}

export class ChangePaper extends CreatePaper {
  @IsWholeNumber(1, 2_000_000_000) version: number;
}

export class PublishPaper {
  @IsWholeNumber(1, 2_000_000_000) version: number;
}

/** A member asks about a figure: it becomes an Anfrage with figure and snapshot. */
export class AskQuestion {
  @IsId() snapshotId: string;
  /** Name of the figure; empty asks about the whole. */
  @Optional() @IsText({ max: 80, required: false }) figureKey?: string;
  @IsText({ max: 2000, multiline: true }) text: string;
}

export class PapersQuery extends PageQuery {
  @Optional() @IsOneOf(PAPER_KINDS) kind?: PaperKind;
  @Optional() @IsId() meetingId?: string;
  @Optional() @IsText({ max: 200 }) cursor?: string;
}
