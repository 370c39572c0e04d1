import { newMessageId } from "./ids.ts";
import type { Person } from "./people.ts";
import type { MessageKind, WebhookEvent } from "./types.ts";

/** Builds event bodies in the shapes and key order of §2; whoever delivers them adds bytes and signature. */
export type EventMaker = ReturnType<typeof createEventMaker>;

export type MessageParts = {
  readonly text?: string;
  readonly msg_id?: string;
  readonly quote_msg_id?: string;
  readonly attachments?: readonly unknown[];
  readonly msg_ids?: readonly string[];
};

export function createEventMaker(appId: string, oaId: string, now: () => number) {
  const byApp = (person: Person) => (person.anonymousConversation ? {} : { user_id_by_app: person.userIdByApp });
  const conversation = (person: Person) =>
    person.anonymousConversation ? { conversation_id: person.anonymousConversation } : {};

  return {
    fromCitizen(person: Person, name: string, message: MessageParts, at = now()): WebhookEvent {
      return {
        app_id: appId,
        sender: { id: person.id },
        ...byApp(person),
        recipient: { id: oaId },
        event_name: `${person.anonymousConversation ? "anonymous" : "user"}_send_${name}`,
        message: { ...message, msg_id: message.msg_id ?? newMessageId(), ...conversation(person) },
        timestamp: String(at),
      };
    },

    /** Echoes and receipts alike: the sender is the OA (§2.1). */
    fromOa(person: Person, name: string, message: MessageParts, adminId?: string): WebhookEvent {
      return {
        app_id: appId,
        sender: { id: oaId, ...(adminId ? { admin_id: adminId } : {}) },
        ...byApp(person),
        recipient: { id: person.id },
        event_name: name,
        message: { ...message, ...conversation(person) },
        timestamp: String(now()),
      };
    },

    following(person: Person, name: "follow" | "unfollow"): WebhookEvent {
      return {
        oa_id: oaId,
        follower: { id: person.id },
        user_id_by_app: person.userIdByApp,
        event_name: name,
        source: "oa_profile",
        app_id: appId,
        timestamp: String(now()),
      };
    },

    sharedInfo(person: Person, info: Record<string, unknown>): WebhookEvent {
      return {
        sender: { id: person.id },
        recipient: { id: oaId },
        event_name: "user_submit_info",
        app_id: appId,
        timestamp: String(now()),
        info,
      };
    },

    inGroup(groupId: string, person: Person, text: string): WebhookEvent {
      return {
        app_id: appId,
        oa_id: oaId,
        sender: { id: person.id },
        recipient: { id: groupId },
        event_name: "user_send_group_text",
        message: { text, msg_id: newMessageId() },
        timestamp: String(now()),
      };
    },
  };
}

/** The echo's name (§2.3). For requests of information none is published: the template's is used [I]. */
export function echoName(kind: MessageKind, anonymous: boolean): string {
  const name = kind === "request-info" ? "template" : kind;
  return anonymous ? `oa_send_anonymous_${name}` : `oa_send_${name}`;
}

/** What an echo carries besides text (§2.2). */
export function echoAttachments(kind: MessageKind, text: string, hasButtons: boolean): readonly unknown[] | undefined {
  const photo = "https://f6.photo.talk.zdn.vn/1234567890/";
  switch (kind) {
    case "text":
      return hasButtons ? [zinstant(text)] : undefined;
    case "request-info":
    case "template":
      return [zinstant(text)];
    case "image":
      return [{ payload: { thumbnail: `${photo}thumb_abcdef.jpg`, url: `${photo}abcdef.jpg` }, type: "image" }];
    case "gif":
      return [{ payload: { thumbnail: `${photo}thumb_abcdef.jpg`, url: `${photo}abcdef.gif` }, type: "gif" }];
    case "sticker":
      return [attachments.sticker];
    case "file":
      return [attachments.file("tep-dinh-kem.pdf")];
    case "list":
      return [
        { payload: { thumbnail: `${photo}thumb_abcdef.jpg`, title: text, description: text, url: "" }, type: "link" },
      ];
  }
}

const zinstant = (text: string) => ({
  payload: {
    zinstant_id: "1a2b3c4d5e6f",
    text,
    link_url: "https://zinstant.zdn.vn/abcdef",
    checksum: "0cc175b9c0f1b6a831c399e269772661",
  },
  type: "template",
});

/** What a citizen's phone attaches (§2.2). The addresses are invented and lead nowhere. */
export const attachments = {
  image: {
    payload: {
      thumbnail: "https://f6.photo.talk.zdn.vn/1234567890/thumb_abcdef.jpg",
      url: "https://f6.photo.talk.zdn.vn/1234567890/abcdef.jpg",
    },
    type: "image",
  },
  sticker: {
    payload: {
      id: "bfe458bf64fa8da4d4eb",
      url: "https://zalo-api.zadn.vn/api/emoticon/sticker/webpc?eid=23311",
    },
    type: "sticker",
  },
  voice: { payload: { url: "https://voice-aac-dl.zdn.vn/1234567890/abcdef.amr" }, type: "audio" },
  video: {
    payload: {
      thumbnail: "https://f6.photo.talk.zdn.vn/1234567890/thumb_abcdef.jpg",
      description: "",
      url: "https://video-stc.zdn.vn/1234567890/abcdef.mp4",
    },
    type: "video",
  },
  location: (latitude: string, longitude: string) => ({
    payload: { coordinates: { latitude, longitude } },
    type: "location",
  }),
  file: (name: string) => ({
    payload: {
      url: `https://f6.file.talk.zdn.vn/1234567890/${encodeURIComponent(name)}`,
      size: "118272",
      name,
      checksum: "9e107d9d372bb6826bd81d3542a419d6",
      type: name.split(".").at(-1) ?? "",
    },
    type: "file",
  }),
  /** A business card is a `link` whose description is JSON text (§2.2). */
  contact: (phone: string) => ({
    payload: {
      thumbnail: "https://f6.photo.talk.zdn.vn/1234567890/thumb_abcdef.jpg",
      description: JSON.stringify({ phone, qrCodeUrl: "https://qr-talk.zdn.vn/1/abcdef.jpg" }),
      url: `https://zalo.me/${phone}`,
    },
    type: "link",
  }),
} as const;
