import { inject, Injectable } from '@angular/core';
import { command } from '../platform/command';
import { InboxClient } from './inbox.client';

/** What somebody does with their messages. */
@Injectable()
export class InboxStore {
  private readonly client = inject(InboxClient);
  readonly reading = command((ids: readonly string[]) => this.client.read(ids));
}
