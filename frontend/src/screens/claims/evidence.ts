/** Evidence arrives as plain objects: a citation with `for` and `reason` beside it. */

export interface Proof {
  document: string;
  page: number;
  start: number;
  end: number;
  quote: string;
  for: boolean;
  reason: string;
}

export function readEvidence(raw: readonly Record<string, unknown>[]): Proof[] {
  return raw.map((one) => ({
    document: String(one["document"]),
    page: Number(one["page"] ?? 1),
    start: Number(one["start"]),
    end: Number(one["end"]),
    quote: String(one["quote"]),
    for: one["for"] !== false,
    reason: String(one["reason"] ?? ""),
  }));
}
