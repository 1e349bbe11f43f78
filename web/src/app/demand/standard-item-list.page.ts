import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import {
  DEMAND_ITEM_KINDS,
  type DemandItemKind,
  ITEM_RHYTHMS,
  type ItemRhythm,
  ROUND_PATHS,
  type StandardItem,
} from '@etatlotse/contracts/demand/plain';
import type { Page } from '@etatlotse/contracts/shared/plain';
import { query } from '../platform/api';
import { paged } from '../platform/paged';
import { Permissions } from '../platform/permission';
import { Amount } from '../ui/amount/amount';
import { Button } from '../ui/button/button';
import { Choice, Select } from '../ui/choice/choice';
import { formatDate } from '../ui/date/format';
import { Dialog } from '../ui/dialog/dialog';
import { AmountField } from '../ui/field/amount-field';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { PageHead } from '../ui/page-head/page-head';
import { Empty, Failure, Loading } from '../ui/state/state';
import { Scroll } from '../ui/table/scroll';
import { Tag } from '../ui/tag/tag';
import { DemandTabs } from './demand-tabs';
import { DemandErrands } from './demand-errand.store';
import { demandLabels } from './demand.labels';
import { demandViewLabels } from './demand-view.labels';

type Face = Pick<
  StandardItem,
  'name' | 'kind' | 'rhythm' | 'unit' | 'unitPriceCents' | 'basis' | 'vatBasisPoints' | 'source'
>;
const NEW_ITEM: Face = {
  name: '',
  kind: 'device',
  rhythm: 'one_off',
  unit: '',
  unitPriceCents: null,
  basis: 'net',
  vatBasisPoints: 1900,
  source: '',
};

/** The catalogue of things with a price. Finance keeps it, everybody who reports reads it. */
@Component({
  selector: 'et-standard-item-list-page',
  imports: [
    Amount,
    AmountField,
    Button,
    Choice,
    DemandTabs,
    Dialog,
    Empty,
    Failure,
    Loading,
    Notice,
    PageHead,
    Scroll,
    Select,
    Tag,
    TextField,
  ],
  providers: [DemandErrands],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './standard-item-list.page.html',
})
export class StandardItemListPage {
  private readonly errands = inject(DemandErrands);
  private readonly permissions = inject(Permissions);
  protected readonly t = demandViewLabels;
  protected readonly words = demandLabels;
  protected readonly date = formatDate;
  protected readonly mayWrite = computed(() => this.permissions.has('demand_item.write'));
  protected readonly page = paged<StandardItem, Page<StandardItem>>(ROUND_PATHS.standardItems, () =>
    query({ withArchived: this.mayWrite() || undefined }),
  );
  /** What is being written, and which item it changes. */
  protected readonly face = signal<Face | null>(null);
  private readonly changed = signal<StandardItem | null>(null);
  protected readonly hasTried = signal(false);
  protected readonly kinds = computed(() =>
    DEMAND_ITEM_KINDS.map((value) => ({ value, label: demandLabels().itemKinds[value] })),
  );
  protected readonly rhythms = computed(() =>
    ITEM_RHYTHMS.map((value) => ({ value, label: demandLabels().rhythms[value] })),
  );
  protected readonly saving = this.errands.savingItem;

  protected write(item: StandardItem | null): void {
    this.saving.clear();
    this.hasTried.set(false);
    this.changed.set(item);
    this.face.set(item === null ? NEW_ITEM : faceOf(item));
  }

  protected set(change: Partial<Face>): void {
    this.face.update((face) => (face === null ? null : { ...face, ...change }));
  }

  protected setKind(kind: string | null): void {
    if (kind !== null) this.set({ kind: kind as DemandItemKind });
  }

  protected setRhythm(rhythm: string | null): void {
    if (rhythm !== null) this.set({ rhythm: rhythm as ItemRhythm });
  }

  protected async save(event: Event): Promise<void> {
    event.preventDefault();
    this.hasTried.set(true);
    const face = this.face();
    if (face === null || face.name.trim() === '' || face.unit.trim() === '') return;
    const item = this.changed();
    if ((await this.saving.run(face, item, item?.isArchived ?? false)) === null) return;
    this.face.set(null);
    this.page.reload();
  }

  protected async archive(item: StandardItem): Promise<void> {
    if ((await this.saving.run(faceOf(item), item, !item.isArchived)) !== null) this.page.reload();
  }
}

const faceOf = ({ name, kind, rhythm, unit, unitPriceCents, basis, vatBasisPoints, source }: StandardItem): Face => ({
  name,
  kind,
  rhythm,
  unit,
  unitPriceCents,
  basis,
  vatBasisPoints,
  source,
});
