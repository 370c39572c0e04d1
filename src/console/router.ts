/** Puts the routes behind their guard: session, right, where a form comes from, its token. Sends what they answer. */
import express, { type Request, type RequestHandler, type Response, type Router } from "express";
import { assertNever } from "../errors.ts";
import { sendHtml } from "../web/send-html.ts";
import { type Entered, enter, type SessionStore } from "./access/sessions.ts";
import { type Answer, go } from "./answer.ts";
import type { Mac } from "./audit/chain.ts";
import { sessionToken, setSession, setToSay, toSay } from "./cookies.ts";
import { isToken } from "./csrf.ts";
import { BASE } from "./menu.ts";
import { CSRF_FIELD } from "./parts.ts";
import { deniedPage, expiredPage, missingPage, tooLargePage } from "./plain-pages.ts";
import type { OpenRoute, Route, StaffRoute } from "./route.ts";
import { isSameSite } from "./same-site.ts";
import { ASSETS_AT, consoleAssets, renderPage } from "./shell.ts";
import { readUpload, UPLOAD_LIMIT } from "./upload.ts";
import { type StaffVisit, staffVisitOf, visitOf } from "./visit.ts";

export type RouterParts = {
  readonly sessions: SessionStore;
  readonly mac: Mac;
  readonly now: () => number;
  readonly publicUrl: string | null;
  readonly centreName: () => string;
};

const form = express.urlencoded({ extended: false, limit: "1mb", parameterLimit: 5_000 });
const file = express.raw({ type: "multipart/form-data", limit: UPLOAD_LIMIT });

export function createRouter(routes: readonly Route[], parts: RouterParts): Router {
  const router = express.Router();
  router.use(headers);
  router.use(ASSETS_AT, consoleAssets.router);
  for (const route of routes) {
    const run = route.kind === "staff" ? staffOnly(route, parts) : anybody(route, parts);
    if (route.method === "get") router.get(route.path, run);
    else router.post(route.path, run);
  }
  router.use(async (request, response) => {
    const entered = await enteredBy(request, response, parts);
    if (!entered) return send(go(`${BASE}/dang-nhap`), request, response, null, parts);
    const visit = staffVisitOf(visitOf(request, parts), entered.officer, entered.session, parts.mac);
    await send(missingPage(), request, response, visit, parts);
  });
  return router;
}

const headers: RequestHandler = (_request, response, next) => {
  response.set({
    "Content-Security-Policy":
      "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; " +
      "form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
    // A form must tell where it comes from (same-site.ts).
    "Referrer-Policy": "same-origin",
    "Cache-Control": "no-store",
  });
  next();
};

const anybody =
  (route: OpenRoute, parts: RouterParts): RequestHandler =>
  async (request, response) => {
    if (route.method === "post") {
      if (!isSameSite(request, parts.publicUrl))
        return send(expiredPage(`${BASE}/dang-nhap`), request, response, null, parts);
      await read(form, request, response);
    }
    await send(await route.run(visitOf(request, parts)), request, response, null, parts);
  };

const staffOnly =
  (route: StaffRoute, parts: RouterParts): RequestHandler =>
  async (request, response) => {
    const entered = await enteredBy(request, response, parts);
    if (!entered) return send(toSignIn(request), request, response, null, parts);
    // Nobody else gets to send us anything large.
    const isTaken = await taken(route, request, response);
    const visit = staffVisitOf(visitOf(request, parts), entered.officer, entered.session, parts.mac);
    if (!isTaken) return send(tooLargePage(request.originalUrl), request, response, visit, parts);
    if (!visit.may(route.right)) return send(deniedPage(), request, response, visit, parts);
    if (route.method === "post" && !(isSameSite(request, parts.publicUrl) && hasToken(visit)))
      return send(expiredPage(BASE), request, response, visit, parts);
    await send(await route.run(visit), request, response, visit, parts);
  };

/** Reads what was sent. False: it is larger than we take; nothing of it was read. */
async function taken(route: StaffRoute, request: Request, response: Response): Promise<boolean> {
  try {
    if (route.takesFile) await read(file, request, response).then(() => readUpload(request));
    else if (route.method === "post") await read(form, request, response);
    return true;
  } catch (error) {
    if ((error as { status?: unknown }).status !== 413) throw error;
    request.body = {};
    return false;
  }
}

const read = (parser: RequestHandler, request: Request, response: Response): Promise<void> =>
  new Promise((resolve, reject) => {
    void parser(request, response, (error?: unknown) => (error === undefined ? resolve() : reject(error)));
  });

async function enteredBy(request: Request, response: Response, parts: RouterParts): Promise<Entered | null> {
  const token = sessionToken(request);
  const entered = token === null ? null : await enter(parts.sessions, token, parts.now());
  if (entered?.newToken) setSession(request, response, entered.newToken, parts.publicUrl);
  return entered;
}

/** Where they wanted to go is kept, when it is a page. */
function toSignIn(request: Request): Answer {
  const wanted = request.method === "GET" && request.path !== "/" ? `?toi=${encodeURIComponent(request.url)}` : "";
  return go(`${BASE}/dang-nhap${wanted}`);
}

const hasToken = ({ form, session }: StaffVisit): boolean => isToken(form.raw(CSRF_FIELD), session.csrf);

async function send(
  answer: Answer,
  request: Request,
  response: Response,
  visit: StaffVisit | null,
  parts: RouterParts,
): Promise<void> {
  switch (answer.kind) {
    case "page": {
      const say = toSay(request);
      if (say !== null) setToSay(request, response, null, parts.publicUrl);
      const frame = { centre: parts.centreName(), visit, say };
      return sendHtml(request, response.status(answer.status ?? 200), renderPage(answer, frame));
    }
    case "go":
      if (answer.token !== undefined) setSession(request, response, answer.token, parts.publicUrl);
      if (answer.say !== undefined) setToSay(request, response, answer.say, parts.publicUrl);
      return void response.redirect(303, answer.to);
    case "piece":
      return sendHtml(request, response, answer.html.text);
    case "file":
      return void response.attachment(answer.name).type(answer.type).send(answer.body);
    default:
      assertNever(answer);
  }
}
