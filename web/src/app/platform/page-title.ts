import { effect, inject, Injectable, signal } from '@angular/core';
import { Title } from '@angular/platform-browser';
import { type RouterStateSnapshot, TitleStrategy } from '@angular/router';

type TitleText = () => string;

/**
 * Window titles that follow the language: a route says `data: { title: () => budgetLabels().title }`.
 * The city's product name ends every title.
 */
@Injectable({ providedIn: 'root' })
export class PageTitle extends TitleStrategy {
  private readonly title = inject(Title);
  private readonly text = signal<TitleText | null>(null);

  constructor() {
    super();
    effect(() => {
      const text = this.text()?.();
      this.title.setTitle(text ? `${text} · Etatlotse` : 'Etatlotse');
    });
  }

  override updateTitle(snapshot: RouterStateSnapshot): void {
    let route = snapshot.root;
    let text: TitleText | null = null;
    for (;;) {
      text = (route.data['title'] as TitleText | undefined) ?? text;
      const child = route.firstChild;
      if (!child) break;
      route = child;
    }
    this.text.set(text);
  }
}
