/** How the screens are built: into the Python package, as files that a strict Content-Security-Policy allows (nothing inline, no data: addresses). */
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig, loadEnv } from "vite";
// @ts-expect-error: plain JavaScript, which needs no types of Node
import { licences } from "./licences.js";

export default defineConfig(({ mode }) => {
  const { CABLEGRAPH_SERVER = "http://127.0.0.1:8000", CABLEGRAPH_TOKEN = "" } = loadEnv(mode, ".", "CABLEGRAPH_");
  return {
    plugins: [svelte(), licences()],
    build: {
      outDir: "../src/cablegraph/web/static",
      emptyOutDir: true,
      assetsInlineLimit: 0,
      target: "es2022",
      modulePreload: { polyfill: false },
    },
    server: { proxy: { "/api": { target: CABLEGRAPH_SERVER, headers: { Authorization: `Bearer ${CABLEGRAPH_TOKEN}` } } } },
  };
});
