// Written by `cargo xtask types` from core/src/wire/v1: do not edit.
//
// Amounts are decimal texts, because a JavaScript number cannot hold them exactly. Numbers are counts and positions.

import type { Figures } from "./answer.js";

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
