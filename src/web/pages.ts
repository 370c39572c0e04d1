/** The Express app around the few pages that are always there; rooms with pages of their own hand in their routers. */
import { createHash, timingSafeEqual } from "node:crypto";
import express, { type ErrorRequestHandler, type Express, type RequestHandler, type Router } from "express";
import helmet, { type HelmetOptions } from "helmet";
import { AppError } from "../errors.ts";
import type { Log } from "../observability/log.ts";
import { designAssets } from "./design/assets.ts";
import { renderDocument } from "./design/document.ts";
import { Html, html } from "./design/html.ts";

export type PageOptions = {
  readonly log: Log;
  /** Empty when the program can work; otherwise what is missing, in codes. */
  readonly notReady: () => readonly string[];
  /** In Prometheus' text format. */
  readonly metrics: () => Promise<string>;
  /** Who brings this bearer token may read the metrics from elsewhere; null: from this machine only. */
  readonly metricsToken: string | null;
  /** Where `/` leads; null: a plain page of its own. */
  readonly homeRedirect: string | null;
  /** What the plain home page leads to. */
  readonly homeLinks: readonly { readonly href: string; readonly text: string }[];
  /** The centre's name for the plain home page. */
  readonly centreName: () => string;
  /** The meta tag of Zalo's domain verification, or "". */
  readonly verificationTag: string;
  readonly routers: readonly { readonly at: string; readonly router: Router | RequestHandler }[];
};

export function createPages(options: PageOptions): Express {
  const app = express();
  app.disable("x-powered-by");
  app.use(helmet(HEADERS));
  app.get("/healthz", (_req, res) => void res.type("text").send("ok\n"));
  app.get("/readyz", (_req, res) => {
    const missing = options.notReady();
    res.status(missing.length === 0 ? 200 : 503).json({ ready: missing.length === 0, missing });
  });
  app.get("/metrics", onlyFor(options.metricsToken), async (_req, res) => {
    res.set("Content-Type", "text/plain; version=0.0.4; charset=utf-8").send(await options.metrics());
  });
  app.get("/", (_req, res) => {
    if (options.homeRedirect) res.redirect(302, options.homeRedirect);
    else res.type("html").send(homePage(options));
  });
  for (const { at, router } of options.routers) app.use(at, router);
  app.use(
    (_req, res) =>
      void res.status(404).type("html").send(messagePage("Không có trang này", "Địa chỉ này không có gì.")),
  );
  app.use(errorPage(options.log));
  return app;
}

/** No page of ours holds a script or a style of its own, none is framed, none loads anything from elsewhere. */
const HEADERS: HelmetOptions = {
  contentSecurityPolicy: {
    useDefaults: false,
    directives: {
      defaultSrc: ["'self'"],
      objectSrc: ["'none'"],
      baseUri: ["'none'"],
      formAction: ["'self'"],
      frameAncestors: ["'none'"],
    },
  },
  xFrameOptions: { action: "deny" },
};

/** Figures are for the operator: from this machine directly, or with the token. A reverse proxy passes on neither. */
const onlyFor =
  (token: string | null): RequestHandler =>
  (req, res, next) => {
    const from = req.socket.remoteAddress ?? "";
    const isDirect = !req.headers["x-forwarded-for"] && /^(::1|(::ffff:)?127\.)/.test(from);
    if (isDirect || (token !== null && isSame(req.headers.authorization ?? "", `Bearer ${token}`))) next();
    else res.status(404).end();
  };

/** Takes as long whatever is right of it. */
const isSame = (one: string, other: string): boolean =>
  timingSafeEqual(createHash("sha256").update(one).digest(), createHash("sha256").update(other).digest());

const STATUS = { invalid: 400, refused: 403, unavailable: 503 } as const;

function errorPage(log: Log): ErrorRequestHandler {
  return (error: unknown, _req, res, next) => {
    if (res.headersSent) return next(error);
    const status = error instanceof AppError ? STATUS[error.kind] : clientFault(error);
    if (status >= 500) log.error({ type: (error as Error)?.name, code: (error as AppError)?.code }, "web.failed");
    res
      .status(status)
      .type("html")
      .send(messagePage(...(SAID[status] ?? SAID_OTHERWISE)));
  };
}

/** By status: title and text. Who sent us something wrong is not told that we are at fault. */
const SAID: Readonly<Record<number, readonly [title: string, text: string]>> = {
  400: [
    "Không đọc được yêu cầu này",
    "Địa chỉ hay biểu mẫu bị hỏng trên đường đi. Mời anh/chị mở lại trang rồi làm lại.",
  ],
  413: ["Gửi lên quá nhiều", "Tệp hay biểu mẫu lớn hơn mức máy chủ nhận, nên chưa có gì được lưu."],
};
const SAID_OTHERWISE = ["Có lỗi", "Trang này đang trục trặc, mời anh/chị thử lại sau ít phút."] as const;

/** Express marks a bad request (a broken JSON body, a bad percent sign) with a 4xx status of its own. */
function clientFault(error: unknown): number {
  const status = (error as { status?: unknown } | null)?.status;
  return typeof status === "number" && status >= 400 && status < 500 ? status : 500;
}

function homePage({ centreName, verificationTag, homeLinks }: PageOptions): string {
  const centre = centreName();
  return renderDocument({
    title: centre,
    head: new Html(verificationTag),
    body: html`<main class="wide"><h1>${centre}</h1><p class="lead">Máy chủ trợ lý Zalo đang chạy. Mời anh/chị nhắn tin cho trang Zalo của trung tâm.</p>
${homeLinks.map(({ href, text }) => html`<p><a href="${href}">${text}</a></p>`)}</main>`,
  });
}

const messagePage = (title: string, text: string) =>
  renderDocument({
    title,
    body: html`<main class="wide"><img src="${designAssets.href("icon.svg")}" alt="" width="48" height="48"><h1 class="onward">${title}</h1><p class="lead">${text}</p><p class="onward"><a class="button" href="/">Về trang đầu</a></p></main>`,
  });
