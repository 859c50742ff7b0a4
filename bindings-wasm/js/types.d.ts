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
  /** What instruments covered, where there is a register of them. */
  instruments?: InstrumentUse[];
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
  /** The register of instruments, with what the ledger claims of it. */
  instruments?: Instruments;
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
  /** `xlsx` or `jsonl`; absent for text with delimiters. */
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
  /** The calculation method that the row names; absent where it is quantity × factor. */
  method?: MethodUse;
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

/** The calculation method of a line. */
export interface MethodUse {
  /** The word that the row writes: `freight`. */
  id: string;
  /** Its number in METHODS. */
  number: string;
  /** The formula, with the columns that it reads. */
  formula: string;
  /** The rule that it follows. */
  clause: string;
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
  /** `conversion`, `ncv`, `gcv`, `density` or `measured`; `term` and `move` of a calculation method; `share` is the part of the row that an organisation counts, `covered` and `uncovered` the part that an instrument covers or none does, `losses` what a grid lost for it. */
  kind: string;
  /** Unit before; for a part of the row, what it is the part of; empty for a term. */
  from: string;
  /** Unit after; empty for a part of the row and for a term. */
  to: string;
  /** The term as the formula writes it: `× distance_km`. */
  term?: string;
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
  /** `quantity`, `unit`, `activity`, `category`, `region`, `entity`, `site`, `supplier`, `product`, `month`, `factor`, `edition`, `record` (another record under the same name), `share` (of the organisation), `properties` (calorific values, densities), `gwp`, `profile`. */
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

/** Answer of `methods`: what a form for a ledger row needs to know. */
export interface MethodsAnswer {
  /** The methods, in the order of their numbers. */
  methods: MethodEntry[];
}

/** A calculation method. */
export interface MethodEntry {
  /** The word for the column `method`: `freight`. */
  id: string;
  /** Its number in METHODS. */
  number: string;
  /** What it does, in English. */
  says: string;
  /** What it does, in Vietnamese. */
  says_vi: string;
  /** The formula, with the columns that it reads; what stands in `[…]` may be left out. */
  formula: string;
  /** The rule that it follows. */
  clause: string;
  /** Other words for it. */
  aliases: string[];
  /** Units that the quantity may be in, or convert to; empty: any unit that leads to the factor's. */
  takes: string[];
  /** Units of what the factor multiplies; empty: that of the quantity. */
  gives: string[];
  /** Categories in which it may stand: keys, or `1`, `2`, `3` for a whole scope. */
  categories: string[];
  /** Whether the row's activity and place decide the factor; `false`: the method brings its own. */
  uses_factor: boolean;
  /** The columns that it reads, in the order of the formula. */
  parameters: ParameterEntry[];
}

/** A column that a method reads. */
export interface ParameterEntry {
  /** The column name: `distance_km`. */
  name: string;
  /** Unit of its numbers; `1` for a plain number, empty for a word. */
  unit: string;
  /** What may stand in it. */
  range: string;
  /** Whether every row of the method needs it, of its own or from a record of a pack. */
  needed: boolean;
  /** What it is, in English. */
  says: string;
  /** What it is, in Vietnamese. */
  says_vi: string;
  /** Headers that stand for it beside its name, English and Vietnamese. */
  headers: string[];
  /** Words that it knows; empty for numbers and for words of packs. */
  words: string[];
  /** Records of packs that stand in where the cell is empty, by the ends of their names or by their kinds. */
  records: string[];
}

/** Answer of `allocate`: a mass shared out, to the last 10⁻¹² kg. */
export interface AllocateAnswer {
  /** The parts in kilograms, in the order of the weights; they add up to the total. */
  parts_kg: string[];
  /** Kilograms for one unit of weight, exactly: a decimal or a fraction. */
  kg_per_weight: string;
}

/** The register of instruments. With one, only registered instruments count, each once and up to its volume. */
export interface Instruments {
  /** The instruments. */
  register?: Instrument[];
  /** How many days before and after its vintage an instrument may be used; needed where a vintage is stated. */
  vintage_window_days?: number;
  /** Markets from which electricity can be delivered to another one: instruments of the first count in the second, too. */
  connected?: ConnectedMarket[];
  /** What the rows of the whole ledger claim, from `scope2.claims`; needed where a ledger is computed in parts. */
  claims?: Claim[];
}

/** A market that delivers to another one. */
export interface ConnectedMarket {
  /** The market of instruments, as a place code. Required. */
  market: string;
  /** The place whose rows they may cover, too. Required. */
  serves: string;
}

/** A certificate, contract, supplier's rate or tariff. */
export interface Instrument {
  /** Identifier, as rows write it in the column `instrument`. Required. */
  id: string;
  /** `certificate`, `contract`, `supplier-rate` or `green-tariff`. Required. */
  kind: string;
  /** `electricity`, `steam`, `heat` or `cooling`; empty = electricity. */
  energy?: string;
  /** Its factor, as `pack/factor`; either this or `gases`. */
  factor?: string;
  /** Its gases per kWh; zero must be stated. */
  gases?: InstrumentGas[];
  /** How much it covers; needed for certificates and contracts, empty = without a limit. */
  volume?: string;
  /** Unit of the volume, e.g. `MWh`. */
  volume_unit?: string;
  /** The market in which it is valid, as a place code: rows within it may use it. Required. */
  market: string;
  /** First day of generation; needed for certificates. */
  vintage_from?: string;
  /** Last day of generation. */
  vintage_to?: string;
  /** `solar`, `wind` …, for the record. */
  technology?: string;
  /** Whether it was cancelled or retired for this consumption: `yes` or `no`; needed for certificates. */
  cancelled?: string;
  /** The day of it, for the record. */
  cancelled_on?: string;
  /** Reference in the tracking system, for the record. */
  registry?: string;
  /** Sites whose rows it covers although they do not name it. */
  sites?: string[];
  /** Places whose rows it covers although they do not name it. */
  regions?: string[];
}

/** One gas of an instrument. */
export interface InstrumentGas {
  /** `CO2`, `CH4` … Required. */
  gas: string;
  /** Kilograms of it for one kWh. Required. */
  kg_per_kwh: string;
}

/** What rows claim that may use the same instruments. */
export interface Claim {
  /** The instruments, in the order in which they are used. Required. */
  instruments: string[];
  /** Energy of the rows, exactly. Required. */
  kwh: string;
}

/** Answer of the method `scope2.claims`. */
export interface ClaimsAnswer {
  /** The claims; those of several parts of a ledger may stand in one list. */
  claims: Claim[];
}

/** What an instrument covered. */
export interface InstrumentUse {
  /** Identifier. */
  id: string;
  /** `certificate`, `contract`, `supplier-rate` or `green-tariff`. */
  kind: string;
  /** Its factor. */
  factor: string;
  /** Its volume; empty = without a limit. */
  volume_kwh: string;
  /** What the rows of the whole ledger ask of it; empty where it has no limit. */
  claimed_kwh: string;
  /** The part of what is claimed that it covers, exactly; 1 where it has no limit. */
  share: string;
  /** What it covered in the rows of this result, exactly. */
  covered_kwh: string;
  /** Volume that nobody claims: it lowers nothing. */
  surplus_kwh: string;
  /** Rows that it covers, wholly or in part. */
  lines: number;
  /** `covered`, `over-claimed`, `surplus` or `unclaimed`. */
  state: string;
}

/** Whether a base year is recalculated, and to what. */
export interface BaseYearAnswer {
  /** `emitrace/base-year/1`. */
  schema: string;
  /** Version of the engine. */
  engine: string;
  /** SHA-256 of the canonical JSON of this answer with an empty digest. */
  digest: string;
  /** Whether the base year is to be recalculated. */
  recalculate: boolean;
  /** Why, or why not, in one sentence. */
  because: string;
  /** Name of the policy. */
  policy: string;
  /** Its document and clause. */
  document: string;
  /** From which percentage on changes are significant; empty = every change that triggers. */
  threshold_percent: string;
  /** The accounts that were added up. */
  accounts: string[];
  /** `all-year`, `pro-rata` or empty. */
  timing: string;
  /** Each event with what it does. */
  events: EventResult[];
  /** Sizes of the changes that trigger, added up without sign, in kilograms of CO2 equivalent. */
  cumulative_kg_co2e: string;
  /** The same in per cent of the base year, rounded half-even to six decimals for reading; the comparison is exact. */
  cumulative_percent: string;
  /** The base year as it was reported, with its digest and the editions of its packs: it is kept. */
  reported: InventoryMark;
  /** The base year on the accounts as reported. */
  reported_kg_co2e: string;
  /** The base year by account, recalculated; as reported if nothing is recalculated. */
  base: AccountAmount[];
  /** Their sum over the accounts of the policy. */
  base_kg_co2e: string;
  /** The current year on the accounts; absent if none was given. */
  current_kg_co2e: string | null;
  /** Current year less recalculated base year: growth or decline that no event explains. */
  organic_kg_co2e: string | null;
  /** The years that must be shown after a recalculation. */
  years_to_show: string[];
  /** From base year as reported to current year, by account. */
  total: AccountChange[];
  /** From the total of the base year as reported to that of the current year, step by step. */
  waterfalls: Waterfall[];
  /** What a reader must know. */
  notes: Note[];
}

/** What an event does to a base year. */
export interface EventResult {
  /** The kind. */
  kind: string;
  /** What happened, in words. */
  what: string;
  /** Whether the policy recalculates for this kind. */
  triggers: boolean;
  /** Whether it is significant alone. */
  significant: boolean;
  /** Change of the base year by account. */
  amounts: AccountAmount[];
  /** Its sum over the accounts of the policy, in kilograms of CO2 equivalent. */
  kg_co2e: string;
  /** The same in per cent of the base year, rounded half-even to six decimals for reading. */
  percent: string;
  /** The share of a year that counts, exactly. */
  share: string;
  /** Why it triggers, or why not. */
  because: string;
  /** Document and clause behind that; empty if the policy says nothing. */
  clause: string;
  /** `A`, `A-`, `B`, `C`; empty if the policy says nothing. */
  confidence: string;
}

/** Intensities of years. */
export interface IntensityAnswer {
  /** `emitrace/intensity/1`. */
  schema: string;
  /** Version of the engine. */
  engine: string;
  /** SHA-256 of the canonical JSON of this answer with an empty digest. */
  digest: string;
  /** The accounts that were added up. */
  accounts: string[];
  /** Name of the rounding. */
  rounding: string;
  /** The years. */
  years: IntensityYear[];
  /** What cannot be compared, and why. */
  notes: Note[];
}

/** Intensities of one year. */
export interface IntensityYear {
  /** The year. */
  year: number;
  /** Digest of its inventory; empty if its emissions were stated. */
  inventory: string;
  /** The emissions, in kilograms of CO2 equivalent. */
  kg_co2e: string;
  /** One for each denominator. */
  intensities: Intensity[];
}

/** Emissions per unit of something. */
export interface Intensity {
  /** Name of the denominator. */
  name: string;
  /** How much of it, in its own unit. */
  quantity: string;
  /** Its unit. */
  unit: string;
  /** The unit that the intensity is per. */
  per: string;
  /** Kilograms of CO2 equivalent per unit of `per`, rounded. */
  kg_co2e_per_unit: string;
  /** The same exactly: a decimal or a fraction `n/d`; empty if its terms need more than 127 bits. */
  exact_kg_co2e_per_unit: string;
  /** Change against the first year in per cent, rounded; absent in the first year and where it cannot be compared. */
  change_percent: string | null;
}

/** Targets with their pathways and the way there. */
export interface TargetsAnswer {
  /** `emitrace/targets/1`. */
  schema: string;
  /** Version of the engine. */
  engine: string;
  /** SHA-256 of the canonical JSON of this answer with an empty digest. */
  digest: string;
  /** The base year. */
  base_year: number;
  /** Name of the roundings. */
  rounding: string;
  /** The targets. */
  targets: TargetResult[];
  /** What a reader must know. */
  notes: Note[];
}

/** One target.  Levels are kilograms of CO2 equivalent; for an intensity target kilograms per unit of `per`. */
export interface TargetResult {
  /** Its name. */
  name: string;
  /** `absolute` or `intensity`. */
  kind: string;
  /** `linear` or `compound`. */
  shape: string;
  /** Reduction a year in per cent, exactly. */
  annual_percent: string;
  /** Named pathway; empty if none. */
  pathway: string;
  /** Document, clause and confidence of the pathway's percentage; empty if it was stated by the caller. */
  source: string;
  /** For an intensity target the unit that it is per; else empty. */
  per: string;
  /** The level of the base year. */
  base_level: string;
  /** The year to be reached. */
  target_year: number;
  /** The level to be reached. */
  target_level: string;
  /** Year by year. */
  path: PathYear[];
  /** How much of the base year is inside the target. */
  coverage: TargetCoverage;
}

/** One year on the way to a target. */
export interface PathYear {
  /** The year. */
  year: number;
  /** Where the pathway is. */
  path_level: string;
  /** Where the year was; absent if it is not known. */
  level: string | null;
  /** Level less pathway: above zero is too much. */
  gap: string | null;
  /** The gap in per cent of the pathway, rounded. */
  gap_percent: string | null;
  /** Change against the base year in per cent, rounded. */
  change_percent: string | null;
  /** Whether the level is on or below the pathway. */
  on_track: boolean | null;
  /** What has to be saved every year from here, in per cent of the base level, on a straight line; rounded. */
  needed_annual_percent: string | null;
  /** Offsets and credits of the year in kilograms of CO2 equivalent: shown, and never counted. */
  offsets_kg_co2e: string | null;
}

/** How much of the base year a target covers. */
export interface TargetCoverage {
  /** Of scopes 1 and 2 together, in per cent, rounded; absent without emissions there. */
  scope_1_2_percent: string | null;
  /** Of scope 3, in per cent, rounded; absent without emissions there. */
  scope_3_percent: string | null;
  /** Share of scope 3 in the total, in per cent, rounded; absent without emissions. */
  scope_3_share_percent: string | null;
  /** What the pathway asks for, each with whether it is met. */
  demands: CoverageDemand[];
}

/** One demand on the boundary of a target. */
export interface CoverageDemand {
  /** `coverage_scope_1_2_percent`, `coverage_scope_3_percent`. */
  parameter: string;
  /** At least so many per cent. */
  at_least_percent: string;
  /** Whether it is met. */
  met: boolean;
  /** Document, clause and confidence. */
  source: string;
}

/** Request of the method `factors.import`. */
export interface ImportRequest {
  /** Which publisher's layout the files have: `desnz`, `epa-hub` … as `factors.formats` lists them. */
  format: string;
  /** The files; one for all formats but `openlca`, which may come as many. */
  files: ImportFile[];
  /** Choices and declarations. */
  options: ImportOptions;
}

/** A file of a request: as text, or as bytes in base64. */
export interface ImportFile {
  /** Its name, as the publisher gave it: it is cited, and some names hold the edition. */
  name: string;
  /** The file's text. */
  text: string | null;
  /** The file's bytes. */
  base64: string | null;
}

/** Choices of an import. What the file itself says is not asked for. */
export interface ImportOptions {
  /** Identifier of the pack; else format and edition. */
  id: string | null;
  /** Edition, where the file does not say it. */
  edition: string | null;
  /** Year of the activities that the factors are meant for, where the file does not say it; for `ember` the one year to take. */
  year: number | null;
  /** Day on which the file was fetched, `2026-11-22`. */
  retrieved: string | null;
  /** Licence, where it depends on the edition; required for `table` and `openlca`. */
  licence: string | null;
  /** Publisher; required for `table` and `openlca`. */
  publisher: string | null;
  /** Title of the pack. */
  title: string | null;
  /** Text to print with results. */
  attribution: string | null;
  /** Where the publisher keeps the file. */
  url: string | null;
  /** `A`, `A-`, `B` or `C`; else `A`, a value read off the publisher's own file. */
  confidence: string | null;
  /** Place of the factors, where the file does not say it. */
  place: string | null;
  /** GWP set that CO2 equivalents are frozen at, where the file does not say it: `AR4`, `AR5`, `AR6`, `unstated`. */
  gwp_set: string | null;
  /** For `desnz`: `split` (single gases where they add up to the printed total) or `total` (totals only). */
  gases: string | null;
  /** Sheet of a workbook, where it is not the usual one. */
  sheet: string | null;
  /** `utf-8` or `windows-1252`, for files of comma-separated values. */
  encoding: string | null;
  /** For `table`: which column is what, as JSON. */
  mapping: string | null;
  /** How many findings the answer lists; all are counted. */
  findings: number | null;
}

/** Answer of `factors.import`: the pack, and what of the file is in it. */
export interface ImportAnswer {
  /** The pack as one text, ready for `factors.check` and for the list `packs` of other requests. */
  pack: string;
  /** Its identifier. */
  id: string;
  /** Its edition. */
  edition: string;
  /** Factors in the pack. */
  factors: number;
  /** Rows of its table. */
  rows: number;
  /** Values of the file that were looked at: `taken` and `left`. */
  values: number;
  /** Values that are in the pack, blank ones included. */
  taken: number;
  /** Of these, values that the file leaves blank; they are `absent` in the pack, never zero. */
  blank: number;
  /** Values that are not in the pack; each is a finding, or one of several that a finding counts. */
  left: number;
  /** The findings by code. */
  counts: FindingCount[];
  /** The first findings in the order of the file, as many as asked for. */
  findings: ImportFinding[];
  /** Sheets, tables and columns that hold no factor and were not read, with the reason. */
  not_read: NotRead[];
  /** The files and their digests. */
  files: ImportedFile[];
}

/** A remark about one cell of an imported file. */
export interface ImportFinding {
  /** The cell: `Sheet!F123`, ``row 123 column `Value` ``, or file and JSON pointer, `processes/p1.json#/exchanges/3`. */
  cell: string;
  /** `error`: should have been a factor and is not in the pack; `warning`: is in the pack, and somebody should look; `info`: left by design, or told for completeness. */
  severity: string;
  /** Stable code. */
  code: string;
  /** What stands there, shortened. */
  value: string;
  /** What about it. */
  message: string;
  /** What to do about it. */
  help: string;
}

/** A part of a file that was not read. */
export interface NotRead {
  /** A sheet, a table or a column. */
  part: string;
  /** Why it was not read. */
  reason: string;
}

/** A file that was imported. */
export interface ImportedFile {
  /** Its name. */
  name: string;
  /** SHA-256 of its bytes, in lower-case hexadecimal. */
  sha256: string;
}

/** Request of the method `factors.formats`. */
export interface FormatsRequest {
}

/** Answer of `factors.formats`. */
export interface FormatsAnswer {
  /** The layouts that can be imported. */
  formats: ImportFormat[];
}

/** A layout that can be imported. */
export interface ImportFormat {
  /** The name that requests use. */
  format: string;
  /** What it is. */
  title: string;
  /** Who publishes it; empty if the caller must say. */
  publisher: string;
  /** Licence of the data; empty if the caller must say. */
  licence: string;
  /** Kinds of files: `csv`, `xlsx`, `zip`, `json`. */
  files: string[];
  /** Where the publisher keeps it. */
  url: string;
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
  /** The register of instruments for bought energy; else rows name the factors of what was contracted themselves. */
  instruments?: Instruments;
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
  /** `html`, `csv`, `table`, or `svg`: one view as bars. */
  format: string;
  /** `en` or `vi`. */
  lang?: string;
  /** For `svg` the dimensions of the view; `category` if there are none. */
  by?: string[];
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

/** Request of the method `diff.report`. */
export interface DiffReportRequest {
  /** The comparison to write. */
  answer: DiffAnswer;
  /** `table`, or the location-based waterfall as `vega-lite` or `svg`. */
  format: string;
  /** `en` or `vi`. */
  lang?: string;
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

/** Request of `methods`. */
export interface MethodsRequest {
  /** A method's word, for one of them only. */
  id?: string;
  /** A category such as `3.4`, for the methods that may stand in it. */
  category?: string;
}

/** Request of `allocate`. */
export interface AllocateRequest {
  /** What is shared out, in kilograms: a decimal of at most twelve places. */
  total_kg: string;
  /** What each is weighed by, e.g. tonne-kilometres over great-circle distance: decimals or fractions `n/d`. */
  weights: string[];
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

/** The uncertainty of an inventory. */
export interface UncertaintyAnswer {
  /** `emitrace/uncertainty/1`. */
  schema: string;
  /** Version of the engine. */
  engine: string;
  /** Digest of the inventory that the figures belong to. */
  inventory_digest: string;
  /** Choices of the inventory. */
  choices: Choices;
  /** Choices of the statistics. */
  statistics: StatisticsChoices;
  /** How much of the ledger is in the result. */
  coverage: Coverage;
  /** The total, location-based and market-based. */
  total: UncertainFigure[];
  /** Scope 1, scope 2 both ways, scope 3. */
  scopes: UncertainFigure[];
  /** Categories, in the order of the scopes; those of scope 2 both ways. */
  categories: UncertainFigure[];
  /** Gases, within the location-based and the market-based total. */
  gases: UncertainFigure[];
  /** The table behind: one row for each category, activity, factor and gas. */
  sources: UncertainSource[];
  /** Emissions whose activity or factor has no stated uncertainty, by category. */
  unstated: UnstatedPart[];
  /** The rules of the request, with how far each was used. */
  rules: UncertaintyRuleUse[];
  /** What a reader must know, in sentences with a code. */
  remarks: Remark[];
  /** The findings, in the order of the rows, up to the limit; `coverage` counts all of them. */
  findings: Finding[];
}

/** The choices of the statistics. */
export interface StatisticsChoices {
  /** `1` or `2`. */
  approach: string;
  /** What a percentage means. */
  interval: string;
  /** How far the activity data of lines with the same factor are off together. */
  activity_correlation: string;
  /** Basic 95 % factor of the pedigree; empty if scores are not turned into uncertainties. */
  pedigree_basic_factor: string;
  /** Significant digits of figures by formula. */
  digits: number;
  /** Start of the random numbers. */
  seed: number | null;
  /** How often was drawn. */
  draws: number | null;
  /** The generator of the random numbers; empty for approach 1. */
  generator: string;
  /** Significant digits of simulated figures. */
  simulated_digits: number | null;
}

/** A figure with its uncertainty. */
export interface UncertainFigure {
  /** `total`, `scope_1`, the key of a category, or the name of a gas. */
  of: string;
  /** `location`, `market`, or empty where the two do not differ. */
  view: string;
  /** The figure itself, exact. */
  kg_co2e: string;
  /** Half of the 95 % interval below the figure, in per cent of it; none for a figure of zero. */
  lower_percent: string | null;
  /** Half of the 95 % interval above the figure, in per cent of it. */
  upper_percent: string | null;
  /** The same below, in kilograms. */
  lower_kg_co2e: string;
  /** The same above, in kilograms. */
  upper_kg_co2e: string;
  /** Share of the absolute emissions of which both activity and factor have a stated uncertainty, in per cent. */
  stated_percent: string | null;
  /** Share of which the activity has one. */
  activity_stated_percent: string | null;
  /** Share of which the factor has one. */
  factor_stated_percent: string | null;
  /** What the simulation found; none for approach 1. */
  simulated: SimulatedFigure | null;
}

/** What a simulation found. */
export interface SimulatedFigure {
  /** Mean of all draws. */
  mean: string;
  /** Median. */
  median: string;
  /** Percentile 2.5. */
  percentile_2_5: string;
  /** Percentile 97.5. */
  percentile_97_5: string;
  /** From the percentile 2.5 to the mean, in per cent of the mean; none for a mean of zero. */
  lower_percent: string | null;
  /** From the mean to the percentile 97.5, in per cent of the mean. */
  upper_percent: string | null;
}

/** A row of the table of sources (IPCC 2006 V1 Ch3, table 3.2). */
export interface UncertainSource {
  /** `scope_1`, `scope_2_location`, `scope_2_market`, `scope_3`. */
  account: string;
  /** Key of the category. */
  category: string;
  /** Identifier of the activity. */
  activity: string;
  /** Identifier of the factor. */
  factor: string;
  /** Name of the gas. */
  gas: string;
  /** Lines. */
  lines: number;
  /** Emissions, exact. */
  kg_co2e: string;
  /** Uncertainty of the activity data together, below; none if no line states one. */
  activity_lower_percent: string | null;
  /** The same above. */
  activity_upper_percent: string | null;
  /** Share of the absolute emissions whose activity has a stated uncertainty, in per cent. */
  activity_stated_percent: string | null;
  /** Uncertainty of the factor with the fuel properties on the way to its unit, below; none if none is stated. */
  factor_lower_percent: string | null;
  /** The same above. */
  factor_upper_percent: string | null;
  /** `pack`, `rule`, or empty if none is stated. */
  factor_stated_by: string;
  /** Both together, below. */
  lower_percent: string | null;
  /** Both together, above. */
  upper_percent: string | null;
  /** Its share in the variance of the location-based total (market-based for `scope_2_market`), in per cent, were it independent of the others. */
  variance_percent: string;
}

/** Emissions without a stated uncertainty. */
export interface UnstatedPart {
  /** Key of the category. */
  category: string;
  /** `location`, `market`, or empty where the two do not differ. */
  view: string;
  /** Absolute emissions whose activity states none. */
  activity_kg_co2e: string;
  /** Absolute emissions whose factor states none. */
  factor_kg_co2e: string;
}

/** A rule and how far it was used. */
export interface UncertaintyRuleUse {
  /** Its position in the request, from 0. */
  rule: number;
  /** Lines whose activity took its uncertainty. */
  lines: number;
  /** Factors' values that took its uncertainty. */
  factors: number;
}

/** A sentence with a stable code. */
export interface Remark {
  /** Stable code. */
  code: string;
  /** The sentence. */
  message: string;
}

/** Answer of the method `uncertainty.combine`. */
export interface CombineAnswer {
  /** The sum, exact. */
  value: string;
  /** Half of the 95 % interval below the sum, in per cent of it; none for a sum of zero. */
  lower_percent: string | null;
  /** The same above. */
  upper_percent: string | null;
  /** The same below, in the unit of the lines. */
  lower: string;
  /** The same above. */
  upper: string;
  /** How far lines with the same factor are off together in their activity. */
  activity_correlation: string;
  /** What a simulation found, in the unit of the lines. */
  simulated: SimulatedFigure | null;
  /** What a reader must know. */
  remarks: Remark[];
}

/** Answer of the method `uncertainty.pedigree`. */
export interface PedigreeAnswer {
  /** The 95 % factor (the squared geometric standard deviation). */
  factor: string;
  /** How far below the value the interval reaches, in per cent. */
  lower_percent: string;
  /** How far above. */
  upper_percent: string;
  /** Lower end of the interval around the value of the request. */
  lower: string | null;
  /** Upper end. */
  upper: string | null;
}

/** Answer of the method `uncertainty.trend`. */
export interface TrendAnswer {
  /** `location` or `market`. */
  view: string;
  /** Emissions of the base year, exact. */
  base_kg_co2e: string;
  /** Emissions of the year, exact. */
  year_kg_co2e: string;
  /** Change, in per cent of the base year. */
  change_percent: string;
  /** Half of the 95 % interval of the change, in percentage points. */
  uncertainty_points: string;
  /** The rows of the table. */
  sources: TrendSource[];
}

/** A row of the table of the trend (IPCC 2006 V1 Ch3, table 3.2, columns I to M). */
export interface TrendSource {
  /** Key of the category. */
  category: string;
  /** Identifier of the activity. */
  activity: string;
  /** Name of the gas. */
  gas: string;
  /** Emissions of the base year, exact. */
  base_kg_co2e: string;
  /** Emissions of the year, exact. */
  year_kg_co2e: string;
  /** Type A sensitivity: percentage points of the trend for 1 % more in both years. */
  type_a: string;
  /** Type B sensitivity: for 1 % more in the year alone. */
  type_b: string;
  /** What the factor brings into the trend, in percentage points. */
  factor_points: string;
  /** What the activity brings. */
  activity_points: string;
}

/** The quality of the data behind an inventory. Scores are exact: decimals or fractions `n/d`. */
export interface QualityAnswer {
  /** `emitrace/quality/1`. */
  schema: string;
  /** Version of the engine. */
  engine: string;
  /** Digest of the inventory that the weights belong to. */
  inventory_digest: string;
  /** Choices of the inventory. */
  choices: Choices;
  /** How much of the ledger is in the result. */
  coverage: Coverage;
  /** The total, location-based and market-based. */
  total: QualityFigure[];
  /** Categories, in the order of the scopes; those of scope 2 both ways. */
  categories: QualityFigure[];
  /** The findings, in the order of the rows, up to the limit; `coverage` counts all of them. */
  findings: Finding[];
}

/** Scores of a part of the inventory, weighted by absolute emissions. */
export interface QualityFigure {
  /** `total` or the key of a category. */
  of: string;
  /** `location`, `market`, or empty where the two do not differ. */
  view: string;
  /** Absolute emissions, the weight of everything here. */
  weight_kg_co2e: string;
  /** Share with a score, in per cent. */
  scored_percent: string | null;
  /** One score from 1 (best) to 5: the mean of the five where a line has five, else its one score. */
  score: WeightedScore | null;
  /** The five raw criteria, over what has five scores. */
  criteria: CriterionScore[];
  /** PCAF, 1 to 5, weighted by emissions here; portfolios weigh by outstanding amount with `quality.weigh`. */
  pcaf: WeightedScore | null;
  /** PACT data-quality rating, 1 to 3, over activities above 5 % of the emissions. */
  pact: WeightedScore | null;
  /** The five criteria by PACT, over the same. */
  pact_criteria: CriterionScore[];
  /** Share of the emissions that PACT's five per cent leave in, in per cent. */
  pact_share_percent: string | null;
  /** Levels of the GHG Protocol: share of the emissions in each, for each criterion. */
  ghg_protocol: RatingShare[];
  /** Words about the data: share of the emissions with each. */
  words: WordShare[];
}

/** A score weighted over several. */
export interface WeightedScore {
  /** Exact: a decimal or a fraction `n/d`. */
  exact: string;
  /** Rounded half-even to two decimals, for reading. */
  rounded: string;
}

/** The weighted score of one criterion. */
export interface CriterionScore {
  /** `technological`, `temporal`, `geographical`, `completeness`, `reliability`. */
  criterion: string;
  /** The score. */
  score: WeightedScore;
}

/** A level of the GHG Protocol and how much of the emissions it has. */
export interface RatingShare {
  /** One of the five criteria; empty for a level that was given for the line as a whole. */
  criterion: string;
  /** `very good`, `good`, `fair`, `poor`. */
  rating: string;
  /** Share of the emissions, in per cent. */
  share_percent: string;
}

/** A word and how much of the emissions it stands beside. */
export interface WordShare {
  /** `measured`, `estimated` … */
  word: string;
  /** Share of the emissions, in per cent. */
  share_percent: string;
}

/** Answer of the method `quality.weigh`. */
export interface WeighAnswer {
  /** The scheme. */
  scheme: string;
  /** The mean score; none if no item has a weight. */
  score: WeightedScore | null;
  /** Share of the weights with a score, in per cent. */
  scored_percent: string | null;
}

/** Request of the method `uncertainty`: an inventory's request and the choices of the statistics. */
export interface UncertaintyRequest {
  /** The ledger; absent where it is handed over beside the request. */
  ledger?: Ledger;
  /** Choices and declarations of the inventory. */
  options: InventoryOptions;
  /** The user's own packs, each as one text. */
  packs?: string[];
  /** Choices of the statistics. */
  uncertainty: UncertaintyOptions;
}

/** Choices of the statistics. None that changes a number has a default, save that lines are independent. */
export interface UncertaintyOptions {
  /** `1` (propagation of error) or `2` (Monte Carlo, beside approach 1). Required. */
  approach: string;
  /** Start of the random numbers; needed for approach 2. */
  seed?: number;
  /** How often is drawn, at most 1,000,000; needed for approach 2. */
  draws?: number;
  /** How far the activity data of lines with the same factor are off together, from 0 to 1; 0 if it is not given. */
  activity_correlation?: string;
  /** Basic 95 % factor of the pedigree, such as `1.05`; if given, the five scores of a line speak where its column `uncertainty` is empty. */
  pedigree_basic_factor?: string;
  /** Uncertainties and distributions for what states none, by category, activity, factor or pack; the first that fits is taken. */
  rules?: UncertaintyRule[];
}

/** An uncertainty or a distribution for everything that it fits; what is left empty fits all. */
export interface UncertaintyRule {
  /** `activity` for the quantities of lines, `factor` for the values of factors. Required. */
  of: string;
  /** Key of a category, such as `1.stationary`. */
  category?: string;
  /** Identifier of an activity. */
  activity?: string;
  /** Identifier of a factor, `pack/factor`. */
  factor?: string;
  /** Identifier of a pack. */
  pack?: string;
  /** Name of a gas; for factors. */
  gas?: string;
  /** Half of the 95 % interval, as a ledger writes it: `5 %`, `-10/+20 %`. It never replaces a stated one. */
  uncertainty?: string;
  /** `normal`, `lognormal`, `triangular`, `uniform`: for approach 2, whoever stated the uncertainty. */
  distribution?: string;
}

/** Request of the method `uncertainty.combine`: lines as plain numbers. */
export interface CombineRequest {
  /** The lines, all in one unit. */
  lines: CombineLine[];
  /** How far lines with the same factor are off together in their activity, from 0 to 1; 0 if it is not given. */
  activity_correlation?: string;
  /** Start of the random numbers, to simulate as well. */
  seed?: number;
  /** How often is drawn. */
  draws?: number;
}

/** A line of [`CombineRequest`]. */
export interface CombineLine {
  /** The value; at most 15 decimals. Required. */
  value: string;
  /** Uncertainty of the activity: `5 %`, `-10/+20 %`; empty if none is stated. */
  activity_uncertainty?: string;
  /** Name of the factor: lines of one name are off together in it; empty for a factor of its own. */
  factor?: string;
  /** Uncertainty of the factor; empty if none is stated. */
  factor_uncertainty?: string;
  /** Distribution of the activity, for a simulation. */
  activity_distribution?: string;
  /** Distribution of the factor, for a simulation. */
  factor_distribution?: string;
}

/** Request of the method `uncertainty.pedigree`. */
export interface PedigreeRequest {
  /** Five scores, as a ledger writes them: `2-1-3-2-1` (technology, time, geography, completeness, reliability). */
  scores: string;
  /** Basic 95 % factor, such as `1.05`; 1 adds nothing. */
  basic_factor: string;
  /** A value to show the interval of. */
  value?: string;
}

/** Request of the method `uncertainty.trend`: the `sources` of two answers of the method `uncertainty`. */
export interface TrendRequest {
  /** Sources of the base year. */
  base: UncertainSource[];
  /** Sources of the year that is compared with it. */
  year: UncertainSource[];
  /** `location` or `market`. Required. */
  view: string;
  /** Sources whose factors of the two years are independent of each other; else the error of a factor is the same in both years. */
  independent_factors?: TrendSelector[];
  /** Sources whose activity data are off by the same in both years; else they are independent. */
  correlated_activities?: TrendSelector[];
}

/** Which sources are meant; what is left empty fits all. */
export interface TrendSelector {
  /** Key of a category. */
  category?: string;
  /** Identifier of an activity. */
  activity?: string;
  /** Name of a gas. */
  gas?: string;
}

/** Request of the method `quality`: an inventory's request. */
export interface QualityRequest {
  /** The ledger; absent where it is handed over beside the request. */
  ledger?: Ledger;
  /** Choices and declarations of the inventory. */
  options: InventoryOptions;
  /** The user's own packs, each as one text. */
  packs?: string[];
}

/** Request of the method `quality.weigh`: scores with their weights. */
export interface WeighRequest {
  /** `raw` or `pcaf` (1 to 5) or `pact` (1 to 3). */
  scheme: string;
  /** What is weighed: outstanding amounts for PCAF, emissions otherwise. */
  items: WeighItem[];
}

/** An item of [`WeighRequest`]. */
export interface WeighItem {
  /** Weight; its sign does not matter. */
  weight: string;
  /** One score or five, as a ledger writes them. */
  quality: string;
}

/** Request of the method `uncertainty.report`. */
export interface UncertaintyReportRequest {
  /** The answer to write. */
  answer: UncertaintyAnswer;
  /** `table`, or `svg`: figures with their intervals. */
  format: string;
  /** `en` or `vi`. */
  lang?: string;
}

/** Request of the method `quality.report`. */
export interface QualityReportRequest {
  /** The answer to write. */
  answer: QualityAnswer;
  /** `table`. */
  format: string;
  /** `en` or `vi`. */
  lang?: string;
}

/** Answer of the method `cbam.declare`. */
export interface CbamImportAnswer {
  /** `emitrace/cbam-import/1`. */
  schema: string;
  /** Version of the engine. */
  engine: string;
  /** SHA-256 of the canonical JSON of `declaration`, in hexadecimal. */
  digest: string;
  /** The result itself. */
  declaration: CbamDeclaration;
  /** How many rows there are, and what became of them. */
  coverage: CbamCoverage;
  /** The findings, in the order of the rows, up to the limit; `coverage` counts all of them. */
  findings: Finding[];
}

/** What became of the rows. */
export interface CbamCoverage {
  /** Data rows in the ledger. */
  rows: number;
  /** Rows in the result. */
  counted: number;
  /** Rows whose origin has no obligation. */
  exempt_origin: number;
  /** Rows left out, each with an error finding. */
  excluded: number;
  /** How often each code was found. */
  findings: FindingCount[];
}

/** A year's imports of one importer. */
export interface CbamDeclaration {
  /** The calendar year of import. */
  year: string;
  /** What decides where rows do not say it: `default`, `actual`, `actual-else-default`. */
  data: string;
  /** The edition of default values that was asked for; empty = the youngest. */
  defaults_edition: string;
  /** The single mass threshold. */
  threshold: CbamThreshold;
  /** The whole. */
  total: CbamSums;
  /** By sector. */
  sectors: CbamSector[];
  /** One line for each good, origin, installation and way of determination. */
  goods: CbamLine[];
  /** What has to be held at the end of each quarter; empty for 2026. */
  holdings: CbamHolding[];
  /** What a reader must know beside the findings. */
  notes: string[];
  /** Every figure that was used. */
  figures: CbamFigure[];
  /** The roundings. */
  rounding: string;
  /** The lowest confidence among what was used. */
  confidence: string;
  /** The packs that rows came from. */
  packs: PackUse[];
  /** Installations that were computed from documents. */
  plants?: CbamPlantUse[];
}

/** An installation that was computed from its operator's document. */
export interface CbamPlantUse {
  /** Its name, as the imports write it. */
  installation: string;
  /** Its name in the document. */
  name: string;
  /** The calendar year of the document. */
  period: string;
  /** Whether nothing is left out. */
  complete: boolean;
  /** Codes of the goods with figures. */
  goods: string[];
  /** Digest of the answer of `cbam.embedded` for the document. */
  digest: string;
  /** The packs that it was computed with. */
  packs: PackUse[];
}

/** The single mass threshold. */
export interface CbamThreshold {
  /** Net mass of the sectors that count, t. */
  mass_t: string;
  /** The threshold, t; exactly so much is exempt. */
  limit_t: string;
  /** Whether the goods of these sectors are exempt for the whole year. */
  exempt: boolean;
  /** Net mass above the threshold as a share of it; 0 if there is none. */
  overshoot: string;
  /** Net mass by sector that counts, t. */
  sectors: CbamSectorMass[];
  /** Sectors with imports that are never exempt. */
  never_exempt: string[];
  /** The row of the threshold. */
  figure: string;
  /** `M-107`. */
  method: string;
}

/** Net mass of a sector. */
export interface CbamSectorMass {
  /** The sector. */
  sector: string;
  /** Net mass, t. */
  mass_t: string;
}

/** Sums of lines. */
export interface CbamSums {
  /** Rows. */
  rows: number;
  /** Embedded emissions, mark-up included, t CO2e. */
  embedded_t_co2e: string;
  /** Adjustment for free allocation, t CO2e. */
  free_allocation_t_co2e: string;
  /** What the carbon price paid abroad takes off, t CO2e. */
  carbon_price_t_co2e: string;
  /** Certificates due, exactly; one stands for a tonne of CO2 equivalent. */
  certificates: string;
  /** Certificates that the mark-up alone brings. */
  certificates_of_mark_up: string;
  /** The cost of the certificates whose price is known, EUR, exactly. */
  cost_eur: string;
  /** Certificates whose price is not known. */
  certificates_without_price: string;
}

/** Sums of a sector. */
export interface CbamSector {
  /** The sector. */
  sector: string;
  /** Its sums. */
  total: CbamSums;
}

/** The imports of one good, origin, installation and way of determination. */
export interface CbamLine {
  /** Code of the good. */
  cn_code: string;
  /** What the code is called. */
  description: string;
  /** Its sector. */
  sector: string;
  /** Its aggregated goods category. */
  category: string;
  /** Country of origin. */
  origin: string;
  /** The installation; empty if the rows name none. */
  installation: string;
  /** `actual` or `default`. */
  data: string;
  /** Year of production. */
  production_year: string;
  /** Rows. */
  rows: number;
  /** The first of them. */
  first_row: number;
  /** Net mass in tonnes, or electricity in MWh. */
  quantity: string;
  /** `t` or `MWh`. */
  unit: string;
  /** Whether the threshold exempts it: nothing is due then. */
  exempt: boolean;
  /** Specific embedded emissions that count, mark-up included, t CO2e for one `unit`. */
  see_t_co2e: string;
  /** How they come about. */
  see: CbamSee;
  /** Specific embedded free allocation, t CO2e for one `unit`. */
  sefa_t_co2e: string;
  /** How it comes about: the good first, then its precursors. */
  sefa: CbamSefa[];
  /** Carbon price paid, EUR for one `unit`; empty if none is stated. */
  carbon_price_eur: string;
  /** The sums. */
  total: CbamSums;
  /** The sums by quarter or week of import. */
  slots: CbamSlot[];
  /** The lowest confidence among what was used. */
  confidence: string;
  /** `M-106`. */
  method: string;
}

/** How specific embedded emissions come about. */
export interface CbamSee {
  /** Before a mark-up, t CO2e for one unit of the line. */
  before_mark_up_t_co2e: string;
  /** The mark-up, as a fraction; 0 for actual data. */
  mark_up: string;
  /** The row of the mark-up; empty for actual data. */
  mark_up_figure: string;
  /** The row of the default value; empty for actual data. */
  default_value: string;
  /** Where it stands in the act. */
  cell: string;
  /** Its edition. */
  edition: string;
  /** Why it is not of the country's own table: `no-table`, `no-row`, `blank`; else empty. */
  fallback: string;
  /** Whether the row is of the youngest edition; else it was never compared with the correction. */
  compared: boolean;
  /** For actual data: direct emissions, t CO2e for one of `per`. */
  direct_t_co2e: string;
  /** For actual data: indirect emissions, t CO2e for one of `per`. */
  indirect_t_co2e: string;
  /** For actual data: what they were stated for one of. */
  per: string;
  /** For actual data: how much of `per` is in one unit of the line. */
  content: string;
  /** For actual data: whether a verifier verified them. */
  verified: boolean;
  /** `M-104`. */
  method: string;
}

/** One summand of the specific embedded free allocation. */
export interface CbamSefa {
  /** How deep in the chain of precursors: 0 = the good itself. */
  depth: number;
  /** Code of the good or precursor. */
  cn_code: string;
  /** The installation with actual data; empty for default values. */
  installation: string;
  /** Tonnes of it for a tonne of the good of the line. */
  t_per_t: string;
  /** `A` (the process) or `B` (default values). */
  column: string;
  /** The row of the benchmark; empty where there is none. */
  benchmark: string;
  /** Its value, t CO2e for a tonne. */
  benchmark_t_co2e: string;
  /** Share of free allocation that remains. */
  cbam_factor: string;
  /** Cross-sectoral correction factor. */
  correction_factor: string;
  /** The summand, t CO2e for a tonne of the good of the line. */
  sefa_t_co2e: string;
  /** Equation of Implementing Regulation (EU) 2025/2620: `2`, `4` (stated by the precursor's installation), `5`, `6`; empty where nothing is allocated. */
  equation: string;
  /** Remark. */
  note: string;
}

/** The imports of a line in one quarter, or from 2027 on in one week. */
export interface CbamSlot {
  /** First day of the quarter or week that is in it. */
  from: string;
  /** Net mass, t, or electricity, MWh. */
  quantity: string;
  /** Certificates due. */
  certificates: string;
  /** Price, EUR for a certificate; empty if it is not known. */
  price_eur: string;
  /** Where the price is from. */
  price_source: string;
  /** Cost, EUR; empty if the price is not known. */
  cost_eur: string;
}

/** What has to be held at the end of a quarter. */
export interface CbamHolding {
  /** Last day of the quarter. */
  on: string;
  /** Embedded emissions since 1 January with default values without mark-up, t CO2e. */
  embedded_t_co2e: string;
  /** Adjustment for free allocation, t CO2e. */
  free_allocation_t_co2e: string;
  /** The share that has to be held. */
  share: string;
  /** Certificates to hold, at least. */
  certificates: string;
  /** Goods without a default value, which are not in it. */
  without_default: string[];
  /** The row of the share. */
  figure: string;
  /** `M-110`. */
  method: string;
}

/** A figure that was used. */
export interface CbamFigure {
  /** The row, or `request` with what the request gives. */
  id: string;
  /** The figure or word. */
  value: string;
  /** Its unit. */
  unit: string;
  /** The act, or the source that the request names. */
  document: string;
  /** Where in it. */
  clause: string;
  /** `A`, `A-`, `B`, `C`. */
  confidence: string;
  /** Remark. */
  note: string;
}

/** Answer of the method `cbam.scenarios`. */
export interface CbamScenariosAnswer {
  /** The ledger as it is. */
  base: CbamImportAnswer;
  /** The cases, in the order of the request. */
  scenarios: CbamScenarioResult[];
}

/** What a case comes to. */
export interface CbamScenarioResult {
  /** Its name. */
  name: string;
  /** The year. */
  year: string;
  /** Whether the threshold exempts the goods that count towards it. */
  exempt: boolean;
  /** The sums. */
  total: CbamSums;
  /** Certificates more (or less) than in the ledger as it is. */
  certificates_difference: string;
  /** Cost more (or less), EUR; empty unless all prices are known in both. */
  cost_difference_eur: string;
  /** Rows that could not be computed in this case. */
  excluded: number;
  /** Why, for each line of the ledger that is concerned. */
  findings: Finding[];
  /** Every line. */
  goods: CbamLine[];
}

/** Answer of the method `cbam.goods`. */
export interface CbamGoodsAnswer {
  /** The goods, by code. */
  goods: CbamGood[];
  /** The packs that rows came from. */
  packs: PackUse[];
}

/** A good of Annex I. */
export interface CbamGood {
  /** Code of the Combined Nomenclature. */
  cn_code: string;
  /** What it is called. */
  description: string;
  /** Its sector. */
  sector: string;
  /** Its aggregated goods category. */
  category: string;
  /** The name of the category. */
  category_name: string;
  /** The gases that count. */
  gases: string[];
  /** Whether indirect emissions of its own electricity count. */
  indirect: boolean;
  /** `t`, `t-clinker`, `t-nitrogen`, `kg-nitrogen`, `kWh`. */
  functional_unit: string;
  /** `simple`, `complex` or `either`. */
  complexity: string;
  /** Production routes that are told apart. */
  routes: string[];
  /** Categories whose goods are relevant precursors. */
  precursors: string[];
  /** Parameters of the sector that have to be reported. */
  parameters: string[];
  /** Where it stands. */
  cell: string;
  /** `A`, `A-`, `B`, `C`. */
  confidence: string;
  /** Remark. */
  note: string;
}

/** Answer of the method `cbam.values`. */
export interface CbamValuesAnswer {
  /** Code of the good. */
  cn_code: string;
  /** Country of origin, ISO 3166-1. */
  origin: string;
  /** Specific embedded emissions with mark-up, t CO2e for one unit. */
  see_t_co2e: string;
  /** How they come about. */
  see: CbamSee;
  /** Direct emissions of the row, for information only; empty if it prints none. */
  direct_t_co2e: string;
  /** Indirect emissions of the row, for information only; empty if it prints none. */
  indirect_t_co2e: string;
  /** Specific embedded free allocation with default values, t CO2e for a tonne; empty without a benchmark. */
  sefa_t_co2e: string;
  /** How it comes about. */
  sefa: CbamSefa[];
  /** Certificates for a tonne, or a MWh. */
  certificates: string;
  /** Every benchmark of the good, in both columns. */
  benchmarks: CbamBenchmark[];
  /** What a reader must know. */
  findings: Finding[];
  /** The packs that rows came from. */
  packs: PackUse[];
}

/** A benchmark. */
export interface CbamBenchmark {
  /** The row. */
  id: string;
  /** `A` or `B`. */
  column: string;
  /** Indicator of the production route; empty = all. */
  route: string;
  /** What the indicator means. */
  route_name: string;
  /** Indicator of the years of production; empty = all. */
  period: string;
  /** t CO2e for a tonne of the good. */
  t_co2e: string;
}

/** Answer of the method `cbam.calendar`. */
export interface CbamCalendarAnswer {
  /** Year of import. */
  year: string;
  /** The days, in their order. */
  days: CbamDay[];
  /** The packs that rows came from. */
  packs: PackUse[];
}

/** A day on which something is due or begins. */
export interface CbamDay {
  /** The day. */
  on: string;
  /** `declaration-and-surrender`, `quarterly-holding` … */
  what: string;
  /** What it means. */
  note: string;
  /** The act. */
  document: string;
  /** Where in it. */
  clause: string;
  /** `A`, `A-`, `B`, `C`. */
  confidence: string;
}

/** Answer of the method `cbam.price`. */
export interface CbamPriceAnswer {
  /** EUR for a certificate, two decimals. */
  price_eur: string;
  /** Before rounding. */
  exact_eur: string;
  /** The named rounding. */
  rounding: string;
  /** `M-109`. */
  method: string;
}

/** Request of the methods `cbam.declare` and `cbam.scenarios`. */
export interface CbamImportRequest {
  /** The imports of one importer: a ledger as text or base64. Required. */
  imports: Ledger;
  /** How the ledger is written. */
  reading?: CbamLedgerReading;
  /** The choices. Required. */
  options: CbamImportOptions;
  /** What installations say about their goods. */
  installations?: CbamActual[];
  /** Installations as documents of their operators: what they say about their goods is computed. */
  plants?: CbamPlant[];
  /** Figures that installations sealed: the texts of documents of `cbam.figures`. */
  sealed?: string[];
  /** Public keys that are known to belong to the installations, for `sealed`. */
  trusted_keys?: string[];
  /** Cases to compute beside the ledger as it is (`cbam.scenarios`). */
  scenarios?: CbamScenario[];
  /** The user's own packs, each as one text. */
  packs?: string[];
}

/** How a ledger of imports is written. */
export interface CbamLedgerReading {
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
  /** Headers that are not known by name, and the columns that they hold: `cn_code`, `origin`, `net_mass` … */
  columns?: Column[];
  /** `csv`, `xlsx` or `jsonl`; else told by the first bytes. */
  ledger_format?: string;
  /** The sheet of a workbook, by name or by number from 1. */
  sheet?: string;
  /** The row of the sheet that holds the headers. */
  header_row?: number;
  /** `excel15` (the default) or `raw`. */
  sheet_numbers?: string;
  /** Unit of rows that name none: `t`, `kg`, `MWh`. */
  unit?: string;
  /** How many findings the answer lists; all are counted. */
  findings?: number;
}

/** Choices that change a number. */
export interface CbamImportOptions {
  /** The calendar year of import: `2026`. Required. */
  year: string;
  /** Where rows do not say it in the column `data`: `default`, `actual`, or `actual-else-default`. Required. */
  data: string;
  /** The edition of the default values, by its pack; empty = the youngest. */
  defaults_edition?: string;
  /** Prices of certificates that no pack has, or that go before it. */
  prices?: CbamPrice[];
  /** Cross-sectoral correction factors of years that no pack has, or that go before it. */
  correction_factors?: CbamYearFigure[];
  /** Average price of certificates of the year, EUR per tonne: what a carbon price paid abroad is divided by. */
  reference_price_eur_per_t_co2e?: string;
}

/** The price of certificates for imports of some days. */
export interface CbamPrice {
  /** First day of import. */
  from?: string;
  /** Last day of import. */
  to?: string;
  /** EUR for a tonne of CO2 equivalent. */
  eur_per_t_co2e?: string;
  /** Where the price is from. Required. */
  source: string;
}

/** A figure of a year. */
export interface CbamYearFigure {
  /** The year. */
  year?: string;
  /** The figure. */
  value?: string;
  /** Where it is from. Required. */
  source: string;
}

/** What an installation says about a good that it makes. */
export interface CbamActual {
  /** Name of the installation, as the imports write it. Required. */
  installation: string;
  /** Code of the good. Required. */
  cn_code: string;
  /** Reporting period; empty = the year of import, whichever it is. */
  year?: string;
  /** Direct specific embedded emissions, t CO2e for one of `per`. Required. */
  see_direct_t_co2e: string;
  /** Indirect specific embedded emissions that count, t CO2e for one of `per`; empty = none count. */
  see_indirect_t_co2e?: string;
  /** What the emissions are stated for one of: `t` (the good), or its functional unit, `t-clinker`, `t-nitrogen`, `kg-nitrogen`, `MWh`. Required. */
  per: string;
  /** Tonnes of clinker or nitrogen in a tonne of the good, as a fraction: `0.9`; needed where `per` is one of these. */
  content?: string;
  /** Indicator of the production route for the benchmark: `C`, `E`, `K` … */
  route?: string;
  /** Whether an accredited verifier verified the data. */
  verified?: boolean;
  /** Relevant precursors for a tonne of the good; needed for the adjustment for free allocation. */
  precursors?: CbamPrecursor[];
  /** Carbon price effectively paid in the country of origin, EUR for a tonne of the good, rebates deducted. */
  carbon_price_eur_per_t?: string;
}

/** An installation whose goods are computed from its operator's document. */
export interface CbamPlant {
  /** Name of the installation, as the imports write it; empty = the name in the document. */
  installation?: string;
  /** The document: a request of `cbam.embedded`. Required. */
  document: CbamEmbeddedRequest;
  /** Whether an accredited verifier verified it. */
  verified?: boolean;
  /** Carbon prices effectively paid in the country of origin. */
  carbon_prices?: CbamCarbonPrice[];
}

/** A carbon price that was paid for a good. */
export interface CbamCarbonPrice {
  /** Code of the good. Required. */
  cn_code: string;
  /** EUR for a tonne (a MWh) of the good, rebates deducted. Required. */
  eur_per_t: string;
}

/** A precursor of a good with actual data. */
export interface CbamPrecursor {
  /** Code of the precursor. Required. */
  cn_code: string;
  /** Tonnes of it for a tonne of the good. Required. */
  t_per_t: string;
  /** The installation with actual data for it; empty = default values. */
  installation?: string;
  /** Where it is from; needed for default values. `unknown` if it is not known. */
  origin?: string;
  /** Indicator of its production route, where the table prints none. */
  route?: string;
  /** `grey` or `white` clinker. */
  variant?: string;
  /** Its specific embedded free allocation, in t CO2e for a tonne, as the report of its installation states it; then data of that installation are not needed. */
  sefa_t_co2e_per_t?: string;
  /** Whether it is made and used up in the same joint process: its benchmark of column A counts, and it has no data of its own. */
  within?: boolean;
}

/** A case that is computed beside the ledger as it is: each field that is filled changes something. */
export interface CbamScenario {
  /** Its name. Required. */
  name: string;
  /** All rows by `default`, `actual` or `actual-else-default`, whatever they say themselves. */
  data?: string;
  /** All imports in another year, with its factors, benchmarks, mark-ups and correction factor. */
  year?: string;
  /** One price for all imports, EUR for a tonne of CO2 equivalent. */
  price_eur_per_t_co2e?: string;
  /** Installations that deliver in place of others. */
  suppliers?: CbamSwap[];
}

/** An installation that delivers in place of another. */
export interface CbamSwap {
  /** The installation of the ledger. Required. */
  from: string;
  /** The one that delivers in its place. Required. */
  to: string;
  /** Country of origin of its goods; empty = as in the ledger. */
  origin?: string;
}

/** Request of the method `cbam.goods`. */
export interface CbamGoodsRequest {
  /** Codes, or beginnings of codes; empty = all goods. */
  cn_codes?: string[];
  /** The user's own packs, each as one text. */
  packs?: string[];
}

/** Request of the method `cbam.values`: default values and benchmarks of a good. */
export interface CbamValuesRequest {
  /** Code of the good. Required. */
  cn_code: string;
  /** Country of origin. Required. */
  origin: string;
  /** Year of import. Required. */
  year: string;
  /** `grey` or `white` clinker. */
  variant?: string;
  /** Indicator of the production route, where the table prints none. */
  route?: string;
  /** The edition of the default values, by its pack; empty = the youngest. */
  defaults_edition?: string;
  /** The user's own packs, each as one text. */
  packs?: string[];
}

/** Request of the method `cbam.calendar`. */
export interface CbamCalendarRequest {
  /** Year of import. Required. */
  year: string;
  /** The user's own packs, each as one text. */
  packs?: string[];
}

/** Request of the method `cbam.price`. */
export interface CbamPriceRequest {
  /** The auctions of the quarter or week. */
  auctions?: CbamAuction[];
}

/** An auction of allowances. */
export interface CbamAuction {
  /** Clearing price, EUR for an allowance. */
  price_eur?: string;
  /** Allowances sold. */
  volume?: string;
}

/** Request of the method `cbam.declare.report`. */
export interface CbamImportReportRequest {
  /** The answer of `cbam.declare`. */
  answer: CbamImportAnswer;
  /** `table`, `csv` or `html`. */
  format: string;
  /** `en` or `vi`; empty = en. */
  lang?: string;
}

/** Request of the method `cbam.scenarios.report`. */
export interface CbamScenariosReportRequest {
  /** The answer of `cbam.scenarios`. */
  answer: CbamScenariosAnswer;
  /** `table` or `html`; empty = table. */
  format?: string;
  /** `en` or `vi`; empty = en. */
  lang?: string;
}

/** Embedded emissions of all processes. */
export interface SupplyAnswer {
  /** `emitrace/supply/1`. */
  schema: string;
  /** Version of the engine. */
  engine: string;
  /** SHA-256 of the canonical JSON of `result` as columns, in hexadecimal: the same whatever the format. */
  digest: string;
  /** The result; independent of the order of rows. */
  result: SupplyResult;
  /** How `processes` and `flows` were read. */
  tables: SupplyTableReading[];
}

/** Figures with their bound. */
export interface SupplyResult {
  /** Choices that change a number. */
  options: SupplyOptions;
  /** How much of the input is in the result. */
  coverage: SupplyCoverage;
  /** The rounding of each figure: `down`, once for each process. */
  rounding: string;
  /** What figures are counts of: `0.000000000000000001`. */
  step: string;
  /** The largest bound of all figures: an exact figure lies at most this above the one shown, with credits on either side. */
  largest_bound: string;
  /** Names of the columns of figures: `embedded_kg_co2e` for own emissions `own_kg_co2e`. */
  names: string[];
  /** The processes in the order of their identifiers; absent where the answer is CSV. */
  processes?: string[];
  /** Units of the processes, in the same order; absent where there are none. */
  units?: string[];
  /** Figures by column and process, in the unit of own emissions for one unit of output; empty = withheld. */
  figures?: string[][];
  /** Bounds by process, where the request asks for them. */
  bounds?: string[];
  /** The same as CSV, where the request asks for it. */
  csv?: string;
}

/** How much of the input is in the result. */
export interface SupplyCoverage {
  /** Processes. */
  processes: number;
  /** Flows. */
  flows: number;
  /** Loops, a process that supplies itself among them. */
  loops: number;
  /** Processes in the largest loop. */
  largest_loop: number;
  /** Figures that are withheld, over all columns: a fault touches them, or something that they are made from. */
  withheld: number;
  /** Rows left out of both tables. */
  excluded: number;
  /** How often each code was found. */
  findings: FindingCount[];
}

/** How a table was read. */
export interface SupplyTableReading {
  /** `processes` or `flows`. */
  table: string;
  /** Rows. */
  rows: number;
  /** Rows left out. */
  excluded: number;
  /** Headers and the columns they were taken for; empty field = not used. */
  columns: Column[];
  /** The findings by row, up to the limit; `coverage` counts all of them. */
  findings: Finding[];
}

/** What a figure is made of. */
export interface SupplyExplanation {
  /** Version of the engine. */
  engine: string;
  /** Name of the column of figures. */
  name: string;
  /** The process, with its suppliers below it. */
  process: SupplyPart;
}

/** A process and what it takes in; `own + contributions + rest - rounded_off` is the figure, exactly. */
export interface SupplyPart {
  /** Identifier. */
  process: string;
  /** Unit of its output; empty if it has none. */
  unit: string;
  /** Embedded emissions of one unit. */
  figure: string;
  /** How far the exact figure can be from it. */
  bound: string;
  /** Own emissions of one unit. */
  own: string;
  /** Its suppliers, the largest contribution first. */
  inputs: SupplyInput[];
  /** How many suppliers are not named. */
  rest_inputs: number;
  /** What they contribute together. */
  rest: string;
  /** What the one rounding took away. */
  rounded_off: string;
}

/** What a supplier contributes. */
export interface SupplyInput {
  /** Amount of the supplier's good for one unit, in its unit. */
  amount: string;
  /** Amount times figure of the supplier, exactly. */
  contribution: string;
  /** 100 × contribution / figure, half-even to four decimals; empty where the figure is zero. */
  percent: string;
  /** Identifier of the supplier; where the steps end, and where it is its own supplier further up, nothing more is said of it. */
  supplier: string;
  /** The supplier, with its suppliers below it. */
  process?: SupplyPart;
}

/** A planned network in numbers and names. */
export interface SupplyPlanAbout {
  /** Identifiers of the processes, in the order of their rows. */
  ids: string[];
  /** Bounds of their figures; empty = no figure. */
  bounds: string[];
  /** Names of the columns of own emissions. */
  own: string[];
  /** Flows. */
  flows: number;
  /** Loops. */
  loops: number;
  /** Processes in the largest loop. */
  largest_loop: number;
  /** The largest bound of all figures. */
  largest_bound: string;
  /** How the tables were read, with their findings. */
  tables: SupplyTableReading[];
}

/** The figures of a planned network for one column of own emissions. */
export interface SupplyFigures {
  /** Figures in the order of the processes; empty = withheld. */
  figures: string[];
  /** What is wrong with the column. */
  faults: string[];
}

/** Request of the method `supply.embedded`. */
export interface SupplyRequest {
  /** Processes: columns `process`, `unit` (if there are units) and one or more of own emissions per unit of output. */
  processes: SupplyTable;
  /** Flows: columns `consumer`, `supplier`, `amount` (of the supplier's good for one unit of the consumer's), `unit`. */
  flows: SupplyTable;
  /** Choices that change a number. */
  options?: SupplyOptions;
  /** How the tables are written. */
  reading?: SupplyReading;
  /** `columns` or `csv`; empty = columns. */
  format?: string;
  /** Whether the answer has the bound of each process. */
  bounds?: boolean;
}

/** A table: its text, or its columns as lists. */
export interface SupplyTable {
  /** CSV text with a header. */
  text?: string;
  /** Columns of equal length; numbers with a decimal point. */
  columns?: SupplyColumn[];
}

/** A column of a table. */
export interface SupplyColumn {
  /** Its name, as a header would say it. */
  name?: string;
  /** Its values. */
  values?: string[];
}

/** Choices that change a number. */
export interface SupplyOptions {
  /** Whether amounts and own emissions below zero are meant. */
  credits?: boolean;
  /** What becomes of flows that stand twice between the same two processes: `refuse` or `add`; empty = refuse. */
  repeated_flows?: string;
}

/** How the tables are written. */
export interface SupplyReading {
  /** How numbers of text are written: `vi-VN`, `en-US` … */
  locale?: string;
  /** `,`, `;` or a tab; else it is read off the header. */
  delimiter?: string;
  /** Headers that are not known by name, and the columns that they hold: `process`, `consumer`, `supplier`, `amount`, `unit`. */
  columns?: Column[];
  /** Headers of the columns of own emissions; empty = those that begin with `own_`. */
  own?: string[];
  /** How many findings the answer lists for each table; all are counted. */
  findings?: number;
}

/** Request of the method `supply.explain`: as `supply.embedded`, and which figure. */
export interface SupplyExplainRequest {
  /** The process. */
  process: string;
  /** The column of own emissions; empty = the first. */
  own?: string;
  /** How many suppliers are named at each step; 0 = 10. */
  top?: number;
  /** How many steps down; 0 = 1. */
  depth?: number;
  /** The request that is explained. */
  request: SupplyRequest;
}

/** Request of the method `supply.explain.report`. */
export interface SupplyExplainReportRequest {
  /** The answer of `supply.explain`. */
  answer: SupplyExplanation;
  /** `en` or `vi`; empty = en. */
  lang?: string;
}

/** Matched electricity with how the series were read and what was found on the way. */
export interface HourlyAnswer {
  /** `emitrace/scope2-hourly/1`. */
  schema: string;
  /** Version of the engine. */
  engine: string;
  /** SHA-256 of the canonical JSON of `result`, in hexadecimal. */
  digest: string;
  /** The result; independent of the order of rows and files. */
  result: HourlyResult;
  /** How each file was read, in the order of the request. */
  files: SeriesReading[];
}

/** What was matched, and the emissions of scope 2. */
export interface HourlyResult {
  /** Every choice that changes a number. */
  choices: HourlyChoices;
  /** How much of the input and of the period is in the result. */
  coverage: HourlyCoverage;
  /** The whole, by the rule that was chosen. */
  total: HourlyFigures;
  /** The same load by both rules. */
  comparison: HourlyComparison;
  /** The result by site. */
  sites: HourlySite[];
  /** The result by instrument. */
  instruments: HourlyInstrument[];
  /** What was multiplied: one line for each site, stretch of days, account and source. */
  lines: HourlyLine[];
  /** What a reader must know. */
  notes: HourlyNote[];
  /** Every factor of a pack that was multiplied. */
  factors: FactorUse[];
  /** Every pack that a factor or GWP came from. */
  packs: PackUse[];
  /** Every interval of every site that has load, where the request asks for them. */
  intervals?: HourlyInterval[];
}

/** The choices behind the result. */
export interface HourlyChoices {
  /** `hourly` or `annual`. */
  matching: string;
  /** Minutes within which generation meets load by the hourly rule. */
  interval_minutes: number;
  /** `+07:00`. */
  utc_offset: string;
  /** The smallest part of a kWh in which a supply that is too small is shared out: a decimal or a fraction. */
  share_step_kwh: string;
  /** The choices of an inventory. */
  inventory: Choices;
}

/** How much of the input is in the result. */
export interface HourlyCoverage {
  /** Intervals of the period. */
  intervals: number;
  /** Intervals with load, over all sites. */
  load_intervals: number;
  /** Intervals without load, over all sites: they are in no figure. */
  missing_load_intervals: number;
  /** Rows of all files. */
  rows: number;
  /** Rows in the result. */
  counted: number;
  /** Rows left out, each with an error finding. */
  excluded: number;
  /** How often each code was found. */
  findings: FindingCount[];
}

/** Energy and emissions of some load. */
export interface HourlyFigures {
  /** Electricity used. */
  load_kwh: string;
  /** The part that instruments cover. */
  matched_kwh: string;
  /** The rest: `load_kwh` less `matched_kwh`, exactly. */
  unmatched_kwh: string;
  /** 100 × matched / load, half-even to six decimals; null without load. */
  matched_percent: string | null;
  /** Scope 2 by where the grid is. */
  location_kg_co2e: string;
  /** Scope 2 by what is contracted. */
  market_kg_co2e: string;
}

/** The same load by both rules, and hourly less annual. */
export interface HourlyComparison {
  /** Generation meets load within the same interval only. */
  hourly: HourlyFigures;
  /** Volumes meet the load of the period near their vintage. */
  annual: HourlyFigures;
  /** Matched energy, hourly less annual. */
  matched_kwh: string;
  /** Matched part, hourly less annual, in points, half-even to six decimals; null without load. */
  matched_percent_points: string | null;
  /** Market-based emissions, hourly less annual. */
  market_kg_co2e: string;
}

/** The load of a site. */
export interface HourlySite {
  /** Name of the site. */
  site: string;
  /** Its place. */
  region: string;
  /** Intervals with load. */
  intervals: number;
  /** Intervals of the period without load: not zero, missing. */
  missing_intervals: number;
  /** Its figures by the rule that was chosen. */
  figures: HourlyFigures;
  /** Which instrument covered what of it. */
  covered: CoveredEnergy[];
}

/** What an instrument covers. */
export interface CoveredEnergy {
  /** The instrument. */
  instrument: string;
  /** Energy that it covers. */
  kwh: string;
}

/** An instrument and what became of its energy. */
export interface HourlyInstrument {
  /** Identifier. */
  id: string;
  /** `certificate`, `contract`, `supplier-rate` or `green-tariff`. */
  kind: string;
  /** Its factor. */
  factor: string;
  /** Its volume in the register; empty = without a limit. */
  volume_kwh: string;
  /** What its series holds for the period; empty = it has no series. */
  generation_kwh: string;
  /** What it can cover by the rule that was chosen; empty = without a limit. */
  available_kwh: string;
  /** What it covers. */
  matched_kwh: string;
  /** What it can cover and does not: never carried to another interval. Empty = without a limit. */
  surplus_kwh: string;
  /** Intervals of the period that its series does not hold; null without a series. */
  missing_intervals: number | null;
  /** `covered`, `surplus`, `unclaimed` or `not-applied`. */
  state: string;
}

/** A part of the load with what it is multiplied by. */
export interface HourlyLine {
  /** Name of the site. */
  site: string;
  /** `scope_2_location` or `scope_2_market`. */
  account: string;
  /** The days: `2025-01-01/2025-12-31`. */
  period: string;
  /** The instrument that covers it; empty for what is not covered, and in the location-based account. */
  instrument: string;
  /** `pack/factor`; empty where the factors come from series. */
  factor: string;
  /** Names of the files whose factors were multiplied. */
  series: string[];
  /** Energy. */
  kwh: string;
  /** Emissions in the total. */
  kg_co2e: string;
  /** Mass and effect of each gas. */
  gases: GasFigure[];
}

/** Something that a reader must know. */
export interface HourlyNote {
  /** Stable code such as `NO_RESIDUAL_MIX`. */
  code: string;
  /** The factor, instrument or site that it is about. */
  about: string;
  /** One sentence. */
  message: string;
  /** What to do about it. */
  help: string;
}

/** One interval of a site. */
export interface HourlyInterval {
  /** Where it begins, as local time with its offset. */
  start: string;
  /** Name of the site. */
  site: string;
  /** Electricity used. */
  load_kwh: string;
  /** The part that nothing covers within the interval. */
  unmatched_kwh: string;
  /** Which instrument covers what of it. */
  covered: CoveredEnergy[];
}

/** How a file of a series was read. */
export interface SeriesReading {
  /** `load`, `generation` or `factors`. */
  kind: string;
  /** Its name. */
  name: string;
  /** Rows. */
  rows: number;
  /** Rows left out. */
  excluded: number;
  /** Headers and the fields they were taken for; empty field = not used. */
  columns: Column[];
  /** The findings in the order of the rows, up to the limit; `coverage` counts all of them. */
  findings: Finding[];
}

/** Request of the method `scope2.hourly`. */
export interface HourlyRequest {
  /** The choices of an inventory: `profile`, `gwp` and `period` are required; `instruments` holds the register, `region` the place of sites that have none of their own, `locale` and the like say how the files are written. */
  options: InventoryOptions;
  /** How load and generation are matched. */
  hourly: HourlyOptions;
  /** Electricity used, by site. */
  load: SeriesFile[];
  /** Electricity generated for the instruments of the register. */
  generation?: SeriesFile[];
  /** Grid and residual factors that change with time; else those of the packs. */
  factors?: SeriesFile[];
  /** The user's own packs, each as one text. */
  packs?: string[];
}

/** How load and generation are matched. */
export interface HourlyOptions {
  /** Which rule makes the result: `hourly` or `annual`. The other one is shown beside it. Required. */
  matching: string;
  /** How far local time is ahead of UTC: `+07:00`. Days and the period begin by it, and so do times without an offset of their own. Required. */
  utc_offset: string;
  /** Minutes within which generation must meet load: 60, or a divisor of it; 0 = 60. */
  interval_minutes?: number;
  /** Where sites are, if not in the region of the options. */
  sites?: HourlySitePlace[];
  /** Whether the answer lists every interval of every site. */
  each_interval?: boolean;
}

/** Where a site is. */
export interface HourlySitePlace {
  /** Name of the site, as the series write it. Required. */
  site: string;
  /** Its place: `VN-HN`. Required. */
  region: string;
}

/** One file of a time series: a row is an interval. */
export interface SeriesFile {
  /** Its name, for findings. */
  name?: string;
  /** The file's text. */
  text?: string;
  /** The file's bytes. */
  base64?: string;
  /** Site, instrument or region of rows that name none. */
  id?: string;
  /** Unit of rows that name none: `kWh`; of factors `kg/MWh`. */
  unit?: string;
  /** Minutes that a row covers; 0 = as long as an interval of the matching. */
  step_minutes?: number;
  /** Headers that are not known by name, and the fields that they hold: `date` is the time at which a row begins. */
  columns?: Column[];
  /** Of a file of factors: `location` or `residual`. */
  view?: string;
  /** Of a file of factors: the gas, such as `CO2`, or CO2 equivalent as it was printed: `CO2e (AR5)`. */
  gas?: string;
}

/** Request of the method `scope2.hourly.report`. */
export interface HourlyReportRequest {
  /** The answer of `scope2.hourly`. */
  answer: HourlyAnswer;
  /** `table` or `csv`. */
  format: string;
  /** `en` or `vi`; empty = en. */
  lang?: string;
}

/** Answer of the method `facility_report`. */
export interface FacilityReport {
  /** `emitrace/facility-report/1`. */
  schema: string;
  /** Version of the engine. */
  engine: string;
  /** SHA-256 of the canonical JSON of `report`, in hexadecimal. */
  digest: string;
  /** The report itself. */
  report: FacilityBody;
}

/** What the report holds. */
export interface FacilityBody {
  /** ISO 3166-1 code of the country. */
  country: string;
  /** The day whose law was asked. */
  on: string;
  /** The profile of the inventories. */
  profile: string;
  /** `AR4`, `AR5` or `AR6`. */
  gwp: string;
  /** The years, in their order. */
  years: string[];
  /** Whether nothing is open: no finding that is an error or a warning. */
  complete: boolean;
  /** The steps of the law, each `done` or `open`. */
  steps: StepState[];
  /** What the facility declares. */
  declarations: FacilityDeclarations;
  /** Emissions by kind of source, direct ones first. */
  sources: SourceYears[];
  /** `direct`, `indirect` and `total`. */
  totals: TotalYears[];
  /** The sources in detail: one entry for each activity. */
  lines: ActivityYears[];
  /** Activity data: how much of each activity, in the units of the ledger. */
  activity_data: ActivityData[];
  /** Every factor with its rank in the order of the law. */
  factors: FactorRank[];
  /** Quality control: automatic checks first. */
  checks: CheckState[];
  /** Statements on uncertainty. */
  statements: StatementState[];
  /** What would make earlier results be computed again. */
  triggers: TriggerState[];
  /** The sections of the form and whether each can be filled. */
  form: FormSection[];
  /** Activities of the ledger that the report of this law does not hold (scope 3, heat, land …). */
  outside: ActivityYears[];
  /** The inventories that the report was made of. */
  inventories: InventoryYear[];
  /** What is missing, open or to be disclosed. */
  findings: ReportFinding[];
  /** The lowest confidence among the rules. */
  confidence: string;
  /** Packs of factors and of rules. */
  packs: PackUse[];
}

/** A step and whether it is done. */
export interface StepState {
  /** Its number. */
  number: string;
  /** `done` or `open`. */
  state: string;
  /** Findings that keep it open. */
  open: number;
  /** The rule. */
  rule: RuleUse;
}

/** A figure of one year. */
export interface YearFigure {
  /** The year. */
  year: string;
  /** Rows of the ledger behind it. */
  lines: number;
  /** Kilograms of CO2 equivalent. */
  kg_co2e: string;
}

/** Emissions of one kind of source. */
export interface SourceYears {
  /** `stationary`, `mobile`, `process`, `fugitive`, `refrigerant`, `waste`, `electricity` or `steam`. */
  source: string;
  /** `direct` or `indirect`. */
  kind: string;
  /** `present`, `declared-absent` or `not-stated` (no row and no declaration). */
  state: string;
  /** One figure for each year. */
  years: YearFigure[];
  /** The last year minus the first; empty for one year. */
  difference_kg_co2e: string;
  /** The rule. */
  rule: RuleUse;
}

/** A total. */
export interface TotalYears {
  /** `direct`, `indirect` or `total`. */
  name: string;
  /** One figure for each year. */
  years: YearFigure[];
  /** The last year minus the first; empty for one year. */
  difference_kg_co2e: string;
}

/** Emissions of one activity. */
export interface ActivityYears {
  /** The kind of source; empty outside the report. */
  source: string;
  /** Category key of the ledger. */
  category: string;
  /** Identifier of the activity. */
  activity: string;
  /** Its English name; may be empty. */
  name_en: string;
  /** Its Vietnamese name; may be empty. */
  name_vi: string;
  /** One figure for each year. */
  years: YearFigure[];
  /** The gases, one list for each year. */
  gases: YearGases[];
}

/** The gases of one year. */
export interface YearGases {
  /** The year. */
  year: string;
  /** Mass and effect of each gas; indirect emissions location-based. */
  gases: GasFigure[];
}

/** How much of an activity there was. */
export interface ActivityData {
  /** The kind of source. */
  source: string;
  /** Identifier of the activity. */
  activity: string;
  /** Its English name; may be empty. */
  name_en: string;
  /** Its Vietnamese name; may be empty. */
  name_vi: string;
  /** The unit. */
  unit: string;
  /** One sum for each year, exactly; empty where there is none. */
  years: YearQuantity[];
}

/** A quantity of one year. */
export interface YearQuantity {
  /** The year. */
  year: string;
  /** The quantity. */
  quantity: string;
}

/** A factor and its rank in the order of the law. */
export interface FactorRank {
  /** `1`, `2`, `3`; `0` for what the order does not concern; empty if the law does not name the source. */
  tier: string;
  /** What the rank means, in English. */
  tier_en: string;
  /** What the rank means, in Vietnamese. */
  tier_vi: string;
  /** The years that used it. */
  years: string[];
  /** Whether it stands in for a factor of another year or place. */
  proxy: boolean;
  /** The document by which a factor of the facility was approved; else empty. */
  approval: string;
  /** The factor; `lines` are those of all years. */
  factor: FactorUse;
}

/** A check of quality control. */
export interface CheckState {
  /** Its name. */
  check: string;
  /** Whether the engine made it. */
  automatic: boolean;
  /** `pass`, `explained` (something was found and a remark explains it), `attention`, `fail` or `open`. */
  state: string;
  /** What the engine found; empty for declared checks. */
  found: string;
  /** Who did it. */
  by: string;
  /** When. */
  date: string;
  /** Remark of whoever did it. */
  remark: string;
  /** The rule. */
  rule: RuleUse;
}

/** A statement on uncertainty. */
export interface StatementState {
  /** Its name. */
  statement: string;
  /** The words; empty = missing. */
  text: string;
  /** The rule. */
  rule: RuleUse;
}

/** What would make earlier results be computed again. */
export interface TriggerState {
  /** Its name. */
  trigger: string;
  /** `happened`, `did-not-happen` or `not-stated`. */
  state: string;
  /** Remark. */
  remark: string;
  /** The rule. */
  rule: RuleUse;
}

/** A section of the form. */
export interface FormSection {
  /** `I.1` … `III.4`. */
  section: string;
  /** Whether everything for it is there. */
  complete: boolean;
  /** What is missing: names of declarations, or parts of the report. */
  missing: string[];
  /** The rule. */
  rule: RuleUse;
}

/** An inventory that the report was made of. */
export interface InventoryYear {
  /** The year. */
  year: string;
  /** Digest of the inventory. */
  digest: string;
  /** Data rows of the ledger. */
  rows: number;
  /** Rows in the result. */
  counted: number;
  /** Rows left out. */
  excluded: number;
  /** CO2 from biomass, outside the totals. */
  biogenic_kg_co2: string;
  /** How often each code was found in the ledger. */
  findings: FindingCount[];
  /** Codes of fallbacks and disclosures, each with what it is about. */
  notes: NoteUse[];
}

/** A note of an inventory. */
export interface NoteUse {
  /** Stable code such as `PROXY_YEAR`. */
  code: string;
  /** What it is about. */
  about: string;
  /** Rows that it touches. */
  rows: number;
}

/** A remark about the report. */
export interface ReportFinding {
  /** `error`, `warning` or `info`. */
  severity: string;
  /** Stable code. */
  code: string;
  /** The step that it keeps open. */
  step: string;
  /** JSON pointer into the request. */
  path: string;
  /** What it is about: the name of a declaration, check, factor or activity. */
  about: string;
  /** What is wrong. */
  message: string;
  /** What to do about it. */
  help: string;
}

/** Request of the method `facility_report`. */
export interface FacilityReportRequest {
  /** ISO 3166-1 code of the country. Required. */
  country: string;
  /** The day whose law is asked: that of the report. Required. */
  on: string;
  /** One year, or two that follow each other. Required. */
  years: FacilityYear[];
  /** Choices for all years; `profile` is that of the law, `period` is each year's own. */
  options?: InventoryOptions;
  /** What the facility declares; what is missing is a finding. */
  declarations?: FacilityDeclarations;
  /** The user's own packs, each as one text. */
  packs?: string[];
}

/** A year and its ledger. */
export interface FacilityYear {
  /** The calendar year. Required. */
  year: number;
  /** Its ledger. Required. */
  ledger: Ledger;
}

/** What a facility declares for its report. */
export interface FacilityDeclarations {
  /** Name of the facility. */
  name?: string;
  /** Address. */
  address?: string;
  /** Number, day and place of the business licence. */
  business_licence?: string;
  /** Legal representative: name and office. */
  representative?: string;
  /** Line of business. */
  business?: string;
  /** Boundary and scope of operation. */
  boundary?: string;
  /** Infrastructure, technology and activities. */
  infrastructure?: string;
  /** Sinks within the boundary; say so if there are none. */
  sinks?: string;
  /** Removals by sinks, reported apart and never subtracted. */
  removals?: Removal[];
  /** Information system and data. */
  data_system?: string;
  /** Causes of limitations of the inventory. */
  limitations?: string;
  /** How activity data were collected. */
  data_collection?: string;
  /** Why this GWP set was chosen. */
  gwp_reason?: string;
  /** Kinds of source that the facility does not have. */
  sources_absent?: string[];
  /** Activities that belong to another kind of source than the ledger's category says. */
  activity_sources?: ActivitySource[];
  /** Statements on uncertainty; all six are needed. */
  uncertainty?: UncertaintyStatements;
  /** The log of quality control. */
  checks?: CheckDone[];
  /** Whether something happened that makes earlier results be computed again. */
  recalculation?: TriggerDeclared[];
  /** Approvals of factors of the facility's own. */
  own_factors?: OwnFactor[];
}

/** Removals by sinks in a year. */
export interface Removal {
  /** The year. */
  year?: number;
  /** The sink. */
  sink?: string;
  /** Kilograms of CO2 equivalent removed. */
  kg_co2e?: string;
}

/** The kind of source that an activity belongs to. */
export interface ActivitySource {
  /** Identifier of the activity. */
  activity?: string;
  /** The kind of source: `waste` … */
  source?: string;
}

/** The six statements on uncertainty. */
export interface UncertaintyStatements {
  /** Completeness. */
  completeness?: string;
  /** Fitness of the model. */
  model?: string;
  /** Adequacy of the data. */
  data?: string;
  /** Representativeness. */
  representativeness?: string;
  /** Anomalies. */
  anomalies?: string;
  /** Lack of transparency, or a wrong boundary. */
  transparency?: string;
}

/** An entry in the log of quality control. */
export interface CheckDone {
  /** Name of the check. */
  check?: string;
  /** Whether it was done. */
  done?: boolean;
  /** By whom. */
  by?: string;
  /** On which day. */
  date?: string;
  /** What was found and done about it. */
  remark?: string;
}

/** Whether a trigger of recalculation happened. */
export interface TriggerDeclared {
  /** Name of the trigger. */
  trigger?: string;
  /** Whether it happened. */
  happened?: boolean;
  /** What changed, and where the recalculated result stands. */
  remark?: string;
}

/** The approval of a factor of the facility's own. */
export interface OwnFactor {
  /** `pack/factor`. */
  factor?: string;
  /** The document that approves or proves it. */
  document?: string;
}

/** Request of the method `facility_document`. */
export interface FacilityDocumentRequest {
  /** The answer of `facility_report`. */
  answer: FacilityReport;
  /** `html`, `csv` or `table`. */
  format: string;
  /** `vi` (else) or `en`. */
  lang?: string;
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

/** Request of the method `base_year.report`. */
export interface BaseYearReportRequest {
  /** The answer to write. */
  answer: BaseYearAnswer;
  /** `table`, or the location-based waterfall as `vega-lite` or `svg`. */
  format: string;
  /** `en` or `vi`. */
  lang?: string;
}

/** Request of the method `intensity.report`. */
export interface IntensityReportRequest {
  /** The answer to write. */
  answer: IntensityAnswer;
  /** `table`. */
  format: string;
  /** `en` or `vi`. */
  lang?: string;
}

/** Request of the method `targets.report`. */
export interface TargetsReportRequest {
  /** The answer to write. */
  answer: TargetsAnswer;
  /** `table`, or the pathways as `vega-lite` or `svg`. */
  format: string;
  /** `en` or `vi`. */
  lang?: string;
}

/** Answer of the method `cbam.embedded`. */
export interface CbamEmbeddedAnswer {
  /** `emitrace/cbam-embedded/1`. */
  schema: string;
  /** Version of the engine. */
  engine: string;
  /** SHA-256 of the canonical JSON of `report`, in hexadecimal. */
  digest: string;
  /** The figures and how they were made. */
  report: CbamEmbeddedReport;
}

/** What an installation emitted, and what its goods carry. */
export interface CbamEmbeddedReport {
  /** Whether nothing is left out: no finding is an error. */
  complete: boolean;
  /** Who and where, as stated. */
  installation: CbamInstallation;
  /** The calendar year. */
  period: string;
  /** Whose rules: `transitional` or `definitive`. */
  regime: string;
  /** The act and its edition. */
  act: string;
  /** Decimals of specific embedded emissions. */
  decimals: number;
  /** `half-up` or `half-even`. */
  ties: string;
  /** Totals of the installation. */
  totals: CbamTotals;
  /** Every source of emissions, in the order of the document: streams, measurements, PFC, transfers. */
  sources: CbamSource[];
  /** Heat and electricity made within the installation. */
  energy_units: CbamEnergyUnitResult[];
  /** Production processes; empty while an error keeps a figure out. */
  processes: CbamProcessResult[];
  /** The goods with their specific embedded emissions; empty while an error keeps a figure out. */
  goods: CbamGoodResult[];
  /** Bought precursors with their weighted averages. */
  precursors: CbamPrecursorResult[];
  /** What is wrong, missing or to be known. */
  findings: CbamFinding[];
  /** Numbers that the act fixes and that were used. */
  parameters: CbamParameterUse[];
  /** Packs of factors and parameters that were used. */
  packs: PackUse[];
}

/** Totals of an installation in the period. */
export interface CbamTotals {
  /** Direct emissions that count, transfers taken off, in t CO2e. */
  direct_t_co2e: string;
  /** The same in whole tonnes. */
  direct_whole_t_co2e: string;
  /** CO2, transfers taken off, in t. */
  co2_t: string;
  /** N2O, in t CO2e. */
  n2o_t_co2e: string;
  /** Perfluorocarbons, in t CO2e. */
  pfc_t_co2e: string;
  /** CO2 of zero-rated biomass, in t; not in the totals. */
  biomass_t_co2: string;
  /** CO2 that was taken off because it was transferred, in t. */
  transferred_t_co2: string;
  /** Energy of fuels that count, in TJ (net). */
  fossil_tj: string;
  /** Energy of zero-rated biomass, in TJ (net). */
  biomass_tj: string;
  /** Emissions of sources outside the system boundaries, in t CO2e; part of the total. */
  outside_t_co2e: string;
  /** Emissions that no process, unit or `outside` takes, in t CO2e; part of the total. */
  unattributed_t_co2e: string;
}

/** A source of emissions. */
export interface CbamSource {
  /** Its identifier. */
  id: string;
  /** Its name. */
  name: string;
  /** JSON pointer into the request. */
  path: string;
  /** `combustion`, `process`, `mass-balance`, `measurement`, `pfc-slope`, `pfc-overvoltage` or `transfer`. */
  method: string;
  /** Number of the method in METHODS and the formula with its figures. */
  formula: string;
  /** Quantity of fuel, material, flue gas or metal. */
  activity_data: string;
  /** Its unit. */
  unit: string;
  /** How the quantity came about: `stated`, `readings` or `stock`. */
  quantity_from: string;
  /** Factors, in the order of the formula. */
  factors: CbamFactorUse[];
  /** Emissions that count, in t CO2e; negative for what leaves a mass balance and for transfers. */
  t_co2e: string;
  /** CO2 of zero-rated biomass, in t. */
  biomass_t_co2: string;
  /** Mass of each gas but CO2, in t. */
  gases: CbamGas[];
  /** Energy that counts, in TJ (net). */
  fossil_tj: string;
  /** Energy of zero-rated biomass, in TJ (net). */
  biomass_tj: string;
  /** What the emissions belong to. */
  attribution: CbamAttributed[];
}

/** The mass of a gas. */
export interface CbamGas {
  /** `N2O`, `CF4` or `C2F6`. */
  gas: string;
  /** Mass in t, before the collection efficiency. */
  t: string;
  /** Effect in t CO2e, before the collection efficiency. */
  t_co2e: string;
}

/** A factor as it was used. */
export interface CbamFactorUse {
  /** `net_calorific_value`, `emission_factor` … */
  factor: string;
  /** The number. */
  value: string;
  /** Its unit. */
  unit: string;
  /** `standard`, `analysis`, `supplier`, `literature`, `estimate`, `computed` or `assumed`. */
  determination: string;
  /** Tier as stated. */
  tier: string;
  /** Where it is from: the citation of a standard factor, or as stated. */
  source: string;
  /** Confidence of a standard factor. */
  confidence: string;
}

/** A part of an emission. */
export interface CbamAttributed {
  /** Process, energy unit or `outside`. */
  to: string;
  /** A fraction of 1. */
  share: string;
  /** Emissions in t CO2e. */
  t_co2e: string;
}

/** Heat and electricity of an energy unit. */
export interface CbamEnergyUnitResult {
  /** Its identifier. */
  id: string;
  /** Its name. */
  name: string;
  /** `boiler`, `chp` or `power`. */
  kind: string;
  /** Formula with METHODS number. */
  formula: string;
  /** Energy put in, in TJ. */
  fuel_tj: string;
  /** Emissions, in t CO2e. */
  t_co2e: string;
  /** Net heat, in TJ. */
  heat_tj: string;
  /** Electricity, in MWh. */
  electricity_mwh: string;
  /** Efficiency of heat, a fraction; empty if the energy put in is not known. */
  heat_efficiency: string;
  /** Efficiency of electricity, a fraction. */
  electric_efficiency: string;
  /** Part of the emissions that heat carries. */
  heat_share: string;
  /** Emissions of heat, in t CO2e. */
  heat_t_co2e: string;
  /** Emission factor of heat, in t CO2e/TJ; empty without heat. */
  heat_t_co2e_per_tj: string;
  /** Heat that processes and others took, in TJ. */
  delivered_tj: string;
  /** Emission factor of the heat that was taken: losses are carried by those who take it. */
  delivered_t_co2e_per_tj: string;
  /** Emissions of heat that left the installation, in t CO2e. */
  exported_heat_t_co2e: string;
  /** Emissions of electricity, in t CO2e. */
  electricity_t_co2e: string;
  /** Emission factor of electricity, in t CO2e/MWh; empty without electricity. */
  electricity_t_co2e_per_mwh: string;
  /** The same, in t CO2e/TJ. */
  electricity_t_co2e_per_tj: string;
  /** Fuel for heat, in TJ. */
  heat_fuel_tj: string;
  /** Fuel for electricity, in TJ. */
  electricity_fuel_tj: string;
}

/** A production process and what was attributed to it. */
export interface CbamProcessResult {
  /** Its identifier. */
  id: string;
  /** Its name. */
  name: string;
  /** JSON pointer into the request. */
  path: string;
  /** Aggregated goods category of its goods. */
  category: string;
  /** What specific emissions are stated for one of: `t`, `t-clinker`, `t-nitrogen`, `kg-nitrogen`, `kWh`. */
  functional_unit: string;
  /** Activity level, in functional units. */
  activity_level: string;
  /** What the attributed direct emissions are made of, in the order of equation 55. */
  terms: CbamTerm[];
  /** Attributed direct emissions, in t CO2e; not below zero. */
  direct_t_co2e: string;
  /** Whether they would have been below zero. */
  floored: boolean;
  /** Electricity used, in MWh. */
  electricity_mwh: string;
  /** Emissions of the electricity used, in t CO2e. */
  indirect_t_co2e: string;
  /** Whether indirect emissions of this process count for its goods. */
  indirect_counts: boolean;
  /** Attributed direct emissions for a functional unit. */
  attributed_direct: string;
  /** Emissions of its own electricity for a functional unit. */
  attributed_indirect: string;
  /** Precursors. */
  inputs: CbamInputResult[];
  /** Specific embedded emissions, exactly, for a functional unit. */
  see: CbamSpecific;
}

/** A part of attributed emissions. */
export interface CbamTerm {
  /** `source`, `stated`, `heat-in`, `heat-out`, `waste-gas-in`, `waste-gas-out` or `electricity-produced`. */
  term: string;
  /** Source, energy unit, process or name. */
  with: string;
  /** JSON pointer into the request. */
  path: string;
  /** With its sign, in t CO2e. */
  t_co2e: string;
  /** How it was computed. */
  formula: string;
}

/** A precursor as a process uses it. */
export interface CbamInputResult {
  /** Process or bought precursor. */
  from: string;
  /** Code of the good. */
  cn: string;
  /** Quantity used, in t. */
  quantity_t: string;
  /** Tonnes for a functional unit of what the process makes. */
  t_per_functional_unit: string;
  /** Specific embedded emissions of a tonne of the precursor, exactly. */
  see_per_t: CbamSpecific;
  /** Whether the precursor's own indirect emissions count, by the rule on goods of Annex II. */
  indirect_counts: boolean;
}

/** Specific embedded emissions, exactly: decimals, or `n/d`. */
export interface CbamSpecific {
  /** Direct, in t CO2e. */
  direct: string;
  /** Indirect that count, in t CO2e. */
  indirect: string;
  /** Indirect of all electricity, whether they count or not, in t CO2e. */
  indirect_all: string;
  /** Part of direct and counted indirect that default values make up, in t CO2e. */
  from_defaults: string;
  /** Electricity, that of precursors included as far as it is stated, in MWh. */
  electricity_mwh: string;
}

/** A good and what it carries. */
export interface CbamGoodResult {
  /** The process that makes it. */
  process: string;
  /** Code of the Combined Nomenclature. */
  cn: string;
  /** Name. */
  name: string;
  /** Aggregated goods category. */
  category: string;
  /** `t`, `t-clinker`, `t-nitrogen`, `kg-nitrogen` or `kWh`. */
  functional_unit: string;
  /** Functional units in a tonne of it (in a MWh of electricity). */
  functional_units_per_t: string;
  /** Quantity made, in t (MWh of electricity). */
  quantity: string;
  /** Quantity that no process of the installation used, in t (MWh of electricity). */
  to_market: string;
  /** Whether indirect emissions of its own electricity count. */
  indirect_counts: boolean;
  /** Direct emissions for a functional unit, in t CO2e, rounded. */
  see_direct: string;
  /** Indirect emissions that count, likewise. */
  see_indirect: string;
  /** Their sum, rounded from the exact sum. */
  see_total: string;
  /** Direct emissions for a tonne (a MWh), in t CO2e, rounded. */
  see_direct_per_t: string;
  /** Indirect emissions that count, likewise. */
  see_indirect_per_t: string;
  /** Their sum, rounded from the exact sum. */
  see_total_per_t: string;
  /** The exact figures for a tonne (a MWh). */
  exact_per_t: CbamSpecific;
  /** Part of the total that default values make up, a fraction with six decimals. */
  default_share: string;
}

/** A bought precursor. */
export interface CbamPrecursorResult {
  /** Its identifier. */
  id: string;
  /** Its name. */
  name: string;
  /** Code of the Combined Nomenclature. */
  cn: string;
  /** Aggregated goods category. */
  category: string;
  /** Quantity, in t. */
  quantity_t: string;
  /** Quantity that processes used, in t. */
  used_t: string;
  /** Weighted average for a tonne, exactly. */
  see_per_t: CbamSpecific;
  /** What it is the average of. */
  batches: CbamBatchResult[];
}

/** A precursor from one installation and period. */
export interface CbamBatchResult {
  /** Who supplies it. */
  supplier: string;
  /** Country as the tables know it; `XX` if it is not known. */
  country: string;
  /** The calendar year in which it was made. */
  period: string;
  /** Quantity, in t. */
  quantity_t: string;
  /** `actual`, `default` or `exempt` (made where embedded emissions count zero). */
  determination: string;
  /** For a tonne, exactly. */
  see_per_t: CbamSpecific;
  /** Where it is from: the verification report, or the row of the default value with its edition and mark-up. */
  source: string;
}

/** A remark about a place of the document. */
export interface CbamFinding {
  /** `error`, `warning` or `info`. */
  severity: string;
  /** Stable code. */
  code: string;
  /** JSON pointer into the request. */
  path: string;
  /** What is wrong. */
  message: string;
  /** The rule behind it: act, article, what it says; empty if the fault is no matter of law. */
  rule: string;
  /** What to do about it. */
  help: string;
}

/** A number that the act fixes. */
export interface CbamParameterUse {
  /** `pack/parameter`. */
  id: string;
  /** The number. */
  value: string;
  /** Its unit. */
  unit: string;
  /** Document and clause. */
  source: string;
  /** Confidence. */
  confidence: string;
}

/** Request of the method `cbam.embedded.report`. */
export interface CbamEmbeddedReportRequest {
  /** The answer of `cbam.embedded`. */
  answer: CbamEmbeddedAnswer;
  /** `table`, which is also what an empty text means, or `html`. */
  format: string;
  /** `en` (else) or `vi`. */
  lang: string;
}

/** Answer of the method `cbam.explain`. */
export interface CbamExplainAnswer {
  /** `emitrace/cbam-explain/1`. */
  schema: string;
  /** Version of the engine. */
  engine: string;
  /** Digest of the answer of `cbam.embedded` for the same document. */
  digest: string;
  /** The goods; empty while an error keeps a figure out. */
  goods: CbamGoodExplained[];
  /** What the operator's report must hold, and whether the document does. */
  completeness: CbamItem[];
  /** The figures that are explained. */
  report: CbamEmbeddedReport;
}

/** A good explained. */
export interface CbamGoodExplained {
  /** The process that makes it. */
  process: string;
  /** Code of the Combined Nomenclature. */
  cn: string;
  /** Name. */
  name: string;
  /** The way down: each row is the sum of the rows below it that are one level deeper, as far as they have a figure. */
  rows: CbamRow[];
  /** What the figure is made of, the largest part first. */
  parts: CbamPart[];
}

/** A step on the way down. */
export interface CbamRow {
  /** How deep it stands; the good is 0. */
  level: number;
  /** `good`, `process`, `direct`, `indirect`, `source`, `stated`, `heat-in` …, `electricity`, `precursor`, `batch`, `reading`, `loop`. */
  kind: string;
  /** What it is about. */
  about: string;
  /** JSON pointer into the request. */
  path: string;
  /** What it adds to a tonne (a MWh) of the good, in t CO2e, exactly; empty for readings. */
  t_co2e_per_t: string;
  /** How it came about. */
  formula: string;
  /** Factors behind it. */
  factors: CbamFactorUse[];
}

/** A part of what a good carries. */
export interface CbamPart {
  /** `source`, `stated`, `heat-in`, `heat-out`, `waste-gas-in`, `waste-gas-out`, `electricity-produced`, `electricity` or `batch`. */
  kind: string;
  /** What it is. */
  about: string;
  /** JSON pointer into the request. */
  path: string;
  /** In a tonne (a MWh) of the good, all ways through other processes included, in t CO2e, exactly. */
  t_co2e_per_t: string;
  /** Per cent of the good's total with two decimals: also by how much the total changes for a hundred per cent more of any factor in it. */
  percent: string;
  /** The inputs that it is the product of: one per cent more of any of them is one per cent more of the part. */
  inputs: string[];
  /** `standard`, `assumed`, `default`, `actual`, `measured` or `stated`: the weakest data behind it. */
  data: string;
  /** For default values: what the mark-up alone adds to a tonne, in t CO2e, exactly. */
  mark_up_t_co2e_per_t: string;
  /** For default values: what is in the goods of the period that no process of the installation used, in t CO2e, rounded to three decimals. */
  to_market_t_co2e: string;
}

/** Something that the operator's report must hold. */
export interface CbamItem {
  /** What. */
  item: string;
  /** JSON pointer into the request. */
  path: string;
  /** `present` or `missing`. */
  state: string;
  /** Where it is asked for. */
  rule: string;
}

/** Request of the method `cbam.explain.report`. */
export interface CbamExplainReportRequest {
  /** The answer of `cbam.explain`. */
  answer: CbamExplainAnswer;
  /** `table`, which is also what an empty text means, or `html`. */
  format: string;
  /** `en` (else) or `vi`. */
  lang: string;
}

/** Request of the method `cbam.template`. */
export interface CbamTemplateRequest {
  /** The filled workbook (XLSX), in base64. Required. */
  base64: string;
  /** Whose rules compute it: `transitional` or `definitive`; what its period says if it is empty. */
  regime: string;
  /** The user's own packs, each as one text. */
  packs: string[];
}

/** Answer of the method `cbam.template`. */
export interface CbamTemplateAnswer {
  /** `emitrace/cbam-template/1`. */
  schema: string;
  /** Version of the engine. */
  engine: string;
  /** Version of the template, as it says itself. */
  version: string;
  /** Whether every filled cell was used, nothing is wrong in the cells, and the document can be computed. */
  complete: boolean;
  /** The installation: the request of `cbam.embedded` and `cbam.explain`. */
  document: CbamEmbeddedRequest;
  /** What was taken, in the order of sheets, rows and columns. */
  taken: CbamTemplateCell[];
  /** What could not be used, is wrong, or was read in one of several ways. */
  findings: CbamTemplateFinding[];
  /** Figures that the template shows, beside those that its entries give. */
  template: CbamTemplateComparison;
}

/** A cell that was taken. */
export interface CbamTemplateCell {
  /** Sheet. */
  sheet: string;
  /** Cell, e.g. `L16`. */
  cell: string;
  /** What it holds, as the file holds it. */
  value: string;
  /** Whether it is the stored result of a formula. */
  formula: boolean;
  /** JSON pointer into the document. */
  path: string;
}

/** A remark about a cell. */
export interface CbamTemplateFinding {
  /** `error`, `warning` or `info`. */
  severity: string;
  /** Stable code. */
  code: string;
  /** Sheet. */
  sheet: string;
  /** Cell, e.g. `L16`; empty if it is about the sheet. */
  cell: string;
  /** What it holds. */
  value: string;
  /** What is wrong. */
  message: string;
  /** What to do about it. */
  help: string;
}

/** Figures of the template beside ours. */
export interface CbamTemplateComparison {
  /** Whose rules ours were computed by: `transitional` or `definitive`. */
  regime: string;
  /** Whether the document could be computed. */
  computed: boolean;
  /** What `cbam.embedded` says about the document. */
  findings: CbamFinding[];
  /** How many figures there are. */
  figures_total: number;
  /** How many of them agree. */
  figures_equal: number;
  /** Every figure that the template shows and that is computed here. */
  figures: CbamTemplateFigure[];
}

/** A figure of the template beside ours. */
export interface CbamTemplateFigure {
  /** What it is: `see_direct`, `t_co2e` … */
  figure: string;
  /** JSON pointer of what it is about. */
  path: string;
  /** Unit. */
  unit: string;
  /** Sheet. */
  sheet: string;
  /** Cell. */
  cell: string;
  /** What the template shows, to 15 digits. */
  template: string;
  /** What its entries give, exactly; empty if it could not be computed. */
  computed: string;
  /** Computed less shown, to 12 decimals; empty if there is nothing to compare. */
  difference: string;
  /** Whether the two differ by no more than a billionth of the larger of 1 and ours. */
  equal: boolean;
  /** Why they differ, as far as that is known: `floor`, `loop`, `indirect-not-counted`, `default-value`, `origin-exempt`, `entry-not-used`, `not-computed`, `not-shown`. */
  reasons: string[];
}

/** Request of the method `cbam.template.report`. */
export interface CbamTemplateReportRequest {
  /** The answer of `cbam.template`. */
  answer: CbamTemplateAnswer;
  /** `table`, which is also what an empty text means. */
  format: string;
  /** `en` (else) or `vi`. */
  lang: string;
}

/** Answer of the method `cbam.declare.explain`. */
export interface CbamDeclareExplainAnswer {
  /** `emitrace/cbam-declare-explain/1`. */
  schema: string;
  /** Version of the engine. */
  engine: string;
  /** Digest of the answer of `cbam.declare` for the same request. */
  digest: string;
  /** The lines of the declaration, in its order. */
  goods: CbamLineExplained[];
  /** Where default values stand, the most expensive mark-up first. */
  defaults: CbamDefaultUse[];
  /** What the operators' reports must hold, and whether their documents do. */
  plants: CbamPlantChecked[];
  /** The figures that are explained. */
  answer: CbamImportAnswer;
}

/** A line of the declaration explained. */
export interface CbamLineExplained {
  /** Code of the good. */
  cn_code: string;
  /** Country of origin. */
  origin: string;
  /** The installation; empty if the rows name none. */
  installation: string;
  /** `actual` or `default`. */
  data: string;
  /** The first row of the line. */
  first_row: number;
  /** Net mass in tonnes, or electricity in MWh. */
  quantity: string;
  /** `t` or `MWh`. */
  unit: string;
  /** The way down: each row is the sum of the rows below it that are one level deeper, as far as they have a figure. */
  rows: CbamDueRow[];
  /** What the certificates are made of, the largest part first. */
  parts: CbamDuePart[];
  /** Certificates if default values stood; empty if there is none. */
  certificates_by_default: string;
  /** Certificates by the installation's own data; empty if there are none. */
  certificates_by_actual: string;
  /** What the installation's own data save against default values, EUR; empty unless both and the prices are known. */
  saved_by_actual_eur: string;
}

/** A step on the way down from certificates. */
export interface CbamDueRow {
  /** How deep it stands; the certificates are 0. */
  level: number;
  /** `certificates`, `embedded`, `default`, `mark-up`, `direct`, `indirect`, `good` with the kinds of `cbam.explain` below it, `rounding`, `free-allocation`, `benchmark`, `carbon-price`, `floor`, `exempt`. */
  kind: string;
  /** What it is about. */
  about: string;
  /** JSON pointer into the request, or the row of a pack. */
  path: string;
  /** What it adds to the certificates of the line, in t CO2e, exactly; empty for readings. */
  t_co2e: string;
  /** How it came about. */
  formula: string;
  /** Factors behind it. */
  factors: CbamFactorUse[];
}

/** A part of what is due. */
export interface CbamDuePart {
  /** The kinds of `cbam.explain`, `default`, `mark-up`, `direct`, `indirect`, `benchmark` or `carbon-price`. */
  kind: string;
  /** What it is. */
  about: string;
  /** JSON pointer into the request, or the row of a pack. */
  path: string;
  /** In the whole quantity, in t CO2e, exactly; negative for what is taken off. */
  t_co2e: string;
  /** Per cent of the embedded emissions with two decimals. */
  percent: string;
  /** What it adds to the cost at the average price of the line, EUR with two decimals: also what a hundred per cent more of it would add. 0 where nothing is due; empty while no price is known. */
  eur: string;
  /** The inputs that it is the product of. */
  inputs: string[];
  /** `standard`, `assumed`, `default`, `actual`, `measured`, `stated` or `law`: the weakest data behind it. */
  data: string;
}

/** A default value that stands in a line: for the good itself or for a precursor. */
export interface CbamDefaultUse {
  /** Code of the good of the line. */
  cn_code: string;
  /** Country of origin of the line. */
  origin: string;
  /** The installation of the line; empty if the rows name none. */
  installation: string;
  /** The first row of the line. */
  first_row: number;
  /** What the value stands for. */
  about: string;
  /** JSON pointer into the request, or the row of a pack. */
  path: string;
  /** What it brings, mark-up included, in t CO2e, exactly. */
  t_co2e: string;
  /** What its mark-up alone brings, in t CO2e, exactly. */
  of_mark_up_t_co2e: string;
  /** What the mark-up costs at the average price of the line, EUR with two decimals; empty while no price is known. */
  of_mark_up_eur: string;
}

/** What the report of an installation must hold. */
export interface CbamPlantChecked {
  /** The installation, as the imports write it. */
  installation: string;
  /** What is asked for, and whether the document has it. */
  completeness: CbamItem[];
}

/** Request of the method `cbam.declare.explain.report`. */
export interface CbamDeclareExplainReportRequest {
  /** The answer of `cbam.declare.explain`. */
  answer: CbamDeclareExplainAnswer;
  /** `table`, which is also what an empty text means. */
  format: string;
  /** `en` (else) or `vi`. */
  lang: string;
}

/** Request of the methods `cbam.embedded`, `cbam.explain` and `cbam.report`. */
export interface CbamEmbeddedRequest {
  /** Who and where. */
  installation?: CbamInstallation;
  /** The reporting period: a calendar year; until 2025 also two days, `2024-04-01/2025-03-31`. Required. */
  period: string;
  /** Whose rules: `transitional` (2023 to 2025) or `definitive` (from 2026 on); what the period says if it is empty. */
  regime?: string;
  /** The verifier of the operator's report. */
  verifier?: CbamVerifier;
  /** What the operator says beside the figures: data quality, legal acts of a carbon price. */
  remarks?: CbamParameter[];
  /** Fuels and materials, by the calculation-based methods. */
  streams?: CbamStream[];
  /** Emission sources with continuous measurement. */
  measurements?: CbamMeasurement[];
  /** Perfluorocarbons of primary aluminium. */
  pfc?: CbamPfc[];
  /** CO2 that leaves the installation instead of being emitted. */
  transfers?: CbamTransfer[];
  /** Boilers, combined heat and power, power plants within the installation. */
  energy_units?: CbamEnergyUnit[];
  /** Production processes. */
  processes?: CbamProcess[];
  /** Precursors that are bought. */
  precursors?: CbamBoughtPrecursor[];
  /** How the figures at the end are rounded. */
  rounding?: CbamRounding;
  /** What the operator's report says beside the figures. */
  statements?: CbamStatements;
  /** The user's own packs, each as one text. */
  packs?: string[];
}

/** Who and where an installation is. */
export interface CbamInstallation {
  /** Name. Required. */
  name: string;
  /** Its operator. */
  operator?: string;
  /** ISO 3166-1 code of the country. Required. */
  country: string;
  /** Address. */
  address?: string;
  /** UN/LOCODE. */
  unlocode?: string;
  /** Degrees, north positive. */
  latitude?: string;
  /** Degrees, east positive. */
  longitude?: string;
  /** What it does. */
  economic_activity?: string;
  /** Name and address of the person to ask. */
  contact?: string;
}

/** Who verified the operator's report. */
export interface CbamVerifier {
  /** Name of the company. */
  name?: string;
  /** Address. */
  address?: string;
  /** Country. */
  country?: string;
  /** Authorised representative, and how to reach him. */
  contact?: string;
  /** State of the accreditation. */
  accreditation_country?: string;
  /** National accreditation body. */
  accreditation_body?: string;
  /** Number of the accreditation. */
  accreditation_number?: string;
}

/** A part of an emission and what it belongs to. */
export interface CbamShare {
  /** Identifier of a process or of an energy unit; `outside` for what lies outside the system boundaries. Required. */
  to: string;
  /** A fraction of 1; may be empty if there is one entry only. */
  share?: string;
}

/** A calculation factor of a stream. */
export interface CbamFactor {
  /** The number. */
  value?: string;
  /** Its unit: `GJ/t`, `TJ/t`, `GJ/1000Nm3`, `tCO2/TJ`, `tCO2/t`, `tCO2/1000Nm3`, `tC/t`, `tC/1000Nm3`; empty for fractions. */
  unit?: string;
  /** `analysis`, `supplier`, `literature`, `estimate`; `unspecified` if nobody says. */
  determination?: string;
  /** Tier of the monitoring plan. */
  tier?: string;
  /** Where the number is from: laboratory report, certificate, letter. */
  source?: string;
}

/** Two readings of a meter. */
export interface CbamReading {
  /** The meter. */
  meter?: string;
  /** Reading at the start, in the unit of the stream. */
  start?: string;
  /** Reading at the end. */
  end?: string;
  /** What a step of the meter stands for; 1 if empty. */
  multiplier?: string;
}

/** A quantity from deliveries and stocks, in the unit of the stream. */
export interface CbamStock {
  /** Delivered within the period. */
  delivered?: string;
  /** In stock at the start. */
  opening?: string;
  /** In stock at the end. */
  closing?: string;
  /** Passed on to others. */
  passed_on?: string;
}

/** A fuel or material: a source stream. */
export interface CbamStream {
  /** Identifier. Required. */
  id: string;
  /** Name. */
  name?: string;
  /** `combustion`, `process` or `mass-balance`. Required. */
  method: string;
  /** `in` (else) or, in a mass balance, `out` for what leaves with its carbon. */
  direction?: string;
  /** Quantity burnt or used in the period; may be left out if `readings` or `stock` say it. */
  activity_data?: string;
  /** Unit of the quantity: a mass, or a volume of gas at normal state such as `Nm3` or `1000Nm3`. Required. */
  unit: string;
  /** Readings of the meters that the quantity is from. */
  readings?: CbamReading[];
  /** Deliveries and stocks that the quantity is from. */
  stock?: CbamStock;
  /** Name of a fuel or material in the table of standard factors: `natural-gas`; for factors that are not given. */
  standard?: string;
  /** Net calorific value. */
  net_calorific_value?: CbamFactor;
  /** Emission factor; for biomass and mixed fuels the preliminary one. */
  emission_factor?: CbamFactor;
  /** Process emissions: what the material is made of, instead of an emission factor; carbonates that go in, or oxides from carbonates that come out. */
  composition?: CbamComponent[];
  /** Process emissions: cement kiln dust that leaves the kiln, instead of an emission factor. */
  kiln_dust?: CbamKilnDust;
  /** Carbon content. */
  carbon_content?: CbamFactor;
  /** Oxidation factor, a fraction; 1 if it is not given. */
  oxidation_factor?: CbamFactor;
  /** Conversion factor, a fraction; 1 if it is not given. */
  conversion_factor?: CbamFactor;
  /** Biomass fraction of the carbon; 0 if it is not given. */
  biomass_fraction?: CbamFactor;
  /** Whether the biomass meets the criteria of sustainability. Required with a biomass fraction. */
  biomass_sustainable?: boolean;
  /** The proof of sustainability. */
  biomass_evidence?: string;
  /** What the stream is used for, where a rule on system boundaries asks: `plating`, `mobile-machinery` … */
  step?: string;
  /** What the emissions belong to. */
  attribution?: CbamShare[];
}

/** A part of a material. */
export interface CbamComponent {
  /** The carbonate or oxide in the table of standard factors: `carbonate-caco3`, `oxide-cao`. Required. */
  standard: string;
  /** Its fraction of the mass; of an oxide what was no carbonate in the raw meal is taken off. Required. */
  fraction: string;
}

/** Cement kiln dust; with both fields empty the factor of the act holds. */
export interface CbamKilnDust {
  /** Emission factor of the clinker, in t CO2/t. */
  clinker_emission_factor?: string;
  /** Degree of calcination of the dust, a fraction. */
  degree_of_calcination?: string;
}

/** An emission source with continuous measurement. */
export interface CbamMeasurement {
  /** Identifier. Required. */
  id: string;
  /** Name. */
  name?: string;
  /** `CO2` or `N2O`. Required. */
  gas: string;
  /** Average concentration in the flue gas, in g/Nm3. */
  concentration_g_per_nm3?: string;
  /** Average flow of the flue gas, in Nm3/h. */
  flow_nm3_per_h?: string;
  /** Hours of operation. */
  hours?: string;
  /** Concentration of each hour, in g/Nm3, instead of averages. */
  hourly_g_per_nm3?: string[];
  /** Flow of each hour, in Nm3/h. */
  hourly_nm3?: string[];
  /** Biomass fraction of the CO2; 0 if it is not given. */
  biomass_fraction?: CbamFactor;
  /** Whether the biomass meets the criteria of sustainability. Required with a biomass fraction. */
  biomass_sustainable?: boolean;
  /** The proof of sustainability. */
  biomass_evidence?: string;
  /** What the emissions belong to. */
  attribution?: CbamShare[];
}

/** Perfluorocarbons of a potline. */
export interface CbamPfc {
  /** Identifier. Required. */
  id: string;
  /** Name. */
  name?: string;
  /** `slope` or `overvoltage`. Required. */
  method: string;
  /** Technology of the cells, for standard coefficients: `cwpb`, `swpb`, `vss`, `hss`, `pfpb-l`, `pfpb-m`, `pfpb-mw`. */
  technology?: string;
  /** Primary aluminium produced, in t. Required. */
  aluminium_t: string;
  /** Slope: anode effects a cell-day. */
  anode_effects_per_cell_day?: string;
  /** Slope: mean duration of an anode effect, in minutes. */
  anode_effect_minutes?: string;
  /** Slope: emission factor in (kg CF4/t Al)/(anode-effect minutes/cell-day). */
  slope_emission_factor?: CbamFactor;
  /** Overvoltage: anode effect overvoltage, in mV a cell. */
  overvoltage_mv?: string;
  /** Overvoltage: mean current efficiency, in per cent. */
  current_efficiency_percent?: string;
  /** Overvoltage: coefficient in (kg CF4/t Al)/mV. */
  overvoltage_coefficient?: CbamFactor;
  /** Mass of C2F6 for a mass of CF4. */
  c2f6_fraction?: CbamFactor;
  /** Collection efficiency of the ducts, a fraction. Required. */
  collection_efficiency: string;
  /** What the emissions belong to. */
  attribution?: CbamShare[];
}

/** CO2 that leaves the installation instead of being emitted. */
export interface CbamTransfer {
  /** Identifier. Required. */
  id: string;
  /** Name. */
  name?: string;
  /** CO2 transferred, in t, that of biomass included. Required. */
  t_co2: string;
  /** `permanent-storage`, `permanent-products` or another use such as `urea`. Required. */
  destination: string;
  /** Whether the receiver monitors it by rules equivalent to those of the EU ETS. Required. */
  equivalent_monitoring: boolean;
  /** Part of the CO2 that is from zero-rated biomass; 0 if it is not given. */
  biomass_fraction?: string;
  /** The receiver, and the proof. */
  receiver?: string;
  /** What the emissions belonged to. */
  attribution?: CbamShare[];
}

/** A boiler, a combined heat and power unit or a power plant. */
export interface CbamEnergyUnit {
  /** Identifier; streams name it in their attribution. Required. */
  id: string;
  /** Name. */
  name?: string;
  /** `boiler`, `chp` or `power`. Required. */
  kind: string;
  /** Net measurable heat produced, in TJ. */
  heat_tj?: string;
  /** Flows of heat that the net heat is computed from. */
  heat_flows?: CbamHeatFlow[];
  /** Electricity produced, in MWh. */
  electricity_mwh?: string;
  /** Energy put in, in TJ; else that of the streams attributed to the unit. */
  fuel_tj?: string;
  /** Emissions stated for the unit, in t CO2e, instead of those of the sources attributed to it. */
  t_co2e?: string;
  /** Combined heat and power: reference efficiency of separate heat, a fraction. */
  reference_heat_efficiency?: string;
  /** Combined heat and power: reference efficiency of separate electricity, a fraction. */
  reference_electric_efficiency?: string;
  /** Heat that leaves the installation, in TJ; 0 if it is not given. */
  exported_heat_tj?: string;
  /** Electricity that leaves the installation, in MWh; 0 if it is not given. */
  exported_mwh?: string;
}

/** Heat in a flow of steam or water. */
export interface CbamHeatFlow {
  /** Mass, in t. */
  mass_t?: string;
  /** Specific enthalpy supplied, in kJ/kg. */
  supply_kj_per_kg?: string;
  /** Specific enthalpy returned, in kJ/kg: that of water at 90 °C if the return is not known. */
  return_kj_per_kg?: string;
}

/** How figures are rounded at the end. */
export interface CbamRounding {
  /** Decimals of specific embedded emissions, at most 5, which is also what an empty field means. */
  decimals?: number;
  /** `half-up` (else) or `half-even`: the act does not say what becomes of ties. */
  ties?: string;
}

/** A production process, or several goods and steps in one joint process. */
export interface CbamProcess {
  /** Identifier; streams, inputs and heat name it. Required. */
  id: string;
  /** Name. */
  name?: string;
  /** Production routes of its goods. */
  routes?: string[];
  /** Indicator of the production route for the benchmark: `C`, `E`, `K` …, where the table has several. */
  benchmark_route?: string;
  /** Joint process: the aggregated goods categories that are made and used up within it. */
  covers?: string[];
  /** Joint process: how much of them is made and used up; their benchmarks count for the adjustment for free allocation. */
  covered?: CbamCovered[];
  /** Why goods of one code are made in more than one process, if they are. */
  split_reason?: string;
  /** What it makes. Required. */
  goods: CbamMadeGood[];
  /** Scrap, by-products, residues: they carry nothing. */
  by_products?: CbamByProduct[];
  /** Direct emissions that are stated instead of computed from sources. */
  direct?: CbamStatedEmission[];
  /** Measurable heat that comes in or goes out. */
  heat?: CbamHeatUse[];
  /** Waste gas that comes in or goes out. */
  waste_gas?: CbamWasteGas[];
  /** Electricity used. */
  electricity?: CbamElectricityUse[];
  /** Electricity produced within the process. */
  electricity_produced?: CbamElectricityMade[];
  /** Precursors used, all that is needed, losses and scrap included. */
  inputs?: CbamInput[];
}

/** A precursor that a joint process makes and uses up. */
export interface CbamCovered {
  /** Code of the Combined Nomenclature, eight digits. Required. */
  cn: string;
  /** Quantity made and used up in the period, in t. Required. */
  quantity_t: string;
  /** Indicator of its production route for the benchmark, where the table has several. */
  benchmark_route?: string;
}

/** A good that a process makes. */
export interface CbamMadeGood {
  /** Code of the Combined Nomenclature, eight digits. Required, or else the category. */
  cn?: string;
  /** Aggregated goods category, for what is used up within the installation and has no code in the papers. */
  category?: string;
  /** Name. */
  name?: string;
  /** Quantity made in the period that meets the specification, in t, what is used in other processes included. */
  quantity_t?: string;
  /** Quantity of electricity made, in MWh; for electricity instead of tonnes. */
  quantity_mwh?: string;
  /** Clinker or nitrogen contained, a fraction of the mass; for goods whose functional unit is one of them. */
  content?: string;
  /** Parameters of the sector that have to be reported. */
  parameters?: CbamParameter[];
  /** The carbon price due where it was made; kept for the importer, nothing is computed with it. */
  carbon_price?: CbamGoodPrice;
}

/** The carbon price due for a good where it was made. */
export interface CbamGoodPrice {
  /** Kind of instrument: tax, trading system. */
  instrument?: string;
  /** Part of the total embedded emissions that it covers, a fraction of 1. */
  share_covered?: string;
  /** Currency, ISO 4217. */
  currency?: string;
  /** Price due before rebates, in the currency for a tonne (a MWh) of the good. */
  due_per_t?: string;
  /** Kind of rebate. */
  rebate?: string;
  /** Part of the total embedded emissions that the rebate covers, a fraction of 1. */
  rebate_share?: string;
  /** Rebate, in the currency for a tonne (a MWh) of the good. */
  rebate_per_t?: string;
}

/** A parameter of the sector. */
export interface CbamParameter {
  /** Its name, as the category lists it. */
  name?: string;
  /** Its value. */
  value?: string;
}

/** What a process makes beside its goods. */
export interface CbamByProduct {
  /** Name. */
  name?: string;
  /** `scrap`, `by-product` or `residue`. */
  kind?: string;
  /** Quantity, in t. */
  quantity_t?: string;
}

/** Emissions that are stated. */
export interface CbamStatedEmission {
  /** What they are. */
  name?: string;
  /** In t CO2e. Required. */
  t_co2e: string;
  /** Where the figure is from. */
  source?: string;
}

/** Measurable heat across the boundary of a process. */
export interface CbamHeatUse {
  /** `in` or `out`. Required. */
  direction: string;
  /** In: an energy unit of the document, or who supplies the heat. Out: a process of the document, or who takes it. */
  with?: string;
  /** Net heat, in TJ. Required. */
  tj: string;
  /** Emission factor, in t CO2e/TJ; not for heat of an energy unit, which has its own. */
  t_co2e_per_tj?: string;
  /** Where the factor is from. */
  source?: string;
}

/** Waste gas across the boundary of a process. */
export interface CbamWasteGas {
  /** `in` or `out`. Required. */
  direction: string;
  /** Out: a process of the document, or who takes it. In: who supplies it. */
  with?: string;
  /** Energy of the gas (net), in TJ; or quantity and calorific value. */
  tj?: string;
  /** Volume, in 1000 Nm3. */
  knm3?: string;
  /** Net calorific value, in GJ/1000 Nm3. */
  gj_per_knm3?: string;
}

/** Electricity that a process uses. */
export interface CbamElectricityUse {
  /** An energy unit of the document, or who supplies it. Required. */
  from: string;
  /** In MWh. Required. */
  mwh: string;
  /** Emission factor, in t CO2e/MWh; not for electricity of an energy unit, which has its own. */
  t_co2e_per_mwh?: string;
  /** Why this factor: `grid-default`, `direct-link` or `ppa`; until 2025 also `grid-other`, `own`, `own-chp`, `mix`, `unspecified`; not for an energy unit. */
  basis?: string;
  /** Where the factor is from. */
  source?: string;
}

/** Electricity that a process makes, e.g. from recovered heat or pressure. */
export interface CbamElectricityMade {
  /** In MWh. Required. */
  mwh: string;
  /** Emission factor, in t CO2e/MWh. Required. */
  t_co2e_per_mwh: string;
  /** Where the factor is from. */
  source?: string;
}

/** A precursor that a process uses. */
export interface CbamInput {
  /** A process or a bought precursor of the document. Required. */
  from: string;
  /** Code of the good, if the process makes several. */
  cn?: string;
  /** Quantity used, in t. Required. */
  quantity_t: string;
}

/** A precursor that is bought. */
export interface CbamBoughtPrecursor {
  /** Identifier; inputs name it. Required. */
  id: string;
  /** Name. */
  name?: string;
  /** Code of the Combined Nomenclature, eight digits. Required, or else the category. */
  cn?: string;
  /** Aggregated goods category, where the papers do not state the code; `alloys` for FeMn, FeCr or FeNi. */
  category?: string;
  /** Clinker or nitrogen contained, a fraction of the mass; where specific emissions are per functional unit. */
  content?: string;
  /** `grey` or `white`, where default values tell clinker apart. */
  variant?: string;
  /** Production routes, as its suppliers name them. */
  routes?: string[];
  /** What was used of it, by installation and period. Required. */
  batches: CbamBatch[];
}

/** A precursor from one installation and period. */
export interface CbamBatch {
  /** Who supplies it. */
  supplier?: string;
  /** The installation that made it. */
  installation?: string;
  /** Country where it was made, code or name; `unknown` if it is not known. Required. */
  country: string;
  /** The calendar year in which it was made; that of the report if it is not given. */
  period?: string;
  /** Quantity, in t. Required. */
  quantity_t: string;
  /** Indicator of its production route for the benchmark, where the tables do not tell it. */
  benchmark_route?: string;
  /** `actual` or `default`; in the transitional regime also `estimate`. Required. */
  determination: string;
  /** Transitional regime: how indirect emissions were determined, if not in the same way. */
  indirect_determination?: string;
  /** Actual, in the transitional regime always: specific direct embedded emissions, in t CO2e. */
  see_direct?: string;
  /** Actual: specific indirect embedded emissions, in t CO2e. */
  see_indirect?: string;
  /** Actual: electricity for one, in MWh; instead of `see_indirect`, with the factor beside it. */
  mwh?: string;
  /** Actual: emission factor of that electricity, in t CO2e/MWh. */
  t_co2e_per_mwh?: string;
  /** Actual: what the three are for one of: `t` or `functional-unit`. Required where the functional unit is not the tonne. */
  per?: string;
  /** Actual: the verifier, accredited for the sector. */
  verifier?: string;
  /** Actual: the verification report. */
  verification_report?: string;
  /** Actual: specific embedded free allocation of a tonne, in t CO2e, as the report of its installation states it. */
  sefa_per_t?: string;
}

/** Request of the method `cbam.quarterly`. */
export interface CbamQuarterlyRequest {
  /** What the report says; goods that are in it already stay, those of the ledger come behind them. Required. */
  report: CbamQuarterlyReport;
  /** The imports of the quarter: a ledger as text or base64; none if the goods are in the report. */
  imports?: Ledger;
  /** How the ledger is written. */
  reading?: CbamLedgerReading;
  /** Where rows of the ledger do not say it: `default` or `actual`. Required with a ledger. */
  data?: string;
  /** Code of the customs procedure of the ledger's imports: `40` release for free circulation. Required with a ledger. */
  requested_procedure?: string;
  /** What installations say about their goods. */
  installations?: CbamQuarterlySource[];
  /** Default values of the transitional period. */
  defaults?: CbamQuarterlyDefaults;
  /** The user's own packs, each as one text. */
  packs?: string[];
}

/** What an installation says about goods. */
export interface CbamQuarterlySource {
  /** Name of the installation, as the ledger writes it. Required. */
  installation: string;
  /** Code of the good. Required. */
  cn_code: string;
  /** Its document (a request of `cbam.embedded`): fills names, place and figures that `emissions` leaves empty. */
  document?: CbamEmbeddedRequest;
  /** What is stated: operator, installation, methods, figures; the quantity is that of the ledger. */
  emissions?: CbamQuarterlyEmissions;
}

/** Default values of the transitional period. */
export interface CbamQuarterlyDefaults {
  /** The pack of default values that the Commission published for the period; none is shipped. */
  edition?: string;
  /** What is stated beside their figures: production methods, codes. */
  emissions?: CbamQuarterlyEmissions;
}

/** Answer of the method `cbam.quarterly`. */
export interface CbamQuarterlyAnswer {
  /** `emitrace/cbam-quarterly/1`. */
  schema: string;
  /** Version of the engine. */
  engine: string;
  /** Whether nothing is missing or misfits by the list of elements, and every row of the ledger is in it. */
  complete: boolean;
  /** The report as XML. Unofficial: it was not checked against the Commission's schema. */
  xml: string;
  /** SHA-256 of the XML, in hexadecimal. */
  sha256: string;
  /** Last day for the report of the quarter; empty if the quarter is none. */
  due: string;
  /** What the XML says: reading it gives the same. */
  report: CbamQuarterlyReport;
  /** What became of the rows of the ledger. */
  coverage: CbamCoverage;
  /** What is to be said of rows, in their order. */
  rows: Finding[];
  /** What is missing, misfits or must be known, in the order of the report. */
  findings: CbamFinding[];
  /** What was checked, and what was not. */
  checks: CbamQuarterlyCheck[];
  /** The packs that rows came from. */
  packs: PackUse[];
}

/** A check of the report. */
export interface CbamQuarterlyCheck {
  /** `elements`, `schema`, `code-lists`, `quantities`, `determination`, `registry-rules`. */
  check: string;
  /** Whether it was made. */
  made: boolean;
  /** What it looks at, and where it is from. */
  note: string;
}

/** Request of the method `cbam.quarterly.read`. */
export interface CbamQuarterlyReadRequest {
  /** The XML of a report. Required. */
  xml: string;
}

/** Answer of the method `cbam.quarterly.read`. */
export interface CbamQuarterlyReadAnswer {
  /** `emitrace/cbam-quarterly-read/1`. */
  schema: string;
  /** Version of the engine. */
  engine: string;
  /** Whether everything in the file was taken, nothing is missing and nothing misfits. */
  complete: boolean;
  /** What the file says: the `report` of a request of `cbam.quarterly`. */
  report: CbamQuarterlyReport;
  /** Elements that were not taken, and what is missing or misfits. */
  findings: CbamFinding[];
}

/** Request of the method `cbam.quarterly.report`. */
export interface CbamQuarterlyReportRequest {
  /** The answer of `cbam.quarterly`. */
  answer: CbamQuarterlyAnswer;
  /** `table` or `html`; empty = table. */
  format?: string;
  /** `en` or `vi`; empty = en. */
  lang?: string;
}

/** What a quarterly report of the transitional period says: the parts of QReport 23.00. */
export interface CbamQuarterlyReport {
  /** Moment of submission: `2026-01-28T09:30:00Z`. Needed. */
  submission_date?: string;
  /** Identifier that the registry gave; empty for a new report. */
  report_id?: string;
  /** The quarter: `Q1` to `Q4`. Needed. */
  reporting_period?: string;
  /** The year. Needed. */
  year?: string;
  /** Who reports. Needed. */
  declarant?: CbamQuarterlyDeclarant;
  /** The indirect customs representative. */
  representative?: CbamQuarterlyParty;
  /** The importer, if the declarant is another one. */
  importer?: CbamQuarterlyParty;
  /** Confirmations and signature. Needed. */
  signature?: CbamQuarterlySignature;
  /** Remarks on the report. */
  remarks?: string;
  /** The imported goods. Needed. */
  goods?: CbamQuarterlyGood[];
}

/** The reporting declarant. */
export interface CbamQuarterlyDeclarant {
  /** EORI number. Needed. */
  identification_number?: string;
  /** Name. Needed. */
  name?: string;
  /** Code of the role: `01` importer of all goods, `02` indirect customs representative of all, `03` both. Needed. */
  role?: string;
  /** Address. Needed. */
  address?: CbamQuarterlyAddress;
}

/** An importer or a representative. */
export interface CbamQuarterlyParty {
  /** EORI number. Needed. */
  identification_number?: string;
  /** Name. Needed. */
  name?: string;
  /** Address. Needed. */
  address?: CbamQuarterlyAddress;
}

/** An address. */
export interface CbamQuarterlyAddress {
  /** ISO 3166-1 code. Needed. */
  country?: string;
  /** Part of the country. */
  sub_division?: string;
  /** City. Required but for an installation. */
  city?: string;
  /** Street. */
  street?: string;
  /** More of the street. */
  street_additional_line?: string;
  /** Number of the house. */
  number?: string;
  /** Postcode. */
  postcode?: string;
  /** Post-office box. */
  po_box?: string;
}

/** Confirmations and signature of the declarant. */
export interface CbamQuarterlySignature {
  /** Whether the data are confirmed to be complete and correct. Needed. */
  global_data_confirmation?: boolean;
  /** Whether the use of the data is agreed to. Needed. */
  use_of_data_confirmation?: boolean;
  /** Place. Needed. */
  place?: string;
  /** Name of the person who signs. Needed. */
  name?: string;
  /** Position of that person. Needed. */
  position?: string;
  /** Whether it is confirmed that another method was allowed, where one was used. */
  other_methodology_confirmation?: boolean;
}

/** Imported goods of one code and one country of origin. */
export interface CbamQuarterlyGood {
  /** The representative for these goods. */
  representative?: CbamQuarterlyParty;
  /** The importer of these goods, where a representative reports. */
  importer?: CbamQuarterlyParty;
  /** The first six digits of the code. Needed. */
  hs_code?: string;
  /** The eight digits of the code. Needed. */
  cn_code?: string;
  /** What the code is called. Needed. */
  description?: string;
  /** Country of origin, ISO 3166-1. Needed. */
  origin?: string;
  /** What was imported, by customs procedure. Needed. */
  quantities?: CbamQuarterlyQuantity[];
  /** What was imported in all. Needed. */
  imported?: CbamQuarterlyMeasure;
  /** Documents on the goods. */
  documents?: CbamQuarterlyDocument[];
  /** Remarks on the goods. */
  remarks?: string;
  /** Who made them and what they carry, installation by installation. Needed. */
  emissions?: CbamQuarterlyEmissions[];
}

/** What was imported under one customs procedure. */
export interface CbamQuarterlyQuantity {
  /** Code of the procedure: `40` release for free circulation. Needed. */
  requested_procedure?: string;
  /** Code of the procedure before it. */
  previous_procedure?: string;
  /** Inward processing that went before. */
  inward_processing?: CbamQuarterlyInwardProcessing[];
  /** Code of the area: `EU`. Needed. */
  import_area?: string;
  /** One or two quantities: as imported, and as processed products. Needed. */
  measures?: CbamQuarterlyProcedureMeasure[];
  /** Further references. */
  special_references?: string;
}

/** Inward processing. */
export interface CbamQuarterlyInwardProcessing {
  /** Country of the authorisation. Needed. */
  member_state?: string;
  /** Whether the bill of discharge was waived: `0` or `1`. Needed. */
  discharge_bill_waiver?: string;
  /** Authorisation. Needed. */
  authorisation?: string;
  /** First day as `20250401`. Needed. */
  start?: string;
  /** Last day as `20250630`. Needed. */
  end?: string;
  /** Day of the bill of discharge as `20250731`. Needed. */
  deadline?: string;
}

/** A quantity under inward processing or not. */
export interface CbamQuarterlyProcedureMeasure {
  /** `0` as imported, `1` as processed products. Needed. */
  indicator?: string;
  /** Net mass, in `measurement_unit`. */
  net_mass?: string;
  /** Supplementary units, in `measurement_unit`. */
  supplementary_units?: string;
  /** Code of the unit: `01` tonnes. Needed. */
  measurement_unit?: string;
}

/** A quantity. */
export interface CbamQuarterlyMeasure {
  /** Net mass, in `measurement_unit`. */
  net_mass?: string;
  /** Supplementary units, in `measurement_unit`. */
  supplementary_units?: string;
  /** Code of the unit: `01` tonnes. Needed. */
  measurement_unit?: string;
}

/** A supporting document. */
export interface CbamQuarterlyDocument {
  /** Code of the kind of document, four characters. Needed. */
  kind?: string;
  /** Country that issued it. */
  country?: string;
  /** Its number. Needed. */
  reference_number?: string;
  /** The line in it. */
  line_item_number?: string;
  /** Who issued it. */
  issuing_authority?: string;
  /** First day: `2025-01-01`. */
  valid_from?: string;
  /** Last day. */
  valid_to?: string;
  /** What it is. */
  description?: string;
  /** The document itself. */
  attachment?: CbamQuarterlyAttachment;
}

/** A file. */
export interface CbamQuarterlyAttachment {
  /** Its name. Needed. */
  filename?: string;
  /** Where it is. */
  uri?: string;
  /** Its media type. Needed. */
  mime?: string;
  /** Its bytes in base64. Needed. */
  binary?: string;
}

/** What the goods of one installation carry. */
export interface CbamQuarterlyEmissions {
  /** Country of production, ISO 3166-1. */
  production_country?: string;
  /** The operator. */
  operator?: CbamQuarterlyOperator;
  /** The installation. */
  installation?: CbamQuarterlyInstallation;
  /** How much of the goods it made. Needed. */
  produced?: CbamQuarterlyMeasure;
  /** Direct emissions. Needed. */
  direct?: CbamQuarterlyDirect;
  /** Indirect emissions. */
  indirect?: CbamQuarterlyIndirect;
  /** Production methods and their parameters. Needed. */
  production_methods?: CbamQuarterlyProductionMethod[];
  /** Documents on the emissions. */
  documents?: CbamQuarterlyDocument[];
  /** Carbon prices due in the country of production. */
  carbon_prices?: CbamQuarterlyCarbonPrice[];
  /** Remarks on the emissions. */
  remarks?: CbamQuarterlyRemark[];
}

/** The operator of an installation. */
export interface CbamQuarterlyOperator {
  /** Identifier. Needed. */
  operator_id?: string;
  /** Name. Needed. */
  name?: string;
  /** Address. Needed. */
  address?: CbamQuarterlyAddress;
  /** Whom to ask. Needed. */
  contacts?: CbamQuarterlyContact[];
}

/** Somebody to ask. */
export interface CbamQuarterlyContact {
  /** Name. Needed. */
  name?: string;
  /** Telephone. Needed. */
  phone?: string;
  /** Mail address. Needed. */
  email?: string;
}

/** An installation. */
export interface CbamQuarterlyInstallation {
  /** Identifier. Needed. */
  installation_id?: string;
  /** Name. Needed. */
  name?: string;
  /** What it does. */
  economic_activity?: string;
  /** Where it is. Needed. */
  address?: CbamQuarterlyInstallationAddress;
}

/** Where an installation is. */
export interface CbamQuarterlyInstallationAddress {
  /** ISO 3166-1 code. Needed. */
  country?: string;
  /** Part of the country. */
  sub_division?: string;
  /** City. */
  city?: string;
  /** Street. */
  street?: string;
  /** More of the street. */
  street_additional_line?: string;
  /** Number of the house. */
  number?: string;
  /** Postcode. */
  postcode?: string;
  /** Post-office box. */
  po_box?: string;
  /** Plot or parcel. */
  plot_parcel_number?: string;
  /** UN/LOCODE. */
  unlocode?: string;
  /** Degrees, north positive. */
  latitude?: string;
  /** Degrees, east positive. */
  longitude?: string;
  /** Code of the kind of coordinates: `01`. */
  coordinates_type?: string;
}

/** Direct emissions. */
export interface CbamQuarterlyDirect {
  /** Code of the determination: `01` actual data, `02` estimated values, default values among them. */
  determination_type?: string;
  /** The same for imported electricity. */
  determination_type_electricity?: string;
  /** Code of the reporting method, `TOM01` and so on. Needed. */
  methodology_type?: string;
  /** The reporting method in words. */
  methodology?: string;
  /** Specific embedded emissions, in `measurement_unit`. */
  specific_embedded_emissions?: string;
  /** Another source of the value. */
  other_source?: string;
  /** Imported electricity: code of the source of the factor. */
  electricity_factor_source?: string;
  /** Imported electricity: emission factor, in t CO2e/MWh. */
  emission_factor?: string;
  /** Imported electricity, in MWh. */
  electricity_imported?: string;
  /** Emissions of imported electricity, in t CO2e. */
  total_embedded_electricity_imported?: string;
  /** Code of the unit: `EMU1` t CO2e for a tonne. Needed. */
  measurement_unit?: string;
  /** Where the value of the factor is from. */
  emission_factor_source_value?: string;
  /** How the conditions for an own factor are met. */
  conditionality_fulfilment?: string;
}

/** Indirect emissions. */
export interface CbamQuarterlyIndirect {
  /** Code of the determination: `01` actual data, `02` estimated values. Needed. */
  determination_type?: string;
  /** Code of the source of the emission factor. */
  emission_factor_source?: string;
  /** Emission factor of the electricity, in t CO2e/MWh. */
  emission_factor?: string;
  /** Specific embedded emissions, in `measurement_unit`. Needed. */
  specific_embedded_emissions?: string;
  /** Code of the unit: `EMU1` t CO2e for a tonne. Needed. */
  measurement_unit?: string;
  /** Electricity, in MWh for a tonne. */
  electricity_consumed?: string;
  /** Code of the source of the electricity, `SOE01` and so on. Needed. */
  electricity_source?: string;
  /** Another source. */
  other_source?: string;
  /** Where the value of the factor is from. */
  emission_factor_source_value?: string;
}

/** A production method. */
export interface CbamQuarterlyProductionMethod {
  /** Code of the method, `P01` and so on. Needed. */
  method_id?: string;
  /** Its name. Needed. */
  name?: string;
  /** Number of the steel mill. */
  steel_mill_number?: string;
  /** More about it. */
  additional_information?: string;
  /** Parameters that direct emissions depend on. */
  direct_parameters?: CbamQuarterlyParameter[];
  /** Parameters that indirect emissions depend on. */
  indirect_parameters?: CbamQuarterlyParameter[];
}

/** A qualifying parameter. */
export interface CbamQuarterlyParameter {
  /** Code of the parameter. Needed. */
  parameter_id?: string;
  /** Its name. Needed. */
  name?: string;
  /** What it is. */
  description?: string;
  /** Kind of its value: `PERCENTAGE` and others. Needed. */
  value_type?: string;
  /** Its value. Needed. */
  value?: string;
  /** More about it. */
  additional_information?: string;
}

/** A carbon price due in the country of production. */
export interface CbamQuarterlyCarbonPrice {
  /** Code of the kind of carbon price. Needed. */
  instrument_type?: string;
  /** The legal act. Needed. */
  legal_act?: string;
  /** Amount due, in `currency`. Needed. */
  amount?: string;
  /** ISO 4217 code. Needed. */
  currency?: string;
  /** Country. Needed. */
  country?: string;
  /** What the price is due for. */
  products?: CbamQuarterlyCarbonPriceProduct[];
}

/** A product that a carbon price is due for. */
export interface CbamQuarterlyCarbonPriceProduct {
  /** Code of the kind of product. Needed. */
  kind?: string;
  /** Its code. */
  cn_code?: string;
  /** Quantity of emissions that the price covers, in t CO2e. Needed. */
  quantity_covered?: string;
  /** Quantity that a rebate or free allocation covers, in t CO2e. Needed. */
  quantity_covered_free_allocation?: string;
  /** More about it. */
  supplementary_information?: string;
  /** Still more. */
  additional_information?: string;
  /** How much of the product. Needed. */
  measure?: CbamQuarterlyMeasure;
}

/** A remark. */
export interface CbamQuarterlyRemark {
  /** What it says. Needed. */
  text?: string;
}

/** Answer of the method `cbam.report`. */
export interface CbamReportAnswer {
  /** `emitrace/cbam-operator-report/1`. */
  schema: string;
  /** Version of the engine. */
  engine: string;
  /** SHA-256 of the canonical JSON of `report`, in hexadecimal. */
  digest: string;
  /** The report. */
  report: CbamOperatorReport;
}

/** The operator's emissions report. */
export interface CbamOperatorReport {
  /** Whether no item misses anything and no finding keeps a figure out. */
  complete: boolean;
  /** Items that miss something. */
  missing: number;
  /** The act that asks for the items. */
  basis: string;
  /** Who verified it, as stated. */
  verifier: string;
  /** The verification report, as stated. */
  verification_report: string;
  /** Digest of the answer of `cbam.embedded` for the same document. */
  embedded_digest: string;
  /** Points 1.1, 1.1.1, 1.2 and 2, in their order. */
  items: CbamReportItem[];
  /** Free allocation of each good; empty while an error keeps a figure out. */
  allocations: CbamAllocation[];
  /** The figures. */
  figures: CbamEmbeddedReport;
}

/** An item that the report has to hold. */
export interface CbamReportItem {
  /** Point of the annex: `1.1`, `1.1.1`, `1.2` or `2`. */
  point: string;
  /** Its number there; of point 2 the code of the good. */
  number: string;
  /** `given`, `missing` or `none`: there is nothing to say. */
  state: string;
  /** What is said. */
  facts: CbamFact[];
}

/** A statement of the report. */
export interface CbamFact {
  /** Letter within the item; empty if it has none. */
  part: string;
  /** What is stated: `operator`, `see-direct`, `quantity-used` … */
  what: string;
  /** Process, good, source, supplier that it is about; empty for the installation. */
  about: string;
  /** The statement: a name, an exact figure, or a word. */
  value: string;
  /** Unit of a figure. */
  unit: string;
  /** JSON pointer into the document. */
  path: string;
  /** `given`, or `missing`: `path` says what to add. */
  state: string;
  /** Remark: formula, reason. */
  note: string;
}

/** Free allocation that is embedded in a good. */
export interface CbamAllocation {
  /** The process that makes it. */
  process: string;
  /** Code of the Combined Nomenclature. */
  cn: string;
  /** For a tonne (a MWh), in t CO2e, exactly; empty if it cannot be computed. */
  sefa_t_co2e: string;
  /** The benchmarks behind it, each with the tonnes of the precursor in a tonne. */
  parts: CbamSefa[];
  /** Why there is no figure, and what to add. */
  missing: string;
}

/** Answer of `cbam.report.document`. */
export interface DocumentAnswer {
  /** The document as text; empty for a workbook. */
  text: string;
  /** The bytes of a workbook in base64; empty for a text. */
  base64: string;
}

/** What the operator's report says beside the figures; nothing of it changes a figure.  A list that is left out was not answered; an empty list says that there is nothing. */
export interface CbamStatements {
  /** Corporate or activity registration number of the operator. */
  registration_number?: string;
  /** Full address of the operator, in English. */
  operator_address?: string;
  /** Identifier of the installation in the CBAM Registry. */
  registry_id?: string;
  /** Production processes that make no goods of Annex I. */
  other_processes?: string[];
  /** Goods outside Annex I that the processes make. */
  other_goods?: CbamOtherGood[];
  /** New installation: how many months were monitored. */
  months?: string;
  /** Gaps in the data, and how they were closed. */
  data_gaps?: string[];
  /** Who stands behind the names of suppliers and receivers in the document. */
  others?: CbamOther[];
  /** Whether the criteria for actual emission factors of electricity are met (Annex IV, point 6 of the Regulation). */
  electricity_criteria_met?: boolean;
  /** Whether the evidence for them was given to the verifier. */
  electricity_evidence_submitted?: boolean;
  /** Bought precursors, by identifier, whose emissions are those of chosen installations instead of the average. */
  chosen_precursors?: string[];
  /** Electricity that is imported into the Union. */
  imported_electricity?: CbamImportedElectricity;
  /** Carbon prices paid for goods where they were made, for the importer. */
  carbon_prices?: CbamCarbonPrice[];
  /** The verifier. */
  verifier?: string;
  /** The verification report. */
  verification_report?: string;
}

/** A good outside Annex I. */
export interface CbamOtherGood {
  /** The process that makes it. */
  process?: string;
  /** Name. Required. */
  name: string;
  /** Quantity, in t. */
  quantity_t?: string;
}

/** Another installation, a supplier or a receiver. */
export interface CbamOther {
  /** The name by which the document speaks of it. Required. */
  name: string;
  /** Its operator. */
  operator?: string;
  /** Country. */
  country?: string;
  /** Identifier in the CBAM Registry. */
  registry_id?: string;
  /** Name and address of a responsible person. */
  contact?: string;
}

/** Electricity that is imported into the Union, and what has to be confirmed about it. */
export interface CbamImportedElectricity {
  /** Whether the installation is connected directly to the transmission system of the Union (point 5(b)). */
  direct_connection?: boolean;
  /** Whether it emits less than the limit for a unit of electricity (point 5(c)). */
  below_emission_limit?: boolean;
  /** Whether the evidence was given to the verifier. */
  evidence_submitted?: boolean;
  /** Whether the addenda were sent to the verifier. */
  addenda_sent?: boolean;
  /** One for each authorised declarant. */
  addenda?: CbamAddendum[];
}

/** The addendum for one authorised declarant. */
export interface CbamAddendum {
  /** EORI number of the declarant. Required. */
  eori: string;
  /** Whether the criteria of point 5(a), (d) and, for congestion, (b) are met, and the evidence was submitted. */
  criteria_met?: boolean;
  /** Electricity that meets the criteria, in MWh. */
  mwh?: string;
}

/** Request of the method `cbam.report.document`. */
export interface CbamReportDocumentRequest {
  /** The answer of `cbam.report`. */
  answer: CbamReportAnswer;
  /** `table`, `html` or `xlsx`. */
  format: string;
  /** `en` (else) or `vi`. The report is submitted in English. */
  lang?: string;
}

/** Request of the method `cbam.figures`. */
export interface CbamFiguresRequest {
  /** The installation. Required. */
  document: CbamEmbeddedRequest;
  /** The secret key that seals the figures: a Multikey (`z3u2…`) or 64 hexadecimal digits; empty = they are not sealed. */
  key?: string;
  /** When they are sealed: `2027-02-01T08:00:00Z`. Required with a key. */
  created?: string;
}

/** Answer of the method `cbam.figures`. */
export interface CbamFiguresAnswer {
  /** The figures as the text of one JSON object, sealed if a key was given: what the importer is sent. */
  document: string;
  /** The key that checks the seal, as a Multikey; empty if there is none. */
  public_key: string;
  /** The same figures, to be looked at. */
  figures: CbamFigures;
}

/** What an importer needs of an installation. */
export interface CbamFigures {
  /** `emitrace/cbam-figures/1`. */
  schema: string;
  /** Version of the engine. */
  engine: string;
  /** Name of the installation. */
  installation: string;
  /** Its operator. */
  operator: string;
  /** Its country. */
  country: string;
  /** Its identifier in the CBAM Registry; empty if it is not stated. */
  registry_id: string;
  /** The reporting period. */
  period: string;
  /** The act and its edition. */
  act: string;
  /** Decimals of specific embedded emissions, and what became of ties. */
  rounding: string;
  /** The goods, as a declaration takes them. */
  installations: CbamActual[];
  /** Who verified them, as stated. */
  verifier: string;
  /** The verification report, as stated. */
  verification_report: string;
  /** Packs of factors and parameters that were used. */
  packs: CbamPackEdition[];
  /** Digest of the whole report (`cbam.report`). */
  report_digest: string;
}

/** A pack and its edition. */
export interface CbamPackEdition {
  /** The pack. */
  id: string;
  /** Its edition. */
  edition: string;
  /** SHA-256 of its table. */
  sha256: string;
}

/** Request of the method `seal.sign`. */
export interface SealSignRequest {
  /** The document: the text of a JSON object. Required. */
  document: string;
  /** The secret key: a Multikey (`z3u2…`) or 64 hexadecimal digits. Required. */
  key: string;
  /** When it is signed: `2027-02-01T08:00:00Z`. Required. */
  created: string;
}

/** Answer of the method `seal.sign`. */
export interface SealSignAnswer {
  /** The document with its proof, as canonical JSON. */
  document: string;
  /** The key that checks it, as a Multikey. */
  public_key: string;
}

/** Request of the method `seal.verify`. */
export interface SealVerifyRequest {
  /** The document: the text of a JSON object with a proof. Required. */
  document: string;
  /** The key that it must be signed with: a Multikey (`z6Mk…`), a `did:key` or 64 hexadecimal digits; empty = the one that the proof names. */
  key?: string;
}

/** Answer of the method `seal.verify`: the signature fits the document. */
export interface SealVerifyAnswer {
  /** The key that it is signed with, as a Multikey. */
  public_key: string;
  /** Whether that key was given, and not only named by the document itself. */
  key_given: boolean;
  /** When it was signed, as its author says. */
  created: string;
  /** SHA-256 of the document without its proof, as canonical JSON. */
  digest: string;
}

/** Request of the method `seal.key`. */
export interface SealKeyRequest {
  /** The secret key. Required. */
  key: string;
}

/** Answer of the method `seal.key`. */
export interface SealKeyAnswer {
  /** The key that checks what the secret one signs, as a Multikey. */
  public_key: string;
  /** The same as a verification method: `did:key:…#…`. */
  method: string;
}

/** Request of the method `credential.sign`. */
export interface CredentialSignRequest {
  /** The credential: the text of a JSON object of the W3C data model 2.0. Required. */
  credential: string;
  /** The secret key: a Multikey (`z3u2…`) or 64 hexadecimal digits. Required. */
  key: string;
  /** What names the key to who checks: `did:web:example.com#key-1`; empty = the `did:key` of the key itself. */
  key_id?: string;
}

/** Answer of the method `credential.sign`. */
export interface CredentialSignAnswer {
  /** The credential as a token (`vc+jwt`). */
  token: string;
  /** The key that checks it, as a Multikey. */
  public_key: string;
}

/** Request of the method `credential.verify`. */
export interface CredentialVerifyRequest {
  /** The token. Required. */
  token: string;
  /** The key that it must be signed with; empty = the `did:key` that it names. */
  key?: string;
}

/** Answer of the method `credential.verify`: the signature fits the credential. */
export interface CredentialVerifyAnswer {
  /** The credential, as canonical JSON. */
  credential: string;
  /** The key that it is signed with, as a Multikey. */
  public_key: string;
  /** Whether that key was given, and not only named by the token itself. */
  key_given: boolean;
}

/** Request of the method `trace.identify`. */
export interface IdentifyRequest {
  /** The identifiers. */
  identifiers?: IdentifierText[];
  /** Company prefixes of GS1 that are known, digits each: a key does not tell how long its prefix is. */
  company_prefixes?: string[];
  /** Which identifiers mean the same. */
  aliases?: AliasText[];
  /** What may be read beside the present standard: `short_gtin`, `names`, `unknown_attributes` (in links), `part_of_marking` (element strings without what they need); absent = the first three. */
  allow?: string[];
  /** What Digital Links begin with; empty = `https://id.gs1.org`. */
  stem?: string;
}

/** An identifier as it was written. */
export interface IdentifierText {
  /** A Digital Link, an EPC URN, an element string, digits, another URI or a code of one's own. Required. */
  text: string;
  /** What digits alone number: `item`, `place`, `party`, `logistic_unit` or `code`. */
  kind?: string;
}

/** A statement that two identifiers mean the same. */
export interface AliasText {
  /** The identifier that is met. */
  identifier?: IdentifierText;
  /** The identifier that it is read as. */
  same_as?: IdentifierText;
}

/** Answer of the method `trace.identify`. */
export interface IdentifyAnswer {
  /** What was read, in the order of the request. */
  identifiers: IdentifierRead[];
  /** What is wrong with identifiers and aliases, with its JSON pointer into the request. */
  findings: PathFinding[];
}

/** One identifier of the request. */
export interface IdentifierRead {
  /** As it was written. */
  text: string;
  /** What it is; absent if it cannot be read. */
  identifier?: Identified;
}

/** An identifier that was read. */
export interface Identified {
  /** How it was written: `digital_link`, `epc_urn`, `element_string`, `digits`, `uri` or `local_code`. */
  form: string;
  /** One text for all ways of writing it. */
  canonical: string;
  /** What it is read as by the aliases; equal to `canonical` if they say nothing. */
  same_as: string;
  /** Application identifiers and values, the key first. */
  elements: ElementText[];
  /** Whether it is the same thing wherever it is read. */
  globally_unique: boolean;
  /** The first three digits of the number; empty if it is none of GS1. */
  prefix: string;
  /** What they say: `viet_nam`, `restricted_circulation`, `demonstration`, `publication`, `coupon` or `other`; empty likewise. */
  prefix_says: string;
  /** The company prefix; absent = undetermined. */
  company_prefix?: string;
  /** The EPC URN; absent if the company prefix is undetermined or there is none. */
  epc_urn?: string;
  /** The Digital Link with its attributes; absent if an element has no place in one. */
  digital_link?: string;
  /** The elements with brackets. */
  element_string?: string;
  /** The elements as a symbol carries them, FNC1 as U+001D. */
  scanned?: string;
}

/** An application identifier and its value. */
export interface ElementText {
  /** The application identifier. */
  ai: string;
  /** What it is called in print. */
  title: string;
  /** The value. */
  value: string;
}

/** A remark about one place of a document. */
export interface PathFinding {
  /** Where: a JSON pointer. */
  path: string;
  /** `error`, `warning` or `info`. */
  severity: string;
  /** Stable code. */
  code: string;
  /** The value as read, shortened. */
  value: string;
  /** What is wrong. */
  message: string;
  /** What to do about it. */
  help: string;
}

/** A table as text or bytes, and how it is written. */
export interface TableInput {
  /** The text of a CSV file; its delimiter is read off its first lines. */
  text?: string;
  /** The bytes of a CSV file or a workbook (XLSX) in base64. */
  base64?: string;
  /** How numbers and dates are written: `vi-VN`, `en-US` …; empty = only what reads the same everywhere. */
  locale?: string;
  /** `dmy` or `mdy`; empty = as the locale says. */
  date_order?: string;
  /** The sheet of a workbook; empty = the first that has the headers. */
  sheet?: string;
  /** Headers that are not known by name, and the fields that they hold. */
  columns?: Column[];
}

/** A figure of a pack of kind `trace-figures`, with its source. */
export interface FigureUse {
  /** `tolerance-value-percent`, `expiry-months` … */
  figure: string;
  /** The figure or word. */
  value: string;
  /** Its unit. */
  unit: string;
  /** First day on which it holds; empty = not stated. */
  from: string;
  /** Last day on which it holds; empty = open. */
  to: string;
  /** The document. */
  document: string;
  /** Where in the document. */
  clause: string;
  /** `A` (primary text read), `A-`, `B`, `C` (compare with the text before use). */
  confidence: string;
  /** Remark. */
  note: string;
  /** The pack. */
  pack: string;
}

/** A ledger, checked. */
export interface CustodyAnswer {
  /** `emitrace/custody/1`. */
  schema: string;
  /** Version of the engine. */
  engine: string;
  /** SHA-256 of the canonical JSON of `result`, in hexadecimal. */
  digest: string;
  /** The result. */
  result: CustodyResult;
  /** Headers of the table and the fields that they were taken for. */
  columns: Column[];
  /** What is wrong with rows of the table. */
  findings: Finding[];
}

/** Balances and checks. */
export interface CustodyResult {
  /** The scheme. */
  scheme: string;
  /** The day whose figures hold. */
  on: string;
  /** `fixed` or `continuous`. */
  balancing: string;
  /** The unit of all quantities. */
  unit: string;
  /** Entries that are in the result. */
  entries: number;
  /** Rows of the table that are not in it; then the ledger is not accepted. */
  excluded: number;
  /** How often each code of the reader was found. */
  findings: FindingCount[];
  /** Whether no check failed. One file shows that nothing was booked twice here, not that nothing was booked elsewhere. */
  accepted: boolean;
  /** What the checks found, by check and place. */
  checks: CustodyCheck[];
  /** Balances of each account at the end of each period. */
  balances: CustodyBalance[];
  /** Entries that follow from the rules: expiries and forfeits. */
  made: CustodyMade[];
  /** Certified claims and the credits that they used. */
  claims: CustodyClaim[];
  /** Figures of the scheme that were used. */
  figures: FigureUse[];
  /** The packs that they come from. */
  packs: PackUse[];
}

/** Something that a check found. */
export interface CustodyCheck {
  /** `C1` to `C12`. */
  check: string;
  /** `error` or `warning`. */
  severity: string;
  /** Day; empty where it is about no single one. */
  date: string;
  /** The account: site, material and attributes. */
  account: string;
  /** Identifiers of the entries. */
  entries: string[];
  /** How much it is about, in the unit of the accounts; of carbon in kilograms of CO2 equivalent; of months a count. */
  amount: string;
  /** What is wrong. */
  message: string;
}

/** An account at the end of a period. */
export interface CustodyBalance {
  /** Site or group. */
  site: string;
  /** Material group. */
  material: string;
  /** Attributes, sorted. */
  attributes: string;
  /** First day of the period. */
  start: string;
  /** The day after its last. */
  end: string;
  /** Balance before; below zero = overdrawn. */
  opening: string;
  /** Credits received, conversions and arrivals among them. */
  added: string;
  /** Credits claimed, converted and sent. */
  taken: string;
  /** Credits that expired. */
  expired: string;
  /** Balance at the end. */
  balance: string;
  /** Carried into the next period. */
  carried: string;
  /** Forfeited: beyond what may be carried. */
  forfeited: string;
}

/** An entry that follows from the rules. */
export interface CustodyMade {
  /** Day. */
  date: string;
  /** `expire` or `adjust`. */
  kind: string;
  /** Site or group. */
  site: string;
  /** Material group. */
  material: string;
  /** Attributes. */
  attributes: string;
  /** Quantity that leaves the account. */
  quantity: string;
  /** The entry whose credit it was. */
  of: string;
  /** `expired` or `forfeited`. */
  because: string;
}

/** A certified claim and what stands behind it. */
export interface CustodyClaim {
  /** The entry. */
  entry: string;
  /** Its quantity. */
  quantity: string;
  /** The strongest model that it may be claimed under: the weakest of its credits and of the process; empty = not stated. */
  strongest_model: string;
  /** Carbon of the credits in kilograms of CO2 equivalent; empty = a credit does not state it. */
  kg_co2e: string;
  /** The credits, oldest first. */
  credits: CustodyUse[];
  /** Not covered by any credit. */
  uncovered: string;
}

/** A part of a credit. */
export interface CustodyUse {
  /** The receipt. */
  entry: string;
  /** Its day. */
  date: string;
  /** How much of it. */
  quantity: string;
}

/** Request of the method `custody.check`. */
export interface CustodyRequest {
  /** `iscc-eu`, `iscc-plus`, `red-iii`, `rspo-scc-2020`, `ms-2751`, `asi-coc`, `fsc-coc`, `eudr`, or one of a pack of your own. Required. */
  scheme: string;
  /** The day whose figures hold: `2026-03-31`. Required: there is no clock inside. */
  on?: string;
  /** `fixed` (the balance counts at the end of a period) or `continuous` (it is never negative); empty = as the scheme says, if it says one of them. */
  balancing?: string;
  /** The unit of all accounts: `kg`, `t` … Required. */
  unit: string;
  /** Whether the longer period for producers of agricultural goods holds. */
  agricultural?: boolean;
  /** What the process itself keeps: `IP`, `SG`, `CB`, `MB`, `B&C`; empty = what its inputs have. */
  process_model?: string;
  /** The periods, one behind the other. */
  periods?: CustodyPeriod[];
  /** Conversion factors that were declared. */
  factors?: CustodyFactor[];
  /** Certificates; where there are any, each receipt and certified claim must name one. */
  certificates?: CustodyCertificate[];
  /** Receipts and claims that were booked elsewhere, by their evidence. */
  evidence_elsewhere?: string[];
  /** The ledger. */
  entries?: CustodyEntry[];
  /** Further entries as a table. */
  ledger?: TableInput;
  /** Packs of your own as text, asked before the shipped ones. */
  packs?: string[];
}

/** A period of the ledger. */
export interface CustodyPeriod {
  /** First day. */
  start?: string;
  /** The day after its last. */
  end?: string;
  /** Physical stock at its end, where the scheme limits what is carried over. */
  stocks?: CustodyStock[];
}

/** Physical stock, in the unit of the accounts. */
export interface CustodyStock {
  /** Site or group. */
  site?: string;
  /** Material. */
  material?: string;
  /** Stock in units of credits. */
  quantity?: string;
}

/** A declared conversion factor. */
export interface CustodyFactor {
  /** Site; empty = every site. */
  site?: string;
  /** Material that is put in. */
  material?: string;
  /** Material that comes out; empty = credits of the same name. */
  to_material?: string;
  /** Units that come out of one. */
  factor?: string;
  /** Whether the scheme allows this one to be above 1. */
  above_one?: boolean;
}

/** A certificate. */
export interface CustodyCertificate {
  /** Its number. */
  id?: string;
  /** First day. */
  from?: string;
  /** Last day. */
  to?: string;
  /** Materials of its scope; empty = not limited. */
  materials?: string[];
  /** Sites of its scope; empty = not limited. */
  sites?: string[];
}

/** An entry of the ledger. */
export interface CustodyEntry {
  /** Identifier. */
  id?: string;
  /** Day. */
  date?: string;
  /** `in`, `out`, `convert`, `transfer`, `expire` or `adjust`. */
  kind?: string;
  /** Site or group whose account it is. */
  site?: string;
  /** Material group. */
  material?: string;
  /** Quantity; of `transfer` negative where it leaves, of `adjust` of either sign, else above zero. */
  quantity?: string;
  /** Its unit; empty = that of the accounts. */
  unit?: string;
  /** What travels with the credit, as a set: `country=VN; deforestation-free`. */
  attributes?: string;
  /** Delivery note, sustainability declaration or transaction certificate. */
  evidence?: string;
  /** The certificate that covers it. */
  certificate?: string;
  /** Model of custody: `IP`, `SG`, `CB`, `MB`, `B&C`; empty = not stated. */
  model?: string;
  /** Of `convert`: the material that comes out. */
  to_material?: string;
  /** Of `in` and `convert`: credits of one unit. */
  conversion_factor?: string;
  /** Of `transfer`: the site at the other end. */
  counter_site?: string;
  /** Of `out`: what physically left. */
  physical_quantity?: string;
  /** Of `out`: `certified` or `uncertified`; empty = certified. */
  claim?: string;
  /** Of `out`: what the claim is used for, e.g. `eudr`, `cbam`. */
  claims_for?: string;
  /** Carbon that travels with one unit of credit, in kilograms of CO2 equivalent. */
  kg_co2e_per_unit?: string;
}

/** Request of the method `custody.report`. */
export interface CustodyReportRequest {
  /** The answer of `custody.check`. */
  answer: CustodyAnswer;
  /** `table` or `html`; empty = table. */
  format?: string;
  /** `en` or `vi`; empty = en. */
  lang?: string;
}

/** Plots, a statement and lots, checked. */
export interface EudrAnswer {
  /** `emitrace/eudr/1`. */
  schema: string;
  /** Version of the engine. */
  engine: string;
  /** SHA-256 of the canonical JSON of `result`, in hexadecimal. */
  digest: string;
  /** The result. */
  result: EudrResult;
}

/** What was found. */
export interface EudrResult {
  /** The profile. */
  profile: string;
  /** The day whose figures hold. */
  on: string;
  /** Whether nothing is wrong; the information system itself decides what it accepts. */
  accepted: boolean;
  /** The plots, in the order of the document. */
  plots: EudrPlot[];
  /** The plots as a collection of features with exactly six decimals; empty while a plot is wrong. */
  geojson: string;
  /** What is wrong, or to be looked at. */
  findings: EudrFinding[];
  /** Findings beyond the list. */
  more_findings: number;
  /** Reference numbers of everything that may be in each lot. */
  lots: EudrLotReferences[];
  /** Figures of the profile that were used. */
  figures: FigureUse[];
  /** The packs that they come from. */
  packs: PackUse[];
}

/** A plot. */
export interface EudrPlot {
  /** Where in the document. */
  path: string;
  /** `point` or `polygon`. */
  kind: string;
  /** Producer, if it is named. */
  producer: string;
  /** Country of the producer. */
  country: string;
  /** Place of production. */
  place: string;
  /** Area as stated, in hectares; empty = not stated. */
  stated_area_ha: string;
  /** Area in hectares: of a point as stated or taken by the system, of a polygon on the sphere of the system's samples, with four decimals, half-even. */
  area_ha: string;
  /** Area of a polygon on the ellipsoid WGS84, likewise; empty for points. */
  ellipsoid_area_ha: string;
  /** Positions. */
  positions: number;
}

/** Something about a plot, a statement or a lot. */
export interface EudrFinding {
  /** `error`, `warning` or `info`. */
  severity: string;
  /** The rule, e.g. `ring-open`, `hole`, `latitude-range`. */
  rule: string;
  /** Where: a path in the GeoJSON document (`/features/0/geometry`), the statement or the lots. */
  path: string;
  /** What is wrong. */
  message: string;
  /** What to do about it. */
  help: string;
}

/** Reference numbers of a lot: a union, never a share. */
export interface EudrLotReferences {
  /** The lot. */
  id: string;
  /** Every reference number of every lot that may be in it, sorted. */
  references: string[];
  /** Lots that may be in it and have neither reference numbers nor inputs: the whole lot is not covered. */
  unknown: string[];
}

/** Request of the method `eudr.check`. */
export interface EudrRequest {
  /** Whose limits: `operator-api-v3` or `validation-rules-1.3`. Required, because they differ. */
  profile?: string;
  /** The day whose figures hold. Required: there is no clock inside. */
  on?: string;
  /** Whether the commodity is cattle: then points have no largest area. */
  cattle?: boolean;
  /** Plots: the text of a GeoJSON document; its numbers are read as they are written. */
  geojson?: string;
  /** The data of a due diligence statement. */
  statement?: EudrStatement;
  /** Lots, for the reference numbers of everything that may be in them. */
  lots?: EudrLot[];
  /** Packs of your own as text, asked before the shipped ones. */
  packs?: string[];
}

/** The data of a due diligence statement, as far as the information system limits them. */
export interface EudrStatement {
  /** `DOMESTIC`, `IMPORT` or `EXPORT`. */
  activity?: string;
  /** Country of the operator, ISO 3166-1. */
  operator_country?: string;
  /** Whether that country is a member of the EU. */
  operator_in_eu?: boolean;
  /** EORI number; needed for import and export. */
  eori?: string;
  /** The goods. */
  commodities?: EudrCommodity[];
  /** Statements that this one refers to. */
  references?: EudrReference[];
}

/** A commodity of a statement. */
export interface EudrCommodity {
  /** Two to six digits of the Harmonized System. */
  hs_heading?: string;
  /** Description. */
  description?: string;
  /** Net weight in kilograms; needed for import and export. */
  net_weight_kg?: string;
  /** Supplementary unit: how many. */
  supplementary_unit?: string;
  /** Its qualifier. */
  supplementary_qualifier?: string;
  /** Whether it is timber or made of it; chapter 44 always is. */
  timber?: boolean;
  /** Species. */
  species?: EudrSpecies[];
  /** Producers. */
  producers?: EudrProducer[];
}

/** A species. */
export interface EudrSpecies {
  /** Scientific name. */
  scientific_name?: string;
  /** Common name. */
  common_name?: string;
}

/** A producer. */
export interface EudrProducer {
  /** Name. */
  name?: string;
  /** Country, ISO 3166-1. */
  country?: string;
}

/** A statement that is referred to. */
export interface EudrReference {
  /** Reference number. */
  reference?: string;
  /** Verification number. */
  verification?: string;
  /** Its status, if it is known: `AVAILABLE`, `ARCHIVED` … */
  status?: string;
}

/** A lot: what it was made of, and which reference numbers came with it. */
export interface EudrLot {
  /** Identifier. */
  id?: string;
  /** Lots that may be in it. */
  inputs?: string[];
  /** Reference numbers that came with it. */
  references?: string[];
}

/** Request of the method `eudr.report`. */
export interface EudrReportRequest {
  /** The answer of `eudr.check`. */
  answer: EudrAnswer;
  /** `table` or `html`; empty = table. */
  format?: string;
  /** `en` or `vi`; empty = en. */
  lang?: string;
}

/** A lot, checked for the ten data of Circular 02/2024/TT-BKHCN. */
export interface LotAnswer {
  /** `emitrace/lot/1`. */
  schema: string;
  /** Version of the engine. */
  engine: string;
  /** SHA-256 of the canonical JSON of `result`, in hexadecimal. */
  digest: string;
  /** The result. */
  result: LotResult;
}

/** The data and their state. */
export interface LotResult {
  /** Whether none of the ten is missing. */
  complete: boolean;
  /** The ten data, in the order of the circular. */
  items: LotItem[];
  /** Whether the lot can be followed one step back. */
  one_step_back: boolean;
  /** Whether the lot can be followed one step forward. */
  one_step_forward: boolean;
  /** The data as they were given. */
  lot: LotData;
}

/** One of the ten data. */
export interface LotItem {
  /** 1 to 10. */
  number: number;
  /** Its name: `product-name`, `image`, `party`, `address`, `stages`, `time`, `trace-code`, `brand`, `shelf-life`, `standards`. */
  item: string;
  /** `given`, `missing`, or `none` where the data says that there is none. */
  state: string;
  /** Fields that are empty, as paths of the request. */
  missing: string[];
}

/** Request of the method `lot.check`. */
export interface LotRequest {
  /** The data. */
  lot: LotData;
}

/** The public data of a lot. */
export interface LotData {
  /** Product name, in Vietnamese. */
  product_name?: string;
  /** Product name in English, if there is one. */
  product_name_en?: string;
  /** Picture of the product: `data:image/…;base64,…`, which the page shows, or an address, which it names. */
  image?: string;
  /** Who produces or trades it. */
  party?: string;
  /** Address of that party. */
  address?: string;
  /** The stages of production and trade. */
  stages?: LotStage[];
  /** When it was produced or traded: a day or a span. */
  time?: string;
  /** Trace code of the product. */
  trace_code?: string;
  /** Brand. */
  brand?: string;
  /** Model. */
  model?: string;
  /** Serial number. */
  serial?: string;
  /** Shelf life, or the day until which it keeps. */
  shelf_life?: string;
  /** Standards and technical regulations that are applied. */
  standards?: string[];
  /** Data that there are none of: `brand`, `shelf-life`. */
  none?: string[];
  /** From whom the lot or its materials came. */
  back?: LotStep[];
  /** To whom the lot went. */
  forward?: LotStep[];
}

/** A stage. */
export interface LotStage {
  /** What is done. */
  name?: string;
  /** Trace code of the product at this stage. */
  product_code?: string;
  /** Trace code of the place. */
  place_code?: string;
  /** When. */
  time?: string;
}

/** One step back or forward. */
export interface LotStep {
  /** The other party. */
  party?: string;
  /** What it is: a material, the lot itself. */
  what?: string;
  /** Trace code or lot number. */
  code?: string;
  /** Day. */
  date?: string;
}

/** Request of the method `lot.page`. */
export interface LotPageRequest {
  /** The answer of `lot.check`. */
  answer: LotAnswer;
  /** `table` or `html`; empty = table. */
  format?: string;
  /** Which language stands first, `en` or `vi`; empty = en. */
  lang?: string;
}

/** Verdicts on all products of a request. */
export interface OriginAnswer {
  /** `emitrace/origin/1`. */
  schema: string;
  /** Version of the engine. */
  engine: string;
  /** SHA-256 of the canonical JSON of `result`, in hexadecimal. */
  digest: string;
  /** The result. */
  result: OriginResult;
  /** Headers of the table of materials and the fields that they were taken for. */
  columns: Column[];
  /** What is wrong with rows of the table. */
  findings: Finding[];
}

/** The verdicts and the figures that they rest on. */
export interface OriginResult {
  /** The agreement. */
  agreement: string;
  /** The day whose figures hold. */
  on: string;
  /** Where the products are made. */
  country: string;
  /** The currency of all values. */
  currency: string;
  /** Materials that are in the result. */
  materials: number;
  /** Rows of the table that are not in it; then no verdict is better than `not-proven`. */
  excluded: number;
  /** How often each code was found. */
  findings: FindingCount[];
  /** Verdicts, in the order of the request. */
  products: OriginVerdict[];
  /** Figures of the agreement that were used. */
  figures: FigureUse[];
  /** The packs that they come from. */
  packs: PackUse[];
}

/** What the data given say about a product and its rule. */
export interface OriginVerdict {
  /** Identifier of the product. */
  product: string;
  /** Its name. */
  name: string;
  /** Its code. */
  hs_code: string;
  /** Edition of the code. */
  hs_edition: string;
  /** The rule in words. */
  rule: string;
  /** Where the rule stands. */
  rule_source: string;
  /** Which value percentages are of: `exw`, `fob`, `transaction-value`. */
  basis: string;
  /** That value; empty = not given. */
  value: string;
  /** `pass`, `fail` or `not-proven`: whether the arithmetic of the rule is met on the data given. No legal decision. */
  verdict: string;
  /** What would have to be known for a verdict. */
  missing: OriginMissing[];
  /** Value of non-originating materials, those that are not determined left out. */
  non_originating_least: string;
  /** Value of non-originating and undetermined materials; empty = a value is missing. */
  non_originating_most: string;
  /** Value of materials that are shown to originate. */
  originating: string;
  /** The alternatives of the rule. */
  alternatives: OriginAlternativeVerdict[];
  /** The materials. */
  materials: OriginMaterialVerdict[];
  /** What a reader should know. */
  remarks: string[];
}

/** Something that is missing. */
export interface OriginMissing {
  /** `origin`, `evidence`, `value`, `hs-code`, `hs-edition`, `weight`, `basis`, `process`, `notes`, `operations` or `rows`. */
  what: string;
  /** The material or product. */
  about: string;
}

/** Verdict on conditions that hold together. */
export interface OriginAlternativeVerdict {
  /** Name. */
  name: string;
  /** `pass`, `fail` or `not-proven`. */
  verdict: string;
  /** The conditions. */
  conditions: OriginConditionVerdict[];
}

/** Verdict on one condition. */
export interface OriginConditionVerdict {
  /** `rvc`, `value-limit`, `change`, `made-from`, `wholly-obtained`, `process` or `set`. */
  test: string;
  /** What is asked, e.g. `build-down` or `CTH`. */
  asks: string;
  /** `pass`, `fail` or `not-proven`. */
  verdict: string;
  /** The percentage with undetermined materials counted as non-originating, exactly: a decimal or `n/d`; empty = none. */
  percent: string;
  /** What it is compared with. */
  limit_percent: string;
  /** The comparison with whole products: `(200 - 100) x 100 = 10000 >= 8000 = 40 x 200`. */
  comparison: string;
  /** Non-originating materials that do not meet a change or a list, those that may not among them. */
  materials: string[];
  /** What the tolerance made of them. */
  tolerances: OriginTolerance[];
  /** What keeps it from being decided. */
  missing: OriginMissing[];
}

/** A tolerance and what it was used for. */
export interface OriginTolerance {
  /** `value` or `weight`. */
  of: string;
  /** Materials that do not change, in per cent, exactly; empty = something is missing. */
  percent: string;
  /** The most that is tolerated. */
  limit_percent: string;
  /** The comparison with whole products. */
  comparison: string;
  /** `pass`, `fail` or `not-proven`. */
  verdict: string;
}

/** How a material was taken. */
export interface OriginMaterialVerdict {
  /** Identifier. */
  id: string;
  /** Name. */
  name: string;
  /** Code. */
  hs_code: string;
  /** Edition of the code. */
  hs_edition: string;
  /** Quantity. */
  quantity: string;
  /** Unit. */
  unit: string;
  /** Value; empty = not given. */
  value: string;
  /** Country of origin. */
  country: string;
  /** `originating`, `non-originating` or `undetermined`, which counts as non-originating. */
  status: string;
  /** How much of its value counts as originating, in per cent. */
  originating_percent: string;
  /** Why: `stated`, `evidence`, `roll-up`, `cumulation`, `not-determined` … */
  because: string;
  /** The document. */
  evidence: string;
}

/** Request of the method `origin.assess`. */
export interface OriginRequest {
  /** `evfta`, `rcep`, `cptpp`, `atiga`, `vn-non-preferential`, or one of a pack of your own. Required. */
  agreement: string;
  /** The day whose figures hold, e.g. of export: `2026-03-01`. Required: there is no clock inside. */
  on?: string;
  /** Where the products are made, ISO 3166-1: `VN`. Required. */
  country: string;
  /** The currency of all values; words only. */
  currency?: string;
  /** Edition of the Harmonized System of all codes that do not name one: `HS2012`. Required. */
  hs_edition: string;
  /** The products, and intermediates that are assessed before them. */
  products?: OriginProduct[];
  /** Their materials. */
  materials?: OriginMaterial[];
  /** Further materials as a table. */
  bom?: TableInput;
  /** Packs of your own as text, asked before the shipped ones. */
  packs?: string[];
}

/** A product or intermediate: what it is worth and which rule it is asked about. All values are of the same quantity of it. */
export interface OriginProduct {
  /** Identifier. */
  id?: string;
  /** Name. */
  name?: string;
  /** Code of the Harmonized System, six digits or more. */
  hs_code?: string;
  /** Edition of the code; empty = that of the request. */
  hs_edition?: string;
  /** Value free on board. */
  fob?: string;
  /** Ex-works price. */
  exw?: string;
  /** Transaction value. */
  transaction_value?: string;
  /** Net cost: total cost without sales promotion, royalties, shipping and packing, and interest that does not count. */
  net_cost?: string;
  /** Weight in kilograms, for tolerances by weight. */
  weight_kg?: string;
  /** Direct labour, for build-up. */
  labour?: string;
  /** Direct overhead, for build-up. */
  overhead?: string;
  /** Profit, for build-up. */
  profit?: string;
  /** Other costs, for build-up. */
  other?: string;
  /** Whether nothing but minimal operations (packing, sorting, simple mixing …) was carried out. */
  minimal_operations?: boolean;
  /** The rule. */
  rule?: OriginRule;
}

/** A product-specific rule as the caller states it. */
export interface OriginRule {
  /** The rule in words, as the annex prints it. */
  says?: string;
  /** Where it stands. Required. */
  source: string;
  /** Edition of the Harmonized System that it is written in; empty = that of the request. */
  hs_edition?: string;
  /** Alternatives, one of which is enough. */
  any?: OriginAlternative[];
}

/** Conditions that hold together. */
export interface OriginAlternative {
  /** Name, e.g. `CTH`. */
  name?: string;
  /** The conditions. */
  all?: OriginCondition[];
}

/** One condition; which fields it needs depends on `test`. */
export interface OriginCondition {
  /** `rvc`, `value-limit`, `change`, `made-from`, `wholly-obtained`, `process` or `set`. */
  test?: string;
  /** Of `rvc`: `build-down`, `build-up`, `focused` or `net-cost`. */
  formula?: string;
  /** Of `rvc` the least, of `value-limit` the largest percentage; empty = what the agreement says for all products. */
  percent?: string;
  /** Of `change`: `CC`, `CTH` or `CTSH`. */
  change?: string;
  /** Of `change`: codes, or spans as `7301-7320`, whose materials do not count as changed. */
  except_from?: string[];
  /** Of `made-from` the headings that materials may have, of `focused` those that count. */
  headings?: string[];
  /** Of `process`: what must have been carried out. */
  process?: string;
  /** Of `process`: whether there is proof that it was. */
  shown?: boolean;
}

/** A material of a product. */
export interface OriginMaterial {
  /** The product that it goes into; empty = the only one. */
  product?: string;
  /** Identifier. */
  id?: string;
  /** Name. */
  name?: string;
  /** Code of the Harmonized System. */
  hs_code?: string;
  /** Edition of the code; empty = that of the request. */
  hs_edition?: string;
  /** Quantity; for the worksheet. */
  quantity?: string;
  /** Unit of the quantity. */
  unit?: string;
  /** Value in the request's currency. */
  value?: string;
  /** Weight in kilograms, for tolerances by weight. */
  weight_kg?: string;
  /** Country of origin, ISO 3166-1; empty = not known. */
  country?: string;
  /** `originating`, `non-originating`, or empty = not determined. */
  status?: string;
  /** The document that proves an originating status, e.g. the number of a proof of origin. */
  evidence?: string;
  /** How a material of another country is taken in: `bilateral`, `diagonal`, `regional`, `full` or `partial`. */
  cumulation?: string;
  /** Of `full` and `partial`: how much of its value originates, in per cent. */
  originating_percent?: string;
  /** The product of this request as which it was made: its verdict is the material's status. */
  made_as?: string;
}

/** Request of the method `origin.report`. */
export interface OriginReportRequest {
  /** The answer of `origin.assess`. */
  answer: OriginAnswer;
  /** `table` or `html`; empty = table. */
  format?: string;
  /** `en` or `vi`; empty = en. */
  lang?: string;
}

/** A document of a bundle; each of its members can be hidden alone. */
export interface BundleDocument {
  /** Its name, once in a bundle, e.g. a lot and what is said of it: `box 17`. Required. */
  name: string;
  /** The text of a JSON object; of a redacted bundle what is shown of it. Amounts are texts. Required. */
  document: string;
}

/** Request of the method `bundle.seal`. */
export interface BundleSealRequest {
  /** What is sealed. Required. */
  documents: BundleDocument[];
  /** What the bundle is about: identifiers of lots. Required; it cannot be hidden. */
  subject?: string[];
  /** The bundle that this one replaces, whole or redacted; empty = it is the first. */
  previous?: string;
  /** 32 random bytes as 64 hexadecimal digits, new ones for each bundle; the salts come from them. Keep them secret, or forget them. Required. */
  seed: string;
  /** The secret key: a Multikey (`z3u2…`) or 64 hexadecimal digits. Required. */
  key: string;
  /** When it is sealed: `2027-02-01T08:00:00Z`. Required. */
  created: string;
}

/** Answer of the method `bundle.seal`. */
export interface BundleSealAnswer {
  /** The bundle, as canonical JSON. */
  bundle: string;
  /** The key that checks it, as a Multikey. */
  public_key: string;
  /** SHA-256 of what is signed: the name by which the next bundle follows this one. Hiding does not change it. */
  digest: string;
  /** Members of all documents. */
  leaves: number;
}

/** Members of documents of a bundle. */
export interface BundlePart {
  /** The document; empty = every one. */
  document?: string;
  /** The member; empty = all of them. */
  member?: string;
}

/** Request of the method `bundle.redact`. */
export interface BundleRedactRequest {
  /** The bundle. Required. */
  bundle: string;
  /** What is hidden. */
  hide?: BundlePart[];
}

/** Answer of the method `bundle.redact`. */
export interface BundleRedactAnswer {
  /** The bundle without what is hidden, as canonical JSON. */
  bundle: string;
  /** Members that it still shows. */
  shown: number;
  /** Members that it hides. */
  hidden: number;
}

/** Request of the method `bundle.verify`. */
export interface BundleVerifyRequest {
  /** The bundle. Required. */
  bundle: string;
  /** The key that it must be sealed with: a Multikey (`z6Mk…`), a `did:key` or 64 hexadecimal digits; empty = the one that the bundle names. */
  key?: string;
  /** Bundles before it, the oldest first, without a gap. */
  earlier?: string[];
}

/** Answer of the method `bundle.verify`. */
export interface BundleVerifyAnswer {
  /** Whether all that is shown is what was sealed, and each bundle follows the one before it. */
  holds: boolean;
  /** The key that it is sealed with, as a Multikey; empty if the seal does not hold. */
  public_key: string;
  /** Whether that key was given, and not only named by the bundle itself. */
  key_given: boolean;
  /** When it was sealed, as its author says. */
  created: string;
  /** SHA-256 of what is signed. */
  digest: string;
  /** The digest of the bundle before it; empty for the first. */
  previous: string;
  /** What it is about; empty if it does not hold. */
  subject: string[];
  /** Members of all documents. */
  leaves: number;
  /** Those that are shown. */
  shown: number;
  /** Those that are hidden. */
  hidden: number;
  /** What is shown; empty if the bundle does not hold. */
  documents: BundleDocument[];
  /** What is wrong, with its place. */
  findings: Finding[];
}

/** That a leaf is in a tree. */
export interface MerkleInclusion {
  /** Its place, from 0. */
  index?: number;
  /** Leaves of the tree. */
  size?: number;
  /** Its hash. */
  leaf?: string;
  /** The hashes beside the way up. */
  path?: string[];
  /** The root of the tree. */
  root?: string;
}

/** That a tree continues an earlier one. */
export interface MerkleConsistency {
  /** Leaves of the earlier tree. */
  earlier_size?: number;
  /** Its root. */
  earlier_root?: string;
  /** Leaves of the tree. */
  size?: number;
  /** Its root. */
  root?: string;
  /** The hashes that lead from one to the other. */
  path?: string[];
}

/** Request of the method `merkle.check`. */
export interface MerkleCheckRequest {
  /** Leaves and their trees. */
  inclusion?: MerkleInclusion[];
  /** Trees and earlier ones. */
  consistency?: MerkleConsistency[];
}

/** Answer of the method `merkle.check`: whether each proof holds. */
export interface MerkleCheckAnswer {
  /** In the order of the request. */
  inclusion: boolean[];
  /** In the order of the request. */
  consistency: boolean[];
}

/** Request of the method `merkle.tree`. */
export interface MerkleTreeRequest {
  /** Hashes of leaves: 64 hexadecimal digits in small letters. */
  leaves?: string[];
  /** The leaf whose proof is wanted. */
  index?: number;
  /** The number of first leaves whose tree this one continues. */
  earlier_size?: number;
}

/** Answer of the method `merkle.tree`. */
export interface MerkleTreeAnswer {
  /** The root. */
  root: string;
  /** The path of the leaf. */
  inclusion: string[];
  /** The path from the earlier tree. */
  consistency: string[];
}

/** All lots of the records. */
export interface TraceAnswer {
  /** `emitrace/trace/1`. */
  schema: string;
  /** Version of the engine. */
  engine: string;
  /** SHA-256 of the canonical JSON of `result`, in hexadecimal. */
  digest: string;
  /** The result. */
  result: TraceResult;
  /** How each file was read. */
  tables: TraceTable[];
}

/** Lots, balances and open questions. */
export interface TraceResult {
  /** Choices that change a result. */
  options: TraceOptions;
  /** How quantities are shared where a share is not whole: `largest-remainder`, in steps of 1 mg, 1 piece or 1 µL. */
  rounding: string;
  /** How much of the input is in the result. */
  coverage: TraceCoverage;
  /** Versions of lots, by item, lot and store. */
  lots: TraceLot[];
  /** What became of each item. */
  items: TraceBalance[];
  /** What is wrong with records, or open, by file and row, up to the limit; `coverage` counts all. */
  findings: TraceFinding[];
}

/** How much of the input is in the result. */
export interface TraceCoverage {
  /** Rows and records read. */
  records: number;
  /** Those that could not be used. */
  excluded: number;
  /** Those that a void record takes back. */
  voided: number;
  /** Versions of lots. */
  lots: number;
  /** Runs. */
  runs: number;
  /** How often each code was found. */
  findings: FindingCount[];
}

/** How a file was read. */
export interface TraceTable {
  /** The file. */
  name: string;
  /** The sheet of a workbook; empty for CSV. */
  sheet: string;
  /** Rows with anything in them below the header. */
  rows: number;
  /** Rows left out. */
  excluded: number;
  /** Headers and the fields they were taken for; empty field = not used. */
  columns: Column[];
}

/** A version of a lot, as it was when the last of it had come in. */
export interface TraceLot {
  /** The lot. */
  lot: string;
  /** What it is. */
  item: string;
  /** Where it is. */
  store: string;
  /** Which of its versions, from 1: a new one where something came in after something was taken. */
  version: number;
  /** Day on which it was made. */
  date: string;
  /** How: `opening`, `receive`, `produce`, `move` … */
  kind: string;
  /** Production order that it came from; empty = none. */
  run: string;
  /** Its document; empty = none. */
  document: string;
  /** How much; empty = not known. */
  quantity: string;
  /** `kg`, `item` or `L`. */
  unit: string;
  /** How much of this version is still there; empty = not known. */
  in_stock: string;
  /** Mass origin by country, adding up to the quantity; none where the quantity is zero or not known. */
  origin: TraceShare[];
  /** Carbon that is known of. */
  carbon_kg_co2e: string;
  /** Whether that is all of it; if not it is a lower bound. */
  carbon_complete: boolean;
}

/** A share of a quantity. */
export interface TraceShare {
  /** Country, supplier, heat …; `UNKNOWN` = what nobody knows. */
  label: string;
  /** How much of it is known to be there. */
  quantity: string;
  /** That in per cent of the whole, by largest remainder to four decimals: all shares are 100 together. */
  percent: string;
  /** How much of it there may be: what is known, and all that is unknown. */
  most: string;
}

/** What became of an item. */
export interface TraceBalance {
  /** The item. */
  item: string;
  /** `kg`, `item` or `L`. */
  unit: string;
  /** In stock when the books opened. */
  opening: string;
  /** Came in. */
  received: string;
  /** Came out of runs. */
  produced: string;
  /** Counted more than booked. */
  gained: string;
  /** Went into runs. */
  consumed: string;
  /** Left. */
  shipped: string;
  /** Scrapped. */
  scrapped: string;
  /** Counted less than booked. */
  shrunk: string;
  /** Taken although it was not there. */
  missing: string;
  /** In stock at the end: opening + received + produced + gained + missing − consumed − shipped − scrapped − shrunk. */
  in_stock: string;
  /** Records without a quantity: with any, the balance is not known exactly. */
  unknown_records: number;
}

/** Something that is wrong with a record, or open. */
export interface TraceFinding {
  /** The file; empty = a record of the request. */
  file: string;
  /** Row as a spreadsheet counts it, or number of the record from 1; 0 = the whole file. */
  row: number;
  /** `error`, `warning` or `info`. */
  severity: string;
  /** Stable code. */
  code: string;
  /** Field; empty = the row as a whole. */
  column: string;
  /** The lot, where it is about one. */
  lot: string;
  /** The run, where it is about one. */
  run: string;
  /** How much it is about; empty = nothing that can be counted. */
  quantity: string;
  /** What is wrong. */
  message: string;
  /** What to do about it. */
  help: string;
}

/** What may be in a lot, or what it may be in. */
export interface TracePath {
  /** `emitrace/trace-path/1`. */
  schema: string;
  /** Version of the engine. */
  engine: string;
  /** What was asked. */
  ask: TraceAsk;
  /** `back` or `forward`. */
  direction: string;
  /** The versions that were asked about; empty for a document. */
  versions: TraceLot[];
  /** One step: lots directly before, or directly behind. */
  nearest: string[];
  /** How many lots, runs and deliveries there are. */
  found: number;
  /** The first of them, nearest first. */
  steps: TraceStep[];
  /** What goes from step to step, among those that are listed. */
  links: TraceLink[];
  /** Back: the quantities that came in from outside, and how much of each is in what was asked about (all versions together). */
  sources: TraceSource[];
  /** Back: mass origin of what was asked about, by country. */
  countries: TraceShare[];
  /** Back: the same by supplier. */
  suppliers: TraceShare[];
  /** Back: the same by the supplier's lot. */
  heats: TraceShare[];
  /** Back: everything that may be inside, whatever its share. */
  possible: TracePossible;
  /** Forward: lots that it may be in and how much of it they hold. */
  lots: TraceHolding[];
  /** Forward: what may hold it and left. */
  deliveries: TraceDelivery[];
  /** Carbon of what was asked about, all versions together. */
  carbon_kg_co2e: string;
  /** Whether that is all of it. */
  carbon_complete: boolean;
  /** Open questions on the way. */
  gaps: TraceFinding[];
}

/** A lot, run or delivery on the way. */
export interface TraceStep {
  /** Its number in this answer, from 1. */
  number: number;
  /** Steps away from what was asked. */
  depth: number;
  /** `lot`, `source`, `run`, `delivery`, `container` or `unknown`. */
  kind: string;
  /** Lot, run or document. */
  name: string;
  /** Item, or what is done in a run. */
  item: string;
  /** Store. */
  store: string;
  /** Supplier of a source, customer of a delivery. */
  party: string;
  /** Country of a source. */
  country: string;
  /** Day. */
  date: string;
  /** How much; empty = not known. */
  quantity: string;
  /** `kg`, `item` or `L`. */
  unit: string;
}

/** A quantity that goes from one step to another. */
export interface TraceLink {
  /** Number of the step that it comes from. */
  from: number;
  /** Number of the step that it goes to. */
  to: number;
  /** How much; empty = not known, or perhaps nothing. */
  quantity: string;
  /** `exact`, `unknown` or `possible`. */
  certainty: string;
}

/** A quantity that came in from outside. */
export interface TraceSource {
  /** The lot it came in as; `UNKNOWN` = what nobody knows. */
  lot: string;
  /** What it is. */
  item: string;
  /** Who supplied it. */
  supplier: string;
  /** Country of origin. */
  country: string;
  /** The supplier's lot. */
  heat: string;
  /** Plot, farm or mine. */
  plot: string;
  /** Its document. */
  document: string;
  /** Day. */
  date: string;
  /** File and row of the record. */
  file: string;
  /** Row of the record. */
  row: number;
  /** How much of it is in what was asked about; zero can mean less than one unit. */
  quantity: string;
  /** That in per cent. */
  percent: string;
}

/** Everything that may be inside. */
export interface TracePossible {
  /** Whether something of which nobody knows where it came from may be inside: the lists are then not all. */
  unknown: boolean;
  /** Countries of origin. */
  countries: string[];
  /** Suppliers. */
  suppliers: string[];
  /** Supplier's lots. */
  heats: string[];
  /** Plots. */
  plots: string[];
  /** Documents of sources. */
  documents: string[];
}

/** A lot that holds, or may hold, what was asked about. */
export interface TraceHolding {
  /** The lot. */
  lot: string;
  /** What it is. */
  item: string;
  /** Where. */
  store: string;
  /** Its version. */
  version: number;
  /** Day on which it was made. */
  date: string;
  /** How much it is; empty = not known. */
  quantity: string;
  /** `kg`, `item` or `L`. */
  unit: string;
  /** How much of what was asked about is known to be in it. */
  holds: string;
  /** How much may be in it. */
  holds_at_most: string;
  /** How much of this version is still there; empty = not known. */
  in_stock: string;
}

/** Something that left and holds, or may hold, what was asked about. */
export interface TraceDelivery {
  /** `ship`, `scrap`, `shrink` or `consume`. */
  kind: string;
  /** The lot that left. */
  lot: string;
  /** What it is. */
  item: string;
  /** To whom. */
  customer: string;
  /** By which document. */
  document: string;
  /** Day. */
  date: string;
  /** How much left; empty = not known. */
  quantity: string;
  /** `kg`, `item` or `L`. */
  unit: string;
  /** How much of what was asked about is known to be in it. */
  holds: string;
  /** How much may be in it. */
  holds_at_most: string;
}

/** Request of the method `trace.follow`. */
export interface TraceRequest {
  /** Stock cards, goods-received and issue notes: CSV or workbooks. */
  cards?: TraceCard[];
  /** Records beside the cards. */
  records?: TraceRecord[];
  /** What items weigh that are counted. */
  items?: TraceItem[];
  /** Choices that change a result. */
  options?: TraceOptions;
  /** How the cards are written. */
  reading?: TraceReading;
}

/** A file of movements. */
export interface TraceCard {
  /** Name of the file, for findings. */
  name?: string;
  /** CSV text. */
  text?: string;
  /** A file in base64: a workbook (XLSX), or CSV. */
  base64?: string;
  /** The sheet of a workbook; empty = every sheet that holds movements. */
  sheet?: string;
  /** Store of rows that name none. */
  store?: string;
  /** Item of rows that name none. */
  item?: string;
  /** Unit of rows that name none. */
  unit?: string;
}

/** One movement. */
export interface TraceRecord {
  /** Identifier: equal ones count once, and `void` refers to it. */
  id?: string;
  /** `opening`, `receive`, `consume`, `produce`, `lose`, `move`, `ship`, `scrap`, `gain`, `shrink`, `pack`, `unpack`, `void`. */
  kind?: string;
  /** Day. */
  date?: string;
  /** Where. */
  store?: string;
  /** Where a moved quantity goes; empty = the same store. */
  to_store?: string;
  /** What. */
  item?: string;
  /** Which lot; empty = as the stock policy says. */
  lot?: string;
  /** The lot that a moved quantity goes into, or the container. */
  to_lot?: string;
  /** How much; empty = unknown. */
  quantity?: string;
  /** Its unit. */
  unit?: string;
  /** Production order. */
  run?: string;
  /** What is done in it. */
  process?: string;
  /** Supplier of what comes in, customer of what goes out. */
  party?: string;
  /** Country of origin. */
  country?: string;
  /** The supplier's lot: heat, melt, batch. */
  heat?: string;
  /** Plot, farm or mine. */
  plot?: string;
  /** Goods-received note, issue note, invoice. */
  document?: string;
  /** Carbon of what comes in, or what the run adds; empty = not known. */
  carbon_kg_co2e?: string;
}

/** What one of an item weighs. */
export interface TraceItem {
  /** The item. */
  item?: string;
  /** The unit that is weighed: `cái`, `thùng` …; empty = `item`. */
  unit?: string;
  /** Kilograms of one. */
  kg?: string;
}

/** Choices that change a result. */
export interface TraceOptions {
  /** Which lot is taken: `specific`, `fifo`, `lifo`, `average`, `period-average`; empty = specific. */
  policy?: string;
  /** The same for one store. */
  stores?: TracePolicy[];
  /** The same for one item, before that of its store. */
  items?: TracePolicy[];
  /** The period of `period-average`: `month`, `quarter` or `year`; empty = month. */
  period?: string;
  /** What is declared of processes. */
  processes?: TraceProcess[];
}

/** A stock policy. */
export interface TracePolicy {
  /** Store or item. */
  name?: string;
  /** `specific`, `fifo`, `lifo`, `average`, `period-average`. */
  policy?: string;
}

/** What is declared of a process. */
export interface TraceProcess {
  /** The process; empty = all that are not named. */
  process?: string;
  /** How carbon is shared between items that come out: `mass`, or `weights` per kilogram (prices, heating values); empty = not declared. */
  allocation?: string;
  /** Weights of items; of `mass` an item may be given 0, as scrap. */
  weights?: TraceWeight[];
  /** Which share of an input ends in which output; what is left of it is lost. Empty = all outputs alike. */
  composition?: TraceComposition[];
}

/** What an item weighs in an allocation. */
export interface TraceWeight {
  /** The item. */
  item?: string;
  /** Its weight for one base unit. */
  weight?: string;
}

/** Where a share of an input ends. */
export interface TraceComposition {
  /** Item that goes in. */
  input?: string;
  /** Item that comes out. */
  output?: string;
  /** Share of the input, from 0 to 1. */
  share?: string;
}

/** How the cards are written. */
export interface TraceReading {
  /** How numbers and dates are written: `vi-VN`, `en-US` … */
  locale?: string;
  /** `dmy` or `mdy`; else that of the locale. */
  date_order?: string;
  /** Encoding of CSV in base64: `utf-8` or `windows-1252`. */
  encoding?: string;
  /** Headers that are not known by name, and the columns that they hold. */
  columns?: Column[];
  /** How many findings the answer lists; all are counted. */
  findings?: number;
}

/** Request of the methods `trace.back` and `trace.forward`: what is asked of which records. */
export interface TraceAskRequest {
  /** What is asked. */
  ask?: TraceAsk;
  /** The records. */
  request?: TraceRequest;
}

/** What is asked: a lot, or the deliveries of a document. */
export interface TraceAsk {
  /** A lot, or a container. */
  lot?: string;
  /** Only of this item. */
  item?: string;
  /** Only in this store. */
  store?: string;
  /** Instead of a lot: a document by which something left. */
  document?: string;
  /** How many lots, runs and deliveries the answer lists; 0 = 1000. All are counted. */
  most?: number;
}

/** Request of the method `trace.report`: an answer as a page, a picture or a table. */
export interface TraceReportRequest {
  /** An answer of `trace.follow`; or */
  answer?: TraceAnswer;
  /** one of `trace.back` or `trace.forward`. */
  path?: TracePath;
  /** `table`, `tree`, `html`, `csv`, `mermaid` or `dot`; empty = table. */
  format?: string;
  /** Of the answer of `trace.follow`: `lots` or `gaps`; empty = lots. */
  view?: string;
  /** `en` or `vi`; empty = en. */
  lang?: string;
}

/** Request of the method `trace.events`. */
export interface EventsRequest {
  /** The text of an EPCIS 2.0 document, of a query's answer, of one event, of a list of them, or of one a line. Required. */
  document: string;
  /** What events are the same by: `id` (their `eventID`; those without one by their hash) or `hash` (all by their hash, too); empty = `id`. */
  sameness?: string;
  /** Whether each event has its hash. */
  hashes?: boolean;
  /** What is written of the events that count, in their order: `epcis` = a document of EPCIS 2.0; empty = nothing. */
  write?: string;
  /** When that document is made, for a source that does not say when it was: `2026-03-01T08:00:00Z`. */
  created?: string;
}

/** Answer of the method `trace.events`. */
export interface EventsAnswer {
  /** What was around the events: `document`, `query_document`, `event`, `list` or `lines`. */
  envelope: string;
  /** How many events there are. */
  counts: EventCounts;
  /** The events as they stand. */
  events: EventRead[];
  /** What is to be said about them, in their order; paths are JSON pointers into the document, `/lines/7` where events stand on lines. */
  findings: PathFinding[];
  /** How many findings are not listed, because there are very many. */
  findings_not_listed: number;
  /** The document that was asked for. */
  document?: string;
}

/** How many events there are of each status. */
export interface EventCounts {
  /** All. */
  events: number;
  /** Those that count. */
  ok: number;
  /** Those that count and that somebody should look at. */
  warning: number;
  /** Those that were retracted or stand there twice. */
  void: number;
  /** Those that cannot be read. */
  unreadable: number;
}

/** An event. */
export interface EventRead {
  /** Where it stands: a JSON pointer. */
  path: string;
  /** `ok`, `warning`, `void` or `unreadable`. */
  status: string;
  /** Its place in the order of time, from 1 on; absent if it does not count. */
  order?: number;
  /** `ObjectEvent` and so on; empty if it cannot be read. */
  kind: string;
  /** `OBSERVE`, `ADD` or `DELETE`; empty for transformations. */
  action: string;
  /** Its identifier; empty if it has none. */
  event_id: string;
  /** When it happened, as it is written. */
  event_time: string;
  /** The bare word of the business step. */
  business_step: string;
  /** The bare word of the disposition. */
  disposition: string;
  /** Where it was seen, in canonical form. */
  read_point: string;
  /** Where the things are from then on, in canonical form. */
  business_location: string;
  /** What joins it with other events of one transformation. */
  transformation_id: string;
  /** The things. */
  things: EventThing[];
  /** Its hash, profile `ref-cbv2.0`: it tells statements apart, and proves nothing. */
  hash?: string;
}

/** A thing of an event. */
export interface EventThing {
  /** The member that names it: `epcList`, `inputQuantityList` and so on. */
  role: string;
  /** Its identifier in canonical form. */
  id: string;
  /** How much: a decimal; absent = unknown where a class is named, one where a thing is. */
  quantity?: string;
  /** Its unit, UN/ECE Recommendation 20; absent = pieces. */
  unit?: string;
}

/** Request of the method `trace.hash`. */
export interface EventHashRequest {
  /** The text of a document or of events, as for `trace.events`. Required. */
  document: string;
  /** The profile: `ref-cbv2.0`; empty = that one. */
  profile?: string;
  /** Whether the texts that are hashed are told, too. */
  texts?: boolean;
}

/** Answer of the method `trace.hash`. */
export interface EventHashAnswer {
  /** The profile. */
  profile: string;
  /** One for each event, in the order of the document. */
  hashes: EventHash[];
  /** Events that cannot be read, and what is odd in others. */
  findings: PathFinding[];
}

/** The hash of an event. */
export interface EventHash {
  /** Where the event stands: a JSON pointer. */
  path: string;
  /** `ni:///sha-256;…?ver=CBV2.0`; absent if the event cannot be read. */
  hash?: string;
  /** The text that is hashed. */
  text?: string;
}
