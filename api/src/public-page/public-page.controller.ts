import { createHash } from 'node:crypto';
import { Controller, Get, Inject, Param, Req, Res } from '@nestjs/common';
import { isPlainDate } from '@etatlotse/domain/shared';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { CLOCK, type Clock } from '../platform/clock/clock';
import { CONFIG, type Config } from '../platform/config/config';
import { attachment } from '../platform/http/attachment';
import { EarlyHook } from '../platform/http/early-hook';
import { Public } from '../platform/http/permit.decorator';
import { snapshotPackage } from '../snapshot';
import { EarlyAnswers } from './early-answers';
import { PublicSnapshots } from './public-snapshots';
import { accessibilityPage } from './accessibility-page';
import { nothingPage, publicPage } from './public-page';
import { PUBLIC_STYLE } from './public-style';
import { RateLimit } from './rate-limit';

const SLUG = /^[a-z0-9-]{1,60}$/;
/** Pages are kept this long by whoever asks; a release is seen within that time. */
const KEPT_SECONDS = 300;
/** Rendered pages that are kept: a snapshot never changes, so its page does not either. */
const KEPT_PAGES = 200;

/** What goes out: its bytes, their mark and what they are, made once. */
interface ReadyPage {
  readonly body: Buffer;
  readonly etag: string;
  readonly type: string;
  /** The name under which a file is kept; null for a page. */
  readonly fileName: string | null;
}
const HTML = 'text/html; charset=utf-8';

/** Anybody's page: ready-made HTML of released public snapshots, without a login, a cookie or a script. */
@Controller('oeffentlich')
export class PublicPageController {
  private readonly limit: RateLimit;
  /** By snapshot hash and the days beside it. */
  private readonly pages = new Map<string, ReadyPage>();
  /** By address, for seconds: most requests need neither the database nor a rendering. */
  private readonly answers = new Map<string, { readonly page: ReadyPage; readonly untilMs: number }>();
  private readonly keptMs: number;
  private readonly early: EarlyAnswers;

  constructor(
    private readonly snapshots: PublicSnapshots,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(CONFIG) config: Config,
    hook: EarlyHook,
  ) {
    this.limit = new RateLimit(config.publicPerMinute);
    this.keptMs = config.publicKeptSeconds * 1000;
    this.early = new EarlyAnswers(clock, this.keptMs, (ip) => this.limit.take(ip, clock.now().getTime()) === 0);
    hook.answerWith(this.early.hook);
  }

  @Get('stil.css')
  @Public()
  async style(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.answer(request, reply, { body: PUBLIC_STYLE, type: 'text/css; charset=utf-8' });
  }

  @Get(':slug/barrierefreiheit')
  @Public()
  async accessibility(
    @Param('slug') slug: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const found = SLUG.test(slug) ? await this.snapshots.find(slug, null) : null;
    const body =
      found === null
        ? nothingPage('')
        : accessibilityPage(slug, found.content.city, await this.snapshots.contacts(slug));
    await this.answer(request, reply, { body, status: found === null ? 404 : 200 });
  }

  @Get(':slug')
  @Public()
  async newest(@Param('slug') slug: string, @Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    await this.show(slug, null, request, reply);
  }

  /** What was known on a day. */
  @Get(':slug/:day')
  @Public()
  async ofDay(
    @Param('slug') slug: string,
    @Param('day') day: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.show(slug, day, request, reply);
  }

  /** The lines of a day as open data; the same figures are the same bytes. */
  @Get(':slug/:day/fiscal-data-package.zip')
  @Public()
  async package(
    @Param('slug') slug: string,
    @Param('day') day: string,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    await this.show(slug, day, request, reply, () => this.fileOf(slug, day));
  }

  private async show(
    slug: string,
    day: string | null,
    request: FastifyRequest,
    reply: FastifyReply,
    make: () => Promise<ReadyPage | null> = () => this.pageOf(slug, day),
  ): Promise<void> {
    if (await this.isTooMany(request, reply)) return;
    const isSound = SLUG.test(slug) && (day === null || isPlainDate(day));
    const page = isSound ? await make() : null;
    if (page === null) return this.answer(request, reply, { body: nothingPage(''), status: 404 }, false);
    await this.send(request, reply, page);
  }

  private async fileOf(slug: string, day: string): Promise<ReadyPage | null> {
    const address = `${slug}/${day}/package`;
    const kept = this.keptOf(address);
    if (kept !== null) return kept;
    const found = await this.snapshots.lines(slug, day);
    if (found === null) return null;
    const { fileName, content } = snapshotPackage(found.content, found.lines, found.sha256);
    return this.keep(address, readyPage(content, 'application/zip', fileName));
  }

  private keptOf(address: string): ReadyPage | null {
    const kept = this.answers.get(address);
    return kept !== undefined && this.clock.now().getTime() < kept.untilMs ? kept.page : null;
  }

  private keep(address: string, page: ReadyPage): ReadyPage {
    if (this.answers.size >= KEPT_PAGES) this.answers.clear();
    this.answers.set(address, { page, untilMs: this.clock.now().getTime() + this.keptMs });
    return page;
  }

  /** From memory for some seconds, then from the database, where the hash says whether it is still the same page. */
  private async pageOf(slug: string, day: string | null): Promise<ReadyPage | null> {
    const address = `${slug}/${day ?? ''}`;
    const kept = this.keptOf(address);
    if (kept !== null) return kept;
    const found = await this.snapshots.find(slug, day);
    if (found === null) return null;
    const stands = await this.snapshots.days(slug);
    const key = `${slug} ${found.sha256} ${stands.map(({ ledgerAsOf }) => ledgerAsOf).join()}`;
    const page = (this.keptMs > 0 ? this.pages.get(key) : undefined) ?? readyPage(publicPage(slug, found, stands));
    if (this.pages.size >= KEPT_PAGES) this.pages.clear();
    this.pages.set(key, page);
    return this.keep(address, page);
  }

  private async send(
    request: FastifyRequest,
    reply: FastifyReply,
    { body, etag, type, fileName }: ReadyPage,
  ): Promise<void> {
    void reply.header('etag', etag).header('cache-control', `public, max-age=${KEPT_SECONDS}`);
    if (request.headers['if-none-match'] === etag) {
      this.early.confirm(request, etag);
      await reply.status(304).send();
      return;
    }
    this.early.learn(request, reply, { body, etag });
    if (fileName !== null) void reply.header('content-disposition', attachment(fileName));
    await reply.status(200).header('content-type', type).send(body);
  }

  private async isTooMany(request: FastifyRequest, reply: FastifyReply): Promise<boolean> {
    const wait = this.limit.take(request.ip, this.clock.now().getTime());
    if (wait === 0) return false;
    await reply
      .status(429)
      .header('retry-after', String(wait))
      .header('content-type', 'text/plain; charset=utf-8')
      .send('Zu viele Anfragen. Bitte versuchen Sie es in einer Minute wieder.');
    return true;
  }

  private async answer(
    request: FastifyRequest,
    reply: FastifyReply,
    { body, status = 200, type = HTML }: { body: string; status?: number; type?: string },
    isCounted = true,
  ): Promise<void> {
    if (isCounted && (await this.isTooMany(request, reply))) return;
    const page = readyPage(body, type);
    if (status === 200) return this.send(request, reply, page);
    void reply.header('etag', page.etag).header('cache-control', `public, max-age=${KEPT_SECONDS}`);
    await reply.status(status).header('content-type', type).send(page.body);
  }
}

function readyPage(content: string | Buffer, type = HTML, fileName: string | null = null): ReadyPage {
  const body = Buffer.from(content);
  return { body, type, fileName, etag: `"${createHash('sha256').update(body).digest('base64url').slice(0, 22)}"` };
}
