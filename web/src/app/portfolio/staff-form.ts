import { httpResource } from '@angular/common/http';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  inject,
  input,
  linkedSignal,
  output,
  signal,
} from '@angular/core';
import { ORGANIZATION_PATHS, type UnitTree } from '@etatlotse/contracts/organization/plain';
import { type Decision, PORTFOLIO_PATHS, type ReckonedStaff } from '@etatlotse/contracts/portfolio/plain';
import { query } from '../platform/api';
import { formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Select } from '../ui/choice/choice';
import { Dialog } from '../ui/dialog/dialog';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { Unknown } from '../ui/unknown/unknown';
import { DecisionWorkStore } from './decision-work.store';
import { decisionWorkLabels } from './decision-work.labels';
import { fteText } from './decision-words';

/** A year as it is typed. */
interface TypedYear {
  readonly fiscalYear: number;
  readonly text: string;
  readonly source: string;
}

const NUMBER = /^(\d{1,4})(?:,(\d{1,3}))?$/;

/** Thousandths of an FTE: 2,5 is 2500; null is empty, undefined is not readable. */
export function readFte(text: string): number | null | undefined {
  const typed = text.trim();
  if (typed === '') return null;
  const parts = NUMBER.exec(typed);
  return parts === null ? undefined : Number(`${parts[1]}${(parts[2] ?? '').padEnd(3, '0')}`);
}

/** Staff that serves demands: a unit whose free time the capacity side reckons, and statements by hand with their source. */
@Component({
  selector: 'et-staff-form',
  imports: [Button, Dialog, Notice, Select, TextField, Unknown],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `<et-dialog [heading]="t().staffHeading" [wide]="true" (closed)="closed.emit()">
    <form novalidate (submit)="save($event)">
      @if (work.staff.problem(); as refused) {
        <et-notice kind="bad" class="et-form-notice" [live]="true" [heading]="refused.title">
          <p>{{ refused.detail }}</p>
        </et-notice>
      }
      <p class="et-form-notice">{{ t().staffEffect }}</p>
      <et-select [label]="t().staffUnit" [placeholder]="t().staffNoUnit" [options]="units()" [(value)]="unitId" />
      @for (year of rows(); track year.fiscalYear) {
        <div class="et-decision-staff">
          <p>
            <b>{{ year.fiscalYear }}</b><br /><span class="et-small et-muted">{{ t().reckoned }}</span>
            @if (year.reckoned === null) {
              <et-unknown />
            } @else {
              {{ year.reckoned }}
            }
          </p>
          <et-text-field
            [label]="t().statedIn(year.fiscalYear + '')"
            [optional]="true"
            [value]="year.text"
            [error]="hasTried() && year.isWrong ? t().staffNumber : null"
            (valueChange)="change(year.fiscalYear, { text: $event })"
          />
          <et-text-field
            [label]="t().sourceIn(year.fiscalYear + '')"
            [optional]="year.text.trim() === ''"
            [value]="year.source"
            [error]="hasTried() && year.isBare ? t().staffSource : null"
            (valueChange)="change(year.fiscalYear, { source: $event })"
          />
        </div>
      }
      <div class="et-actions et-actions--below">
        <button type="submit" etButton="primary" icon="save">{{ t().save }}</button>
        <button type="button" etButton="tertiary" (click)="closed.emit()">{{ t().cancel }}</button>
      </div>
    </form>
  </et-dialog>`,
})
export class StaffForm {
  readonly decision = input.required<Decision>();
  readonly saved = output<void>();
  readonly closed = output<void>();
  protected readonly work = inject(DecisionWorkStore);
  protected readonly t = decisionWorkLabels;
  protected readonly hasTried = signal(false);
  protected readonly unitId = linkedSignal<string | null>(() => this.decision().staffUnit?.id ?? null);
  private readonly typed = linkedSignal<readonly TypedYear[]>(() =>
    this.decision().staff.map(({ fiscalYear, thousandths, basis, source }) => ({
      fiscalYear,
      text: basis === 'stated' && thousandths !== null ? numberText(thousandths) : '',
      source: basis === 'stated' ? source : '',
    })),
  );
  private readonly tree = httpResource<UnitTree>(() => ORGANIZATION_PATHS.units);
  private readonly reckoned = httpResource<ReckonedStaff>(() => {
    const unitId = this.unitId();
    if (unitId === null) return undefined;
    return { url: PORTFOLIO_PATHS.staff(this.decision().roundId), params: query({ unitId }) };
  });
  protected readonly units = computed(() =>
    this.tree.hasValue()
      ? this.tree.value().units.map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` }))
      : [],
  );
  protected readonly rows = computed(() => {
    const found = this.reckoned.hasValue() && this.unitId() !== null ? this.reckoned.value().years : [];
    return this.typed().map((year) => {
      const thousandths = found.find(({ fiscalYear }) => fiscalYear === year.fiscalYear)?.thousandths ?? null;
      const stated = readFte(year.text);
      return {
        ...year,
        reckoned: thousandths === null ? null : fteText(thousandths),
        isWrong: stated === undefined,
        isBare: typeof stated === 'number' && year.source.trim() === '',
      };
    });
  });

  protected change(fiscalYear: number, change: Partial<TypedYear>): void {
    this.typed.update((years) => years.map((year) => (year.fiscalYear === fiscalYear ? { ...year, ...change } : year)));
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.hasTried.set(true);
    if (this.rows().some(({ isWrong, isBare }) => isWrong || isBare)) return;
    const years = this.typed().map(({ fiscalYear, text, source }) => ({
      fiscalYear,
      thousandths: readFte(text) ?? null,
      source: source.trim(),
    }));
    const body = { unitId: this.unitId(), years, version: this.decision().staffVersion };
    if ((await this.work.staff.run(body)) !== null) this.saved.emit();
  }
}

function numberText(thousandths: number): string {
  const decimals = thousandths % 1000 === 0 ? 0 : thousandths % 100 === 0 ? 1 : thousandths % 10 === 0 ? 2 : 3;
  return formatNumber(thousandths / 1000, decimals).replaceAll('.', '');
}
