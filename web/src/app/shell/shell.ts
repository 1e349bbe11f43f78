import { ChangeDetectionStrategy, Component, computed, ElementRef, inject, signal, viewChild } from '@angular/core';
import { takeUntilDestroyed } from '@angular/core/rxjs-interop';
import { NavigationEnd, Router, RouterLink, RouterOutlet } from '@angular/router';
import { filter } from 'rxjs';
import { Connection } from '../platform/connection';
import { FaultDesk } from '../platform/fault-desk';
import { language, LanguageChoice } from '../platform/language';
import { SessionStore } from '../platform/session.store';
import { Theme } from '../platform/theme';
import { Icon } from '../ui/icon/icon';
import { Failure } from '../ui/state/state';
import { ToastList } from '../ui/toast/toast-list';
import { BrandMark } from './brand-mark';
import { FirstVisit } from './first-visit';
import { IdleQuestion } from './idle-question';
import { KeyboardMap } from './keyboard-map';
import { entryOf, landingOf, navigationOf } from './navigation';
import { RoleMenu } from './role-menu';
import { SearchBox } from './search-box';
import { SectionBar } from './section-bar';
import { shellLabels } from './shell.labels';
import { Shortcuts } from './shortcuts';
import { YearSwitch } from './year-switch';

/** Top bar, navigation, main. Every page of the tool stands inside. */
@Component({
  selector: 'et-shell',
  imports: [
    BrandMark,
    Failure,
    FirstVisit,
    Icon,
    IdleQuestion,
    KeyboardMap,
    RoleMenu,
    RouterLink,
    RouterOutlet,
    SearchBox,
    SectionBar,
    ToastList,
    YearSwitch,
  ],
  changeDetection: ChangeDetectionStrategy.OnPush,
  host: { '(keydown.escape)': 'menuOpen.set(false)' },
  templateUrl: './shell.html',
})
export class Shell {
  protected readonly session = inject(SessionStore);
  protected readonly connection = inject(Connection);
  protected readonly desk = inject(FaultDesk);
  protected readonly theme = inject(Theme);
  protected readonly languages = inject(LanguageChoice);
  protected readonly shortcuts = inject(Shortcuts);
  private readonly router = inject(Router);
  private readonly content = viewChild.required<ElementRef<HTMLElement>>('content');

  protected readonly t = shellLabels;
  protected readonly language = language;
  protected readonly menuOpen = signal(false);
  private readonly roles = computed(() => this.session.roles().map((entry) => entry.role));
  protected readonly groups = computed(() => navigationOf(this.roles()));
  protected readonly isHome = signal(false);
  protected readonly path = signal('');
  protected readonly current = computed(() => entryOf(this.path(), this.roles()));
  protected readonly home = computed(() => landingOf(this.roles()));

  constructor() {
    let before = pathOf(this.router.url);
    this.isHome.set(before === this.home());
    this.path.set(before);
    const navigations = this.router.events.pipe(filter((event) => event instanceof NavigationEnd));
    navigations.pipe(takeUntilDestroyed()).subscribe(() => {
      const path = pathOf(this.router.url);
      this.menuOpen.set(false);
      this.desk.clear();
      this.isHome.set(path === this.home());
      this.path.set(path);
      if (path !== before) this.greet();
      before = path;
    });
  }

  protected toContent(event: Event): void {
    event.preventDefault();
    this.content().nativeElement.focus();
  }

  protected switchLanguage(): void {
    this.languages.choose(language() === 'de' ? 'en' : 'de');
  }

  protected reload(): void {
    globalThis.location.reload();
  }

  /** A new page begins at its top, and a screen reader at its heading. */
  private greet(): void {
    const content = this.content().nativeElement;
    content.ownerDocument.documentElement.scrollTop = 0;
    setTimeout(() => (content.querySelector<HTMLElement>('h1') ?? content).focus({ preventScroll: true }));
  }
}

const pathOf = (url: string): string => url.split(/[?#]/)[0] ?? '';
