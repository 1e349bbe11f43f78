import { ChangeDetectionStrategy, Component, computed, inject, input, signal } from '@angular/core';
import { Router, RouterLink } from '@angular/router';
import { Amount } from '../app/ui/amount/amount';
import { Button } from '../app/ui/button/button';
import { Chart } from '../app/ui/chart/chart';
import { Icon } from '../app/ui/icon/icon';
import { PageHead } from '../app/ui/page-head/page-head';
import { Stand } from '../app/ui/page-head/stand';
import { ProofDrawer } from '../app/ui/proof/proof';
import { StageBar, StageKeys } from '../app/ui/stage-bar/stage-bar';
import { stageTotalCents } from '../app/ui/stage-bar/stage-bar.types';
import { Scroll } from '../app/ui/table/scroll';
import { SortHead } from '../app/ui/table/sort';
import { Tag } from '../app/ui/tag/tag';
import { TaskList } from '../app/ui/task-list/task-list';
import { Term } from '../app/ui/term/term';
import { PlusUnknown, Unknown } from '../app/ui/unknown/unknown';
import { BARS, CORE, FEES, OVERDRAWN, PROOF, rows, SCHOOL, TASKS, TILES } from './sample';

@Component({
  selector: 'et-parts-page',
  imports: [
    Amount,
    Button,
    Chart,
    Icon,
    PageHead,
    PlusUnknown,
    ProofDrawer,
    RouterLink,
    Scroll,
    SortHead,
    StageBar,
    StageKeys,
    Stand,
    Tag,
    TaskList,
    Term,
    Unknown,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  templateUrl: './parts.page.html',
})
export class PartsPage {
  readonly proof = input<string>();
  protected readonly router = inject(Router);
  protected readonly core = CORE;
  protected readonly school = SCHOOL;
  protected readonly fees = FEES;
  protected readonly overdrawn = OVERDRAWN;
  protected readonly scale = computed(() => Math.max(stageTotalCents(CORE), stageTotalCents(SCHOOL)));
  protected readonly proofData = PROOF;
  protected readonly tasks = TASKS;
  protected readonly bars = BARS;
  protected readonly tiles = TILES;
  protected readonly rows = rows(8);
  protected readonly lineScale = Math.max(...rows(8).map((row) => stageTotalCents(row.figures)));
  protected readonly sort = signal('available');

  protected closeProof(): void {
    void this.router.navigate([], { queryParams: { proof: null }, queryParamsHandling: 'merge' });
  }
}
