import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import { IMPORT_WORDS } from '@etatlotse/contracts/import/plain';
import { ACCOUNT_FRAME_CODES } from '@etatlotse/domain/budget';
import { SessionStore } from '../platform/session.store';
import { formatEuro } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { Choice, Select } from '../ui/choice/choice';
import { Facts } from '../ui/facts/facts';
import { AmountField } from '../ui/field/amount-field';
import { TextField } from '../ui/field/text-field';
import { language } from '../ui/language/language';
import { Notice } from '../ui/notice/notice';
import { PageHead } from '../ui/page-head/page-head';
import { Failure, Loading } from '../ui/state/state';
import { Toasts } from '../ui/toast/toasts';
import { ApprovalCount } from './approval-count.store';
import { CityStore } from './city.store';
import { PublicContactsPanel } from './public-contacts';
import { SettingsTabs } from './settings-tabs';
import { settingsLabels } from './settings.labels';

/** A city speaks in some frame: none at all is no choice. */
const CHOSEN_FRAMES = ACCOUNT_FRAME_CODES.filter((code) => code !== 'unclassified');

/** The city's name, the account frame of its files, and the limit above which a booking takes two people. */
@Component({
  selector: 'et-city-page',
  imports: [
    AmountField,
    Button,
    Choice,
    Facts,
    Failure,
    Loading,
    Notice,
    PageHead,
    PublicContactsPanel,
    RouterLink,
    Select,
    SettingsTabs,
    TextField,
  ],
  providers: [CityStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './city.page.html',
})
export class CityPage {
  protected readonly store = inject(CityStore);
  private readonly approvals = inject(ApprovalCount);
  private readonly session = inject(SessionStore);
  private readonly toasts = inject(Toasts);
  protected readonly t = computed(() => settingsLabels().city);

  protected readonly name = linkedSignal(() => this.store.settings()?.name ?? '');
  protected readonly kind = linkedSignal<string | null>(() =>
    this.store.settings()?.bookingApprovalCents === null ? 'none' : 'limit',
  );
  protected readonly limitCents = linkedSignal<number | null>(
    () => this.store.settings()?.bookingApprovalCents ?? null,
  );
  protected readonly frame = linkedSignal<string | null>(() => this.store.settings()?.accountFrame ?? null);
  protected readonly frames = computed(() =>
    CHOSEN_FRAMES.map((value) => ({ value, label: IMPORT_WORDS['accountFrame']?.[value]?.[language()] ?? value })),
  );
  protected readonly reason = signal('');
  protected readonly hasTriedName = signal(false);
  protected readonly hasTriedLimit = signal(false);

  protected readonly options = computed(() => [
    { value: 'limit', label: this.t().kindLimit },
    { value: 'none', label: this.t().kindNone },
  ]);
  protected readonly lead = computed(() => {
    const settings = this.store.settings();
    if (settings === null) return '';
    const limit = settings.bookingApprovalCents;
    return limit === null ? this.t().leadNone : this.t().lead(formatEuro(limit));
  });
  protected readonly facts = computed(() => {
    const settings = this.store.settings();
    if (settings === null) return [];
    const t = this.t();
    return [
      { term: t.land, text: t.lands[settings.land] },
      { term: t.currency, text: settings.currency },
      { term: t.slug, text: settings.slug },
      { term: t.demo, text: settings.isDemo ? t.isDemo : t.isReal },
    ];
  });
  /** The limit as it stands in the form; undefined while the amount is missing. */
  private readonly wanted = computed(() => (this.kind() === 'none' ? null : (this.limitCents() ?? undefined)));
  protected readonly amountError = computed(() => {
    if (!this.hasTriedLimit()) return null;
    return this.wanted() === undefined ? this.t().amountMissing : null;
  });
  protected readonly isSame = computed(() => this.wanted() === this.store.settings()?.bookingApprovalCents);

  protected async saveName(event: Event): Promise<void> {
    event.preventDefault();
    this.hasTriedName.set(true);
    const settings = this.store.settings();
    const name = this.name().trim();
    if (settings === null || name === '') return;
    const saved = await this.store.rename.run({ version: settings.version, name });
    this.store.reload();
    if (saved === null) return;
    this.toasts.show(this.t().saved);
    await this.session.stay();
  }

  protected async saveFrame(event: Event): Promise<void> {
    event.preventDefault();
    const settings = this.store.settings();
    if (settings === null) return;
    const accountFrame = CHOSEN_FRAMES.find((code) => code === this.frame()) ?? null;
    const saved = await this.store.setFrame.run({ version: settings.version, accountFrame });
    this.store.reload();
    if (saved !== null) this.toasts.show(this.t().saved);
  }

  protected async askForLimit(event: Event): Promise<void> {
    event.preventDefault();
    this.hasTriedLimit.set(true);
    const settings = this.store.settings();
    const wanted = this.wanted();
    const reason = this.reason().trim();
    if (settings === null || wanted === undefined || this.isSame() || reason === '') return;
    const change = { version: settings.version, bookingApprovalCents: wanted, reason };
    if ((await this.store.setLimit.run(change)) === null) return;
    this.toasts.show(this.t().asked);
    this.reason.set('');
    this.hasTriedLimit.set(false);
    this.store.reload();
    this.approvals.reload();
  }
}
