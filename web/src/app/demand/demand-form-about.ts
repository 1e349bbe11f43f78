import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal } from '@angular/core';
import {
  DEMAND_OCCURRENCES,
  DEMAND_REASONS,
  type DemandOccurrence,
  type DemandReason,
  NETWORK_ZONES,
  type NetworkZone,
  RUN_OR_CHANGE,
  type RunOrChange,
  SERVICE_CLASSES,
  type ServiceClass,
} from '@etatlotse/contracts/demand/plain';
import { networkLabels } from '../platform/network.labels';
import { Choice, Select } from '../ui/choice/choice';
import { DateField } from '../ui/field/date-field';
import { TextField } from '../ui/field/text-field';
import { demandFormLabels } from './demand-form.labels';
import { DemandFormStore } from './demand-form.store';
import { demandLabels } from './demand.labels';
import { readWhole } from './number-text';

/** First step: what it is about, in plain words. */
@Component({
  selector: 'et-demand-form-about',
  imports: [Choice, DateField, Select, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './demand-form-about.html',
})
export class DemandFormAbout {
  protected readonly store = inject(DemandFormStore);
  protected readonly t = demandFormLabels;
  protected readonly runOptions = computed(() =>
    RUN_OR_CHANGE.map((value) => ({ value, label: value === 'run' ? this.t().run : this.t().change })),
  );
  protected readonly occurrenceOptions = computed(() =>
    DEMAND_OCCURRENCES.map((value) => ({ value, label: this.t()[value] })),
  );
  protected readonly reasonOptions = computed(() =>
    DEMAND_REASONS.map((value) => ({ value, label: demandLabels().reasons[value] })),
  );
  protected readonly classOptions = computed(() =>
    SERVICE_CLASSES.map((value) => ({ value, label: demandLabels().classes[value] })),
  );
  protected readonly zoneOptions = computed(() =>
    NETWORK_ZONES.map((value) => ({ value, label: networkLabels().zones[value] })),
  );
  protected readonly probabilityError = computed(() => {
    const value = readWhole(this.probability());
    return value === undefined || (value ?? 0) > 100 ? this.t().probabilityHint : null;
  });
  protected readonly probability = linkedSignal(() => wholeText(this.store.demand()?.probabilityPercent ?? null));

  protected setRun(value: string | null): void {
    this.store.set({ runOrChange: value as RunOrChange | null });
  }

  protected setOccurrence(value: string | null): void {
    const isForeseeable = value === 'foreseeable';
    if (!isForeseeable) this.probability.set('');
    this.store.set({
      occurrence: value as DemandOccurrence | null,
      ...(isForeseeable ? {} : { probabilityPercent: null, earliestOn: null }),
    });
  }

  protected setProbability(text: string): void {
    this.probability.set(text);
    const value = readWhole(text);
    if (value === null || (value !== undefined && value <= 100)) this.store.set({ probabilityPercent: value });
  }

  protected setReason(value: string | null): void {
    this.store.set({ reason: value as DemandReason | null });
  }

  protected setClass(value: string | null): void {
    this.store.set({ serviceClass: value as ServiceClass | null });
  }

  protected setZone(value: string | null): void {
    this.store.set({ networkZone: value as NetworkZone | null });
  }
}

const wholeText = (value: number | null): string => (value === null ? '' : `${value}`);
