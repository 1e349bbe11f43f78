import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  signal,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { RecordParameter } from '@etatlotse/contracts/capacity';
import {
  ALLOWANCE_BASES,
  type AllowanceBasis,
  PARAMETER_KINDS,
  type ParameterKind,
  POST_STATUSES,
} from '@etatlotse/domain/capacity';
import { Clock } from '../platform/clock';
import { FiscalYear } from '../platform/fiscal-year';
import { Button } from '../ui/button/button';
import { Choice, Select } from '../ui/choice/choice';
import { DateField } from '../ui/field/date-field';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { PageHead } from '../ui/page-head/page-head';
import { Toasts } from '../ui/toast/toasts';
import { capacityLabels } from './capacity.labels';
import { ParameterEffectView } from './parameter-effect';
import { readFigure } from './parameter-look';
import { parameterLabels } from './parameter.labels';
import { ParameterStore } from './parameter.store';

/** Records a dated figure; what it moves is shown before it is saved, and again after every change of the form. */
@Component({
  selector: 'et-parameter-form-page',
  imports: [Button, Choice, DateField, Notice, PageHead, ParameterEffectView, RouterLink, Select, TextField],
  providers: [ParameterStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './parameter-form.page.html',
})
export class ParameterFormPage {
  /** Filled from the address where a value is replaced. */
  readonly kind = input<string>();
  readonly key = input<string>();
  protected readonly store = inject(ParameterStore);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly year = inject(FiscalYear).year;
  private readonly today = new Date(inject(Clock).nowMs()).toISOString().slice(0, 10);
  protected readonly t = computed(() => parameterLabels().form);
  protected readonly words = parameterLabels;

  protected readonly chosen = linkedSignal<string | null>(() => this.kind() ?? null);
  protected readonly status = linkedSignal<string | null>(
    () => POST_STATUSES.find((one) => one === this.key()) ?? null,
  );
  protected readonly grade = linkedSignal(() => this.key() ?? '');
  protected readonly value = signal('');
  protected readonly basis = signal<string | null>(null);
  protected readonly validFrom = signal<string | null>(null);
  protected readonly source = signal('');
  protected readonly sourceYear = linkedSignal(() => this.today.slice(0, 4));
  protected readonly isExample = signal(false);
  protected readonly hasTried = signal(false);

  protected readonly parameterKind = computed(() => PARAMETER_KINDS.find((one) => one === this.chosen()) ?? null);
  protected readonly unit = computed(() => {
    const kind = this.parameterKind();
    return kind === null ? '' : this.words().units[kind];
  });
  protected readonly typed = computed(() => {
    const kind = this.parameterKind();
    return kind === null ? null : readFigure(kind, this.value());
  });
  protected readonly kinds = computed(() =>
    PARAMETER_KINDS.map((value) => ({ value, label: capacityLabels().kinds[value] })),
  );
  protected readonly statuses = computed(() =>
    POST_STATUSES.map((value) => ({ value, label: capacityLabels().keys[value] })),
  );
  protected readonly bases = computed(() =>
    ALLOWANCE_BASES.map((value) => ({ value, label: capacityLabels().bases[value] })),
  );
  protected readonly crumbs = computed(() => [
    { label: this.words().title, link: ['/capacity/parameters'] },
    { label: this.t().title },
  ]);
  private readonly figure = computed(() => this.read());

  constructor() {
    // What was shown holds for what was typed then.
    effect(() => {
      this.figure();
      this.store.forget();
    });
  }

  protected fill(isEmpty: boolean): string | null {
    return this.hasTried() && isEmpty ? this.words().fill : null;
  }

  protected isYear(): boolean {
    return /^(?:19|20)\d{2}$/.test(this.sourceYear().trim());
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.hasTried.set(true);
    const figure = this.figure();
    if (figure === null) return;
    if (this.store.effect() === null) {
      const fiscalYear = Math.max(this.year(), Number(figure.validFrom.slice(0, 4)));
      await this.store.ask({ fiscalYear, figure });
      return;
    }
    if (!(await this.store.record(figure))) return;
    this.toasts.show(this.t().saved);
    await this.router.navigate(['/capacity/parameters'], {
      queryParams: { kind: null, key: null },
      queryParamsHandling: 'merge',
    });
  }

  private read(): RecordParameter | null {
    const kind = this.parameterKind();
    const [valueMicros, validFrom, source] = [this.typed(), this.validFrom(), this.source().trim()];
    if (kind === null || valueMicros === null || validFrom === null || source === '' || !this.isYear()) return null;
    const key = keyOf(kind, this.status(), this.grade().trim());
    const basis = this.basis();
    if (key === null || (kind === 'allowance' && basis === null)) return null;
    return {
      ...{ kind, valueMicros, validFrom, source, isExample: this.isExample() },
      sourceYear: Number(this.sourceYear().trim()),
      ...(key === '' ? {} : { key }),
      ...(kind === 'allowance' ? { basis: basis as AllowanceBasis } : {}),
    };
  }
}

/** A status for yearly minutes, a grade for a rate, nothing for what holds for the whole city; null while it is missing. */
function keyOf(kind: ParameterKind, status: string | null, grade: string): string | null {
  if (kind === 'yearly_minutes') return status;
  return kind === 'hourly_rate' ? grade || null : '';
}
