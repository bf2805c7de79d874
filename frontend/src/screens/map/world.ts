/** The outlines of land and countries (Natural Earth, public domain, 1:110 million, through world-atlas), loaded when a map is first shown. */
import type { Feature, MultiLineString } from "geojson";
import { feature, mesh } from "topojson-client";
import type { GeometryCollection, Topology } from "topojson-specification";

export interface World {
  /** Every country with its ISO 3166-1 number as `id`. */
  countries: Feature[];
  borders: MultiLineString;
}

let loading: Promise<World> | undefined;

export function loadWorld(): Promise<World> {
  loading ??= import("world-atlas/countries-110m.json").then((module) => {
    const topology = module.default as unknown as Topology<{ countries: GeometryCollection }>;
    const countries = feature(topology, topology.objects.countries).features;
    return { countries, borders: mesh(topology, topology.objects.countries, (a, b) => a !== b) };
  });
  return loading;
}
