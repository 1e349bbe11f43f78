import { httpResource } from '@angular/common/http';
import { computed, inject, Injectable, signal } from '@angular/core';
import type { DocumentRow } from '@etatlotse/contracts/budget';
import type { ChangeContract, CreateContract, TakeContractStep } from '@etatlotse/contracts/contract';
import { CONTRACT_PATHS, type ContractDetail } from '@etatlotse/contracts/contract/plain';
import type { Page } from '@etatlotse/contracts/shared/plain';
import { command } from '../platform/command';
import { problemOf } from '../platform/problem';
import { ContractClient } from './contract.client';

/** One contract with what follows from its terms, its documents, and what can be done with it. */
@Injectable()
export class ContractStore {
  private readonly client = inject(ContractClient);
  readonly id = signal('');

  private readonly resource = httpResource<ContractDetail>(() =>
    this.id() === '' ? undefined : CONTRACT_PATHS.contract(this.id()),
  );
  private readonly documentResource = httpResource<Page<DocumentRow>>(() =>
    this.id() === ''
      ? undefined
      : { url: '/api/v1/budget/documents', params: { subjectType: 'contract', subjectId: this.id(), limit: '100' } },
  );
  readonly contract = computed(() => (this.resource.hasValue() ? this.resource.value() : null));
  readonly documents = computed(() => (this.documentResource.hasValue() ? this.documentResource.value().rows : null));
  readonly failure = computed(() => {
    const error = this.resource.error();
    return error ? problemOf(error) : null;
  });

  readonly create = command((contract: CreateContract, key: string) => this.client.create(contract, key));
  readonly change = command((contract: ChangeContract) => this.client.change(this.id(), contract));
  readonly takeStep = command((step: TakeContractStep) => this.client.takeStep(this.id(), step));
  readonly attach = command((file: File, key: string) => this.client.attach(this.id(), file, key));

  reload(): void {
    this.resource.reload();
  }

  reloadDocuments(): void {
    this.documentResource.reload();
  }
}
