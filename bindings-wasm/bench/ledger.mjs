// A ledger of any length for measuring: ordinary rows, one identifier each.
const ACTIVITIES = [
  ["electricity", "kWh", "VN", "2"], ["diesel-stationary", "TJ{net}", "GB", "1"], ["natural gas", "kWh{gross}", "GB", "1"], ["HFC-32", "kg", "GB", "1"],
  ["HFC-134a", "kg", "VN", "1"], ["electricity", "MWh", "GB", "2"],
];

/** The bytes of a ledger with so many rows; the quantities differ from row to row. */
export function ledger(rows, encode = (text) => new TextEncoder().encode(text)) {
  const pieces = ["id,date,site,activity,quantity,unit,region,scope,supplier\n"];
  for (let row = 0; row < rows; row += 1) {
    const [activity, unit, region, scope] = ACTIVITIES[row % ACTIVITIES.length];
    const month = String((row % 12) + 1).padStart(2, "0");
    const day = String((row % 28) + 1).padStart(2, "0");
    const quantity = `${(row * 7919) % 100000}.${String(row % 10000).padStart(4, "0")}`;
    pieces.push(`R-${row},2025-${month}-${day},Site ${row % 20},${activity},${quantity},${unit},${region},${scope},Supplier ${row % 50}\n`);
  }
  return encode(pieces.join(""));
}

export const OPTIONS = { profile: "ghg-protocol", gwp: "AR5", period: "2025", proxy_years: 3, proxy_places: ["GB"], by: ["site", "month", "category"] };
