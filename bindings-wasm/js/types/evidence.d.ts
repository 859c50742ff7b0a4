// Written by `cargo xtask types` from core/src/wire/v1: do not edit.
//
// Amounts are decimal texts, because a JavaScript number cannot hold them exactly. Numbers are counts and positions.

import type { Finding } from "./answer.js";

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
