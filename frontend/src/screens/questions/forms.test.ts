import { describe, expect, it } from "vitest";
import { words } from "../../words";
import { exampleOf, FORMS, isAsked } from "./forms";

const cast = { people: ["کاوه رستگار", "Farhad Adib"], bodies: ["Seventh Bureau"], places: ["ليان"], datasets: ["liyan"], first: "2009-05-14", last: "2011-01-09" };

describe("the questions", () => {
  it.each(Object.keys(FORMS))("%s has its words and an example that answers it", (ask) => {
    expect(words.questions.titles[ask]).toBeTruthy();
    expect(words.questions.leads[ask]).toBeTruthy();
    for (const field of FORMS[ask]!) expect(words.questions.fields[field.name]).toBeTruthy();
    const example = exampleOf(ask, cast)!;
    expect(isAsked(ask, (field) => example[field] ?? "")).toBe(true);
  });
  it("need what they need", () => {
    expect(isAsked("connections", (field) => (field === "one" ? "x" : ""))).toBe(false);
    expect(isAsked("switches", () => "")).toBe(true);
  });
  it("give no example where the case has nobody", () => expect(exampleOf("connections", { ...cast, people: ["x"] })).toBeUndefined());
});
