/** Topics and procedures point at each other; look-alikes can be told apart; no words lead to two topics. */
import type { Loaded } from "../loaded.ts";
import { type Finding, finding, type Path, warning } from "../problems.ts";
import type { Topic } from "../topic.ts";

export function checkTopics(loaded: Loaded): Finding[] {
  const topics = new Map(loaded.topics.map(({ value }) => [value.key, value]));
  const procedures = new Map(loaded.procedures.map(({ value }) => [value.id, value]));
  const listed = (id: string, key: string, file: string, path: Path): Finding[] => {
    const topic = topics.get(key);
    if (!topic) {
      const mend = "tạo tệp trong chu-de/ hoặc sửa tên chủ đề";
      return loaded.leftOut.has(key) ? [] : [finding(file, path, `không có chủ đề "${key}"`, mend)];
    }
    if (topic.procedures.includes(id)) return [];
    const mend = `thêm ${id} vào mục procedures của chu-de/${key}.yaml`;
    return [finding(file, path, `chủ đề "${key}" không kể thủ tục này`, mend)];
  };
  const fromProcedures = loaded.procedures.flatMap(({ value: { id, topic, also_topics }, file }) => [
    ...listed(id, topic, file, ["topic"]),
    ...(also_topics ?? []).flatMap((key, index) => listed(id, key, file, ["also_topics", index])),
  ]);
  const fromTopics = loaded.topics.flatMap(({ value: topic, file }) => [
    ...topic.procedures.flatMap((id, index) => {
      const procedure = procedures.get(id);
      if (procedure?.topic === topic.key || procedure?.also_topics?.includes(topic.key) || loaded.leftOut.has(id))
        return [];
      const what = procedure ? `thủ tục "${id}" thuộc chủ đề khác` : `không có thủ tục "${id}"`;
      return [
        finding(file, ["procedures", index], what, "sửa mã, hoặc sửa mục topic (hay also_topics) của thủ tục đó"),
      ];
    }),
    ...lookAlikes(topic, file),
    ...(topic.not ?? []).flatMap((not, index) => {
      if (topics.has(not.topic) || loaded.leftOut.has(not.topic)) return [];
      return [finding(file, ["not", index, "topic"], `không có chủ đề "${not.topic}"`, "sửa tên chủ đề")];
    }),
  ]);
  return [...fromProcedures, ...fromTopics];
}

function lookAlikes(topic: Topic, file: string): Finding[] {
  const found: Finding[] = [];
  const choices = topic.choices ?? [];
  if (topic.usual !== null && !topic.procedures.includes(topic.usual)) {
    found.push(
      finding(file, ["usual"], `"${topic.usual}" không có trong procedures`, "chọn một mã trong procedures, hoặc null"),
    );
  }
  if (topic.procedures.length > 1 && (topic.ask === null || choices.length === 0)) {
    found.push(
      finding(file, ["ask"], "chủ đề có nhiều thủ tục mà không có câu hỏi để phân biệt", "thêm ask và choices"),
    );
  } else if (topic.procedures.length > 1) {
    const chosen = new Set(choices.map((choice) => choice.procedure));
    for (const [index, id] of topic.procedures.entries()) {
      if (!chosen.has(id))
        found.push(finding(file, ["procedures", index], `không có lựa chọn nào dẫn tới "${id}"`, "thêm vào choices"));
    }
  }
  for (const [index, choice] of choices.entries()) {
    if (!topic.procedures.includes(choice.procedure)) {
      found.push(
        finding(file, ["choices", index, "procedure"], `"${choice.procedure}" không có trong procedures`, "sửa mã"),
      );
    }
  }
  return [...found, ...unreachable(topic, file)];
}

/** A choice that no button and no word of its own leads to: another one of the topic has the same. */
function unreachable(topic: Topic, file: string): Finding[] {
  const labels = new Map<string, string>();
  const words = new Map<string, string>();
  return (topic.choices ?? []).flatMap((choice, index) => {
    const found: Finding[] = [];
    const taken = labels.get(fold(choice.label));
    if (taken !== undefined) {
      const what = `nút "${choice.label}" trùng với lựa chọn của "${taken}" nên dân không phân biệt được`;
      found.push(finding(file, ["choices", index, "label"], what, "đặt tên nút khác, theo lời của dân"));
    }
    labels.set(fold(choice.label), choice.procedure);
    const own = choice.words.filter((word) => (words.get(fold(word)) ?? choice.procedure) === choice.procedure);
    for (const word of own) words.set(fold(word), choice.procedure);
    if (own.length === 0) {
      const what = "không có từ riêng nào chọn được thủ tục này khi dân gõ chữ";
      found.push(finding(file, ["choices", index, "words"], what, "thêm những từ mà lựa chọn khác không có"));
    } else {
      for (const [at, word] of choice.words.entries()) {
        if (own.includes(word)) continue;
        const what = `từ "${word}" cũng chọn "${words.get(fold(word))}" nên không chọn được bên nào`;
        found.push(warning(file, ["choices", index, "words", at], what, "để từ này ở một lựa chọn thôi"));
      }
    }
    return found;
  });
}

interface Claim {
  readonly topic: string;
  readonly file: string;
  readonly path: Path;
}

/**
 * Words that lead to two topics: a warning, for some words of people do ("tách sổ": the household's or the land's) and
 * then the program asks back.
 */
export function checkClaims(loaded: Loaded): Finding[] {
  const claims = new Map<string, Claim>();
  const found: Finding[] = [];
  for (const { value: topic, file } of loaded.topics) {
    for (const list of ["phrases", "keywords"] as const) {
      for (const [index, words] of topic[list].entries()) {
        const taken = claims.get(fold(words));
        if (!taken) claims.set(fold(words), { topic: topic.key, file, path: [list, index] });
        else if (taken.topic !== topic.key) {
          const what = `"${words}" đã có ở chủ đề ${taken.topic} (${taken.file})`;
          found.push(
            warning(file, [list, index], what, "để câu này ở một chủ đề thôi, trừ khi dân thật sự nói cả hai nghĩa"),
          );
        }
      }
    }
  }
  for (const { value: procedure, file } of loaded.procedures) {
    for (const [index, words] of procedure.aliases.entries()) {
      const taken = claims.get(fold(words));
      if (!taken) claims.set(fold(words), { topic: procedure.topic, file, path: ["aliases", index] });
      else if (taken.topic !== procedure.topic) {
        const what = `tên gọi "${words}" cũng có ở chủ đề ${taken.topic} (${taken.file})`;
        found.push(warning(file, ["aliases", index], what, "nếu hai thủ tục khác nhau thì giữ ở một nơi"));
      }
    }
  }
  return found;
}

/** Two spellings of the same words, as far as this check cares: diacritics count, case and spaces do not. */
const fold = (words: string) => {
  const lower = words.normalize("NFC").toLowerCase();
  return /[.,?!]|\s\s|^\s|\s$/.test(lower) ? lower.replace(/[\s.,?!]+/g, " ").trim() : lower;
};
