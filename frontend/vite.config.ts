/** How the screens are built: into the Python package, as files that a strict Content-Security-Policy allows (nothing inline, no data: addresses). */
import { svelte } from "@sveltejs/vite-plugin-svelte";
import { defineConfig } from "vite";

const server = process.env["CABLEGRAPH_SERVER"] ?? "http://127.0.0.1:8000";
const token = process.env["CABLEGRAPH_TOKEN"] ?? "";

export default defineConfig({
  plugins: [svelte()],
  build: {
    outDir: "../src/cablegraph/web/static",
    emptyOutDir: true,
    assetsInlineLimit: 0,
    target: "es2022",
    modulePreload: { polyfill: false },
  },
  server: { proxy: { "/api": { target: server, headers: { Authorization: `Bearer ${token}` } } } },
});
