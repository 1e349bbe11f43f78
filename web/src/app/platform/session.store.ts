import { HttpClient } from '@angular/common/http';
import { computed, DestroyRef, inject, Injectable, signal } from '@angular/core';
import { firstValueFrom } from 'rxjs';
import { currency } from '../ui/language/currency';
import { api, handlesLogin } from './api';
import { Clock } from './clock';
import { KeptText } from './kept-text';
import { problemOf } from './problem';
import type { RoleName, Session } from './session.types';

const SESSION = api('session');
const WARN_BEFORE_MS = 120_000;
const LOOK_EVERY_MS = 5_000;

/** Which role leads when a person has several: it decides landing page and navigation. */
const RANK: readonly RoleName[] = [
  'finance',
  'admin',
  'auditor',
  'department_head',
  'clerk',
  'coordinator',
  'reviewer',
  'personnel_office',
  'council_office',
  'committee',
];

/**
 * Who am I. Everything about the login lives here, in memory: the session, its CSRF token and when it runs out.
 * Two minutes before it does, `endsSoon` is true and the shell asks whether to stay (WCAG 2.2.1).
 */
@Injectable({ providedIn: 'root' })
export class SessionStore {
  private readonly http = inject(HttpClient);
  private readonly clock = inject(Clock);
  private readonly kept = inject(KeptText);
  private readonly current = signal<Session | null>(null);
  private readonly asked = signal(false);
  private readonly lastCallMs = signal(0);
  private readonly nowMs = signal(0);

  readonly session = this.current.asReadonly();
  readonly isKnown = computed(() => this.current() !== null);
  /** The first question has been answered; before that nothing is decided. */
  readonly isSettled = this.asked.asReadonly();
  readonly roles = computed(() => this.current()?.roles ?? []);
  readonly role = computed<RoleName | null>(() => {
    const own = new Set(this.roles().map((entry) => entry.role));
    return RANK.find((role) => own.has(role)) ?? null;
  });
  readonly csrfToken = computed(() => this.current()?.csrfToken ?? null);
  readonly endsAtMs = computed(() => {
    const session = this.current();
    if (!session) return null;
    return Math.min(this.lastCallMs() + session.idleSeconds * 1000, Date.parse(session.expiresAt));
  });
  readonly endsSoon = computed(() => {
    const end = this.endsAtMs();
    return end !== null && this.nowMs() >= end - WARN_BEFORE_MS;
  });
  readonly hasEnded = computed(() => {
    const end = this.endsAtMs();
    return end !== null && this.nowMs() >= end;
  });

  constructor() {
    const timer = setInterval(() => this.nowMs.set(this.clock.nowMs()), LOOK_EVERY_MS);
    inject(DestroyRef).onDestroy(() => clearInterval(timer));
  }

  has(...roles: readonly RoleName[]): boolean {
    return this.roles().some((entry) => roles.includes(entry.role));
  }

  /** Asks the server who we are; a stranger is an answer, not a fault. Never throws. */
  async restore(): Promise<void> {
    try {
      this.enter(await firstValueFrom(this.http.get<Session>(SESSION, { context: handlesLogin() })));
    } catch {
      this.current.set(null);
    } finally {
      this.asked.set(true);
    }
  }

  /** Logs in, or returns the refusal in words. */
  async login(email: string, password: string): Promise<ReturnType<typeof problemOf> | null> {
    try {
      const call = this.http.post<Session>(SESSION, { email, password }, { context: handlesLogin() });
      this.enter(await firstValueFrom(call));
      this.asked.set(true);
      return null;
    } catch (error) {
      return problemOf(error);
    }
  }

  /** Ends the session here and on the server; here also when the server cannot be reached. */
  async logout(): Promise<void> {
    try {
      await firstValueFrom(this.http.delete(SESSION, { context: handlesLogin() }));
    } catch {
      // Without an answer the server forgets the session when it is idle.
    }
    this.kept.forget();
    this.forget();
  }

  /** "Stay logged in": any call renews the idle time. */
  async stay(): Promise<void> {
    await this.restore();
  }

  forget(): void {
    this.current.set(null);
    currency.set('EUR');
  }

  /** The interceptor tells of each answer of the API. */
  heard(): void {
    this.lastCallMs.set(this.clock.nowMs());
  }

  private enter(session: Session): void {
    this.heard();
    this.nowMs.set(this.clock.nowMs());
    this.current.set(session);
    currency.set(session.tenant.currency);
  }
}
