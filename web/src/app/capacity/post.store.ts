import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import type { ChangePost, CreatePost } from '@etatlotse/contracts/capacity';
import { CAPACITY_PATHS, type PostDetail } from '@etatlotse/contracts/capacity/plain';
import { query } from '../platform/api';
import { command } from '../platform/command';
import { FiscalYear } from '../platform/fiscal-year';
import { problemOf } from '../platform/problem';
import { PostClient } from './post.client';

/** One post with its year, and what can be done with it. */
@Injectable()
export class PostStore {
  private readonly client = inject(PostClient);
  private readonly year = inject(FiscalYear).year;
  readonly id = signal('');

  private readonly resource = httpResource<PostDetail>(() =>
    this.id() === '' ? undefined : { url: CAPACITY_PATHS.post(this.id()), params: query({ fiscalYear: this.year() }) },
  );
  readonly post = computed(() => (this.resource.hasValue() ? this.resource.value() : null));
  readonly failure = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });

  readonly create = command((post: CreatePost, key: string) => this.client.create(post, key));
  readonly change = command((post: ChangePost) => this.client.change(this.id(), post));
  readonly eraseHolder = command((occupancyId: string) => this.client.eraseHolder(this.id(), occupancyId));

  reload(): void {
    this.resource.reload();
  }
}
