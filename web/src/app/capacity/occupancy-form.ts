import { ChangeDetectionStrategy, Component, input, output } from '@angular/core';
import { Button } from '../ui/button/button';
import { DateField } from '../ui/field/date-field';
import { TextField } from '../ui/field/text-field';
import { type AbsenceDraft, type OccupancyDraft, readHours, readPercent, readRamp } from './post-draft';
import { postFormLabels } from './post-form.labels';
import { postLabels } from './post.labels';

const NO_ABSENCE: AbsenceDraft = { from: null, until: null, percent: '100' };

/** One person's time on a post, as it is typed: every change goes out as a new draft. */
@Component({
  selector: 'et-occupancy-form',
  imports: [Button, DateField, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<fieldset class="et-field et-post__part">
    <legend>{{ t().occupancy(at()) }}</legend>
    <div class="et-fields-2">
      <et-date-field
        [label]="t().heldFrom"
        [value]="draft().from"
        (valueChange)="change({ from: $event })"
        [error]="hasTried() && draft().from === null ? words().fill : null"
      />
      <et-date-field
        [label]="t().heldUntil"
        [optional]="true"
        [value]="draft().until"
        (valueChange)="change({ until: $event })"
      />
      <et-text-field
        [label]="t().heldHours"
        [value]="draft().hours"
        (valueChange)="change({ hours: $event })"
        [error]="hasTried() && hours(draft().hours) === null ? t().hoursWrong : null"
      />
      <et-text-field
        [label]="t().ramp"
        [hint]="t().rampHint"
        [optional]="true"
        [value]="draft().ramp"
        (valueChange)="change({ ramp: $event })"
        [error]="hasTried() && ramp(draft().ramp) === null ? t().rampWrong : null"
      />
      <et-text-field
        [label]="t().holder"
        [hint]="t().holderHint"
        [optional]="true"
        [value]="draft().holder"
        (valueChange)="change({ holder: $event })"
      />
    </div>
    @for (away of draft().absences; track $index; let place = $index) {
      <fieldset class="et-field">
        <legend>{{ t().absence(place + 1 + '') }}</legend>
        <div class="et-fields-2">
          <et-date-field
            [label]="t().awayFrom"
            [value]="away.from"
            (valueChange)="changeAbsence(place, { from: $event })"
            [error]="hasTried() && away.from === null ? words().fill : null"
          />
          <et-date-field
            [label]="t().awayUntil"
            [optional]="true"
            [value]="away.until"
            (valueChange)="changeAbsence(place, { until: $event })"
          />
          <et-text-field
            [label]="t().awayPercent"
            [value]="away.percent"
            (valueChange)="changeAbsence(place, { percent: $event })"
            [error]="hasTried() && percent(away.percent) === null ? t().percentWrong : null"
          />
        </div>
        <div class="et-actions">
          <button type="button" etButton="tertiary" icon="delete" (click)="removeAbsence(place)">
            {{ t().removeAbsence(place + 1 + '') }}
          </button>
        </div>
      </fieldset>
    }
    <div class="et-actions">
      <button type="button" etButton="tertiary" icon="add" (click)="addAbsence()">{{ t().addAbsence }}</button>
      <button type="button" etButton="tertiary" icon="delete" (click)="removed.emit()">
        {{ t().removeOccupancy(at()) }}
      </button>
    </div>
  </fieldset>`,
})
export class OccupancyForm {
  readonly draft = input.required<OccupancyDraft>();
  /** Its place as people count: 1 is the first. */
  readonly at = input.required<string>();
  readonly hasTried = input(false);
  readonly changed = output<OccupancyDraft>();
  readonly removed = output<void>();
  protected readonly t = postFormLabels;
  protected readonly words = postLabels;
  protected readonly hours = readHours;
  protected readonly ramp = readRamp;
  protected readonly percent = readPercent;

  protected change(part: Partial<OccupancyDraft>): void {
    this.changed.emit({ ...this.draft(), ...part });
  }

  protected changeAbsence(place: number, part: Partial<AbsenceDraft>): void {
    this.change({ absences: this.draft().absences.map((away, at) => (at === place ? { ...away, ...part } : away)) });
  }

  protected addAbsence(): void {
    this.change({ absences: [...this.draft().absences, NO_ABSENCE] });
  }

  protected removeAbsence(place: number): void {
    this.change({ absences: this.draft().absences.filter((_, at) => at !== place) });
  }
}
