import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type {
  ChangeInvestment,
  ChangeSite,
  ChangeSplitKey,
  CreateInvestment,
  CreateSite,
  CreateSplitKey,
  TakeSiteStep,
} from '@etatlotse/contracts/site';
import { SITE_PATHS, type SiteChanged } from '@etatlotse/contracts/site/plain';
import type { Observable } from 'rxjs';
import { idempotent, query } from '../platform/api';

/** The commands on sites, investments in their networks, and split keys. */
@Injectable({ providedIn: 'root' })
export class SiteClient {
  private readonly http = inject(HttpClient);

  create(site: CreateSite, key: string): Observable<SiteChanged> {
    return this.http.post<SiteChanged>(SITE_PATHS.sites, site, idempotent(key));
  }

  change(id: string, site: ChangeSite): Observable<SiteChanged> {
    return this.http.put<SiteChanged>(SITE_PATHS.site(id), site);
  }

  remove(id: string, version: number): Observable<unknown> {
    return this.http.delete(SITE_PATHS.site(id), { params: query({ version }) });
  }

  step(id: string, step: TakeSiteStep): Observable<SiteChanged> {
    return this.http.post<SiteChanged>(SITE_PATHS.steps(id), step);
  }

  invest(id: string, investment: CreateInvestment, key: string): Observable<SiteChanged> {
    return this.http.post<SiteChanged>(SITE_PATHS.investments(id), investment, idempotent(key));
  }

  changeInvestment(id: string, investmentId: string, investment: ChangeInvestment): Observable<SiteChanged> {
    return this.http.put<SiteChanged>(SITE_PATHS.investment(id, investmentId), investment);
  }

  createKey(splitKey: CreateSplitKey, key: string): Observable<SiteChanged> {
    return this.http.post<SiteChanged>(SITE_PATHS.keys, splitKey, idempotent(key));
  }

  changeKey(id: string, splitKey: ChangeSplitKey): Observable<SiteChanged> {
    return this.http.put<SiteChanged>(SITE_PATHS.key(id), splitKey);
  }
}
