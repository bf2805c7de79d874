import { describe, expect, it } from "vitest";
import type { PlaceLine } from "../../api/types";
import { fit, HEIGHT, labelled, pointOf, projectionFor, radiusOf, WIDTH, zoomed } from "./view";

const place = (id: string, latitude: number | null, longitude: number | null, documents = 1): PlaceLine => ({
  entity: { id, schema: "Address", caption: "بغداد", romanised: "", names: [], documents, mentions: 1 },
  state: "located", kind: latitude === null ? "country" : "place", alternatives: [], documents, relations: 0,
  choice: { geonames: 1, name: "Baghdad", country: "IQ", country_number: 368, country_name: "Iraq", latitude, longitude, population: 1, score: 1, why: "" },
});

describe("the view of a map", () => {
  it("holds all its points, with a margin, in a tall window as in a wide one", () => {
    const points: [number, number][] = [[600, 200], [640, 240]];
    for (const ratio of [0.5, 1, 1.6]) {
      const view = fit(points, ratio);
      for (const [x, y] of points) {
        expect(Math.abs(x - view.x)).toBeLessThan(view.width / 2);
        expect(Math.abs(y - view.y)).toBeLessThan((view.width * ratio) / 2);
      }
    }
  });
  it("is the world without a point, and never a single street with one", () => {
    expect(fit([], HEIGHT / WIDTH).width).toBe(WIDTH);
    expect(fit([[5, 5]], 1).width).toBeGreaterThan(20);
  });
  it("puts the places of a case into the middle of its projection", () => {
    const [x] = projectionFor([[44, 33]])([44, 33])!;
    expect(x).toBeCloseTo(WIDTH / 2, 0);
  });
  it("comes closer and goes back", () => {
    expect(zoomed(zoomed(fit([], 1), 2), 0.5).width).toBeCloseTo(fit([], 1).width);
  });
});

describe("circles and names", () => {
  it("grow with the number of documents", () => expect(radiusOf(place("a", 1, 1, 9))).toBeGreaterThan(radiusOf(place("b", 1, 1, 1))));
  it("have no point where a country is meant", () => expect(pointOf(place("a", null, null))).toBeUndefined());
  it("keep the name of the larger of two that lie upon one another", () => {
    const spots = [{ line: place("small", 1, 1, 1), x: 10, y: 10 }, { line: place("large", 1, 1, 9), x: 10, y: 11 }, { line: place("far", 1, 1, 1), x: 300, y: 200 }];
    expect(labelled(spots, 1)).toEqual(new Set(["large", "far"]));
  });
});
