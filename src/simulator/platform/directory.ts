import { type Answer, type ApiRequest, field, invalid, readJson, succeed } from "./answer.ts";
import type { Person } from "./people.ts";
import type { World } from "./world.ts";

const DAY = 86_400_000;

/** `GET /v2.0/oa/getoa` (§5): `oa_type` 4 is a government agency. */
export function describeOa(world: World): Answer {
  return succeed({
    oaid: world.options.oaId,
    name: world.options.oaName ?? "Trung tâm Phục vụ hành chính công",
    description: "",
    oa_alias: "",
    is_verified: true,
    oa_type: 4,
    cate_name: "Cơ quan nhà nước",
    num_follower: world.people.all().filter((person) => person.follows).length,
    avatar: "",
    cover: "",
    package_name: "Tăng trưởng",
    package_valid_through_date: "31/12/2027",
    package_auto_renew_date: "",
    linked_ZCA: "",
  });
}

/** `GET /v3.0/oa/user/detail?data={"user_id"}` (§5). */
export function describeUser(world: World, request: ApiRequest): Answer {
  const person = signedIn(world, field(readData(request), "user_id"));
  if (!person) return invalid("user_id");
  return succeed({
    user_id: person.id,
    user_id_by_app: person.userIdByApp,
    user_external_id: "",
    display_name: person.name,
    user_alias: person.name,
    is_sensitive: false,
    user_last_interaction_date: person.lastInteraction === null ? "" : dayMonthYear(person.lastInteraction),
    user_is_follower: person.follows,
    avatar: "",
    avatars: { "120": "", "240": "" },
    dynamic_param: "",
    tags_and_notes_info: { notes: [], tag_names: [] },
    ...(person.sharedInfo ? { shared_info: person.sharedInfo } : {}),
  });
}

/** `GET /v3.0/oa/user/getlist` (§5): at most 50 at a time, offset up to 9,951. */
export function listUsers(world: World, request: ApiRequest): Answer {
  const data = readData(request);
  const offset = Number(field(data, "offset") ?? 0);
  const count = Number(field(data, "count") ?? 50);
  if (!(offset >= 0 && offset <= 9951)) return invalid("offset");
  if (!(count >= 1 && count <= 50)) return invalid("count");
  const wanted = field(data, "is_follower");
  const people = world.people
    .all()
    .filter((person) => !person.anonymousConversation)
    .filter((person) => wanted === undefined || String(person.follows) === String(wanted));
  const users = people.slice(offset, offset + count).map((person) => ({ user_id: person.id }));
  return succeed({ total: people.length, count: users.length, offset, users });
}

/** `GET /v2.0/oa/conversation` (§5): newest first, `src` 1 is the citizen, `time` a number. */
export function listConversation(world: World, request: ApiRequest): Answer {
  const data = readData(request);
  const person = signedIn(world, field(data, "user_id"));
  const offset = Number(field(data, "offset") ?? 0);
  const count = Number(field(data, "count") ?? 10);
  if (!person) return invalid("user_id");
  if (!(count >= 1 && count <= 10)) return invalid("count");
  const { oaId } = world.options;
  const lines = world.chat.filter((line) => line.citizenId === person.id && line.from !== "notice").toReversed();
  return succeed(
    lines.slice(offset, offset + count).map((line) => {
      const fromCitizen = line.from === "citizen";
      return {
        src: fromCitizen ? 1 : 0,
        time: line.at,
        type: line.kind,
        message: line.text,
        message_id: line.id,
        from_id: fromCitizen ? person.id : oaId,
        to_id: fromCitizen ? oaId : person.id,
      };
    }),
  );
}

/** `POST /v3.0/oa/quota/message` (§5): of one person, or of the OA's assets. */
export function describeQuota(world: World, request: ApiRequest): Answer {
  const body = readJson(request.body);
  if (field(body, "quota_owner") !== undefined) return succeed([]);
  const person = signedIn(world, field(body, "user_id"));
  if (!person) return invalid("user_id");
  const last = person.lastInteraction;
  const open = last !== null && world.now() - last <= 2 * DAY;
  return succeed({
    last_interaction: last === null ? "" : String(last),
    cs_reply: { remain: open ? 8 : 0, total: 8 },
    promotion: { daily_remain: 0, daily_total: 1, monthly_remain: 4, monthly_total: 6 },
  });
}

function signedIn(world: World, id: unknown): Person | undefined {
  const person = typeof id === "string" ? world.people.get(id) : undefined;
  return person?.anonymousConversation ? undefined : person;
}

/** OA GET endpoints take one query parameter `data`, which is JSON (§4.1). */
function readData(request: ApiRequest): unknown {
  return readJson(Buffer.from(request.query.get("data") ?? "{}"));
}

/** `DD/MM/YYYY` in Viet Nam (§5). */
function dayMonthYear(at: number): string {
  const [year, month, day] = new Date(at + 7 * 3_600_000).toISOString().slice(0, 10).split("-");
  return `${day}/${month}/${year}`;
}
