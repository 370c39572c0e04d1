import { z } from "zod";
import type { Citizen, FakeZalo } from "../platform/index.ts";
import { FAULT_MENU } from "./fault-menu.ts";

const text = z.string().trim().min(1).max(5000);

/** What the page may ask for. `citizen` is checked against the people whom the platform knows. */
const Action = z.discriminatedUnion("act", [
  z.object({ act: z.literal("says"), text }),
  z.object({ act: z.literal("tap"), message: z.string().max(64), button: z.coerce.number().int().min(0).max(4) }),
  z.object({ act: z.literal("staff"), text: text.max(2000) }),
  z.object({
    act: z.enum(["image", "location", "sticker", "file", "voice", "contact", "info", "follow", "unfollow"]),
  }),
  z.object({ act: z.literal("fault"), fault: z.string() }),
  z.object({ act: z.enum(["clear-faults", "enable-webhook"]) }),
  z.object({ act: z.literal("new-citizen"), name: z.string().trim().min(1).max(60) }),
]);

type Action = z.infer<typeof Action>;
const Request = z.intersection(z.object({ citizen: z.string().max(32) }), Action);

/** `go`: the address of the page to show next. `changed`: the fault panel is to be drawn again. */
export type Outcome =
  | { readonly kind: "done"; readonly go?: string; readonly changed?: boolean }
  | { readonly kind: "refused"; readonly why: string };

/** Does what the page asks. Events set out at once; nobody waits for the webhook's answer, the page hears of it live. */
export function perform(fake: FakeZalo, body: unknown): Outcome {
  const read = Request.safeParse(body);
  if (!read.success) return { kind: "refused", why: "Không hiểu lệnh này." };
  const person = fake.people.find((one) => one.id === read.data.citizen);
  if (!person) return { kind: "refused", why: "Không còn người này; hãy tải lại trang." };
  const action: Action = read.data;
  const citizen = person.anonymous ? fake.anonymous(person.id) : fake.citizen(person.id);
  try {
    return act(fake, citizen, action);
  } catch {
    return { kind: "refused", why: "Khách ẩn danh không làm được việc này trên Zalo." };
  }
}

function act(fake: FakeZalo, citizen: Citizen, action: Action): Outcome {
  switch (action.act) {
    case "says":
      void citizen.sends(action.text);
      return { kind: "done" };
    case "staff":
      void citizen.staffReplies(action.text);
      return { kind: "done" };
    case "tap": {
      const button = citizen.received.find((message) => message.id === action.message)?.buttons[action.button];
      if (!button) return { kind: "refused", why: "Nút này không còn nữa." };
      void citizen.taps(button);
      return { kind: "done" };
    }
    case "fault": {
      const chosen = Object.hasOwn(FAULT_MENU, action.fault) ? FAULT_MENU[action.fault] : undefined;
      if (!chosen) return { kind: "refused", why: "Không có sự cố này." };
      fake.faults.next(1, chosen.fault);
      return { kind: "done", changed: true };
    }
    case "clear-faults":
      fake.faults.clear();
      return { kind: "done", changed: true };
    case "enable-webhook":
      fake.enableWebhook();
      return { kind: "done", changed: true };
    case "new-citizen":
      return { kind: "done", go: `?nguoi=${fake.citizen(undefined, action.name).id}` };
    default:
      void DEEDS[action.act](citizen);
      return { kind: "done" };
  }
}

type Deed = "image" | "location" | "sticker" | "file" | "voice" | "contact" | "info" | "follow" | "unfollow";

const DEEDS: Readonly<Record<Deed, (citizen: Citizen) => Promise<unknown>>> = {
  image: (citizen) => citizen.sendsImage(),
  location: (citizen) => citizen.sendsLocation(),
  sticker: (citizen) => citizen.sendsSticker(),
  file: (citizen) => citizen.sendsFile(),
  voice: (citizen) => citizen.sendsVoice(),
  contact: (citizen) => citizen.sendsContact(),
  info: (citizen) => citizen.submitsInfo(),
  follow: (citizen) => citizen.follows(),
  unfollow: (citizen) => citizen.unfollows(),
};
