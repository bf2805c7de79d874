import { describe, expect, it } from "vitest";
import { matchRoute, type Route } from "./route";

const routes = ["/", "/entities", "/entities/:id"].map((address) => ({ address, title: address, load: () => Promise.reject(new Error()) }) as Route);

describe("matchRoute", () => {
  it.each([
    ["/", "/", ""],
    ["/entities", "/entities", ""],
    ["/entities/e-1", "/entities/:id", "e-1"],
    ["/entities/%DA%A9%D8%A7%D9%88%D9%87", "/entities/:id", "کاوه"],
    ["/entities/a%2Fb", "/entities/:id", "a/b"],
  ])("%s", (path, address, id) => {
    expect(matchRoute(routes, path)).toMatchObject({ route: { address }, id });
  });
  it.each(["/entities/", "/entitiesx", "/none"])("%s leads nowhere", (path) => expect(matchRoute(routes, path)).toBeUndefined());
});
