import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { PersonDetail, PersonRole, Substitute } from '@etatlotse/contracts/person/plain';
import { roleName } from '../platform/role.labels';
import { Button } from '../ui/button/button';
import { Notice } from '../ui/notice/notice';
import { Scroll } from '../ui/table/scroll';
import { periodOf, placeOf } from './person-words';
import { userLabels } from './user.labels';

/** Roles that hold or will hold, and who stands in. What waits for a second person is said, not shown as held. */
@Component({
  selector: 'et-user-roles',
  imports: [Button, Notice, RouterLink, Scroll],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { class: 'et-stack' },
  templateUrl: './user-roles.html',
})
export class UserRoles {
  readonly person = input.required<PersonDetail>();
  readonly mayWrite = input(false);
  readonly grant = output<void>();
  readonly delegate = output<void>();
  readonly endRole = output<PersonRole>();
  readonly endSubstitute = output<Substitute>();
  protected readonly t = userLabels;
  protected readonly period = periodOf;
  protected readonly placeOf = placeOf;

  protected nameOf(role: PersonRole): string {
    return roleName(role.role, role.kind);
  }

  protected substituteRole(substitute: Substitute): string {
    const role = roleName(substitute.role, null);
    const place = substitute.unitName ?? substitute.bodyName;
    return place === null ? role : `${role}, ${place}`;
  }
}
