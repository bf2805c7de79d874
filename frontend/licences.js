/** Writes `licences.txt` beside the built files: the notice of every library and font that travels in them. */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

const packageOf = (path) => /.*node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1];

function notice(name) {
  const folder = join("node_modules", name);
  if (!existsSync(join(folder, "package.json"))) return "";
  const { version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8"));
  const file = readdirSync(folder).find((one) => /^licen[cs]e/i.test(one));
  const text = file ? readFileSync(join(folder, file), "utf8").trim() : "";
  return `${name} ${version} (${license})\n\n${text}\n`;
}

export function licences() {
  return {
    name: "licences",
    generateBundle(_, bundle) {
      const paths = Object.values(bundle).flatMap((file) => (file.type === "chunk" ? Object.keys(file.modules) : file.originalFileNames));
      const names = [...new Set(paths.map(packageOf).filter(Boolean))].sort();
      this.emitFile({ type: "asset", fileName: "licences.txt", source: names.map(notice).join(`\n${"-".repeat(72)}\n\n`) });
    },
  };
}
