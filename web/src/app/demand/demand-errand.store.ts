import { inject, Injectable } from '@angular/core';
import type {
  AddStandardItem,
  ChangeRound,
  PrepareRound,
  SetRoundCeilings,
  StartDemand,
  TakeRoundStep,
} from '@etatlotse/contracts/demand';
import type { DemandRow, StandardItem } from '@etatlotse/contracts/demand/plain';
import type { Page } from '@etatlotse/contracts/shared/plain';
import { newIdempotencyKey } from '../platform/api';
import { command } from '../platform/command';
import { DemandClient } from './demand.client';

/** Errands of one page or dialog, each with its own refusal. Provided by whoever runs them. */
@Injectable()
export class DemandErrands {
  private readonly client = inject(DemandClient);
  private readonly key = newIdempotencyKey();
  readonly attaching = command((id: string, file: File) => this.client.attach(id, file));
  readonly detaching = command((id: string, attachmentId: string) => this.client.detach(id, attachmentId));
  readonly starting = command((demand: StartDemand) => this.client.start(demand, this.key));
  readonly copying = command((id: string, roundId: string) => this.client.copy(id, roundId, newIdempotencyKey()));
  readonly offering = command((roundId: string, q: string) => this.client.offers(roundId, q));
  readonly catalogue = command((q: string) => this.client.standardItems(q));
  readonly savingItem = command((face: AddStandardItem, item: StandardItem | null, isArchived: boolean) =>
    item === null
      ? this.client.addStandardItem(face)
      : this.client.changeStandardItem(item.id, { ...face, isArchived, version: item.version }),
  );
  readonly preparing = command((round: PrepareRound) => this.client.prepare(round, this.key));
  readonly changing = command((id: string, round: ChangeRound) => this.client.changeRound(id, round));
  readonly setting = command((id: string, ceilings: SetRoundCeilings) => this.client.setCeilings(id, ceilings));
  readonly stepping = command((id: string, step: TakeRoundStep) => this.client.roundStep(id, step));
  readonly reminding = command((id: string) => this.client.remind(id));

  /** Several lists at a time: each has an answer of its own. */
  list(filter: Readonly<Record<string, string | number | undefined>>): Promise<Page<DemandRow> | null> {
    return command(() => this.client.list(filter)).run();
  }
}
