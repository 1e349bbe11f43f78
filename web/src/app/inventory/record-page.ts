import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { RecordRow } from '@etatlotse/contracts/inventory/plain';
import { Button } from '../ui/button/button';
import { type Fact, Facts } from '../ui/facts/facts';
import { PageHead } from '../ui/page-head/page-head';
import type { RecordLook } from '../ui/record/record-table';
import { Failure, Loading } from '../ui/state/state';
import { Tag } from '../ui/tag/tag';
import { inventoryLabels } from './inventory.labels';
import { RecordStore } from './record.store';

/** The page of any record: its name, where it stands in a sentence, what can be done, the story and the facts beside it. */
@Component({
  selector: 'et-record-page',
  imports: [Button, Facts, Failure, Loading, PageHead, RouterLink, Tag],
  changeDetection: ChangeDetectionStrategy.OnPush,
  template: `@if (store.failure(); as failure) {
      <et-page-head [question]="title()" [crumbs]="crumbs()" />
      <section class="et-panel">
        <et-failure [failure]="failure" [retryable]="failure.status !== 404" (retry)="store.reload()" />
      </section>
    } @else if (record(); as one) {
      <et-page-head [question]="one.name" [crumbs]="crumbs()">
        @if (look(); as shown) {
          <et-tag [kind]="shown.kind" [icon]="shown.icon">{{ shown.word }}</et-tag>
        }
        {{ lead() }}
        @if (one.mayWrite) {
          <ng-container actions>
            <ng-content select="[actions]" />
            <a
              etButton="secondary"
              icon="edit"
              [routerLink]="[path(), one.id, 'edit']"
              queryParamsHandling="preserve"
              >{{ t().edit }}</a
            >
          </ng-container>
        }
      </et-page-head>
      <div class="et-grid">
        <div class="et-span-8 et-stack et-inventory-column"><ng-content /></div>
        <div class="et-span-4 et-stack et-inventory-column">
          <ng-content select="[aside]" />
          <section class="et-panel">
            <h2>{{ t().facts }}</h2>
            <et-facts [facts]="facts()" />
          </section>
        </div>
      </div>
    } @else {
      <section class="et-panel"><et-loading [lines]="8" /></section>
    }`,
})
export class RecordPageFrame {
  /** Of the register, and its address. */
  readonly title = input.required<string>();
  readonly path = input.required<string>();
  readonly look = input<RecordLook | null>(null);
  readonly lead = input.required<string>();
  readonly facts = input.required<readonly Fact[]>();
  protected readonly store = inject(RecordStore);
  protected readonly t = inventoryLabels;
  protected readonly record = this.store.record<RecordRow & { readonly mayWrite: boolean }>();
  protected readonly crumbs = computed(() => [{ label: this.title(), link: [this.path()] }]);
}
