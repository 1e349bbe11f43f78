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
import { Router } from '@angular/router';
import { CAPABILITIES } from '@etatlotse/contracts/benefit/plain';
import { Button } from '../ui/button/button';
import { Select } from '../ui/choice/choice';
import { DateField } from '../ui/field/date-field';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { PageHead } from '../ui/page-head/page-head';
import { Loading } from '../ui/state/state';
import { Toasts } from '../ui/toast/toasts';
import { BenefitFormStore } from './benefit-form.store';
import { benefitLabels } from './benefit.labels';

/** A new benefit, or names and people of one. */
@Component({
  selector: 'et-benefit-form-page',
  imports: [Button, DateField, Loading, Notice, PageHead, Select, TextField],
  providers: [BenefitFormStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './benefit-form.page.html',
})
export class BenefitFormPage {
  /** Of the address; absent for a new one. */
  readonly benefitId = input<string>();
  protected readonly store = inject(BenefitFormStore);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly t = benefitLabels;
  protected readonly isReady = computed(() => this.benefitId() === undefined || this.store.benefit() !== null);
  protected readonly projectId = signal<string | null>(null);
  protected readonly reviewOn = signal<string | null>(null);
  protected readonly name = linkedSignal(() => this.store.benefit()?.name ?? '');
  protected readonly description = linkedSignal(() => this.store.benefit()?.description ?? '');
  protected readonly owner = linkedSignal(() => this.store.benefit()?.owner ?? '');
  protected readonly unitId = linkedSignal<string | null>(() => this.store.benefit()?.unitId ?? null);
  protected readonly capability = linkedSignal<string | null>(() => this.store.benefit()?.capability ?? null);
  protected readonly hasTried = signal(false);
  protected readonly units = computed(() =>
    this.store.units().map(({ id, code, name }) => ({ value: id, label: `${code} ${name}` })),
  );
  protected readonly projects = computed(() =>
    this.store.projects().map(({ id, name }) => ({ value: id, label: name })),
  );
  protected readonly capabilities = computed(() =>
    CAPABILITIES.map((value) => ({ value, label: this.t().capabilities[value] })),
  );

  constructor() {
    effect(() => this.store.benefitId.set(this.benefitId()));
  }

  protected missing(isMissing: boolean): string | null {
    return this.hasTried() && isMissing ? this.t().missing : null;
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.hasTried.set(true);
    const [name, owner, projectId] = [this.name().trim(), this.owner().trim(), this.projectId()];
    if (name === '' || owner === '' || (this.benefitId() === undefined && projectId === null)) return;
    const face = {
      name,
      owner,
      description: this.description().trim(),
      unitId: this.unitId(),
      capability: CAPABILITIES.find((one) => one === this.capability()) ?? null,
    };
    const done = await this.store.save.run(face, { projectId: projectId ?? '', reviewOn: this.reviewOn() });
    if (done === null) return;
    this.toasts.show(this.t().saved);
    await this.router.navigate(['/benefits', done.id], { queryParamsHandling: 'preserve' });
  }
}
