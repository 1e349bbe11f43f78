import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, output, signal } from '@angular/core';
import type { UnitDetail, UnitLevel, UnitRow } from '@etatlotse/contracts/organization/plain';
import { UNIT_LEVELS } from '@etatlotse/contracts/organization/plain';
import type { ProblemMessage } from '../platform/problem';
import { formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Choice, Select } from '../ui/choice/choice';
import { Dialog } from '../ui/dialog/dialog';
import { DateField } from '../ui/field/date-field';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { unitLabels } from './unit.labels';

export type UnitDeed = 'create' | 'rename' | 'move' | 'validity' | 'remove';

/** Everything a form can say; each deed uses its part. */
export interface UnitWish {
  readonly level: UnitLevel;
  readonly code: string;
  readonly name: string;
  readonly parentId: string | null;
  readonly validFrom: string;
  readonly validTo: string | null;
}

/** One deed on a unit. What does not belong to the deed is not shown. */
@Component({
  selector: 'et-unit-form',
  imports: [Button, Choice, DateField, Dialog, Notice, Select, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './unit-form.html',
})
export class UnitForm {
  readonly deed = input.required<UnitDeed>();
  /** The unit it is about; for a new one the unit above it, if one was chosen. */
  readonly unit = input<UnitDetail | null>(null);
  readonly units = input.required<readonly UnitRow[]>();
  readonly today = input.required<string>();
  readonly problem = input<ProblemMessage | null>(null);
  readonly confirmed = output<UnitWish>();
  readonly closed = output<void>();
  protected readonly words = unitLabels;
  protected readonly t = computed(() => unitLabels().form);

  private readonly isNew = computed(() => this.deed() === 'create');
  private readonly first = linkedSignal<UnitDetail | null, UnitDetail | null>({
    source: () => this.unit(),
    computation: (unit, before) => before?.value ?? unit,
  });
  protected readonly level = linkedSignal<string | null>(() => {
    const unit = this.first();
    if (unit === null) return 'directorate';
    return this.isNew() ? (unit.level === 'directorate' ? 'department' : 'division') : unit.level;
  });
  protected readonly code = linkedSignal(() => (this.isNew() ? '' : (this.first()?.code ?? '')));
  protected readonly name = linkedSignal(() => (this.isNew() ? '' : (this.first()?.name ?? '')));
  protected readonly parentId = linkedSignal<string | null>(() =>
    this.isNew() ? (this.first()?.id ?? null) : (this.first()?.parentId ?? null),
  );
  protected readonly validFrom = linkedSignal<string | null>(() =>
    this.isNew() ? this.today() : (this.first()?.validFrom ?? null),
  );
  protected readonly validTo = linkedSignal<string | null>(() =>
    this.isNew() ? null : (this.first()?.validTo ?? null),
  );
  protected readonly hasTried = signal(false);

  protected readonly levels = computed(() =>
    UNIT_LEVELS.map((value) => ({ value, label: unitLabels().levels[value] })),
  );
  /** Under itself no unit can stand; the rest is the server's rule. */
  protected readonly parents = computed(() =>
    this.units()
      .filter(({ id }) => this.isNew() || id !== this.unit()?.id)
      .map(({ id, code, name, depth }) => ({ value: id, label: `${'\u2003'.repeat(depth)}${code} ${name}` })),
  );
  protected readonly heading = computed(() => {
    const words = unitLabels();
    const unit = this.unit();
    const of = unit === null ? '' : `: ${unit.code}`;
    switch (this.deed()) {
      case 'create':
        return words.add;
      case 'rename':
        return words.rename + of;
      case 'move':
        return words.move + of;
      case 'validity':
        return words.validityChange + of;
      case 'remove':
        return words.form.remove + of;
    }
  });
  protected readonly button = computed(() => {
    const t = this.t();
    return { create: t.create, rename: t.save, move: t.move, validity: t.save, remove: t.remove }[this.deed()];
  });
  protected readonly detail = computed(() => {
    const problem = this.problem();
    if (problem?.code !== 'UNIT_IN_USE') return problem?.detail ?? '';
    const count = (name: string): string => formatNumber(Number(problem.parameters[name] ?? 0));
    return unitLabels().inUse(count('children'), count('lines'), count('roles'));
  });
  protected readonly hasName = computed(() => this.deed() === 'create' || this.deed() === 'rename');
  protected readonly hasDays = computed(() => this.deed() === 'create' || this.deed() === 'validity');
  protected readonly hasParent = computed(() => this.deed() === 'create' || this.deed() === 'move');

  protected send(event: Event): void {
    event.preventDefault();
    this.hasTried.set(true);
    const level = UNIT_LEVELS.find((one) => one === this.level());
    const code = this.code().trim();
    const name = this.name().trim();
    const validFrom = this.validFrom();
    if (this.hasName() && (code === '' || name === '')) return;
    if (level === undefined || (this.hasDays() && validFrom === null)) return;
    this.confirmed.emit({
      level,
      code,
      name,
      parentId: this.parentId(),
      validFrom: validFrom ?? this.today(),
      validTo: this.validTo(),
    });
  }
}
