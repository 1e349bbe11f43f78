import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import type { UnitRow } from '@etatlotse/contracts/organization/plain';
import { newIdempotencyKey } from '../platform/api';
import { Clock } from '../platform/clock';
import { SessionStore } from '../platform/session.store';
import { formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { formatDate } from '../ui/date/format';
import { DateField } from '../ui/field/date-field';
import { PageHead } from '../ui/page-head/page-head';
import { Empty, Failure, Loading } from '../ui/state/state';
import { Scroll } from '../ui/table/scroll';
import { Tag } from '../ui/tag/tag';
import { Toasts } from '../ui/toast/toasts';
import { OrganizationTabs } from './organization-tabs';
import { type UnitDeed, UnitForm, type UnitWish } from './unit-form';
import { unitLabels } from './unit.labels';
import { UnitPanel } from './unit-panel';
import { UnitsStore } from './units.store';

/** The organisation on a day. Day and chosen unit stand in the address. */
@Component({
  selector: 'et-units-page',
  imports: [
    Button,
    DateField,
    Empty,
    Failure,
    Loading,
    OrganizationTabs,
    PageHead,
    RouterLink,
    Scroll,
    Tag,
    UnitForm,
    UnitPanel,
  ],
  providers: [UnitsStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './units.page.html',
})
export class UnitsPage {
  /** `?asOf=` and `?unit=` of the address. */
  readonly asOf = input<string>();
  readonly unit = input<string>();
  protected readonly store = inject(UnitsStore);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly session = inject(SessionStore);
  protected readonly today = new Date(inject(Clock).nowMs()).toISOString().slice(0, 10);
  protected readonly t = unitLabels;
  protected readonly date = formatDate;
  protected readonly deed = signal<UnitDeed | null>(null);
  /** A new unit below the chosen one, or at the top. */
  private readonly isBelow = signal(false);
  private key = newIdempotencyKey();

  protected readonly linksLines = computed(() => this.session.has('finance', 'auditor'));
  protected readonly units = computed(() => this.store.tree()?.units ?? []);
  protected readonly subject = computed(() =>
    this.deed() === 'create' && !this.isBelow() ? null : this.store.chosen(),
  );
  protected readonly lead = computed(() => {
    const tree = this.store.tree();
    if (tree === null || tree.units.length === 0) return '';
    const top = tree.units.filter(({ depth }) => depth === 0).length;
    const words = unitLabels();
    const first = words.lead(formatNumber(tree.units.length), formatNumber(top));
    return this.asOf() ? `${first} ${words.leadAsOf(formatDate(tree.asOf))}` : first;
  });

  constructor() {
    effect(() => this.store.asOf.set(this.asOf() ?? undefined));
    effect(() => this.store.chosenId.set(this.unit() ?? undefined));
  }

  protected show(key: 'asOf' | 'unit', value: string | null): void {
    void this.router.navigate([], { queryParams: { [key]: value }, queryParamsHandling: 'merge' });
  }

  protected validityOf(unit: UnitRow): string {
    const words = unitLabels();
    const from = formatDate(unit.validFrom);
    return unit.validTo === null ? words.from(from) : words.fromTo(from, formatDate(unit.validTo));
  }

  protected start(deed: UnitDeed, isBelow = true): void {
    this.store.clear();
    this.key = newIdempotencyKey();
    this.isBelow.set(isBelow);
    this.deed.set(deed);
  }

  protected async carryOut(wish: UnitWish): Promise<void> {
    const deed = this.deed();
    const said = deed === 'create' ? await this.create(wish) : await this.change(deed, wish);
    this.store.reload();
    if (said === null) return;
    this.toasts.show(said);
    this.deed.set(null);
  }

  private async create(wish: UnitWish): Promise<string | null> {
    const made = await this.store.create.run({ ...wish }, this.key);
    if (made === null) return null;
    this.show('unit', made.id);
    return unitLabels().done.created(wish.name);
  }

  /** What to say when it worked, null when it was refused. */
  private async change(deed: Exclude<UnitDeed, 'create'> | null, wish: UnitWish): Promise<string | null> {
    const unit = this.store.chosen();
    if (unit === null || deed === null) return null;
    const { id, version } = unit;
    const { done } = unitLabels();
    switch (deed) {
      case 'rename': {
        const changed = await this.store.rename.run(id, { version, code: wish.code, name: wish.name });
        return changed && done.saved;
      }
      case 'move': {
        const changed = await this.store.move.run(id, { version, parentId: wish.parentId });
        return changed && done.moved(unit.name);
      }
      case 'validity': {
        const days = { version, validFrom: wish.validFrom, validTo: wish.validTo };
        const changed = await this.store.setValidity.run(id, days);
        return changed && done.saved;
      }
      case 'remove': {
        if ((await this.store.remove.run(id, version)) === null) return null;
        this.show('unit', null);
        return done.removed(unit.name);
      }
    }
  }
}
