import { ChangeDetectionStrategy, Component, computed, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { RecordPage, RecordRow } from '@etatlotse/contracts/inventory/plain';
import { type ChangedFieldWords, RecordChanges } from '../platform/record-changes';
import { Button } from '../ui/button/button';
import { type Fact, Facts } from '../ui/facts/facts';
import { PageHead } from '../ui/page-head/page-head';
import type { RecordFields } from '../ui/record/record-fields';
import type { RecordFormShape } from '../ui/record/record-form';
import type { RecordLook } from '../ui/record/record-table';
import { loggedText } from '../ui/record/record-text';
import { Failure, Loading } from '../ui/state/state';
import { Tag } from '../ui/tag/tag';
import { inventoryLabels } from './inventory.labels';
import { RecordStore } from './record.store';

/** The page of any record: its name, where it stands in a sentence, what can be done, the story and the facts beside it. */
@Component({
  selector: 'et-record-page',
  imports: [Button, Facts, Failure, Loading, PageHead, RecordChanges, RouterLink, Tag],
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
          <et-record-changes [changes]="one.changes" [fields]="changed" />
        </div>
      </div>
    } @else {
      <section class="et-panel"><et-loading [lines]="8" /></section>
    }`,
})
export class RecordPageFrame<Fields extends RecordFields> {
  /** Of the register, and its address. */
  readonly title = input.required<string>();
  readonly path = input.required<string>();
  readonly look = input<RecordLook | null>(null);
  readonly lead = input.required<string>();
  readonly facts = input.required<readonly Fact[]>();
  /** The form of the register: its words name the fields that were changed. */
  readonly form = input.required<RecordFormShape<Fields>>();
  protected readonly store = inject(RecordStore);
  protected readonly t = inventoryLabels;
  protected readonly record = this.store.record<RecordRow & Pick<RecordPage, 'mayWrite' | 'changes'>>();
  protected readonly crumbs = computed(() => [{ label: this.title(), link: [this.path()] }]);

  /** A link is kept by its id and typed by its name: `lineId` is the field `line`. */
  protected readonly changed = (name: string): ChangedFieldWords => {
    const { fields, words } = this.form();
    const typed = name in fields ? name : name.replace(/Id$/, '');
    const [field, said] = [fields[typed], words()[typed]];
    if (field === undefined || said === undefined) return { label: name };
    return { label: said.label, text: (value) => loggedText(field.kind, said, value) };
  };
}
