import { ChangeDetectionStrategy, Component, computed, inject, linkedSignal, signal } from '@angular/core';
import { Button } from '../ui/button/button';
import { Select } from '../ui/choice/choice';
import { TextField } from '../ui/field/text-field';
import { FileDrop } from '../ui/file-drop/file-drop';
import { Icon } from '../ui/icon/icon';
import { DemandErrands } from './demand-errand.store';
import { demandFormLabels } from './demand-form.labels';
import { DemandFormStore } from './demand-form.store';
import { DemandFteFields } from './demand-fte-fields';
import { type ChosenLink, DemandLinkChoice } from './demand-link-choice';
import { demandLabels } from './demand.labels';

const PAPER = /^[0-9]{2}-[0-9]{5}(-[0-9]{2})?$/;

/** Third step: when, with whom, what it hangs on, what it brings. */
@Component({
  selector: 'et-demand-form-when',
  imports: [Button, DemandFteFields, DemandLinkChoice, FileDrop, Icon, Select, TextField],
  providers: [DemandErrands],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './demand-form-when.html',
})
export class DemandFormWhen {
  protected readonly store = inject(DemandFormStore);
  private readonly errands = inject(DemandErrands);
  protected readonly t = demandFormLabels;
  protected readonly words = demandLabels;
  protected readonly isLinking = signal(false);
  protected readonly attaching = this.errands.attaching;
  protected readonly papers = linkedSignal(() => (this.store.demand()?.papers ?? []).join(', '));
  protected readonly linkNames = linkedSignal<ReadonlyMap<string, string>>(
    () =>
      new Map(
        (this.store.demand()?.links ?? []).map(({ id, number, title }) => [
          id,
          `${demandLabels().number(number)} ${title ?? ''}`,
        ]),
      ),
  );
  protected readonly planYears = computed(() => {
    const demand = this.store.demand();
    return (demand?.years ?? []).filter((year) => year >= (demand?.firstYear ?? 0));
  });
  protected readonly yearOptions = computed(() =>
    this.planYears().map((year) => ({ value: `${year}`, label: `${year}` })),
  );
  protected readonly papersError = computed(() =>
    splitPapers(this.papers()).every((paper) => PAPER.test(paper)) ? null : this.t().papersError,
  );

  protected setYear(field: 'earliestStartYear' | 'latestStartYear', value: string | null): void {
    this.store.set({ [field]: value === null ? null : Number(value) });
  }

  protected setPapers(text: string): void {
    this.papers.set(text);
    const papers = splitPapers(text);
    if (papers.every((paper) => PAPER.test(paper))) this.store.set({ papers });
  }

  protected link({ offer, kind }: ChosenLink): void {
    this.isLinking.set(false);
    const before = (this.store.draft()?.dependencies ?? []).filter(({ toId }) => toId !== offer.id);
    this.linkNames.update((names) =>
      new Map(names).set(offer.id, `${demandLabels().number(offer.number)} ${offer.title}`),
    );
    this.store.set({ dependencies: [...before, { toId: offer.id, kind }] });
  }

  protected unlink(toId: string): void {
    this.store.set({ dependencies: (this.store.draft()?.dependencies ?? []).filter((one) => one.toId !== toId) });
  }

  protected async attach(files: readonly File[]): Promise<void> {
    for (const file of files) if ((await this.attaching.run(this.store.id() ?? '', file)) === null) break;
    await this.store.refresh();
  }

  protected async detach(attachmentId: string): Promise<void> {
    await this.errands.detaching.run(this.store.id() ?? '', attachmentId);
    await this.store.refresh();
  }
}

const splitPapers = (text: string): string[] =>
  text
    .split(/[,;\s]+/)
    .map((paper) => paper.trim())
    .filter((paper) => paper !== '');
