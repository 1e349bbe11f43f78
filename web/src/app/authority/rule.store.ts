import { httpResource } from '@angular/common/http';
import { HttpClient } from '@angular/common/http';
import { computed, inject, Injectable } from '@angular/core';
import type { ChangeRuleSetting } from '@etatlotse/contracts/authority';
import { AUTHORITY_PATHS, type RuleChangeAsked, type RulesOfYear } from '@etatlotse/contracts/authority/plain';
import { query } from '../platform/api';
import { command } from '../platform/command';
import { FiscalYear } from '../platform/fiscal-year';
import { Permissions } from '../platform/permission';
import { problemOf } from '../platform/problem';

/** The rules of the year at hand. */
@Injectable()
export class RuleStore {
  private readonly http = inject(HttpClient);
  private readonly permissions = inject(Permissions);
  readonly year = inject(FiscalYear).year;

  private readonly resource = httpResource<RulesOfYear>(() => ({
    url: AUTHORITY_PATHS.rules,
    params: query({ fiscalYear: this.year() }),
  }));
  readonly rules = computed(() => (this.resource.hasValue() ? this.resource.value() : null));
  readonly failure = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });
  readonly mayChange = computed(() => this.permissions.has('settings.write'));
  readonly seesApprovals = computed(() => this.permissions.has('approval.read'));
  readonly change = command((change: ChangeRuleSetting) =>
    this.http.put<RuleChangeAsked>(AUTHORITY_PATHS.rules, change),
  );

  reload(): void {
    this.resource.reload();
  }
}
