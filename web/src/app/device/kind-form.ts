import { ChangeDetectionStrategy, Component, computed, input, linkedSignal, output, signal } from '@angular/core';
import type { CreateDeviceKind } from '@etatlotse/contracts/device';
import type { KindRow } from '@etatlotse/contracts/device/plain';
import { parseRate } from '@etatlotse/domain/shared';
import { DEVICE_VAT_MAX_BASIS_POINTS } from '@etatlotse/domain/device';
import type { ProblemMessage } from '../platform/problem';
import { Button } from '../ui/button/button';
import { Choice } from '../ui/choice/choice';
import { Dialog } from '../ui/dialog/dialog';
import { AmountField } from '../ui/field/amount-field';
import { TextField } from '../ui/field/text-field';
import { Notice } from '../ui/notice/notice';
import { devicePageLabels } from './device-page.labels';
import { deviceLabels } from './device.labels';

/** A kind of device: price, cycle, whether it can be used on its own, and what finance settled. */
@Component({
  selector: 'et-kind-form',
  imports: [AmountField, Button, Choice, Dialog, Notice, TextField],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './kind-form.html',
})
export class KindForm {
  /** Null for a new one. */
  readonly kind = input.required<KindRow | null>();
  readonly problem = input<ProblemMessage | null>(null);
  readonly confirmed = output<CreateDeviceKind>();
  readonly closed = output<void>();
  protected readonly t = computed(() => devicePageLabels().kinds);
  protected readonly words = deviceLabels;
  protected readonly code = linkedSignal(() => this.kind()?.code ?? '');
  protected readonly name = linkedSignal(() => this.kind()?.name ?? '');
  protected readonly price = linkedSignal<number | null>(() => this.kind()?.netUnitCents ?? null);
  protected readonly vat = linkedSignal(() => String((this.kind()?.vatBasisPoints ?? 1900) / 100).replace('.', ','));
  protected readonly cycle = linkedSignal(() => String(this.kind()?.cycleMonths ?? ''));
  protected readonly standalone = linkedSignal<string | null>(() => {
    const kind = this.kind();
    return kind === null ? null : kind.isStandalone ? 'yes' : 'no';
  });
  protected readonly answer = linkedSignal<string | null>(() => this.kind()?.answer ?? 'none');
  protected readonly answerReason = linkedSignal(() => this.kind()?.answerReason ?? '');
  protected readonly source = linkedSignal(() => this.kind()?.source ?? '');
  protected readonly hasTried = signal(false);

  protected readonly standaloneOptions = computed(() => [
    { value: 'yes', label: this.t().yes },
    { value: 'no', label: this.t().no },
  ]);
  protected readonly answers = computed(() => [
    { value: 'none', label: this.t().answerNone },
    { value: 'expense', label: deviceLabels().classes.expense },
    { value: 'investment', label: deviceLabels().classes.investment },
  ]);
  protected readonly months = computed(() =>
    /^[1-9][0-9]{0,2}$/.test(this.cycle().trim()) ? Number(this.cycle()) : null,
  );
  protected readonly rate = computed(() => {
    const read = parseRate(this.vat(), DEVICE_VAT_MAX_BASIS_POINTS);
    return read.ok && read.value >= 0 ? read.value : null;
  });

  protected missing(text: string | null): string | null {
    return this.hasTried() && (text === null || text.trim() === '') ? this.words().fill : null;
  }

  protected send(event: Event): void {
    event.preventDefault();
    this.hasTried.set(true);
    const [code, name, source] = [this.code().trim(), this.name().trim(), this.source().trim()];
    const [netUnitCents, cycleMonths, vatBasisPoints] = [this.price(), this.months(), this.rate()];
    const [answer, answerReason] = [this.answer(), this.answerReason().trim()];
    const isAnswered = answer === 'expense' || answer === 'investment';
    if (code === '' || name === '' || source === '' || netUnitCents === null || cycleMonths === null) return;
    if (vatBasisPoints === null || this.standalone() === null || (isAnswered && answerReason === '')) return;
    this.confirmed.emit({
      code,
      name,
      source,
      netUnitCents,
      cycleMonths,
      vatBasisPoints,
      isStandalone: this.standalone() === 'yes',
      answerReason: isAnswered ? answerReason : '',
      ...(isAnswered ? { answer } : {}),
    });
  }
}
