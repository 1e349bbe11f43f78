import { ChangeDetectionStrategy, Component, computed, input, model } from '@angular/core';
import type { SplitKeyRow } from '@etatlotse/contracts/site/plain';
import { NETWORK_ZONES, type NetworkZone } from '@etatlotse/domain/budget';
import { HARDWARE_FRAMES, type SiteKind } from '@etatlotse/domain/site';
import { Choice, Select } from '../ui/choice/choice';
import { DateField } from '../ui/field/date-field';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { frameLabels } from './frame.labels';
import { networkLabels } from './network.labels';
import { isMixed, type UseDraft } from './use-draft';

/** What hardware is for and who pays: a network with its frame, or a key; asks for the decision where frames would mix. */
@Component({
  selector: 'et-use-fields',
  imports: [Choice, DateField, Notice, Select, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-choice
      [legend]="t().legend"
      [options]="modes()"
      [value]="draft().mode"
      (valueChange)="set({ mode: $event })"
    />
    @if (draft().mode === 'key') {
      <et-select
        [label]="t().splitKey"
        [options]="keyOptions()"
        [value]="draft().keyId"
        [error]="missing(draft().keyId)"
        (valueChange)="set({ keyId: $event })"
      />
    } @else {
      <div class="et-fields-2">
        <et-select
          [label]="t().zone"
          [options]="zoneOptions()"
          [value]="draft().zone"
          [error]="missing(draft().zone)"
          (valueChange)="setZone($event)"
        />
        <et-select
          [label]="t().frame"
          [options]="frames()"
          [value]="draft().frame"
          [error]="missing(draft().frame)"
          (valueChange)="set({ frame: $event })"
        />
      </div>
      @if (mixes()) {
        <et-notice kind="warn" class="et-form-notice" [live]="true" [heading]="t().mixed">
          <p>{{ t().mixedHint }}</p>
        </et-notice>
        <div class="et-fields-2">
          <et-text-field
            [label]="t().body"
            [value]="draft().body"
            [error]="missing(draft().body.trim())"
            (valueChange)="set({ body: $event })"
          />
          <et-text-field
            [label]="t().document"
            [value]="draft().document"
            [error]="missing(draft().document.trim())"
            (valueChange)="set({ document: $event })"
          />
          <et-date-field
            [label]="t().decidedOn"
            [value]="draft().decidedOn"
            [error]="missing(draft().decidedOn)"
            (valueChange)="set({ decidedOn: $event })"
          />
        </div>
      }
    }`,
})
export class UseFields {
  readonly draft = model.required<UseDraft>();
  readonly keys = input.required<readonly SplitKeyRow[]>();
  /** Networks of the site; null: any. */
  readonly zones = input<readonly NetworkZone[] | null>(null);
  readonly siteKind = input<SiteKind | null>(null);
  readonly hasTried = input(false);
  protected readonly t = computed(() => networkLabels().use);
  protected readonly mixes = computed(() => isMixed(this.draft(), this.siteKind()));
  protected readonly modes = computed(() => [
    { value: 'single', label: this.t().single },
    { value: 'key', label: this.t().key },
  ]);
  protected readonly keyOptions = computed(() =>
    this.keys().map(({ id, name, needsDecision }) => ({
      value: id,
      label: needsDecision ? this.t().keyUndecided(name) : name,
    })),
  );
  protected readonly zoneOptions = computed(() =>
    (this.zones() ?? NETWORK_ZONES).map((value) => ({ value, label: networkLabels().zones[value] })),
  );
  protected readonly frames = computed(() =>
    HARDWARE_FRAMES.map((value) => ({ value, label: frameLabels().names[value] })),
  );

  protected missing(value: string | null): string | null {
    return this.hasTried() && !value ? this.t().fill : null;
  }

  protected set(change: Partial<UseDraft>): void {
    this.draft.update((draft) => ({ ...draft, ...change }));
  }

  /** The frame that fits the network is offered, and stays a choice. */
  protected setZone(zone: string | null): void {
    const fitting = zone === 'education' ? 'SCHOOL_NET' : 'CORE';
    this.set({ zone, frame: zone === null ? this.draft().frame : fitting });
  }
}
