import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { CreateUnit, MoveUnit, RenameUnit, SetUnitValidity, UnitChanged } from '@etatlotse/contracts/organization';
import { ORGANIZATION_PATHS } from '@etatlotse/contracts/organization/plain';
import type {
  ChangePerson,
  CreatedPerson,
  CreatePerson,
  DelegateRoles,
  GrantedRoles,
  GrantRoles,
  IssuedLink,
  PersonChoice,
  PersonRow,
} from '@etatlotse/contracts/person';
import type { Page } from '@etatlotse/contracts/shared/plain';
import { map, type Observable } from 'rxjs';
import { api, idempotent, query } from '../platform/api';

export const PEOPLE = api('person');

/** The commands on units and people. Reads are resources in the stores, except what is fetched only when asked for. */
@Injectable({ providedIn: 'root' })
export class OrganizationClient {
  private readonly http = inject(HttpClient);

  createUnit(unit: CreateUnit, key: string): Observable<UnitChanged> {
    return this.http.post<UnitChanged>(ORGANIZATION_PATHS.units, unit, idempotent(key));
  }

  renameUnit(id: string, change: RenameUnit): Observable<UnitChanged> {
    return this.http.patch<UnitChanged>(ORGANIZATION_PATHS.unit(id), change);
  }

  moveUnit(id: string, move: MoveUnit): Observable<UnitChanged> {
    return this.http.post<UnitChanged>(ORGANIZATION_PATHS.move(id), move);
  }

  setValidity(id: string, validity: SetUnitValidity): Observable<UnitChanged> {
    return this.http.put<UnitChanged>(ORGANIZATION_PATHS.validity(id), validity);
  }

  removeUnit(id: string, version: number): Observable<unknown> {
    return this.http.delete(ORGANIZATION_PATHS.unit(id), { params: query({ version }) });
  }

  people(view: Readonly<Record<string, string | undefined>>): Observable<Page<PersonRow>> {
    return this.http.get<Page<PersonRow>>(PEOPLE, { params: query(view) });
  }

  choices(q: string): Observable<readonly PersonChoice[]> {
    return this.http
      .get<{ rows: readonly PersonChoice[] }>(`${PEOPLE}/choices`, { params: query({ q }) })
      .pipe(map(({ rows }) => rows));
  }

  createPerson(person: CreatePerson, key: string): Observable<CreatedPerson> {
    return this.http.post<CreatedPerson>(PEOPLE, person, idempotent(key));
  }

  changePerson(id: string, change: ChangePerson): Observable<unknown> {
    return this.http.put(api('person', id), change);
  }

  issueLink(id: string): Observable<IssuedLink> {
    return this.http.post<IssuedLink>(api('person', id, 'links'), {});
  }

  endLogins(id: string): Observable<{ ended: number }> {
    return this.http.delete<{ ended: number }>(api('person', id, 'sessions'));
  }

  grantRoles(id: string, grant: GrantRoles): Observable<GrantedRoles> {
    return this.http.post<GrantedRoles>(api('person', id, 'roles'), grant);
  }

  endRole(id: string, assignmentId: string): Observable<unknown> {
    return this.http.delete(api('person', id, 'roles', assignmentId));
  }

  delegate(id: string, delegation: DelegateRoles): Observable<GrantedRoles> {
    return this.http.post<GrantedRoles>(api('person', id, 'substitutes'), delegation);
  }

  endSubstitute(id: string, assignmentId: string): Observable<unknown> {
    return this.http.delete(api('person', id, 'substitutes', assignmentId));
  }
}
