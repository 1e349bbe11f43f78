import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { ChangeRuleSetting } from '@etatlotse/contracts/authority';
import type { RuleDecisionRow, RuleSettingRow } from '@etatlotse/contracts/authority/plain';
import type { RuleSettingKey } from '@etatlotse/domain/authority';
import { ruleLabels, ruleValueWords } from '../platform/rule.labels';
import { formatEuro, formatNumber } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { formatDate } from '../ui/date/format';
import { PageHead } from '../ui/page-head/page-head';
import { Failure, Loading } from '../ui/state/state';
import { Scroll } from '../ui/table/scroll';
import { Tag } from '../ui/tag/tag';
import { Toasts } from '../ui/toast/toasts';
import { AuthorityTabs } from './authority-tabs';
import { RuleForm } from './rule-form';
import { rulePageLabels } from './rule-page.labels';
import { RuleStore } from './rule.store';

/** The law and the city's own settings as they hold in the year, where each comes from and who confirmed it. */
@Component({
  selector: 'et-rule-page',
  imports: [AuthorityTabs, Button, Failure, Loading, PageHead, RouterLink, RuleForm, Scroll, Tag],
  providers: [RuleStore],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './rule.page.html',
})
export class RulePage {
  protected readonly store = inject(RuleStore);
  private readonly toasts = inject(Toasts);
  protected readonly t = rulePageLabels;
  protected readonly names = ruleLabels;
  private readonly changing = signal<RuleSettingKey | null>(null);

  /** Looked up anew after each reading, so that the form begins with what holds now. */
  protected readonly changed = computed(
    () => this.store.rules()?.settings.find(({ key }) => key === this.changing()) ?? null,
  );
  protected readonly lead = computed(() => {
    const rules = this.store.rules();
    if (rules === null) return '';
    const examples = rules.settings.filter(({ isExample }) => isExample).length;
    if (examples === 0) return this.t().leadAll;
    return examples === 1 ? this.t().leadOne : this.t().lead(formatNumber(examples));
  });
  protected readonly lowValue = computed(() => {
    const low = this.store.rules()?.lowValue;
    if (low === undefined) return '';
    const [from, to] = [formatEuro(low.fromNetCents), formatEuro(low.toNetCents)];
    return this.t().lowValueText(from, to, this.t().budgetedAs[low.budgetedAs], low.exampleAccount);
  });

  protected wordsOf(key: RuleSettingKey, value: unknown): string[] {
    return ruleValueWords(key, value);
  }

  protected confirmedBy({ recordedBy, confirmedBy, recordedAt }: RuleDecisionRow): string {
    return this.t().by(recordedBy, confirmedBy, formatDate(recordedAt.slice(0, 10)));
  }

  protected ofNumber(rows: readonly unknown[]): string {
    return formatNumber(rows.length);
  }

  protected start(setting: RuleSettingRow): void {
    this.store.change.clear();
    this.changing.set(setting.key);
  }

  protected stop(): void {
    this.changing.set(null);
  }

  protected async ask(change: ChangeRuleSetting): Promise<void> {
    const asked = await this.store.change.run(change);
    this.store.reload();
    if (asked === null) return;
    this.changing.set(null);
    this.toasts.show(this.t().asked);
  }
}
