import { inject, Injectable } from '@angular/core';
import type { ChangePaper, CreatePaper } from '@etatlotse/contracts/council';
import type { FreezeSnapshot } from '@etatlotse/contracts/snapshot';
import { command } from '../platform/command';
import { PaperClient } from './paper.client';

/** What is done with papers and with the snapshots that they stand on. */
@Injectable()
export class PaperStore {
  private readonly client = inject(PaperClient);
  /** Without an id a new one. */
  readonly save = command((id: string | undefined, body: CreatePaper | ChangePaper, key: string) =>
    id === undefined ? this.client.create(body, key) : this.client.change(id, body as ChangePaper),
  );
  readonly publish = command((id: string, version: number) => this.client.publish(id, version));
  readonly freeze = command((body: FreezeSnapshot, key: string) => this.client.freeze(body, key));
}
