/** The officers: invited by a link, given a role, stopped, helped to a new password. */
import { randomUUID } from "node:crypto";
import { type Answer, go } from "../answer.ts";
import { BASE } from "../menu.ts";
import { missingPage } from "../plain-pages.ts";
import { type Route, staff } from "../route.ts";
import { type StaffVisit, whoIs } from "../visit.ts";
import type { NewInvite, Officer } from "./officer.ts";
import { linkPage, officerPage, officersPage } from "./officers-pages.ts";
import type { AccessParts } from "./parts.ts";
import { isRole, ROLE_NAMES, type Role } from "./roles.ts";
import { START } from "./start.ts";
import { keyOf, newToken } from "./tokens.ts";

export const OFFICERS = "/nhan-su";
const INVITE_MS = 3 * 86_400_000;

export function officersRoutes(parts: AccessParts): readonly Route[] {
  const { officers, mac, unitNames } = parts;
  const nameOf = (id: string) => `officer/${whoIs(id, mac)}`;
  const list = async (visit: StaffVisit, wrong: string | null) =>
    officersPage(visit, {
      officers: await officers.all(),
      invites: await officers.openInvites(visit.now),
      units: unitNames(),
      wrong,
    });

  /** Makes a link and shows it, once. */
  async function hand(visit: StaffVisit, invite: Omit<NewInvite, "id" | "tokenKey" | "expiresAt">, what: string) {
    const token = newToken();
    const made = { ...invite, id: randomUUID(), tokenKey: keyOf(token), expiresAt: visit.now + INVITE_MS };
    const object = invite.officerId === null ? "" : nameOf(invite.officerId);
    const action = invite.kind === "password" ? "officer.password-link" : "officer.invite";
    await officers.invite(made, visit.deed(action, object, what), visit.now);
    return linkPage(invite.kind, invite.name, `${visit.origin}${BASE}${START}/${token}`, made.expiresAt);
  }

  async function change(
    visit: StaffVisit,
    to: (officer: Officer) => Parameters<typeof officers.change>[1],
    action: string,
  ) {
    const officer = await officers.find(visit.param("id"));
    if (!officer) return missingPage("Không có cán bộ này");
    const wanted = to(officer);
    const detail = `${ROLE_NAMES[officer.role]} → ${ROLE_NAMES[wanted.role]}; ${wanted.unit ?? "toàn trung tâm"}`;
    const done = await officers.change(officer.id, wanted, visit.deed(action, nameOf(officer.id), detail));
    if (!done) return officerPage(visit, officer, unitNames(), "Trung tâm phải còn ít nhất một người quản trị.");
    return go(`${BASE}${OFFICERS}`, `Đã ghi cho ${officer.name}.`);
  }

  const unitOf = (text: string): string | null => (unitNames().includes(text) ? text : null);

  return [
    staff("get", OFFICERS, "administer", (visit) => list(visit, null)),
    staff("post", `${OFFICERS}/moi`, "administer", async (visit): Promise<Answer> => {
      const name = visit.form.text("ho-ten").slice(0, 80);
      const role = readRole(visit);
      if (name === "" || role === null) return list(visit, "Anh/chị ghi họ tên và chọn vai trò giúp.");
      const unit = unitOf(visit.form.text("don-vi"));
      const what = `Vai trò ${ROLE_NAMES[role]}, ${unit ?? "toàn trung tâm"}`;
      return hand(visit, { kind: "new", officerId: null, name, role, unit }, what);
    }),
    staff("post", `${OFFICERS}/moi/:id/huy`, "administer", async (visit) => {
      await officers.revokeInvite(visit.param("id"), visit.deed("officer.invite-revoked", "", ""));
      return go(`${BASE}${OFFICERS}`, "Đường dẫn đó không còn dùng được.");
    }),
    staff("get", `${OFFICERS}/:id`, "administer", async (visit) => {
      const officer = await officers.find(visit.param("id"));
      return officer ? officerPage(visit, officer, unitNames(), null) : missingPage("Không có cán bộ này");
    }),
    staff("post", `${OFFICERS}/:id`, "administer", (visit) => {
      const role = readRole(visit);
      const unit = unitOf(visit.form.text("don-vi"));
      return change(visit, (now) => ({ role: role ?? now.role, unit, disabledAt: now.disabledAt }), "officer.role");
    }),
    staff("post", `${OFFICERS}/:id/ngung`, "administer", (visit) =>
      change(visit, ({ role, unit }) => ({ role, unit, disabledAt: visit.now }), "officer.stopped"),
    ),
    staff("post", `${OFFICERS}/:id/mo-lai`, "administer", (visit) =>
      change(visit, ({ role, unit }) => ({ role, unit, disabledAt: null }), "officer.reopened"),
    ),
    staff("post", `${OFFICERS}/:id/mat-khau`, "administer", async (visit) => {
      const officer = await officers.find(visit.param("id"));
      if (!officer) return missingPage("Không có cán bộ này");
      const { id, name, role, unit } = officer;
      return hand(visit, { kind: "password", officerId: id, name, role, unit }, "");
    }),
  ];
}

function readRole({ form }: StaffVisit): Role | null {
  const role = form.text("vai-tro");
  return isRole(role) ? role : null;
}
