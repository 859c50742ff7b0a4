// Written by `cargo xtask types` from core/src/wire/v1: do not edit.
//
// Amounts are decimal texts, because a JavaScript number cannot hold them exactly. Numbers are counts and positions.

/** An inventory with how it was read and what was found on the way. */
export interface InventoryAnswer {
  /** `emitrace/inventory/1`. */
  schema: string;
  /** Version of the engine. */
  engine: string;
  /** SHA-256 of the canonical JSON of `inventory`, in hexadecimal: a stranger can recompute it. */
  digest: string;
  /** The result itself; independent of the language and the layout of the ledger. */
  inventory: Inventory;
  /** How the ledger was read. */
  reading: Reading;
  /** The findings, in the order of the rows, up to the limit; `coverage` counts all of them. */
  findings: Finding[];
}

/** Results, choices and what they rest on. */
export interface Inventory {
  /** Every choice that changes a number. */
  choices: Choices;
  /** How much of the ledger is in the result. */
  coverage: Coverage;
  /** The whole. */
  total: Figures;
  /** The same, divided; each view adds up to `total` to the last digit. */
  views: View[];
  /** Fallbacks taken and things a reader must know, with the number of rows they touch. */
  notes: Note[];
  /** Names of the activities in the result. */
  activities: ActivityName[];
  /** Every factor that was multiplied, with its source. */
  factors: FactorUse[];
  /** Every pack that a factor, conversion or GWP came from, with licence and attribution. */
  packs: PackUse[];
  /** What consolidation did, where there is an organisation. */
  boundary?: Boundary;
}

/** The choices that the profile and the caller made. */
export interface Choices {
  /** `ghg-protocol`, `iso-14064-1`, `vn-circular-38`. */
  profile: string;
  /** `AR4`, `AR5` or `AR6`. */
  gwp: string;
  /** `2025-01-01/2025-12-31`; empty if rows of any date are taken. */
  period: string;
  /** Where rows without a region happen; empty if every row must name its own. */
  region: string;
  /** Packs that are asked for factors, the preferred first. */
  sources: string[];
  /** How many years older than the activity a factor may be; 0 = no proxy. */
  proxy_years: number;
  /** Places whose factors may stand in where no other is found, in this order. */
  proxy_places: string[];
  /** Gas families that are counted in the totals. */
  gases_in_total: string[];
  /** Name of the one rounding. */
  rounding: string;
  /** Whether rows of scopes 1 and 2 bring their upstream emissions with them. */
  upstream?: boolean;
  /** The organisation that the inventory is consolidated for. */
  organisation?: Organisation;
}

/** How much of the input the result covers. */
export interface Coverage {
  /** Data rows in the ledger. */
  rows: number;
  /** Rows in the result. */
  counted: number;
  /** Rows left out, each with an error finding. */
  excluded: number;
  /** How often each code was found. */
  findings: FindingCount[];
}

/** How often a code was found. */
export interface FindingCount {
  /** Stable code. */
  code: string;
  /** `error`, `warning` or `info`. */
  severity: string;
  /** How often. */
  count: number;
}

/** Sums of a group of lines. All texts are exact decimals in kilograms. */
export interface Figures {
  /** Lines that contribute. */
  lines: number;
  /** Scope 1. */
  scope_1_kg_co2e: string;
  /** Scope 2 by where the grid is. */
  scope_2_location_kg_co2e: string;
  /** Scope 2 by what is contracted. */
  scope_2_market_kg_co2e: string;
  /** Scope 3. */
  scope_3_kg_co2e: string;
  /** Scopes 1, 2 (location-based) and 3. */
  total_location_kg_co2e: string;
  /** Scopes 1, 2 (market-based) and 3. */
  total_market_kg_co2e: string;
  /** CO2 from biomass, outside the totals; scope 2 by location (`gases` has the market-based part). */
  biogenic_kg_co2: string;
  /** Gases outside the totals (HCFC, CFC …) with a GWP, as CO2 equivalent; scope 2 by location. */
  outside_kg_co2e: string;
  /** Offsets and credits: never part of a total. */
  offsets_kg_co2e: string;
  /** Mass and effect per account and gas. */
  gases: GasFigure[];
}

/** One gas in one account. */
export interface GasFigure {
  /** `scope_1`, `scope_2_location`, `scope_2_market`, `scope_3` or `offsets`. */
  account: string;
  /** `CO2`, `CH4`, `HFC-134a`, `CO2e (AR5)` … */
  gas: string;
  /** Mass in kilograms. */
  kg: string;
  /** Effect in kilograms of CO2 equivalent; null if the GWP set has no value for the gas. */
  kg_co2e: string | null;
  /** Whether it is part of the account's total. */
  in_total: boolean;
}

/** The result divided by one or more dimensions. */
export interface View {
  /** `scope`, `category`, `iso_category`, `gas`, `site`, `region`, `supplier`, `product`, `month`, `activity`, `factor`, `entity`. */
  by: string[];
  /** The groups, sorted by key. */
  cells: Cell[];
}

/** One group of a view. */
export interface Cell {
  /** One value for each dimension of the view; empty text = the row does not say. */
  key: string[];
  /** The sums. */
  figures: Figures;
}

/** A fallback taken or a disclosure to make. */
export interface Note {
  /** Stable code such as `PROXY_YEAR`. */
  code: string;
  /** The factor, activity or gas that it is about. */
  about: string;
  /** Rows that it touches. */
  rows: number;
  /** The first of them. */
  first_row: number;
  /** One sentence. */
  message: string;
  /** What to do about it. */
  help: string;
}

/** What people call an activity; empty where only its identifier is known. */
export interface ActivityName {
  /** Identifier. */
  id: string;
  /** English name. */
  name_en: string;
  /** Vietnamese name. */
  name_vi: string;
}

/** A factor that was multiplied. */
export interface FactorUse {
  /** `pack/factor`. */
  id: string;
  /** What it is a factor for. */
  activity: string;
  /** `emission`, or the property that it is: `ncv`, `gcv`, `density`. */
  kind: string;
  /** Lines that used it. */
  lines: number;
  /** Where it is valid. */
  place: string;
  /** When it is valid: `2025-01-01/2025-12-31`, open ends empty. */
  valid: string;
  /** Its values: one for each gas. */
  values: FactorValue[];
  /** SHA-256 of the factor's canonical record. */
  digest: string;
}

/** One value of a factor as its source prints it. */
export interface FactorValue {
  /** The gas; empty for calorific values and densities. */
  gas: string;
  /** The printed value; empty if `state` is not `value`. */
  value: string;
  /** `kg/TJ{net}`. */
  unit: string;
  /** `value`, `negligible` or `absent`. */
  state: string;
  /** Where in the source. */
  cell: string;
  /** `A`, `A-`, `B` or `C`. */
  confidence: string;
}

/** A data pack that the result rests on. */
export interface PackUse {
  /** Identifier. */
  id: string;
  /** Title. */
  title: string;
  /** Who publishes the data. */
  publisher: string;
  /** Edition. */
  edition: string;
  /** Licence of the data. */
  licence: string;
  /** Text to print with results. */
  attribution: string;
  /** SHA-256 of the table. */
  sha256: string;
  /** Whether it came with emitrace or from the user. */
  shipped: boolean;
}

/** How the ledger was read. */
export interface Reading {
  /** `undeclared`, `point`, `comma`, `space` or `lakh`. */
  number_format: string;
  /** `undeclared`, `dmy` or `mdy`. */
  date_order: string;
  /** `,`, `;` or `\t`. */
  delimiter: string;
  /** `utf-8`, `utf-16le` … */
  encoding: string;
  /** Bytes read. */
  bytes: number;
  /** Whether all record identifiers of this ledger were compared with each other. */
  ids_checked: boolean;
  /** Headers and the fields they were taken for; empty field = not used. */
  columns: Column[];
  /** `xlsx`, `jsonl` or `columns`; absent for text with delimiters. */
  format?: string;
  /** The sheet of a workbook. */
  sheet?: string;
  /** The row of the sheet that holds the headers. */
  header_row?: number;
  /** Which digits of a workbook's numbers count: `excel15` or `raw`. */
  sheet_numbers?: string;
}

/** A column of the ledger. */
export interface Column {
  /** The header as written. */
  header: string;
  /** The field that it was taken for; empty = not used. */
  field: string;
}

/** A remark about one place of the ledger. */
export interface Finding {
  /** `error`, `warning` or `info`. */
  severity: string;
  /** Stable code. */
  code: string;
  /** Spreadsheet row (header = 1); 0 = the file as a whole. */
  row: number;
  /** Physical line on which the row starts. */
  line: number;
  /** Field (`quantity`); empty = the row as a whole. */
  column: string;
  /** Header of that column as written. */
  header: string;
  /** Address of the cell in a workbook (`'Nhật ký'!B7`), or the part of it; absent for other formats. */
  cell?: string;
  /** The value as read, shortened. */
  value: string;
  /** What is wrong. */
  message: string;
  /** What to do about it. */
  help: string;
}

/** How one line came about. */
export interface LineRecord {
  /** `emitrace/line/1`. */
  schema: string;
  /** Version of the engine. */
  engine: string;
  /** SHA-256 of the canonical JSON of this record with an empty digest. */
  digest: string;
  /** Row number (header = 1). */
  row: number;
  /** Record identifier; may be empty. */
  id: string;
  /** The row's fields as read. */
  fields: FieldValue[];
  /** Identifier of the activity. */
  activity: string;
  /** Category key. */
  category: string;
  /** Place code. */
  region: string;
  /** Days that the row covers. */
  period: string;
  /** The quantity, exactly. */
  quantity: string;
  /** Its unit. */
  unit: string;
  /** The formula, with its number in METHODS. */
  formula: string;
  /** The rounding. */
  rounding: string;
  /** The profile. */
  profile: string;
  /** The GWP set. */
  gwp: string;
  /** One entry for each account that the line goes to. */
  legs: LegRecord[];
  /** Fallbacks and disclosures. */
  notes: string[];
}

/** A field of the row as read. */
export interface FieldValue {
  /** Field name. */
  field: string;
  /** Text of the cell. */
  value: string;
}

/** One account's part. */
export interface LegRecord {
  /** `scope_1`, `scope_2_location` … */
  account: string;
  /** Category key, where it is not the line's own. */
  category?: string;
  /** The factor. */
  factor: FactorUse;
  /** Its pack. */
  pack: PackUse | null;
  /** From the row's unit to the factor's unit. */
  steps: StepRecord[];
  /** The gases. */
  gases: GasRecord[];
}

/** One step from unit to unit. */
export interface StepRecord {
  /** `conversion`, `ncv`, `gcv`, `density` or `measured`; `share` is the part of the row that an organisation counts, `losses` what a grid lost for it. */
  kind: string;
  /** Unit before; for a part of the row, what it is the part of. */
  from: string;
  /** Unit after; empty for a part of the row. */
  to: string;
  /** What the quantity is multiplied by, exactly. */
  times: string;
  /** Where a property stands. */
  factor: FactorUse | null;
}

/** One gas of one account. */
export interface GasRecord {
  /** The gas. */
  gas: string;
  /** The factor's value as printed. */
  factor_value: string;
  /** Its unit. */
  factor_unit: string;
  /** Kilograms for one unit of the quantity, exactly. */
  coefficient: string;
  /** Kilograms before rounding, exactly: a decimal or a fraction. */
  exact_kg: string;
  /** Kilograms. */
  kg: string;
  /** The GWP. */
  gwp: string;
  /** Kilograms of CO2 equivalent. */
  kg_co2e: string;
  /** Whether it is part of the account's total. */
  in_total: boolean;
}

/** Answer of `capabilities`. */
export interface Capabilities {
  /** Version of the engine. */
  engine: string;
  /** Methods that `call` knows. */
  methods: string[];
  /** Profiles. */
  profiles: string[];
  /** GWP sets. */
  gwp_sets: string[];
  /** Dimensions of views. */
  dimensions: string[];
  /** Fields of a ledger. */
  fields: string[];
}

/** Answer of `ledger`: how a file is read. */
export interface LedgerAnswer {
  /** Data rows. */
  rows: number;
  /** Rows with an error. */
  skipped: number;
  /** The first good rows, as far as asked for. */
  records: LedgerRecord[];
  /** How the file was read. */
  reading: Reading;
  /** The findings. */
  findings: Finding[];
}

/** A row as read. */
export interface LedgerRecord {
  /** Row number (header = 1). */
  row: number;
  /** The quantity, exactly. */
  quantity: string;
  /** First day. */
  start: string;
  /** Last day. */
  end: string;
  /** The fields that are not empty, as text. */
  fields: FieldValue[];
}

/** Answer of `units.convert`. */
export interface ConvertAnswer {
  /** The unit as understood. */
  from: string;
  /** The target as understood. */
  to: string;
  /** What the quantity is multiplied by, exactly. */
  ratio: string;
  /** The converted quantity, exactly: a decimal, or a fraction `n/d`. */
  quantity: string;
}

/** Answer of `apportion`. */
export interface ApportionAnswer {
  /** The parts, in the order of the weights. */
  parts: string[];
}

/** Answer of `factors.search`. */
export interface SearchAnswer {
  /** How many factors fit. */
  found: number;
  /** The first of them, the best first. */
  factors: FactorUse[];
}

/** Answer of `factors.show`. */
export interface FactorAnswer {
  /** The factor. */
  factor: FactorUse;
  /** Its pack. */
  pack: PackUse;
  /** What the pack may not be used for. */
  not_for: string[];
  /** English name of the activity. */
  name_en: string;
  /** Vietnamese name of the activity. */
  name_vi: string;
}

/** Answer of `factors.packs`. */
export interface PacksAnswer {
  /** The loaded packs. */
  packs: PackLine[];
}

/** A loaded pack. */
export interface PackLine {
  /** The pack. */
  pack: PackUse;
  /** What its table holds. */
  kind: string;
  /** Rows of its table. */
  rows: number;
  /** Lowest confidence among its rows. */
  confidence: string;
  /** What it may not be used for. */
  not_for: string[];
}

/** Answer of `factors.check`. */
export interface CheckAnswer {
  /** Whether the pack can be loaded. */
  ok: boolean;
  /** Its faults. */
  findings: Finding[];
}

/** Answer of `gwp`. */
export interface GwpAnswer {
  /** The set. */
  gwp: string;
  /** The gases that the name stands for, with mass and effect. */
  gases: GasFigure[];
  /** Effect of the gases that are part of the totals, in kilograms of CO2 equivalent. */
  in_total_kg_co2e: string;
  /** Effect of all gases; null if one has no value in the set. */
  all_kg_co2e: string | null;
}

/** Answer of `report`. */
export interface ReportAnswer {
  /** The document. */
  text: string;
}

/** What changed between two inventories, by how much and because of what. */
export interface DiffAnswer {
  /** `emitrace/diff/1`. */
  schema: string;
  /** Version of the engine. */
  engine: string;
  /** SHA-256 of the canonical JSON of this answer with an empty digest. */
  digest: string;
  /** The inventory before. */
  before: InventoryMark;
  /** The inventory after. */
  after: InventoryMark;
  /** How the two were compared. */
  comparison: Comparison;
  /** Change per account, then of both totals, each with its effects. */
  total: AccountChange[];
  /** From the total before to the total after, step by step: by location, then by market. */
  waterfalls: Waterfall[];
  /** How many lines changed in which way; absent if no lines were compared. */
  lines: LineCounts | null;
  /** The lines with the largest changes, up to the limit; `lines` counts all. */
  changes: LineChange[];
  /** The cells with a change; those of each view add up to `total`, effect by effect. */
  views: DiffView[];
  /** What a reader must know about the comparison. */
  notes: Note[];
}

/** Which inventory was compared. */
export interface InventoryMark {
  /** Its digest. */
  digest: string;
  /** Version of the engine that computed it. */
  engine: string;
  /** Every choice that changed a number. */
  choices: Choices;
  /** Rows of its ledger. */
  rows: number;
  /** Rows in the result. */
  counted: number;
  /** Rows left out, each with a finding. */
  excluded: number;
  /** Its sums. */
  total: Figures;
  /** The packs that it rests on, with their editions. */
  packs: PackUse[];
}

/** How two inventories were compared. */
export interface Comparison {
  /** `lines` where both ledgers were at hand, else `cells`. */
  depth: string;
  /** How lines were matched; empty for `cells`. */
  matching: string;
  /** The formula of the effects, with its number in METHODS. */
  formula: string;
  /** Sites whose lines count as structural change. */
  structure: string[];
}

/** A sum before and after, and what the change is made of. All texts are exact kilograms of CO2 equivalent. */
export interface AccountChange {
  /** `scope_1` … `offsets`, `total_location` or `total_market`. */
  account: string;
  /** Before. */
  before_kg_co2e: string;
  /** After. */
  after_kg_co2e: string;
  /** After less before: the sum of the effects, to the last digit. */
  change_kg_co2e: string;
  /** What the change is made of. */
  effects: Effects;
}

/** Parts of a change; they add up to it to the last digit. */
export interface Effects {
  /** More or less was done or used. */
  activity_kg_co2e: string;
  /** Other factors, editions, calorific values or conversions. */
  factor_kg_co2e: string;
  /** Another GWP set. */
  gwp_kg_co2e: string;
  /** Another method, activity or profile. */
  method_kg_co2e: string;
  /** Sites that a structural change brought or took. */
  structure_kg_co2e: string;
  /** Rows that a finding keeps out of one of the two. */
  coverage_kg_co2e: string;
  /** Activity and factor together, where they cannot be told apart. */
  unseparated_kg_co2e: string;
  /** Moved between accounts or cells without a change of its own. */
  moved_kg_co2e: string;
}

/** The way from one total to another. */
export interface Waterfall {
  /** `total_location` or `total_market`. */
  account: string;
  /** `before`, the effects in their order, `after`. */
  steps: WaterfallStep[];
}

/** One step of a waterfall: it starts where the one before ended. */
export interface WaterfallStep {
  /** `before`, `activity`, `factor` … `after`. */
  step: string;
  /** Where the bar starts. */
  start_kg_co2e: string;
  /** Where it ends. */
  end_kg_co2e: string;
  /** End less start. */
  change_kg_co2e: string;
}

/** How many lines changed in which way. */
export interface LineCounts {
  /** In both, and nothing changed. */
  unchanged: number;
  /** In both, with a change. */
  changed: number;
  /** In the second only. */
  appeared: number;
  /** In the first only. */
  disappeared: number;
  /** Counted before, kept out by a finding now. */
  excluded: number;
  /** Kept out by a finding before, counted now. */
  restored: number;
}

/** A line that changed. */
export interface LineChange {
  /** `changed`, `appeared`, `disappeared`, `excluded` or `restored`. */
  kind: string;
  /** Identifier of the record; may be empty. */
  id: string;
  /** Row in the first ledger; 0 = none. */
  before_row: number;
  /** Row in the second ledger; 0 = none. */
  after_row: number;
  /** Site as the ledger names it. */
  site: string;
  /** Identifier of the activity. */
  activity: string;
  /** What is different about the line. */
  causes: Cause[];
  /** The accounts that the line touches, each with its effects. */
  accounts: AccountChange[];
  /** For `excluded` and `restored`: the code of the finding, if it is among those listed. */
  finding: string;
}

/** One thing that is different about a line. */
export interface Cause {
  /** `quantity`, `unit`, `activity`, `category`, `region`, `site`, `supplier`, `product`, `month`, `factor`, `edition`, `record` (another record under the same name), `properties` (calorific values, densities), `gwp`, `profile`. */
  what: string;
  /** The account that it is about; empty = the line as a whole. */
  account: string;
  /** Before. */
  before: string;
  /** After. */
  after: string;
}

/** The change divided by one or more dimensions. */
export interface DiffView {
  /** Its dimensions. */
  by: string[];
  /** The cells with a change, sorted by key. */
  cells: DiffCell[];
  /** How many cells have none. */
  unchanged: number;
}

/** One group of a view. */
export interface DiffCell {
  /** One value for each dimension of the view. */
  key: string[];
  /** `changed`, `appeared` or `disappeared`. */
  kind: string;
  /** The accounts that changed, then both totals. */
  accounts: AccountChange[];
}

/** Whose emissions are counted, and with which share. */
export interface Organisation {
  /** `equity-share`, `financial-control` or `operational-control`: one for the whole inventory. Required. */
  approach: string;
  /** Legal entities; the one without a parent is the reporting company. */
  entities?: LegalEntity[];
  /** Sites as the ledger names them. */
  sites?: OrganisationSite[];
  /** The site that rows without a site belong to; else such rows are findings. */
  default_site?: string;
}

/** A legal entity, for a span of days. An entity whose share or control changes stands there once for each span. */
export interface LegalEntity {
  /** Identifier. Required. */
  id: string;
  /** Name. */
  name?: string;
  /** The entity that holds it; empty for the reporting company. */
  parent?: string;
  /** What the parent holds of it, in per cent: a decimal or a fraction `100/3`; empty = not said. */
  economic_interest_percent?: string;
  /** Whether the parent has financial control: `yes`, `no` or `joint`; empty = not said. */
  financial_control?: string;
  /** Whether the parent has operational control: `yes` or `no`; empty = not said. */
  operational_control?: string;
  /** First day; empty = open. */
  from?: string;
  /** Last day; empty = open. */
  to?: string;
}

/** A site, for a span of days. */
export interface OrganisationSite {
  /** Identifier: the ledger's own name of the site, or a name of its own. Required. */
  id: string;
  /** Further names under which the ledger writes the site. */
  aliases?: string[];
  /** The legal entity that it belongs to. Required. */
  entity: string;
  /** `leased-in-finance`, `leased-in-operating`, `leased-out-finance`, `leased-out-operating`; empty = not leased. */
  lease?: string;
  /** First day; empty = open. */
  from?: string;
  /** Last day; empty = open. */
  to?: string;
}

/** What consolidation did: the inventory at 100 % beside the consolidated one. */
export interface Boundary {
  /** The approach. */
  approach: string;
  /** The whole at 100 %, as if every site were wholly owned: equal to the inventory without an organisation. */
  at_100_percent: Figures;
  /** What stays out because its share is zero, at 100 %. */
  share_zero_at_100_percent: Figures;
  /** Every site and span of days with one share that rows fall into, sorted by site and day. */
  shares: BoundaryShare[];
}

/** A site and a span of days with one share. */
export interface BoundaryShare {
  /** The site. */
  site: string;
  /** The legal entity that it belongs to. */
  entity: string;
  /** The entities from the reporting company down to it. */
  chain: string[];
  /** First day; empty = open. */
  from: string;
  /** Last day; empty = open. */
  to: string;
  /** The share applied, exactly: a decimal or a fraction. */
  share: string;
  /** Why the share is what it is: `interest`, `control`, `no control`, `joint control`, `outside the dates`. */
  because: string;
  /** Where scopes 1 and 2 go because the asset is leased: `3.8` or `3.13`; empty = they stay. */
  moved_to: string;
  /** Rows that fall into the span, wholly or in part. */
  lines: number;
  /** Their figures at 100 %. */
  at_100_percent: Figures;
  /** Their figures with the share. */
  consolidated: Figures;
}

/** Request of the method `organisation`: a file's text, or the organisation itself. */
export interface OrganisationRequest {
  /** The file's text, CSV or JSON. */
  text?: string;
  /** The organisation. */
  organisation?: Organisation;
}

/** Answer of the method `organisation`: what it says, and the share of each site and span of days. */
export interface OrganisationAnswer {
  /** The organisation, ready for the option `organisation`. */
  organisation: Organisation;
  /** The shares. */
  shares: SiteShare[];
}

/** The share of a site for a span of days. */
export interface SiteShare {
  /** The site. */
  site: string;
  /** The legal entity that it belongs to. */
  entity: string;
  /** The entities from the reporting company down to it. */
  chain: string[];
  /** First day; empty = open. */
  from: string;
  /** Last day; empty = open. */
  to: string;
  /** The share, exactly: a decimal or a fraction. */
  share: string;
  /** As in an inventory's boundary. */
  because: string;
  /** As in an inventory's boundary. */
  moved_to: string;
}

/** Choices and declarations for an inventory. */
export interface InventoryOptions {
  /** `ghg-protocol`, `iso-14064-1`, `vn-circular-38`. Required. */
  profile: string;
  /** `AR4`, `AR5`, `AR6`. Required. */
  gwp: string;
  /** `2025`, `2025-03` or `2025-01-01/2025-12-31`; rows outside are findings. */
  period?: string;
  /** Where rows without a region happen: `VN`, `VN-HN`. */
  region?: string;
  /** How numbers and dates are written: `vi-VN`, `en-US` … */
  locale?: string;
  /** `dmy` or `mdy`; overrides the locale. */
  date_order?: string;
  /** `excel1900` or `excel1904`, if the dates are serial numbers. */
  date_system?: string;
  /** `,`, `;` or a tab; else it is read off the header. */
  delimiter?: string;
  /** `utf-8`, `utf-16le`, `utf-16be`, `windows-1258`; else by the byte-order mark. */
  encoding?: string;
  /** Headers of the ledger that are not known by name, and the fields that they hold. */
  columns?: Column[];
  /** `csv`, `xlsx` or `jsonl`; else told by the first bytes. */
  ledger_format?: string;
  /** The sheet of a workbook, by name or by number from 1; else the one that holds a ledger. */
  sheet?: string;
  /** The row of the sheet that holds the headers; else the first that has all that a ledger needs. */
  header_row?: number;
  /** Which digits of a workbook's numbers count: `excel15`, the 15 that the user saw (the default), or `raw`. */
  sheet_numbers?: string;
  /** Packs that are asked for factors, the preferred first; else the profile's own order. */
  sources?: string[];
  /** How many years older than the activity a factor may be. */
  proxy_years?: number;
  /** Places whose factors may stand in. */
  proxy_places?: string[];
  /** Views: `site`, `supplier,scope,category` …; else one view for each dimension. */
  by?: string[];
  /** Whether rows of scopes 1 and 2 bring their upstream emissions (scope 3 category 3) with them. */
  upstream?: boolean;
  /** Whose emissions are counted, and with which share; else everything in the ledger, wholly. */
  organisation?: Organisation;
  /** Added to the row numbers: for a part of a larger ledger. */
  row_offset?: number;
  /** How many findings the answer lists; all are counted. */
  findings?: number;
}

/** A ledger inside a request: as text, or as bytes in base64 where the encoding matters. */
export interface Ledger {
  /** The file's text. */
  text?: string;
  /** The file's bytes. */
  base64?: string;
}

/** Request of the method `inventory`. */
export interface InventoryRequest {
  /** The ledger; absent where it is handed over beside the request. */
  ledger?: Ledger;
  /** Choices and declarations. */
  options: InventoryOptions;
  /** The user's own packs, each as one text. */
  packs?: string[];
}

/** Request of the method `explain`: an inventory's request and the line that is asked about. */
export interface ExplainRequest {
  /** The ledger; absent where it is handed over beside the request. */
  ledger?: Ledger;
  /** Choices and declarations. */
  options: InventoryOptions;
  /** The user's own packs, each as one text. */
  packs?: string[];
  /** A record identifier, or a row number. */
  line: string;
}

/** Request of the method `ledger`: how a file is read, without any factor. */
export interface LedgerRequest {
  /** The ledger; absent where it is handed over beside the request. */
  ledger?: Ledger;
  /** Declarations; `profile` and `gwp` are not needed. */
  options?: InventoryOptions;
  /** How many rows to show. */
  rows?: number;
}

/** Request of the method `merge`: answers for parts of one ledger. */
export interface MergeRequest {
  /** The answers. */
  answers: InventoryAnswer[];
}

/** Request of the method `units.convert`. */
export interface ConvertRequest {
  /** The quantity, as text. */
  quantity: string;
  /** Its unit. */
  from: string;
  /** The unit wanted. */
  to: string;
}

/** Request of the method `apportion`. */
export interface ApportionRequest {
  /** The whole number to share out, as text. */
  total: string;
  /** Weights: decimals or fractions `1/3`, as text. */
  weights: string[];
}

/** Request of the method `factors.search`. */
export interface SearchRequest {
  /** Words; empty lists everything. */
  query?: string;
  /** Most hits; 0 = 50. */
  limit?: number;
  /** The user's own packs, each as one text. */
  packs?: string[];
}

/** Request of the methods `factors.show` and `factors.check`. */
export interface FactorRequest {
  /** For `factors.show`: `pack/factor`. */
  id?: string;
  /** For `factors.check`: the pack as one text. */
  text?: string;
  /** The user's own packs, each as one text. */
  packs?: string[];
}

/** Request of the method `gwp`. */
export interface GwpRequest {
  /** `AR4`, `AR5`, `AR6`. */
  gwp?: string;
  /** A gas or a blend. */
  gas?: string;
  /** A mass in kilograms, as text. */
  kg?: string;
}

/** Request of the method `report`. */
export interface ReportRequest {
  /** The answer to write. */
  answer: InventoryAnswer;
  /** `html`, `csv` or `table`. */
  format: string;
  /** `en` or `vi`. */
  lang?: string;
}

/** An inventory to compare: a finished answer, or a ledger with its options. */
export interface DiffSide {
  /** A finished inventory. */
  answer?: InventoryAnswer;
  /** The ledger, where there is no finished answer. */
  ledger?: Ledger;
  /** Choices and declarations for the ledger. */
  options?: InventoryOptions;
  /** The user's own packs for the ledger, each as one text. */
  packs?: string[];
}

/** How lines of two ledgers are matched. */
export interface Matching {
  /** `id` (else): by identifier, lines without one by their group. `group`: all lines by their group (site, activity, supplier, product, view and period). */
  by?: string;
  /** Which part of the period a group has: `day` (else, both days), `month` (month of any year) or `year` (none of it). */
  period?: string;
}

/** How two inventories shall be compared. */
export interface DiffOptions {
  /** How lines are matched. */
  matching?: Matching;
  /** Sites that a structural change brought or took. */
  structure?: string[];
  /** Views of the change; else one for each dimension. */
  by?: string[];
  /** How many changed lines the answer lists, the largest first (1,000 if not given); all are counted. */
  lines?: number;
}

/** Request of the method `diff`. */
export interface DiffRequest {
  /** The inventory before. */
  before: DiffSide;
  /** The inventory after. */
  after: DiffSide;
  /** How they are compared. */
  options?: DiffOptions;
}

/** A rule as a pack holds it. */
export interface RuleUse {
  /** `pack/rule`. */
  id: string;
  /** `list`, `criterion`, `duty`, `trading` … */
  topic: string;
  /** What is measured or named. */
  measure: string;
  /** The figure or word. */
  value: string;
  /** Its unit. */
  unit: string;
  /** Name of the reading, where a text is read in several ways. */
  reading: string;
  /** The form to use. */
  form: string;
  /** What the rule says, in English. */
  says_en: string;
  /** What the rule says, in Vietnamese. */
  says_vi: string;
  /** The legal text. */
  text: string;
  /** Where in the text. */
  article: string;
  /** First and last day in force: `2025-08-01/`, open ends empty. */
  in_force: string;
  /** The rule that it takes the place of. */
  supersedes: string;
  /** `A` read in the primary text, `A-` a careful copy, `B` secondary or our reading, `C` from memory. */
  confidence: string;
  /** Remark. */
  note: string;
}

/** Answer of the method `obligations`. */
export interface ObligationsAnswer {
  /** ISO 3166-1 code of the country. */
  country: string;
  /** The day whose law was asked. */
  on: string;
  /** `listed`, `dropped` (stood on a list before, stands on it no more) or `not-listed`. */
  standing: string;
  /** The list that decides. */
  list: RuleUse;
  /** Whether a criterion for being put on the list is reached, whatever the standing. */
  criterion_reached: boolean;
  /** The criteria for the sector, each with what the facility says about it. */
  criteria: CriterionState[];
  /** What falls due from the day on to the last day asked for, in the order of the days. */
  duties: DutyDate[];
  /** What frees the facility from duties, if anything does. */
  released_by: RuleUse[];
  /** Readings of the law that the duties are told in; choose one with `reading`. */
  readings: string[];
  /** The lowest confidence among the rules above. */
  confidence: string;
  /** Packs that the rules came from. */
  packs: PackUse[];
}

/** A criterion and what a facility says about it. */
export interface CriterionState {
  /** The rule with its threshold. */
  rule: RuleUse;
  /** The facility's own figure; empty = not stated. */
  value: string;
  /** `reached`, `not-reached` or `not-stated`. */
  state: string;
}

/** A duty on one day. */
export interface DutyDate {
  /** The day. */
  due: string;
  /** Whether it must be done before the day; else on the day at the latest. */
  before: boolean;
  /** Years of data that it covers. */
  years: string[];
  /** Who receives it, in English. */
  recipient_en: string;
  /** Who receives it, in Vietnamese. */
  recipient_vi: string;
  /** The rule. */
  rule: RuleUse;
}

/** Answer of the method `energy.toe`. */
export interface ToeAnswer {
  /** The sum in tonnes of oil equivalent; the lower end where a coefficient is a range. */
  lower_toe: string;
  /** The upper end; equal to `lower_toe` if no coefficient is a range. */
  upper_toe: string;
  /** The parts, in the order of the request. */
  parts: ToePart[];
  /** The thresholds for the sector, each with the state `reached`, `not-reached` or `undecided` (a range around it). */
  thresholds: CriterionState[];
  /** What the figure is good for. */
  only_for: string;
  /** The lowest confidence among the coefficients and thresholds. */
  confidence: string;
  /** Packs that the coefficients and thresholds came from. */
  packs: PackUse[];
}

/** One energy in tonnes of oil equivalent. */
export interface ToePart {
  /** The energy. */
  energy: string;
  /** Its English name. */
  name_en: string;
  /** Its Vietnamese name. */
  name_vi: string;
  /** The quantity as given. */
  quantity: string;
  /** Its unit. */
  unit: string;
  /** `pack/equivalent`. */
  coefficient: string;
  /** Tonnes of oil equivalent of one `per_unit`, as printed; a range as `0.70-0.75`. */
  toe_per_unit: string;
  /** The unit that the coefficient is per. */
  per_unit: string;
  /** Tonnes of oil equivalent, lower end. */
  lower_toe: string;
  /** Tonnes of oil equivalent, upper end. */
  upper_toe: string;
  /** The text that prints the coefficient. */
  text: string;
  /** `A`, `A-`, `B` or `C`. */
  confidence: string;
  /** Remark. */
  note: string;
}

/** Answer of the method `ets.compliance`. Units are units of quota; one unit stands for a tonne of CO2 equivalent. */
export interface EtsAnswer {
  /** ISO 3166-1 code of the country. */
  country: string;
  /** The day whose law was asked. */
  on: string;
  /** Most credits that may be used. */
  credits_cap: string;
  /** Credits that may be used of those held. */
  credits_usable: string;
  /** Most units that may be borrowed. */
  borrowing_cap: string;
  /** Units that may be borrowed of those asked for. */
  borrowing_usable: string;
  /** Units to surrender. */
  units_due: string;
  /** Units still missing after those held and borrowed; empty if it is not said how many are held. */
  units_missing: string;
  /** Units left of those held; empty if it is not said how many are held. */
  units_left: string;
  /** The named rounding. */
  rounding: string;
  /** The rules that the figures come from. */
  rules: RuleUse[];
  /** Days and further figures of the scheme. */
  calendar: RuleUse[];
  /** The lowest confidence among `rules`. */
  confidence: string;
  /** Packs that the rules came from. */
  packs: PackUse[];
}

/** Answer of the method `steam_factor`. */
export interface SteamAnswer {
  /** The formula with its number in METHODS. */
  formula: string;
  /** Where the formula stands. */
  citation: string;
  /** One figure for each gas. */
  gases: SteamGas[];
  /** Whether the pack holds the exact factor; else 28 digits of it, rounded half-even. */
  exact: boolean;
  /** `pack/factor`, for the column `factor` of a ledger. */
  factor: string;
  /** A factor pack as one text, ready to be loaded. */
  pack: string;
  /** Tonnes of steam, if operating hours and tonnes an hour are given; else empty. */
  steam_t: string;
}

/** The factor of steam for one gas. */
export interface SteamGas {
  /** The gas. */
  gas: string;
  /** Kilograms of the gas for a tonne of steam, exactly: a decimal or a fraction. */
  exact_kg_per_t: string;
  /** The same with at most 28 digits, rounded half-even. */
  kg_per_t: string;
  /** The mean factor of the boiler's fuels, in kilograms of the gas for a terajoule. */
  fuel_kg_per_tj: string;
}

/** Request of the method `obligations`. */
export interface ObligationsRequest {
  /** ISO 3166-1 code of the country. Required. */
  country: string;
  /** The day whose law is asked, and from which on duties are told: `2026-11-22`. Required. */
  on: string;
  /** The last day for which duties are told. Required. */
  until: string;
  /** What is known about the facility. */
  facility?: FacilityFacts;
  /** One of the readings of the law; else duties are told in each of them. */
  reading?: string;
  /** Whether duties of authorities are told, too. */
  authorities?: boolean;
  /** The user's own packs, each as one text: a change of the law is a pack of kind `rules`. */
  packs?: string[];
}

/** What is known about a facility. */
export interface FacilityFacts {
  /** `thermal-power`, `steel`, `cement`, `industry`, `freight-transport`, `commercial-building`, `waste` or `other`. Required. */
  sector: string;
  /** The lists that the facility stands on, e.g. `decision-42-2026`. */
  lists?: string[];
  /** Whether emission quota is allocated to it. */
  quota?: boolean;
  /** Its yearly emissions in tonnes of CO2 equivalent, if known. */
  emissions_t_co2e?: string;
  /** Its yearly energy use in tonnes of oil equivalent, if known. */
  energy_toe?: string;
  /** The waste that it treats in a year, in tonnes, if any. */
  waste_t?: string;
}

/** Request of the method `energy.toe`. */
export interface ToeRequest {
  /** ISO 3166-1 code of the country. Required. */
  country: string;
  /** The day whose coefficients and thresholds are asked. Required. */
  on: string;
  /** As in `FacilityFacts`; empty = no threshold is compared. */
  sector?: string;
  /** The energy bill of a year. */
  energy?: EnergyUse[];
  /** The user's own packs, each as one text. */
  packs?: string[];
}

/** A line of an energy bill. */
export interface EnergyUse {
  /** `electricity`, `diesel`, `lpg` … or a usual name. */
  energy: string;
  /** How much. */
  quantity: string;
  /** In which unit. */
  unit: string;
}

/** Request of the method `ets.compliance`. Units are units of quota. */
export interface EtsRequest {
  /** ISO 3166-1 code of the country. Required. */
  country: string;
  /** The day whose law is asked. Required. */
  on: string;
  /** Quota allocated for the period, in whole units. Required. */
  allocation: string;
  /** Verified emissions of the direct sources, in tonnes of CO2 equivalent. Required. */
  direct_emissions_t_co2e: string;
  /** Carbon credits held, in whole units; empty = none. */
  credits_held?: string;
  /** Units that the facility would borrow; empty = none. */
  borrowing_requested?: string;
  /** Units of quota held; empty = not said, and then nothing is said about what is missing or left. */
  units_held?: string;
  /** The user's own packs, each as one text. */
  packs?: string[];
}

/** Request of the method `steam_factor`. */
export interface SteamRequest {
  /** Enthalpy of the steam at its pressure, in kJ/kg. Required. */
  enthalpy_kj_per_kg: string;
  /** Efficiency of the boiler as a fraction: 0.85, not 85. Required. */
  efficiency: string;
  /** The fuels of the boiler; their shares (of energy) add up to 1. Required. */
  fuels: SteamFuel[];
  /** Hours of supply in the period; with `t_per_h` the tonnes of steam are told. */
  hours?: string;
  /** Tonnes of steam an hour. */
  t_per_h?: string;
  /** Who supplies the steam: the publisher of the pack. Required. */
  supplier: string;
  /** The document that the inputs come from: the source of the pack. Required. */
  evidence: string;
  /** The day of that document: `2025-01-05`. Required. */
  evidence_date: string;
  /** Place code, or `site:` and the name of a site. Required. */
  place: string;
  /** When the factor is valid: `2024` or `2024-01-01/2025-12-31`. Required. */
  valid: string;
  /** Identifier of the pack, `[a-z0-9.-]+`; else `own-steam`. */
  pack_id?: string;
  /** The user's own packs, each as one text, if a fuel names a factor of one. */
  packs?: string[];
}

/** A fuel of a boiler. */
export interface SteamFuel {
  /** Its share of the boiler's energy; empty = the only fuel. */
  share?: string;
  /** A factor of the catalogue, `pack/factor`, in a mass of gas for a unit of net energy … */
  factor?: string;
  /** … or the gases by themselves. */
  gases?: GasPerEnergy[];
}

/** How much of a gas an energy gives. */
export interface GasPerEnergy {
  /** The gas. */
  gas: string;
  /** Kilograms of it for a terajoule. */
  kg_per_tj: string;
}

/** An amount of one account. */
export interface AccountAmount {
  /** `scope_1`, `scope_2_location`, `scope_2_market` or `scope_3`. */
  account: string;
  /** Kilograms of CO2 equivalent. */
  kg_co2e: string;
}

/** When a base year is recalculated, and on which figures that is decided. */
export interface BaseYearPolicy {
  /** `ghg-protocol`, `sbti`, `vn-circular-38`, or one of a pack of one's own. Required. */
  name: string;
  /** From which percentage of the base year on changes are significant, where the policy leaves it to the company or a stricter one is wanted. */
  threshold_percent?: string;
  /** The accounts that count, with one view of scope 2: `scope_1`, `scope_2_location` … Required. */
  accounts: string[];
  /** `all-year` or `pro-rata`: how a change in the middle of the current year counts in the base year. Needed if a structural change has a date. */
  timing?: string;
  /** The current year, `2025` or `2025-01-01/2025-12-31`; else that of the current inventory. */
  current_period?: string;
}

/** Something that happened since the base year. */
export interface BaseYearEvent {
  /** `merger`, `acquisition`, `divestment`, `insourcing`, `outsourcing`, `boundary`, `method`, `source`, `factor-correction`, `error`; `factor-update` and `organic-growth` never lead to a recalculation. Required. */
  kind: string;
  /** What happened, in words. */
  what?: string;
  /** The day from which it holds, for structural changes. */
  date?: string;
  /** Sites that came or went. */
  sites?: string[];
  /** For insourcing and outsourcing: the emissions were and are in a scope of the inventory. */
  in_scopes?: boolean;
  /** Emissions of the base year that are concerned, by account: of the entity (not negative) for structural changes, with their sign for all others. */
  amounts?: AccountAmount[];
  /** The entity's inventory of the base year, where there is one. */
  entity?: DiffSide;
  /** The base year computed with the correction; it holds the corrections listed before it. Without a ledger, that of the base year is computed with these options and packs. */
  corrected?: DiffSide;
}

/** Request of the method `base_year`. */
export interface BaseYearRequest {
  /** The base year as it was reported. */
  base: DiffSide;
  /** The current year. */
  current?: DiffSide;
  /** The policy. */
  policy: BaseYearPolicy;
  /** What happened since the base year. */
  events?: BaseYearEvent[];
  /** How base and current year are compared; lines by group and year if nothing is said. */
  comparison?: DiffOptions;
}

/** What an amount of emissions is divided by. */
export interface Denominator {
  /** Its name, the same in all years: `revenue`, `steel`, `employees`. Required. */
  name: string;
  /** How much, as text. Required. */
  quantity: string;
  /** Its unit: `t`, `m2`, `{FTE}`, `USD{2024}`. Required. */
  unit: string;
  /** The unit that the intensity is per; else that of the first year. */
  per?: string;
  /** The period that it is for, if it is to be compared with that of the inventory. */
  period?: string;
}

/** A year's emissions with what they are divided by. */
export interface ProgressYear {
  /** The year. Required. */
  year: number;
  /** Its inventory. */
  answer?: InventoryAnswer;
  /** Its emissions by account, where there is no inventory. */
  amounts?: AccountAmount[];
  /** What they are divided by. */
  denominators?: Denominator[];
}

/** Request of the method `intensity`. */
export interface IntensityRequest {
  /** The years, in their order. */
  years: ProgressYear[];
  /** The accounts that are added up, with one view of scope 2. */
  accounts: string[];
  /** Decimals of an intensity, 0 to 15. */
  decimals: number;
}

/** A target. */
export interface Target {
  /** Its name. Required. */
  name: string;
  /** The accounts that it covers, with at most one view of scope 2. Required. */
  accounts: string[];
  /** Categories that it leaves out: `3.15` … */
  without?: string[];
  /** The year to be reached. Required. */
  target_year: number;
  /** A named pathway: `sbti-1.5c`, `sbti-wb2c`, `sbti-intensity`, or one of a pack of one's own. It says the next three. */
  pathway?: string;
  /** `absolute` or `intensity`. */
  kind?: string;
  /** `linear` (of the base year) or `compound` (of the year before). */
  shape?: string;
  /** Reduction a year in per cent. */
  annual_percent?: string;
  /** Instead of `annual_percent`: the reduction of the target year against the base year in per cent, on a straight line. */
  reduction_percent?: string;
  /** For an intensity target: the name of the denominator. */
  denominator?: string;
}

/** Request of the method `targets`. */
export interface TargetsRequest {
  /** The base year, recalculated if it had to be. */
  base: ProgressYear;
  /** The years since. */
  years?: ProgressYear[];
  /** The targets. */
  targets: Target[];
  /** Decimals of percentages and intensities, 0 to 15. */
  decimals: number;
}
