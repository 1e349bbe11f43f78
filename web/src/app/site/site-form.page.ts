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
} from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { ORGANIZATION_PATHS, type UnitTree } from '@etatlotse/contracts/organization/plain';
import type { CreateSite } from '@etatlotse/contracts/site';
import { SITE_PATHS, type SiteChanged, type SiteDetail } from '@etatlotse/contracts/site/plain';
import { NETWORK_ZONES, type NetworkZone } from '@etatlotse/domain/budget';
import { SITE_KINDS, type SiteKind } from '@etatlotse/domain/site';
import { newIdempotencyKey } from '../platform/api';
import { editConflict } from '../platform/edit-conflict';
import { networkLabels } from '../platform/network.labels';
import { SessionStore } from '../platform/session.store';
import { Button } from '../ui/button/button';
import { Select } from '../ui/choice/choice';
import { Conflict } from '../ui/conflict/conflict';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { PageHead } from '../ui/page-head/page-head';
import { Failure, Loading } from '../ui/state/state';
import { Toasts } from '../ui/toast/toasts';
import { zonesText } from './site-look';
import { siteLabels } from './site.labels';
import { SiteStore } from './site.store';

/** Enters a site or changes one. */
@Component({
  selector: 'et-site-form-page',
  imports: [Button, Conflict, Failure, Loading, Notice, PageHead, RouterLink, Select, TextField],
  providers: [SiteStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './site-form.page.html',
})
export class SiteFormPage {
  /** Given where a site is changed. */
  readonly siteId = input<string>();
  protected readonly store = inject(SiteStore);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly session = inject(SessionStore);
  private readonly key = newIdempotencyKey();
  private readonly tree = httpResource<UnitTree>(() => ORGANIZATION_PATHS.units);
  protected readonly t = computed(() => siteLabels().form);
  protected readonly words = siteLabels;
  protected readonly isNew = computed(() => this.siteId() === undefined);
  private readonly before = this.store.site;

  protected readonly number = linkedSignal(() => this.before()?.number ?? '');
  protected readonly name = linkedSignal(() => this.before()?.name ?? '');
  protected readonly kind = linkedSignal<string | null>(() => this.before()?.kind ?? null);
  protected readonly address = linkedSignal(() => this.before()?.address ?? '');
  protected readonly unitId = linkedSignal<string | null>(() => this.before()?.unit?.id ?? null);
  protected readonly zones = linkedSignal<readonly NetworkZone[]>(() => this.before()?.zones ?? []);
  protected readonly reason = signal('');
  protected readonly hasTried = signal(false);

  protected readonly ZONES = NETWORK_ZONES;
  protected readonly zoneName = (zone: NetworkZone): string => networkLabels().zones[zone];
  protected readonly problem = computed(() => this.store.create.problem() ?? this.store.change.problem());
  /** Only who works for the whole city enters sites of no unit. */
  protected readonly needsUnit = computed(() => !this.session.has('finance'));
  protected readonly kinds = computed(() => SITE_KINDS.map((value) => ({ value, label: siteLabels().kinds[value] })));
  protected readonly units = computed(() =>
    (this.tree.hasValue() ? this.tree.value().units : []).map(({ id, code, name }) => ({
      value: id,
      label: `${code} ${name}`,
    })),
  );
  protected readonly conflict = editConflict<SiteDetail, CreateSite, SiteChanged>({
    url: () => SITE_PATHS.site(this.siteId() ?? ''),
    fiscalYear: () => this.store.year(),
    valuesOf: statedOf,
    fields: () => {
      const [t, units] = [this.t(), this.units()];
      return [
        { names: ['number'], label: t.number, text: ({ number }) => number },
        { names: ['name'], label: t.name, text: ({ name }) => name },
        { names: ['kind'], label: t.kind, text: ({ kind }) => siteLabels().kinds[kind] },
        { names: ['address'], label: t.address, text: ({ address }) => address },
        {
          names: ['unitId'],
          label: t.unit,
          text: ({ unitId }) => units.find(({ value }) => value === unitId)?.label ?? '',
        },
        {
          names: ['zones'],
          label: t.zones,
          text: ({ zones }) => zonesText(NETWORK_ZONES.filter((z) => zones.includes(z))),
        },
      ];
    },
    save: (site, version) => this.store.change.run({ ...site, reason: this.reason().trim(), version }),
    problem: this.store.change.problem,
  });
  protected readonly crumbs = computed(() => [
    { label: siteLabels().title, link: ['/sites'] },
    { label: this.isNew() ? this.t().titleNew : (this.before()?.name ?? '') },
  ]);

  constructor() {
    effect(() => this.store.id.set(this.siteId() ?? ''));
  }

  protected fill(value: string | null): string | null {
    return this.hasTried() && (value ?? '').trim() === '' ? this.words().fill : null;
  }

  protected toggle(zone: NetworkZone): void {
    this.zones.update((zones) => (zones.includes(zone) ? zones.filter((one) => one !== zone) : [...zones, zone]));
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    this.hasTried.set(true);
    const site = this.read();
    if (site === null) return;
    const before = this.before();
    await this.leave(
      before === null ? await this.store.create.run(site, this.key) : await this.conflict.save(site, before),
    );
  }

  protected async settle(kept: readonly string[]): Promise<void> {
    await this.leave(await this.conflict.settle(kept));
  }

  private async leave(saved: SiteChanged | null): Promise<void> {
    if (saved === null) return;
    this.toasts.show(this.t().saved);
    await this.router.navigate(['/sites', saved.id], { queryParamsHandling: 'preserve' });
  }

  private read(): CreateSite | null {
    const [number, name, kind, unitId] = [this.number().trim(), this.name().trim(), this.kind(), this.unitId()];
    if (number === '' || name === '' || kind === null || this.zones().length === 0) return null;
    if (this.needsUnit() && unitId === null) return null;
    return {
      number,
      name,
      kind: kind as SiteKind,
      address: this.address().trim(),
      zones: NETWORK_ZONES.filter((zone) => this.zones().includes(zone)),
      ...(unitId === null ? {} : { unitId }),
    };
  }
}

function statedOf({ number, name, kind, address, zones, unit }: SiteDetail): CreateSite {
  return { number, name, kind, address, zones: [...zones], ...(unit === null ? {} : { unitId: unit.id }) };
}
