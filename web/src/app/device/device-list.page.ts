import { httpResource } from '@angular/common/http';
import { ChangeDetectionStrategy, Component, computed, inject, input, linkedSignal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { type BatchPage, type BatchRow, DEVICE_PATHS } from '@etatlotse/contracts/device/plain';
import { ORGANIZATION_PATHS, type UnitTree } from '@etatlotse/contracts/organization/plain';
import { SITE_PATHS, type SiteName } from '@etatlotse/contracts/site/plain';
import { NETWORK_ZONES } from '@etatlotse/domain/budget';
import { query } from '../platform/api';
import { networkLabels } from '../platform/network.labels';
import { paged } from '../platform/paged';
import { Permissions } from '../platform/permission';
import { Download } from '../ui/download/download';
import { Amount } from '../ui/amount/amount';
import { formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Select } from '../ui/choice/choice';
import { formatDate } from '../ui/date/format';
import { Control, Field } from '../ui/field/field';
import { PageHead } from '../ui/page-head/page-head';
import { Empty, Failure, Loading } from '../ui/state/state';
import { Scroll } from '../ui/table/scroll';
import { Tag } from '../ui/tag/tag';
import { DeviceAges } from './device-ages';
import { DeviceClass } from './device-class';
import { ageText, useText } from './device-look';
import { devicePageLabels } from './device-page.labels';
import { DeviceTabs } from './device-tabs';
import { deviceLabels } from './device.labels';

/** The stock: how old devices are, and the batches that the address filters. The picture shows what is found. */
@Component({
  selector: 'et-device-list-page',
  imports: [
    Download,
    Amount,
    Button,
    Control,
    DeviceAges,
    DeviceClass,
    DeviceTabs,
    Empty,
    Failure,
    Field,
    Loading,
    PageHead,
    RouterLink,
    Scroll,
    Select,
    Tag,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './device-list.page.html',
})
export class DeviceListPage {
  readonly q = input<string>();
  readonly kind = input<string>();
  readonly site = input<string>();
  readonly unit = input<string>();
  readonly zone = input<string>();
  readonly due = input<string>();
  readonly dueYear = input<string>();
  readonly gone = input<string>();
  private readonly router = inject(Router);
  private readonly permissions = inject(Permissions);
  protected readonly t = computed(() => devicePageLabels().stock);
  protected readonly words = deviceLabels;
  protected readonly date = formatDate;
  protected readonly number = (value: number): string => formatNumber(value);
  protected readonly age = ageText;
  protected readonly use = useText;
  protected readonly mayWrite = computed(() => this.permissions.has('device.write'));
  protected readonly typed = linkedSignal(() => this.q() ?? '');

  protected readonly list = paged<BatchRow, BatchPage>(DEVICE_PATHS.devices, () =>
    query({
      q: this.q(),
      kindId: this.kind(),
      siteId: this.site(),
      unitId: this.unit(),
      networkZone: this.zone(),
      isDue: this.due() === 'true' ? true : null,
      dueYear: this.dueYear(),
      withGone: this.gone() === 'true' ? true : null,
    }),
  );
  private readonly tree = httpResource<UnitTree>(() => ORGANIZATION_PATHS.units);
  private readonly siteNames = httpResource<readonly SiteName[]>(() => SITE_PATHS.names);

  protected readonly stock = computed(() => this.list.first()?.stock ?? null);
  protected readonly lead = computed(() => {
    const stock = this.stock();
    if (stock === null || stock.devices === 0) return '';
    const devices = formatNumber(stock.devices);
    return stock.dueDevices === 0 ? this.t().leadFine(devices) : this.t().lead(devices, formatNumber(stock.dueDevices));
  });
  protected readonly units = computed(() =>
    (this.tree.hasValue() ? this.tree.value().units : []).map(({ id, code, name }) => ({
      value: id,
      label: `${code} ${name}`,
    })),
  );
  protected readonly sites = computed(() =>
    (this.siteNames.hasValue() ? this.siteNames.value() : []).map(({ id, name }) => ({ value: id, label: name })),
  );
  protected readonly kinds = computed(() =>
    (this.stock()?.kinds ?? []).map(({ id, name }) => ({ value: id, label: name })),
  );
  protected readonly zones = computed(() =>
    NETWORK_ZONES.map((value) => ({ value, label: networkLabels().zones[value] })),
  );

  protected filter(name: string, value: string | null): void {
    void this.router.navigate([], { queryParams: { [name]: value }, queryParamsHandling: 'merge' });
  }

  protected search(event: Event): void {
    event.preventDefault();
    this.filter('q', this.typed().trim() || null);
  }

  protected type(event: Event): void {
    this.typed.set((event.target as HTMLInputElement).value);
  }
}
