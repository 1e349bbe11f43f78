import { HttpClient } from '@angular/common/http';
import { inject, Injectable } from '@angular/core';
import type { ChangePost, CreatePost } from '@etatlotse/contracts/capacity';
import { CAPACITY_PATHS, type CapacityChanged } from '@etatlotse/contracts/capacity/plain';
import type { Observable } from 'rxjs';
import { idempotent } from '../platform/api';

/** The commands on posts. */
@Injectable({ providedIn: 'root' })
export class PostClient {
  private readonly http = inject(HttpClient);

  create(post: CreatePost, key: string): Observable<CapacityChanged> {
    return this.http.post<CapacityChanged>(CAPACITY_PATHS.posts, post, idempotent(key));
  }

  change(id: string, post: ChangePost): Observable<CapacityChanged> {
    return this.http.put<CapacityChanged>(CAPACITY_PATHS.post(id), post);
  }

  eraseHolder(id: string, occupancyId: string): Observable<CapacityChanged> {
    return this.http.delete<CapacityChanged>(CAPACITY_PATHS.holder(id, occupancyId));
  }
}
