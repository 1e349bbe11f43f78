import {
  IsEmailAddress,
  IsId,
  IsList,
  IsOneOf,
  IsPlainDate,
  IsText,
  IsWholeNumber,
  Nullable,
  Optional,
} from '@etatlotse/contracts/input';
import { PageQuery } from '@etatlotse/contracts/shared';
import { COORDINATOR_KINDS, REVIEWER_DESKS, type Role, type RoleKind, ROLES } from '@etatlotse/domain/access';
import { isId } from '@etatlotse/domain/shared';
import { Type } from 'class-transformer';
import { ValidateNested } from 'class-validator';
import { GRANTS_MAX, PERSON_STATUSES, type PersonStatus } from './plain';

export * from './plain';

/** One role to be granted. Roles of a unit name it, members of a committee their body, coordinators and reviewers their kind. */
export class RoleGrant {
  @IsOneOf(ROLES) role: Role;
  @Optional() @Nullable() @IsOneOf([...COORDINATOR_KINDS, ...REVIEWER_DESKS]) kind?: RoleKind | null;
  @Optional() @Nullable() @IsId() unitId?: string | null;
  @Optional() @Nullable() @IsId() bodyId?: string | null;
  /** First day; today when left out. */
  @Optional() @IsPlainDate() validFrom?: string;
  /** Last day; none when left out. */
  @Optional() @Nullable() @IsPlainDate() validTo?: string | null;
}

export class CreatePerson {
  @IsEmailAddress() email: string;
  @IsText({ max: 120 }) displayName: string;
  @Optional() @IsList(GRANTS_MAX) @ValidateNested({ each: true }) @Type(() => RoleGrant) roles?: RoleGrant[];
  /** Why, for the second person. */
  @Optional() @IsText({ max: 500, multiline: true }) reason?: string;
}

export class ChangePerson {
  @IsWholeNumber(1, 1_000_000) version: number;
  @Optional() @IsText({ max: 120 }) displayName?: string;
  /** `disabled` ends every login at once; `active` opens a disabled account again. */
  @Optional() @IsOneOf(['active', 'disabled']) status?: 'active' | 'disabled';
}

export class GrantRoles {
  @IsList(GRANTS_MAX) @ValidateNested({ each: true }) @Type(() => RoleGrant) roles: RoleGrant[];
  @IsText({ max: 500, multiline: true }) reason: string;
}

/** Hands one's own roles to somebody for some days. The responsibility stays. */
export class DelegateRoles {
  @IsId() substituteId: string;
  /** Which of the roles; all that are in force when left out. */
  @Optional() @IsList(GRANTS_MAX, isId) assignmentIds?: string[];
  @Optional() @IsPlainDate() validFrom?: string;
  @IsPlainDate() validTo: string;
  @Optional() @IsText({ max: 500, multiline: true }) reason?: string;
}

export class PersonQuery extends PageQuery {
  /** Part of the name or address. */
  @Optional() @IsText({ max: 120 }) q?: string;
  @Optional() @IsOneOf(PERSON_STATUSES) status?: PersonStatus;
  @Optional() @IsOneOf(ROLES) role?: Role;
  @Optional() @IsText({ max: 400 }) cursor?: string;
}

export class PersonChoiceQuery {
  @IsText({ max: 120 }) q: string;
}

/** `/{id}/.../{assignmentId}` of an address. */
export class AssignmentPath {
  @IsId() id: string;
  @IsId() assignmentId: string;
}
