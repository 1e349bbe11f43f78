import { httpResource } from '@angular/common/http';
import {
  ChangeDetectionStrategy,
  Component,
  computed,
  effect,
  inject,
  input,
  linkedSignal,
  signal,
  untracked,
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { SITE_PATHS, type SiteName } from '@etatlotse/contracts/site/plain';
import { CONTRACT_PATHS, type ContractChanged, type ContractDetail } from '@etatlotse/contracts/contract/plain';
import { newIdempotencyKey } from '../platform/api';
import { editConflict } from '../platform/edit-conflict';
import { Conflict } from '../ui/conflict/conflict';
import { Clock } from '../platform/clock';
import { LineSearch } from '../platform/line-search';
import { ownUnitOptions } from '../platform/own-units';
import { SessionStore } from '../platform/session.store';
import { Button } from '../ui/button/button';
import { Choice, Select } from '../ui/choice/choice';
import { DateField } from '../ui/field/date-field';
import { ErrorSummary } from '../ui/field/error-summary';
import { TextField } from '../ui/field/text-field';
import { LineChoice } from '../ui/line-choice/line-choice';
import { Notice } from '../ui/notice/notice';
import { PageHead } from '../ui/page-head/page-head';
import { Failure, Loading } from '../ui/state/state';
import { Toasts } from '../ui/toast/toasts';
import { contractFields } from './contract-compare';
import { type ContractDraft, draftOf, EMPTY_DRAFT, readDraft } from './contract-draft';
import { ContractEffect } from './contract-effect';
import { contractFormLabels } from './contract-form.labels';
import { contractFormOptions } from './contract-form-options';
import { ContractPriceFields } from './contract-price-fields';
import { contractLabels } from './contract.labels';
import { ContractStore } from './contract.store';

/** Enters a contract or changes one. What is typed is read while it is typed; what follows from it stands beside it. */
@Component({
  selector: 'et-contract-form-page',
  imports: [
    Button,
    Conflict,
    Choice,
    ContractEffect,
    ContractPriceFields,
    DateField,
    ErrorSummary,
    Failure,
    LineChoice,
    Loading,
    Notice,
    PageHead,
    RouterLink,
    Select,
    TextField,
  ],
  providers: [ContractStore, LineSearch],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './contract-form.page.html',
})
export class ContractFormPage {
  /** Given where a contract is changed. */
  readonly contractId = input<string>();
  /** `?kind=line` from the page of fees. */
  readonly kind = input<string>();
  protected readonly store = inject(ContractStore);
  protected readonly lines = inject(LineSearch);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly session = inject(SessionStore);
  protected readonly today = new Date(inject(Clock).nowMs()).toISOString().slice(0, 10);
  protected readonly t = contractFormLabels;
  protected readonly words = contractLabels;
  private readonly key = newIdempotencyKey();

  protected readonly isNew = computed(() => this.contractId() === undefined);
  /** Typed over what the contract says; loading it again does not throw away what was typed. */
  protected readonly draft = linkedSignal<string | null, ContractDraft>({
    source: computed(() => this.store.contract()?.id ?? null),
    computation: () => {
      const contract = untracked(this.store.contract);
      if (contract !== null) return draftOf(contract);
      return this.kind() === 'line'
        ? { ...EMPTY_DRAFT, kind: 'line', metric: 'lines', pricePeriod: 'month', rhythm: 'monthly' }
        : EMPTY_DRAFT;
    },
  });
  protected readonly reason = signal('');
  protected readonly hasTried = signal(false);
  private readonly hasHiddenLine = computed(() => this.store.contract() !== null && this.draft().line === null);
  /** Only who works for the whole city enters contracts of no unit. */
  protected readonly needsUnit = computed(() => !this.session.has('finance'));
  private readonly read = computed(() => {
    const read = readDraft(this.draft(), this.hasHiddenLine());
    if (!this.needsUnit() || this.draft().unitId !== null) return read;
    return { contract: null, errors: { ...read.errors, unitId: 'fill' as const } };
  });
  protected readonly problem = computed(() => this.store.create.problem() ?? this.store.change.problem());
  protected readonly messages = computed(() => {
    if (!this.hasTried()) return [];
    return [...new Set(Object.values(this.read().errors).flatMap((key) => (key === undefined ? [] : [this.t()[key]])))];
  });

  protected readonly options = contractFormOptions;
  protected readonly units = ownUnitOptions('contract.write');
  private readonly siteNames = httpResource<readonly SiteName[]>(() =>
    this.draft().kind === 'line' ? SITE_PATHS.names : undefined,
  );
  protected readonly sites = computed(() =>
    (this.siteNames.hasValue() ? this.siteNames.value() : []).map(({ id, name }) => ({ value: id, label: name })),
  );
  protected readonly conflict = editConflict<ContractDetail, ContractDraft, ContractChanged>({
    url: () => CONTRACT_PATHS.contract(this.contractId() ?? ''),
    valuesOf: draftOf,
    fields: () => contractFields(this.units(), this.sites()),
    save: async (draft, version) => {
      const { contract } = readDraft(draft, this.hasHiddenLine());
      if (contract === null) return null;
      return this.store.change.run({ ...contract, reason: this.reason().trim(), version });
    },
    problem: this.store.change.problem,
  });
  protected readonly back = computed(() => ['/contracts', ...(this.isNew() ? [] : [this.contractId()])]);
  protected readonly crumbs = computed(() => [
    { label: contractLabels().title, link: ['/contracts'] },
    { label: this.isNew() ? this.t().titleNew : (this.store.contract()?.number ?? '') },
  ]);

  constructor() {
    effect(() => this.store.id.set(this.contractId() ?? ''));
  }

  protected set<Name extends keyof ContractDraft>(name: Name, value: ContractDraft[Name]): void {
    this.draft.update((draft) => ({ ...draft, [name]: value }));
  }

  protected readonly errorOf = (name: string): string | null => {
    const key = this.hasTried() ? this.read().errors[name] : undefined;
    return key === undefined ? null : this.t()[key];
  };

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.hasTried.set(true);
    const { contract } = this.read();
    if (contract === null) return;
    const before = this.store.contract();
    await this.leave(
      before === null
        ? await this.store.create.run(contract, this.key)
        : await this.conflict.save(this.draft(), before),
    );
  }

  protected async settle(kept: readonly string[]): Promise<void> {
    await this.leave(await this.conflict.settle(kept));
  }

  private async leave(made: ContractChanged | null): Promise<void> {
    if (made === null) return;
    const words = contractFormLabels();
    const number = this.draft().number.trim();
    this.toasts.show(this.isNew() ? words.saved(number) : words.changed(number));
    await this.router.navigate(['/contracts', made.id], { queryParams: { kind: null }, queryParamsHandling: 'merge' });
  }
}
