import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { newIdempotencyKey } from '../platform/api';
import { formatEuro } from '../ui/amount/format';
import { Button } from '../ui/button/button';
import { DateField } from '../ui/field/date-field';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { type Crumb, PageHead } from '../ui/page-head/page-head';
import { Toasts } from '../ui/toast/toasts';
import { LockDraft } from './lock-draft.store';
import { LockEffect } from './lock-effect';
import { lockFormLabels } from './lock-form.labels';
import { lockPageLabels } from './lock-page.labels';
import { LockSelection } from './lock-selection';
import { LockTerms } from './lock-terms';

/** Records a lock that was ordered: choose, look at what it would do, then hand it to the second person. */
@Component({
  selector: 'et-lock-new-page',
  imports: [Button, DateField, LockEffect, LockSelection, LockTerms, Notice, PageHead, RouterLink, TextField],
  providers: [LockDraft],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './lock-new.page.html',
})
export class LockNewPage {
  protected readonly draft = inject(LockDraft);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  private readonly key = newIdempotencyKey();
  protected readonly t = lockFormLabels;
  protected readonly words = lockPageLabels;
  protected readonly title = signal('');
  protected readonly decidedBy = signal('');
  protected readonly document = signal('');
  protected readonly reason = signal('');
  protected readonly hasTried = signal(false);
  protected readonly hasAsked = signal(false);

  protected readonly crumbs = computed<Crumb[]>(() => [{ label: lockPageLabels().crumb, link: ['/authority/locks'] }]);
  protected readonly problem = computed(() => this.draft.record.problem() ?? this.draft.askPreview.problem());
  protected readonly isReady = computed(() => this.draft.preview() !== null && !this.draft.isStale());
  protected readonly recordWord = computed(() =>
    lockFormLabels().record(formatEuro(this.draft.preview()?.lockCents ?? 0)),
  );

  protected missing(text: string): string | null {
    return this.hasTried() && text.trim() === '' ? lockPageLabels().fieldMissing : null;
  }

  protected preview(): Promise<void> {
    this.hasAsked.set(true);
    this.draft.record.clear();
    return this.draft.showPreview();
  }

  protected async send(event: Event): Promise<void> {
    event.preventDefault();
    if (!this.isReady()) return this.preview();
    this.hasTried.set(true);
    const request = this.draft.request();
    const texts = [this.title(), this.decidedBy(), this.document(), this.reason()].map((text) => text.trim());
    const [title = '', decidedBy = '', document = '', reason = ''] = texts;
    if (request === null || texts.some((text) => text === '')) return;
    const expectedCents = this.draft.preview()?.lockCents ?? 0;
    const recorded = await this.draft.record.run(
      { ...request, title, decidedBy, document, reason, expectedCents },
      this.key,
    );
    if (recorded === null) return;
    this.toasts.show(lockFormLabels().recorded);
    await this.router.navigate(['/authority/locks', recorded.id], { queryParamsHandling: 'preserve' });
  }
}
