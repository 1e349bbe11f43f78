import { Inject, Injectable } from '@nestjs/common';
import type {
  CitySettings,
  DemoAccount,
  DemoFacts,
  PublicContact,
  PublicContacts,
} from '@etatlotse/contracts/settings/plain';
import { CLOCK, type Clock } from '../platform/clock/clock';
import { CONFIG, type Config } from '../platform/config/config';
import { Transactions } from '../platform/database/transactions';
import type { Caller } from '../platform/http/caller';

/** The city's settings as its pages show them. */
@Injectable()
export class SettingsQueries {
  constructor(
    private readonly transactions: Transactions,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) private readonly config: Config,
  ) {}

  async show(caller: Caller): Promise<CitySettings> {
    const [row] = await this.transactions.run(caller, (tx) => tx.query<{ city: CitySettings }>(showSql, [tx.tenantId]));
    if (row === undefined) throw new Error('A session without its city.');
    return row.city;
  }

  async publicContacts(caller: Caller): Promise<PublicContacts> {
    const contacts = await this.transactions.run(caller, (tx) => tx.query<PublicContact>(contactsSql, [tx.tenantId]));
    return { contacts };
  }

  /** Accounts to try, in a demo. Nothing at all about the cities of a real installation. */
  async demo(): Promise<DemoFacts> {
    if (!this.config.isDemo) return { isDemo: false, accounts: [] };
    const accounts = await this.transactions.beforeTenant<DemoAccount>(
      `SELECT tenant_name AS "tenantName", email, display_name AS "displayName", roles FROM app.demo_accounts($1)`,
      [this.clock.today()],
    );
    return { isDemo: true, accounts };
  }
}

const contactsSql = `
  SELECT kind, name, address, email, source, version, changed_at AS "changedAt"
  FROM public_contact WHERE tenant_id = $1 ORDER BY kind`;

const showSql = `
  SELECT json_build_object('name', t.name, 'slug', t.slug, 'land', t.land, 'currency', t.currency, 'isDemo', t.is_demo,
    'accountFrame', t.settings -> 'accountFrame', 'bookingApprovalCents', t.settings -> 'bookingApprovalCents', 'version', t.version,
    'pendingApprovalId', (SELECT a.approval_id FROM approval a WHERE a.tenant_id = t.tenant_id
      AND a.action = 'settings.booking_limit' AND a.state = 'pending')) AS city
  FROM tenant t WHERE t.tenant_id = $1`;
