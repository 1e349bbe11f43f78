import { inject, Injectable, signal } from '@angular/core';
import type { LinkFacts } from '@etatlotse/contracts/session/plain';
import { command } from '../platform/command';
import { GateClient } from './gate.client';

/** One link: first whether it still holds and for whom, then the password. */
@Injectable()
export class AcceptLinkStore {
  private readonly client = inject(GateClient);
  private readonly known = signal<LinkFacts | null>(null);
  readonly facts = this.known.asReadonly();
  readonly inspect = command((token: string) => this.client.inspect(token));
  readonly accept = command((token: string, password: string) => this.client.accept(token, password));

  async open(token: string): Promise<void> {
    this.known.set(await this.inspect.run(token));
  }
}
