import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import {
  DEMAND_SHEET_MAX_BYTES,
  DEMAND_SHEET_PATHS,
  type DemandSheetReading,
  type DemandSheetTaken,
  type PlanningRound,
  ROUND_PATHS,
} from '@etatlotse/contracts/demand/plain';
import { newIdempotencyKey } from '../platform/api';
import { command } from '../platform/command';
import { problemOf } from '../platform/problem';
import { DemandClient } from './demand.client';

/** A workbook between choosing and taking over. Nothing is stored before; afterwards it is one deed. */
@Injectable()
export class DemandExcelStore {
  private readonly client = inject(DemandClient);
  private readonly roundResource = httpResource<PlanningRound>(() => `${ROUND_PATHS.rounds}/current`);
  readonly round = computed(() => (this.roundResource.hasValue() ? this.roundResource.value() : null));
  readonly failure = computed(() => {
    const error = this.roundResource.error();
    return error ? problemOf(error) : null;
  });
  readonly workbookUrl = computed(() => DEMAND_SHEET_PATHS.workbook(this.round()?.id ?? ''));
  private file: File | null = null;
  /** The same key for the same file: a repeated press takes it over once. */
  private key = '';
  readonly reading = signal<DemandSheetReading | null>(null);
  readonly isTooLarge = signal(false);
  readonly read = command((file: File) => this.client.readSheet(this.round()?.id ?? '', file));
  readonly take = command((file: File, seen: string) =>
    this.client.takeSheet(this.round()?.id ?? '', file, { seen, key: this.key }),
  );

  readonly added = computed(() => this.countOf('new'));
  readonly changed = computed(() => this.countOf('changed'));
  readonly conflicts = computed(() => this.countOf('conflict'));

  async choose(file: File): Promise<void> {
    this.clear();
    this.isTooLarge.set(file.size > DEMAND_SHEET_MAX_BYTES);
    if (this.isTooLarge()) return;
    this.file = file;
    this.key = newIdempotencyKey();
    this.reading.set(await this.read.run(file));
  }

  /** Stores what the reading shows. Where it no longer holds, the new reading takes its place and nothing is stored. */
  async confirm(): Promise<DemandSheetTaken | null> {
    const [file, reading] = [this.file, this.reading()];
    if (file === null || reading === null) return null;
    const taken = await this.take.run(file, reading.seen);
    if (taken !== null) this.clear();
    else if (this.take.problem()?.code === 'DEMAND_SHEET_CHANGED') {
      this.key = newIdempotencyKey();
      this.reading.set(await this.read.run(file));
    }
    return taken;
  }

  clear(): void {
    this.file = null;
    this.reading.set(null);
    this.isTooLarge.set(false);
    this.read.clear();
    this.take.clear();
  }

  reload(): void {
    this.roundResource.reload();
  }

  private countOf(kind: string): number {
    return (this.reading()?.rows ?? []).filter((row) => row.kind === kind).length;
  }
}
