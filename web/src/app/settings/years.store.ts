import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable } from '@angular/core';
import type {
  CreateFiscalYear,
  FiscalYearRow,
  FramesOfYear,
  SetFrameCeiling,
  TakeBooksStep,
} from '@etatlotse/contracts/planning';
import { PLANNING_PATHS } from '@etatlotse/contracts/planning/plain';
import type { FrameCode } from '@etatlotse/domain/budget';
import { command } from '../platform/command';
import { FiscalYear } from '../platform/fiscal-year';
import { Permissions } from '../platform/permission';
import { problemOf } from '../platform/problem';
import { SettingsClient } from './settings.client';

/** Years and frames. The administration may see years but no frames; then the frames are not asked for. */
@Injectable()
export class YearsStore {
  private readonly client = inject(SettingsClient);
  private readonly permissions = inject(Permissions);
  readonly year = inject(FiscalYear).year;

  readonly seesFrames = computed(() => this.permissions.has('plan.read'));
  readonly mayWriteYears = computed(() => this.permissions.has('year.write'));
  readonly mayClose = computed(() => this.permissions.has('year.close'));
  readonly mayWriteFrames = computed(() => this.permissions.has('frame.write'));

  private readonly yearResource = httpResource<readonly FiscalYearRow[]>(() => PLANNING_PATHS.fiscalYears);
  private readonly frameResource = httpResource<readonly FramesOfYear[]>(() =>
    this.seesFrames() ? PLANNING_PATHS.frames : undefined,
  );

  readonly years = computed(() => (this.yearResource.hasValue() ? this.yearResource.value() : null));
  readonly framesByYear = computed(() => (this.frameResource.hasValue() ? this.frameResource.value() : null));
  readonly current = computed(() => this.years()?.find(({ fiscalYear }) => fiscalYear === this.year()) ?? null);
  readonly frames = computed(() => this.framesByYear()?.find(({ fiscalYear }) => fiscalYear === this.year()) ?? null);
  readonly yearFailure = computed(() => failureOf(this.yearResource.error()));
  readonly frameFailure = computed(() => failureOf(this.frameResource.error()));

  readonly createYear = command((year: CreateFiscalYear, key: string) => this.client.createYear(year, key));
  readonly takeStep = command((fiscalYear: number, step: TakeBooksStep) => this.client.takeBooksStep(fiscalYear, step));
  readonly setCeiling = command((frame: FrameCode, change: SetFrameCeiling) =>
    this.client.setCeiling(frame, this.year(), change),
  );
  readonly history = command((frame: FrameCode) => this.client.frameHistory(frame, this.year()));

  reloadYears(): void {
    this.yearResource.reload();
  }

  reloadFrames(): void {
    this.frameResource.reload();
  }
}

const failureOf = (error: unknown): ReturnType<typeof problemOf> | null => (error ? problemOf(error) : null);
