/** "Hỏi thử": what is understood of a question, why, and the answer; beside a draft also before and after. */
import { type Html, html } from "../../web/design/html.ts";
import { page } from "../answer.ts";
import type { Said } from "../knowledge/desk.ts";
import { titleOf } from "../knowledge/kinds.ts";
import { type KnowledgeParts, openingPage } from "../knowledge/open-item.ts";
import { bubble } from "../knowledge/pages/pieces.ts";
import { INTENT_NAMES } from "../knowledge/specs/intent-names.ts";
import { BASE } from "../menu.ts";
import { field, heading, select } from "../parts.ts";
import { type Route, staff } from "../route.ts";

const LONGEST = 500;
const DECISIONS: Readonly<Record<string, string>> = {
  answer: "trả lời",
  ask_back: "hỏi lại cho rõ",
  desk: "mời hỏi quầy",
  decline: "từ chối nhẹ nhàng",
};

export function tryRoutes({ knowledge: store, desk }: KnowledgeParts): readonly Route[] {
  return [
    staff("get", "/hoi-thu", "see", async (visit) => {
      const inUse = desk.inUse();
      if (!inUse) return openingPage();
      const words = visit.query("q").slice(0, LONGEST);
      const drafts = await store.drafts();
      const draft = drafts.find(({ kind, id }) => `${kind}/${id}` === visit.query("nhap"));
      const before = words === "" ? null : await desk.ask(words);
      const tried = draft && words !== "" ? await desk.tryOut(draft) : null;
      const after = tried?.ask ? await tried.ask(words) : null;
      const topicName = (key: string | null) => (key === null ? null : (inUse.knowledge.topics.get(key)?.name ?? key));
      const faqName = (id: string | null) =>
        id === draft?.id && draft
          ? titleOf("faq", draft.content)
          : id === null
            ? null
            : (inUse.knowledge.faqs.get(id)?.question ?? id);
      const answer = (title: string, said: Said) => answerBox(title, said, topicName, faqName);
      return page(
        "Hỏi thử",
        html`${heading("Hỏi thử", "Gõ như người dân nhắn. Không gửi cho ai, không lưu lại.")}
<form class="filters" method="get" action="${BASE}/hoi-thu">${field({ name: "q", label: "Câu hỏi", value: words, max: LONGEST, autocomplete: "off" })}
${drafts.length > 0 && select("nhap", "So với bản nháp", [{ value: "", name: "(không)" }, ...drafts.map(({ kind, id, content }) => ({ value: `${kind}/${id}`, name: titleOf(kind, content) }))], visit.query("nhap"))}<p class="send"><button>Hỏi</button></p></form>
${tried && !tried.ask && html`<p class="fault" role="alert">Bản nháp này còn lỗi nên chưa hỏi thử được. Anh/chị xem ở trang xem lại của nó.</p>`}
${before && html`<div class="${after ? "pair" : "narrow-answer"}">${answer(after ? "Bản đang dùng" : "Trợ lý trả lời", before)}${after && answer("Với bản nháp", after)}</div>`}`,
        { at: "try" },
      );
    }),
  ];
}

function answerBox(
  title: string,
  said: Said,
  topicName: (key: string | null) => string | null,
  faqName: (id: string | null) => string | null,
): Html {
  const { understood, decision } = said;
  return html`<section class="panel"><h2>${title}</h2>${bubble(said)}
${
  understood &&
  html`<dl class="facts tight"><dt>Hiểu là</dt><dd>${INTENT_NAMES[understood.intent] ?? understood.intent}</dd>${understood.topic !== null && html`<dt>Chủ đề</dt><dd>${topicName(understood.topic)}</dd>`}${understood.faq !== null && html`<dt>Câu hỏi chung</dt><dd>${faqName(understood.faq)}</dd>`}<dt>Chắc</dt><dd>${Math.round(understood.confidence * 100)}%, nên ${DECISIONS[decision] ?? decision}</dd></dl>
<details><summary>Vì sao hiểu như vậy</summary><ul>${understood.reasons.map((reason) => html`<li>${reason}</li>`)}</ul></details>`
}</section>`;
}
